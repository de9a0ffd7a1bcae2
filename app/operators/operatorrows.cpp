// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/operatorrows.h"

#include <QMetaEnum>
#include <QTimeZone>

namespace madoguchi {

using namespace Qt::StringLiterals;

OperatorCardState cardStateFrom(qint64 stored) {
    // What this program does not know is no card to log in with.
    if (stored < 0 || stored > static_cast<qint64>(OperatorCardState::SuspendedAlone))
        return OperatorCardState::Invalidated;
    return static_cast<OperatorCardState>(stored);
}

void bindOperator(Statement& statement, const Operator& person) {
    const QMetaEnum roles = QMetaEnum::fromType<Role>();
    statement.bind(1, person.id)
        .bind(2, person.name)
        .bind(3, person.kana)
        .bind(4, QString::fromLatin1(roles.valueToKey(static_cast<int>(person.role))))
        .bind(5, static_cast<qint64>(person.status))
        .bind(6, person.validFrom.toString(Qt::ISODate))
        .bind(7, person.validTo.toString(Qt::ISODate));
    if (person.hours) {
        statement.bind(8, qint64(person.hours->fromMinute))
            .bind(9, qint64(person.hours->toMinute))
            .bind(10, qint64(person.hours->weekdays));
    } else {
        statement.bindNull(8).bindNull(9).bindNull(10);
    }
    statement.bind(11, person.terminals.join(u'\n'));
}

Result<Operator> operatorFrom(const Statement& row) {
    bool known = false;
    const QByteArray roleName = row.text(3).toLatin1();
    const int role = QMetaEnum::fromType<Role>().keyToValue(roleName.constData(), &known);
    if (!known)
        return fail(ErrorCode::DatabaseCorrupt, u"operator with an unknown role"_s);
    Operator person;
    person.id = row.text(0);
    person.name = row.text(1);
    person.kana = row.text(2);
    person.role = static_cast<Role>(role);
    person.status = row.integer(4) == 0 ? OperatorStatus::Active : OperatorStatus::Suspended;
    person.validFrom = QDate::fromString(row.text(5), Qt::ISODate);
    person.validTo = QDate::fromString(row.text(6), Qt::ISODate);
    if (!row.isNull(7)) {
        person.hours = WorkingHours{static_cast<int>(row.integer(7)), static_cast<int>(row.integer(8)),
                                    static_cast<int>(row.integer(9))};
    }
    person.terminals = row.text(10).split(u'\n', Qt::SkipEmptyParts);
    return person;
}

OperatorCard cardFrom(const Statement& row) {
    OperatorCard card;
    card.id = row.text(0);
    card.operatorId = row.text(1);
    card.chuidHash = row.blob(2);
    card.authenticationCertificate = row.blob(3);
    card.keyManagementCertificate = row.blob(4);
    card.cardCertificate = row.blob(5);
    card.state = cardStateFrom(row.integer(6));
    card.enrolledAt = QDateTime::fromMSecsSinceEpoch(row.integer(7), QTimeZone::utc());
    if (!row.isNull(8))
        card.lastLoginAt = QDateTime::fromMSecsSinceEpoch(row.integer(8), QTimeZone::utc());
    card.lastLoginTerminal = row.text(9);
    card.failuresSinceLogin = static_cast<int>(row.integer(10));
    card.usesGlobalPin = row.integer(11) != 0;
    if (!row.isNull(12))
        card.endsAt = QDateTime::fromMSecsSinceEpoch(row.integer(12), QTimeZone::utc());
    card.messagingKey = row.blob(13);
    return card;
}

} // namespace madoguchi
