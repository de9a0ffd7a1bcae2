// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is typed about people on the practice day. Nobody bears these names, lives there or is reached so:
// 架空 is "made up", 見本 "specimen". Tests look for all of it in the station's files. Any thread.
#pragma once

#include <QStringView>

#include <array>

namespace madoguchi::practicepeople {

// The applicant, who is the householder too. With a variation sequence.
inline constexpr QStringView Surname = u"葛\U000E0100城";
inline constexpr QStringView Applicant = u"葛\U000E0100城 髙子";
inline constexpr QStringView ApplicantKana = u"カツラギ　タカコ"; // with the space of readings
inline constexpr QStringView Birth = u"1985-04-01";               ///< as stored
inline constexpr QStringView BirthTyped = u"S60.4.1";
inline constexpr QStringView Phone = u"03-0000-0000";
inline constexpr QStringView PreviousAddress = u"架空県見本町一丁目２番３号";
inline constexpr QStringView Lot = u"１番１号"; ///< after what the postal code fills in

// Who is issued a card.
inline constexpr QStringView NewOperator = u"見本 三郎";
inline constexpr QStringView NewOperatorKana = u"ミホン　サブロウ";

inline constexpr std::array All{Surname, Applicant,       ApplicantKana, Birth,       BirthTyped,
                                Phone,   PreviousAddress, Lot,           NewOperator, NewOperatorKana};

} // namespace madoguchi::practicepeople
