// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What somebody has to do about cards before a day, or should have done. Pure; any thread.
#pragma once

#include "app/operators/cardlife.h"

namespace madoguchi {

enum class ReminderKind {
    CertificateEnding,   ///< the first of the card's certificates that ends; the card can't be used then
    NotReturned,         ///< the day due back has passed
    DayCard,             ///< a day card's last day has come, or passed: it is to be taken back
    RoleEnding,          ///< the holder's last day: the card is to be taken back
    PinEnding,           ///< the PIN has to be changed until then, which only its holder can do
    IssuingEnding,       ///< the certificate that the card issues with: from then on it issues no more
    IssuerOutOfUse,      ///< the card is lost or invalidated, and the root has not withdrawn that certificate
    ListEnding,          ///< the list of revoked cards that the card signs, or the list lacks one since then
    ListEndingElsewhere, ///< such a list that is signed elsewhere
    RightsReview,        ///< who may do what is to be gone through until then
};

/// Until when something of an authority does: authorityDays() in app/issuing.
struct AuthorityDay {
    ReminderKind kind;
    QByteArray chuidHash; ///< OperatorCard::chuidHash of the card that is to renew it; empty: none here
    QString authority;    ///< common name
    QDate day;            ///< local
};

struct CardReminder {
    ReminderKind kind;
    RegisteredCard about;
    QDate day;              ///< local; may have passed
    QString authority = {}; ///< of ListEndingElsewhere, which is about no card, as RightsReview

    bool operator==(const CardReminder&) const = default;
};

constexpr int RemindOfCertificateDays = 60;
constexpr int RemindOfRoleDays = 30;
constexpr int RemindOfIssuingDays = 90;
constexpr int RemindOfListDays = 2;
constexpr int RemindOfReviewDays = 14;

/// Of the cards in people's hands and the issuing ones that are out of use, the most urgent first. `pinDays`:
/// by card, the last day of a PIN that is to be changed soon or should have been (PinRegister::dueDays()).
/// `reviewDue`: see rightsReviewDue(); null: of none.
QList<CardReminder> cardReminders(const QList<RegisteredCard>& cards, QDate today,
                                  const QMap<QString, QDate>& pinDays = {},
                                  const QList<AuthorityDay>& authorityDays = {}, QDate reviewDue = {});

} // namespace madoguchi
