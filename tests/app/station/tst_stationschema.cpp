// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardevents.h"
#include "app/station/stationschema.h"
#include "app/storage/migrations.h"
#include "app/storage/statement.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

class StationSchemaTest : public TestCase {
    Q_OBJECT

    static void run(Database& database, const QByteArray& sql) { expect(database.execute(sql.constData())); }

    // The slots that are left of a first version's: an auditor's (ready), two operators'.
    static QStringList slotsLeft(const QByteArray& operatorsKey, int operatorsStatus) {
        QTemporaryDir folder;
        Database database =
            expect(Database::open(folder.filePath(u"station.db"_s), SecretBytes::copyOf(QByteArray(32, 'k')),
                                  Database::Access::ReadWrite));
        expect(migrate(database, stationMigrations().first(1)));
        for (const char* person : {"'aud', 'Auditor'", "'op1', 'Operator'", "'op2', 'Operator'"}) {
            const QByteArray id = QByteArray(person).left(5);
            run(database,
                ("INSERT INTO operator (id, role, name, kana, status, valid_from, valid_to, "
                 "terminals) VALUES (" +
                 QByteArray(person) + ", '', '', " + QByteArray::number(operatorsStatus) + ", '', '', '')"));
            run(database,
                ("INSERT INTO operator_card (id, operator, chuid_hash, certificate_9a, certificate_9d, "
                 "certificate_9e, fingerprint_9a, global_pin, state, enrolled_at) VALUES (" +
                 id + ", " + id + ", CAST(" + id + " AS BLOB), x'', x'', x'', CAST(" + id +
                 " AS BLOB), 0, 0, 0)"));
        }
        run(database, ("INSERT INTO vault_slot VALUES ('aud', x'01', x'02', x'03'), "
                       "('op1', x'01', x'02', " +
                       operatorsKey + "), ('op2', x'01', NULL, NULL)"));
        expect(migrateStation(database));
        Statement rows =
            expect(database.prepare("SELECT card FROM key_slot WHERE purpose = 'vault' ORDER BY card"));
        QStringList cards;
        while (expect(rows.step()))
            cards.append(rows.text(0));
        return cards;
    }

private Q_SLOTS:
    void slotsOfRolesWithoutDraftsGo() { QCOMPARE(slotsLeft("x'03'", 0), (QStringList{u"op1"_s, u"op2"_s})); }

    void cardsFromBeforeTheHistoryBeginItAsEnrolled() {
        QTemporaryDir folder;
        Database database =
            expect(Database::open(folder.filePath(u"station.db"_s), SecretBytes::copyOf(QByteArray(32, 'k')),
                                  Database::Access::ReadWrite));
        expect(migrate(database, stationMigrations().first(3)));
        run(database, "INSERT INTO operator (id, role, name, kana, status, valid_from, valid_to, terminals) "
                      "VALUES ('op1', 'Operator', '', '', 0, '', '', ''), "
                      "('op2', 'Operator', '', '', 1, '', '', '')");
        run(database, "INSERT INTO operator_card (id, operator, chuid_hash, certificate_9a, certificate_9d, "
                      "certificate_9e, fingerprint_9a, global_pin, state, enrolled_at) VALUES "
                      "('C-1', 'op1', x'01', x'', x'', x'', x'01', 0, 0, 1000), "
                      "('C-2', 'op2', x'02', x'', x'', x'', x'02', 0, 0, 2000), "
                      "('C-3', 'op1', x'03', x'', x'', x'', x'03', 0, 1, 3000)");
        expect(migrateStation(database));
        const CardEvents events(database);
        QStringList found;
        for (const QString& card : {u"C-1"_s, u"C-2"_s, u"C-3"_s}) {
            const auto history = expect(events.ofCard(card));
            QCOMPARE(history.constFirst().at.toMSecsSinceEpoch(), card.back().digitValue() * 1000);
            QStringList names{card};
            for (const CardEventEntry& entry : history)
                names += cardEventName(entry.event) + entry.reason;
            found += names.join(u' ');
        }
        QCOMPARE(found, (QStringList{u"C-1 enrolled"_s, u"C-2 enrolled suspendedbefore-this-register"_s,
                                     u"C-3 enrolled invalidatedbefore-this-register"_s}));
        Statement state = expect(database.prepare("SELECT state FROM operator_card WHERE id = 'C-2'"));
        expect(state.step());
        QCOMPARE(state.integer(0), static_cast<qint64>(OperatorCardState::Suspended));
    }

    void exceptWhileNoOperatorCouldOpenTheDrafts() {
        QCOMPARE(slotsLeft("NULL", 0), (QStringList{u"aud"_s, u"op1"_s, u"op2"_s}));
        QCOMPARE(slotsLeft("x'03'", 1), (QStringList{u"aud"_s, u"op1"_s, u"op2"_s}));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::StationSchemaTest)
#include "tst_stationschema.moc"
