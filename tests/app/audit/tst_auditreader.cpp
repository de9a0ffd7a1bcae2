// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

namespace madoguchi {

class AuditReaderTest : public TestCase {
    Q_OBJECT

    LogFixture m_log; // program.start, then 100 records of op0 to op2

private Q_SLOTS:
    void initTestCase() {
        m_log.open();
        m_log.fill(99);
        LogFixture::require(m_log.writer().append(
            {.operatorId = u"op1"_s, .action = u"draft.open"_s, .outcome = AuditOutcome::Refused}));
    }

    void pagesJoinWithoutGapOrRepetition() {
        AuditQuery query{.limit = 7};
        quint64 expected = 101;
        do {
            const AuditPage page = readAuditAsAdministrator(m_log.database(), query).value();
            for (const AuditRecord& record : page.records)
                QCOMPARE(record.sequence, --expected);
            query.before = page.next;
        } while (query.before);
        QCOMPARE(expected, 0);
    }

    void filtersFindWhatTheyAskFor() {
        const auto count = [&](const AuditFilter& filter) {
            return readAuditAsAdministrator(m_log.database(), {filter, {}, 1000}).value().records.size();
        };
        QCOMPARE(count({}), 101);
        QCOMPARE(count({.operatorId = u"op0"_s}), 33);
        QCOMPARE(count({.action = u"draft.save"_s}), 49);
        QCOMPARE(count({.target = u"draft:3"_s}), 14);
        QCOMPARE(count({.operatorId = u"op1"_s, .action = u"draft.open"_s, .outcome = AuditOutcome::Refused}),
                 1);
        QCOMPARE(count({.operatorId = u"' OR 1=1 --"_s}), 0);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(count({.from = now.addSecs(-600), .until = now.addSecs(600)}), 101);
        QCOMPARE(count({.from = now.addSecs(600)}), 0);
        QCOMPARE(count({.until = now.addSecs(-600)}), 0);
    }

    void theSessionDecidesWhatIsSeen() {
        Database& database = m_log.database();
        QVERIFY(readAudit(sessionOf(Role::Auditor), database, {}));
        QVERIFY(readAudit(sessionOf(Role::Auditor), database, {.filter = {.operatorId = u"op0"_s}}));
        for (const Role role : {Role::Operator, Role::CardAdministrator, Role::SystemAdministrator}) {
            const auto refused = readAudit(sessionOf(role), database, {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
        }
        Session ended = sessionOf(Role::Auditor);
        ended.end();
        QCOMPARE(readAudit(ended, database, {}).error().code, ErrorCode::SessionEnded);
    }

    void ownHistoryIsOnesOwn() {
        AuditQuery others{.filter = {.operatorId = u"op0"_s}, .limit = 1000};
        const AuditPage page = readOwnHistory(sessionOf(Role::Operator), m_log.database(), others).value();
        QCOMPARE(page.records.size(), 34);
        for (const AuditRecord& record : page.records)
            QCOMPARE(record.operatorId, u"op1"_s);
        const Session nobody = sessionOf(Role::Operator, {});
        QVERIFY(readOwnHistory(nobody, m_log.database(), {}).value().records.isEmpty());
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::AuditReaderTest)
#include "tst_auditreader.moc"
