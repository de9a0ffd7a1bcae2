// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A station.db of its own in a temporary folder, with people, cards and sessions to fill it.
#pragma once

#include "app/operators/operatordirectory.h"
#include "app/session/session.h"
#include "app/station/stationschema.h"
#include "tests/support/expect.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace madoguchi {

class TestStation {
public:
    TestStation() { open(); }

    /// Closes the database and opens it again, as another start of the program does.
    void open() {
        m_database.reset();
        m_database =
            std::make_unique<Database>(expect(Database::open(path(), key(), Database::Access::ReadWrite)));
        expect(migrateStation(*m_database));
    }

    Database& database() { return *m_database; }
    QString folder() const { return m_folder.path(); }
    QString path() const { return m_folder.filePath(QStringLiteral("station.db")); }
    SecretBytes key() const { return SecretBytes::copyOf(QByteArray(32, 'k')); }

    static Operator person(const QString& id, Role role = Role::Operator) {
        Operator person;
        person.id = id;
        person.name = QStringLiteral("窓口 ") + id;
        person.kana = QStringLiteral("マドグチ");
        person.role = role;
        return person;
    }

    /// Registers somebody with a card; gives the card's register id.
    QString enroll(const QString& id, Role role = Role::Operator) {
        OperatorDirectory directory(*m_database);
        expect(directory.add(person(id, role)));
        OperatorCard card;
        card.operatorId = id;
        card.chuidHash = "chuid of " + id.toUtf8();
        card.authenticationCertificate = "9a of " + id.toUtf8();
        card.cardCertificate = "9e of " + id.toUtf8();
        card.enrolledAt = FakeClock().now();
        return expect(directory.add(card));
    }

    static Session session(Role role, const QString& operatorId = QStringLiteral("op00"),
                           std::optional<SecretBytes> vaultKey = {}) {
        return Session({QStringLiteral("session of ") + operatorId, operatorId, {}, role, {}, {}},
                       std::move(vaultKey));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace madoguchi
