// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/receptionstore.h"
#include "tests/app/support/testvault.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class ReceptionStoreTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void numbersCountWithinTheirLocalDay() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        t.clock.setNow(QDateTime(QDate(2026, 11, 21), QTime(23, 59)).toUTC());
        QCOMPARE(t.reception(hanako), u"20261121-0001"_s);
        QCOMPARE(t.reception(TestVault::session(u"op2"_s)), u"20261121-0002"_s);
        t.clock.advance(std::chrono::minutes(1));
        QCOMPARE(t.reception(hanako), u"20261122-0001"_s);
    }

    void aClockSetBackRepeatsNoNumber() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const QString first = t.reception(hanako);
        t.clock.setNow(t.clock.now().addDays(1));
        t.reception(hanako);
        t.clock.setNow(t.clock.now().addDays(-1));
        QVERIFY(t.reception(hanako) != first);
    }

    void aPurposeOffTheListIsRefused() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        QCOMPARE(t.receptions->open(hanako, u"curiosity"_s).error().code, ErrorCode::InputInvalid);
        QCOMPARE(t.receptions->open(hanako, {}).error().code, ErrorCode::InputInvalid);
        QVERIFY(expect(t.receptions->recent(hanako)).isEmpty());
    }

    void somebodyElsesReceptionIsNotFound() {
        TestVault t;
        const QString number = t.reception(TestVault::session(u"op1"_s));
        QCOMPARE(expect(t.receptions->find(TestVault::session(u"op1"_s), number)).purpose, u"application"_s);
        QCOMPARE(t.receptions->find(TestVault::session(u"op2"_s), number).error().code,
                 ErrorCode::ReceptionMissing);
        QVERIFY(expect(t.receptions->recent(TestVault::session(u"op2"_s))).isEmpty());
    }

    void theNewestComeFirst() {
        TestVault t;
        const Session hanako = TestVault::session(u"op1"_s);
        const QString first = t.reception(hanako);
        const QString second = t.reception(hanako);
        const QList<Reception> recent = expect(t.receptions->recent(hanako));
        QCOMPARE(recent.size(), 2);
        QCOMPARE(recent[0].number, second);
        QCOMPARE(recent[1].number, first);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ReceptionStoreTest)
#include "tst_receptionstore.moc"
