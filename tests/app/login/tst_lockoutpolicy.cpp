// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/lockoutpolicy.h"
#include "tests/support/testcase.h"

#include <algorithm>

namespace madoguchi {

using namespace std::chrono_literals;

class LockoutPolicyTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theDelayRisesWithEachFailure_data() {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("cardTriesLeft");
        QTest::addColumn<int>("minutes"); // -1: until a supervisor unlocks
        // A card that began with five tries
        QTest::newRow("5: first") << 1 << 4 << 0;
        QTest::newRow("5: second") << 2 << 3 << 0;
        QTest::newRow("5: third waits while two are left") << 3 << 2 << 1;
        QTest::newRow("5: fourth") << 4 << 1 << 5;
        QTest::newRow("5: blocked") << 5 << 0 << 30;
        // A card that began with three
        QTest::newRow("3: first") << 1 << 2 << 0;
        QTest::newRow("3: second waits before the last") << 2 << 1 << 1;
        QTest::newRow("3: blocked") << 3 << 0 << 1;
        // One that began with ten
        QTest::newRow("10: fifth") << 5 << 5 << 30;
        QTest::newRow("10: sixth") << 6 << 4 << -1;
        QTest::newRow("10: seventh") << 7 << 3 << -1;
        // After unlocking by a supervisor, with one left
        QTest::newRow("unlocked: first, none left") << 1 << 0 << 1;
    }
    void theDelayRisesWithEachFailure() {
        QFETCH(int, failures);
        QFETCH(int, cardTriesLeft);
        QFETCH(int, minutes);
        const LockoutPenalty penalty = penaltyFor({}, failures, cardTriesLeft);
        QCOMPARE(penalty.untilUnlocked, minutes < 0);
        QCOMPARE(penalty.delay, std::chrono::milliseconds(std::chrono::minutes(std::max(0, minutes))));
    }

    void thePolicyDecidesHowMany() {
        const LockoutPolicy strict{1, {2min}};
        QCOMPARE(penaltyFor(strict, 1, 9).delay, std::chrono::milliseconds(2min));
        QVERIFY(penaltyFor(strict, 2, 9).untilUnlocked);
    }

    void theTriesUntilThePenaltyNeverReachZero() {
        QCOMPARE(triesUntilPenalty({}, 0), 3);
        QCOMPARE(triesUntilPenalty({}, 2), 1);
        QCOMPARE(triesUntilPenalty({}, 3), 1);
        QCOMPARE(triesUntilPenalty({}, 9), 1);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::LockoutPolicyTest)
#include "tst_lockoutpolicy.moc"
