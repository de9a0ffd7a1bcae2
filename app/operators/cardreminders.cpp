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

} // namespace

QList<CardReminder> cardReminders(const QList<RegisteredCard>& cards, QDate today,
                                  const QMap<QString, QDate>& pinDays) {
    QList<CardReminder> reminders;
    for (const RegisteredCard& each : cards) {
        if (each.card.id.isEmpty() || !isInHands(each.card.state))
            continue;
        const bool isDayCard = each.card.endsAt.isValid();
        const QDate end = isDayCard ? each.card.endsAt.toLocalTime().date() : firstEnd(each.card);
        if (end.isValid() && end <= today.addDays(isDayCard ? 0 : RemindOfCertificateDays))
            reminders.append(
                {isDayCard ? ReminderKind::DayCard : ReminderKind::CertificateEnding, each, end});
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
