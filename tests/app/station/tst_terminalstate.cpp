// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/terminalstate.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class TerminalStateTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aNewStationIsOpen() {
        TestStation station;
        const FakeClock clock;
        TerminalState state(station.database(), clock);
        QCOMPARE(state.present(), TerminalOpening());
        QVERIFY(state.admit(Role::Operator));
    }

    void aClosedTerminalKeepsOperatorsOutAndNobodyElse() {
        TestStation station;
        const FakeClock clock;
        const Session supervisor = TestStation::session(Role::Supervisor, u"sup"_s);
        expect(TerminalState(station.database(), clock).close(supervisor));
        station.open();
        TerminalState state(station.database(), clock);
        QCOMPARE(state.present(), (TerminalOpening{false, u"sup"_s, clock.now()}));
        QCOMPARE(state.admit(Role::Operator).error().code, ErrorCode::TerminalClosed);
        for (const Role role :
             {Role::CardAdministrator, Role::Supervisor, Role::Auditor, Role::SystemAdministrator})
            QVERIFY(state.admit(role));
        expect(state.open(supervisor));
        QVERIFY(state.admit(Role::Operator));
    }

    void onlyASupervisorOpensAndCloses() {
        TestStation station;
        const FakeClock clock;
        TerminalState state(station.database(), clock);
        for (const Role role :
             {Role::Operator, Role::CardAdministrator, Role::Auditor, Role::SystemAdministrator}) {
            const Session session = TestStation::session(role);
            QCOMPARE(state.open(session).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(state.close(session).error().code, ErrorCode::PermissionDenied);
        }
        QVERIFY(expect(state.present()).open);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::TerminalStateTest)
#include "tst_terminalstate.moc"
