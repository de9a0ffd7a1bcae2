// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationfacts.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class StationFactsTest : public TestCase {
    Q_OBJECT

    static StationFacts facts() {
        return {u"0123"_s, u"131016"_s, u"窓口1"_s, FakeClock().now(), "-----BEGIN CERTIFICATE-----\n"};
    }

private Q_SLOTS:
    void whatWasGivenAtSetUpIsReadBack() {
        TestStation station;
        expect(storeStationFacts(station.database(), facts()));
        station.open();
        QCOMPARE(loadStationFacts(station.database()), facts());
        QCOMPARE(viewStationFacts(TestStation::session(Role::SystemAdministrator), station.database()),
                 facts());
    }

    void aStationIsSetUpOnce() {
        TestStation station;
        QCOMPARE(loadStationFacts(station.database()).error().code, ErrorCode::StationMissing);
        expect(storeStationFacts(station.database(), facts()));
        QCOMPARE(storeStationFacts(station.database(), facts()).error().code, ErrorCode::StationExists);
    }

    void namesAreNeeded() {
        TestStation station;
        for (const QString& name : {u""_s, u"　"_s, QString(65, u'x')}) {
            StationFacts wrong = facts();
            wrong.terminal = name;
            QCOMPARE(storeStationFacts(station.database(), wrong).error().code, ErrorCode::InputInvalid);
            wrong = facts();
            wrong.office = name;
            QCOMPARE(storeStationFacts(station.database(), wrong).error().code, ErrorCode::InputInvalid);
        }
    }

    void onlyTheSystemAdministratorSeesThem() {
        TestStation station;
        expect(storeStationFacts(station.database(), facts()));
        for (const Role role : {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::Auditor})
            QCOMPARE(viewStationFacts(TestStation::session(role), station.database()).error().code,
                     ErrorCode::PermissionDenied);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::StationFactsTest)
#include "tst_stationfacts.moc"
