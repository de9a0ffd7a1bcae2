// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/policystore.h"
#include "app/station/settings.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class PolicyStoreTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aChangeLastsBeyondARestart() {
        TestStation station;
        QCOMPARE(PolicyStore(station.database()).load(), StationPolicy());
        StationPolicy policy;
        policy.lockAfter = std::chrono::minutes(20);
        const Session admin = TestStation::session(Role::SystemAdministrator);
        expect(PolicyStore(station.database()).change(admin, policy));
        station.open();
        QCOMPARE(PolicyStore(station.database()).view(admin), policy);
    }

    void aRefusedChangeChangesNothing() {
        TestStation station;
        PolicyStore store(station.database());
        StationPolicy policy;
        policy.lockout.delays.clear();
        QCOMPARE(store.change(TestStation::session(Role::SystemAdministrator), policy).error().code,
                 ErrorCode::InputInvalid);
        QCOMPARE(store.load(), StationPolicy());
    }

    void onlyTheSystemAdministratorMay() {
        TestStation station;
        PolicyStore store(station.database());
        for (const Role role : {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::Auditor}) {
            const Session session = TestStation::session(role);
            QCOMPARE(store.view(session).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(store.change(session, {}).error().code, ErrorCode::PermissionDenied);
        }
    }

    void storedValuesThatMakeNoSenseAreNotLivedBy() {
        TestStation station;
        expect(writeSetting(station.database(), u"policy"_s, {{u"failuresBeforeDelay"_s, 1000}}));
        QCOMPARE(PolicyStore(station.database()).load().error().code, ErrorCode::InputInvalid);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PolicyStoreTest)
#include "tst_policystore.moc"
