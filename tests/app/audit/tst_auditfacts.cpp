// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditfacts.h"
#include "app/audit/auditlog.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class AuditFactsTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theLogSaysHowLongItIsAndHowMuchIsSigned() {
        LogFixture log;
        log.open();
        log.fill(5);
        expect(log.writer().checkpoint());
        const Session system = sessionOf(Role::SystemAdministrator);
        const AuditFacts before = expect(viewAuditFacts(system, log.database()));
        QVERIFY(before.signedRecords > 5);
        log.fill(3);
        const AuditFacts after = expect(viewAuditFacts(system, log.database()));
        QCOMPARE(after.records, before.records + 3);
        QCOMPARE(after.signedRecords, before.signedRecords);
        QCOMPARE(after.verifierKey, expect(logVerifierKey(log.database())).text());
    }

    void oneRecordIsShownWithWhatWasHashed() {
        LogFixture log;
        log.open();
        log.fill(3);
        const quint64 last = expect(auditRecordCount(log.database())) - 1;
        const AuditEntry entry = expect(viewAuditEntry(sessionOf(Role::Auditor), log.database(), last));
        QCOMPARE(entry.record.sequence, last);
        QCOMPARE(entry.record.details[u"fields"_s], u"2"_s);
        QCOMPARE(expect(encode(entry.record)), entry.body);
        QCOMPARE(entry.leaf.size(), 32);
        QCOMPARE(viewAuditEntry(sessionOf(Role::Auditor), log.database(), last + 1).error().code,
                 ErrorCode::RecordCorrupt);
    }

    void aChangedRecordIsNotShown() {
        LogFixture log;
        log.open();
        log.fill(3);
        const quint64 last = expect(auditRecordCount(log.database())) - 1;
        log.close();
        log.attack(
            "UPDATE record SET body = (SELECT body FROM record WHERE sequence = 1) WHERE sequence = 2");
        log.open();
        const Session auditor = sessionOf(Role::Auditor);
        QCOMPARE(viewAuditEntry(auditor, log.database(), 2).error().code, ErrorCode::RecordCorrupt);
        QVERIFY(viewAuditEntry(auditor, log.database(), last));
    }

    void onlyTheRolesThatMaySeeThem() {
        LogFixture log;
        log.open();
        for (const Role role : {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::Auditor,
                                Role::SystemAdministrator}) {
            QCOMPARE(viewAuditFacts(sessionOf(role), log.database()).has_value(),
                     role == Role::SystemAdministrator);
            QCOMPARE(viewAuditEntry(sessionOf(role), log.database(), 0).has_value(), role == Role::Auditor);
        }
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::AuditFactsTest)
#include "tst_auditfacts.moc"
