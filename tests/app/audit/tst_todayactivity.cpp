// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/todayactivity.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class TodayActivityTest : public TestCase {
    Q_OBJECT

    static void append(LogFixture& log, const QString& person, const QString& action, AuditOutcome outcome) {
        AuditRecord record;
        record.operatorId = person;
        record.action = action;
        record.outcome = outcome;
        record.phase = AuditPhase::Event;
        expect(log.writer().append(record));
    }
    static QList<OperatorActivity> today(LogFixture& log, const QDateTime& since) {
        return expect(summariseActivity(sessionOf(Role::Supervisor), log.database(), since));
    }
    const QDateTime m_ever = QDateTime::fromMSecsSinceEpoch(0).toUTC();

private Q_SLOTS:
    void eachThingIsCountedForWhoeverDidIt() {
        LogFixture log;
        log.open();
        for (const auto& action : {u"session.start"_s, u"draft.create"_s, u"draft.save"_s, u"draft.save"_s,
                                   u"draft.hand-over"_s, u"draft.delete"_s})
            append(log, u"op1"_s, action, AuditOutcome::Done);
        append(log, u"op1"_s, u"draft.save"_s, AuditOutcome::Failed);
        append(log, u"op2"_s, u"pin.refused"_s, AuditOutcome::Refused);
        append(log, u"op2"_s, u"draft.open"_s, AuditOutcome::Refused);
        append(log, u"op2"_s, u"session.unlock"_s, AuditOutcome::Done);
        append(log, u""_s, u"card.refused"_s, AuditOutcome::Refused);
        OperatorActivity nobody;
        nobody.refusals = 1;
        OperatorActivity first;
        first.operatorId = u"op1"_s;
        first.logins = first.draftsCreated = first.draftsHandedOver = first.draftsDeleted = 1;
        first.draftsSaved = 2;
        first.failures = 1;
        OperatorActivity second;
        second.operatorId = u"op2"_s;
        second.wrongPins = second.refusals = 1;
        QCOMPARE(today(log, m_ever), (QList<OperatorActivity>{nobody, first, second}));
    }

    void anAttemptCountsForNothingUntilItsOutcome() {
        LogFixture log;
        log.open();
        append(log, u"op1"_s, u"draft.save"_s, AuditOutcome::None);
        QCOMPARE(today(log, m_ever).constFirst().draftsSaved, 0);
    }

    void whatWasBeforeTheDayAndTheProgramsOwnRecordsAreLeftOut() {
        LogFixture log;
        log.open();
        QVERIFY(today(log, m_ever).isEmpty()); // its start belongs to nobody
        append(log, u"op1"_s, u"draft.save"_s, AuditOutcome::Done);
        QCOMPARE(today(log, m_ever).size(), 1);
        QVERIFY(today(log, QDateTime::currentDateTimeUtc().addYears(100)).isEmpty());
    }

    void onlyASupervisorSeesIt() {
        LogFixture log;
        log.open();
        for (const Role role : {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::Auditor,
                                Role::SystemAdministrator})
            QCOMPARE(summariseActivity(sessionOf(role), log.database(), m_ever).has_value(),
                     role == Role::Supervisor);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::TodayActivityTest)
#include "tst_todayactivity.moc"
