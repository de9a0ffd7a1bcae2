// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/readerstore.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class ReaderStoreTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void onANewStationAnyReaderWillDo() {
        TestStation station;
        QCOMPARE(expect(ReaderStore(station.database()).load()), ReaderAssignment());
    }

    void whatIsAssignedLastsAndIsReplacedAsAWhole() {
        TestStation station;
        const Session administrator = TestStation::session(Role::SystemAdministrator);
        const ReaderAssignment both{u"Reader 1"_s, u"Reader 2"_s};
        expect(ReaderStore(station.database()).assign(administrator, both));
        station.open();
        QCOMPARE(expect(ReaderStore(station.database()).load()), both);
        QCOMPARE(expect(ReaderStore(station.database()).view(administrator)), both);
        const ReaderAssignment swapped{u"Reader 2"_s, u"Reader 1"_s};
        expect(ReaderStore(station.database()).assign(administrator, swapped));
        QCOMPARE(expect(ReaderStore(station.database()).load()), swapped);
        expect(ReaderStore(station.database()).assign(administrator, {}));
        QCOMPARE(expect(ReaderStore(station.database()).load()), ReaderAssignment());
    }

    void oneReaderHasOnePart() {
        TestStation station;
        ReaderStore store(station.database());
        const Session administrator = TestStation::session(Role::SystemAdministrator);
        QCOMPARE(store.assign(administrator, {u"Reader 1"_s, u"Reader 1"_s}).error().code,
                 ErrorCode::InputInvalid);
        QCOMPARE(expect(store.load()), ReaderAssignment());
    }

    void onlyTheSystemAdministratorLooksAndAssigns() {
        TestStation station;
        ReaderStore store(station.database());
        for (const Role role : {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::Auditor}) {
            const Session session = TestStation::session(role);
            QCOMPARE(store.view(session).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(store.assign(session, {u"Reader 1"_s, {}}).error().code, ErrorCode::PermissionDenied);
        }
        QCOMPARE(expect(store.load()), ReaderAssignment());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ReaderStoreTest)
#include "tst_readerstore.moc"
