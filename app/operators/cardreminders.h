// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What somebody has to do about cards before a day, or should have done. Pure; any thread.
#pragma once

#include "app/operators/cardlife.h"

namespace madoguchi {

enum class ReminderKind {
    CertificateEnding, ///< the first of the card's certificates that ends; the card can't be used then
    NotReturned,       ///< the day due back has passed
    DayCard,           ///< a day card's last day has come, or passed: it is to be taken back
    RoleEnding,        ///< the holder's last day: the card is to be taken back
    PinEnding,         ///< the PIN has to be changed until then, which only its holder can do
};

struct CardReminder {
    ReminderKind kind;
    RegisteredCard about;
    QDate day; ///< local; may have passed

    bool operator==(const CardReminder&) const = default;
};

constexpr int RemindOfCertificateDays = 60;
constexpr int RemindOfRoleDays = 30;

/// Of the cards in people's hands, the most urgent first. `pinDays`: by card, the last day of a PIN that is
/// to be changed soon or should have been (PinRegister::dueDays()).
QList<CardReminder> cardReminders(const QList<RegisteredCard>& cards, QDate today,
                                  const QMap<QString, QDate>& pinDays = {});

} // namespace madoguchi
