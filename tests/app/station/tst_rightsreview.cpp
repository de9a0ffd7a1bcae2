// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/rightsreview.h"
#include "app/station/settings.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

#include <QJsonObject>
#include <QTimeZone>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 11, 21), QTime(3, 0), QTimeZone::utc());

} // namespace

class RightsReviewTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theFirstOneIsDueHalfAYearAfterTheStationWasMade() {
        TestStation station;
        const Session auditor = TestStation::session(Role::Auditor);
        const auto last = expect(lastRightsReview(auditor, station.database()));
        QVERIFY(!last);
        QCOMPARE(rightsReviewDue(last, Now, Now), Now.toLocalTime().date().addDays(180));
    }

    void whatWasDoneLastsAndTheNextOneIsDueAfterIt() {
        TestStation station;
        const Session auditor = TestStation::session(Role::Auditor);
        expect(noteRightsReview(auditor, station.database(), Now));
        station.open();
        const auto last = expect(lastRightsReview(auditor, station.database()));
        QCOMPARE(last, std::optional(RightsReview{Now, auditor.facts().operatorId}));
        QCOMPARE(rightsReviewDue(last, Now.addYears(-3), Now.addDays(3)),
                 Now.toLocalTime().date().addDays(180));
    }

    void aReviewThatIsStillToComeCountsForNothing() {
        const std::optional ahead(RightsReview{Now.addYears(1), u"au01"_s});
        QCOMPARE(rightsReviewDue(ahead, Now.addYears(-3), Now), Now.toLocalTime().date());
    }

    void onlyWhoReviewsRightsLooksAndNotes() {
        TestStation station;
        for (const Role role : {Role::Operator, Role::Supervisor, Role::SystemAdministrator}) {
            const Session session = TestStation::session(role);
            QCOMPARE(lastRightsReview(session, station.database()).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(noteRightsReview(session, station.database(), Now).error().code,
                     ErrorCode::PermissionDenied);
        }
        QVERIFY(!expect(lastRightsReview(TestStation::session(Role::Auditor), station.database())));
    }

    void aDayThatCanNotBeReadIsNoReview() {
        TestStation station;
        expect(writeSetting(station.database(), u"rightsReview"_s, {{u"at"_s, u"yesterday"_s}}));
        QCOMPARE(lastRightsReview(TestStation::session(Role::Auditor), station.database()).error().code,
                 ErrorCode::DatabaseCorrupt);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::RightsReviewTest)
#include "tst_rightsreview.moc"
