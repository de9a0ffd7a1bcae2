// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardreminders.h"

#include "app/crypto/certificate.h"

#include <algorithm>

namespace madoguchi {
namespace {

/// Null when no certificate can be read.
QDate firstEnd(const OperatorCard& card) {
    QDate first;
    for (const QByteArray& der :
         {card.authenticationCertificate, card.keyManagementCertificate, card.cardCertificate}) {
        if (der.isEmpty())
            continue;
        const Result<Certificate> certificate = Certificate::fromDer(der);
        if (!certificate)
            continue;
        const QDate end = certificate->notAfter().toLocalTime().date();
        if (!first.isValid() || end < first)
            first = end;
    }
    return first;
}

bool isInUse(const RegisteredCard& registered) {
    return !registered.card.id.isEmpty() && isInHands(registered.card.state);
}

void addAuthority(QList<CardReminder>& reminders, const QList<RegisteredCard>& cards,
                  const AuthorityDay& day) {
    if (day.chuidHash.isEmpty()) {
        reminders.append({day.kind, {}, day.day, day.authority});
        return;
    }
    // A card that nobody has renews nothing.
    const auto signs = std::ranges::find_if(cards, [&](const RegisteredCard& each) {
        return isInUse(each) && each.card.chuidHash == day.chuidHash;
    });
    if (signs != cards.end())
        reminders.append({day.kind, *signs, day.day});
}

/// Whoever has such a card and its PIN can sign certificates elsewhere.
void addIssuersOutOfUse(QList<CardReminder>& reminders, const QList<RegisteredCard>& cards, QDate today,
                        const AuthorityDay& day) {
    if (day.kind != ReminderKind::IssuingEnding || day.day < today)
        return;
    for (const RegisteredCard& each : cards) {
        if (!each.card.id.isEmpty() && each.card.chuidHash == day.chuidHash && !mayComeBack(each.card.state))
            reminders.append({ReminderKind::IssuerOutOfUse, each, today});
    }
}

} // namespace

QList<CardReminder> cardReminders(const QList<RegisteredCard>& cards, QDate today,
                                  const QMap<QString, QDate>& pinDays,
                                  const QList<AuthorityDay>& authorityDays, QDate reviewDue) {
    QList<CardReminder> reminders;
    if (reviewDue.isValid() && reviewDue <= today.addDays(RemindOfReviewDays))
        reminders.append({ReminderKind::RightsReview, {}, reviewDue});
    for (const AuthorityDay& each : authorityDays) {
        const bool issuing = each.kind == ReminderKind::IssuingEnding;
        if (each.day <= today.addDays(issuing ? RemindOfIssuingDays : RemindOfListDays))
            addAuthority(reminders, cards, each);
        addIssuersOutOfUse(reminders, cards, today, each);
    }
    for (const RegisteredCard& each : cards) {
        if (!isInUse(each))
            continue;
        const bool isDayCard = each.card.endsAt.isValid();
        const QDate end = isDayCard ? each.card.endsAt.toLocalTime().date() : firstEnd(each.card);
        if (end.isValid() && end <= today.addDays(isDayCard ? 0 : RemindOfCertificateDays)) {
            reminders.append(
                {isDayCard ? ReminderKind::DayCard : ReminderKind::CertificateEnding, each, end});
        }
        if (each.dueBack.isValid() && each.dueBack < today)
            reminders.append({ReminderKind::NotReturned, each, each.dueBack});
        if (const QDate pinDay = pinDays.value(each.card.id); pinDay.isValid())
            reminders.append({ReminderKind::PinEnding, each, pinDay});
        const QDate lastDay = each.person.validTo;
        if (lastDay.isValid() && lastDay <= today.addDays(RemindOfRoleDays))
            reminders.append({ReminderKind::RoleEnding, each, lastDay});
    }
    std::ranges::stable_sort(reminders, {}, &CardReminder::day);
    return reminders;
}

} // namespace madoguchi
