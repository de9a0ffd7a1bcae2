// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The next list of revoked cards, signed in the administrator's session by her own card.

#include "app/audit/auditreader.h"
#include "app/issuing/listsigning.h"
#include "app/login/lockoutregister.h"
#include "tests/support/fakeclock.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

class Desk {
public:
    FakeClock clock;
    IssuingOffice office{clock};

    explicit Desk(const QString& person = u"ca1"_s) {
        office.station().open();
        if (!office.station().logIn(person == u"ca1"_s ? office.administrator() : office.witness()))
            qFatal("nobody can log in");
    }
    ListSigning& signing() { return office.station().workstation().listSigning(); }
    const ListSigningView& view() { return signing().view(); }
    bool comesTo(ListSigningState state) {
        return QTest::qWaitFor([this, state] { return view().state == state; });
    }
    bool isAtPin() {
        expect(signing().begin());
        return comesTo(ListSigningState::AwaitingPin);
    }
    void submit(const QByteArray& pin = CounterStation::Pin) {
        signing().submitPin(SecretBytes::copyOf(pin));
    }
    bool signsNext() {
        if (!isAtPin())
            return false;
        submit();
        return comesTo(ListSigningState::Done);
    }
    /// 0: none.
    qint64 numberOfList() {
        const auto list = expect(office.station().workstation().revocations().listOf(office.issuing()));
        return list ? list->number() : 0;
    }
    QList<AuditRecord> records(const QString& action) {
        AuditQuery query;
        query.filter.action = action;
        return expect(readAuditAsAdministrator(office.station().workstation().database(), query)).records;
    }
};

} // namespace

class ListSigningTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theNextListIsSignedKeptAndOnRecord() {
        Desk desk;
        QVERIFY(desk.signsNext());
        QCOMPARE(desk.numberOfList(), 1);
        QVERIFY(desk.signsNext());
        QCOMPARE(desk.numberOfList(), 2);
        QCOMPARE(desk.view().list.nextUpdate, desk.clock.now().addDays(RevocationPolicy().listDays));
        const auto records = desk.records(u"revocation-list.sign"_s);
        QCOMPARE(records.size(), 4); // newest first; what the PIN was asked for, and what came of it
        QCOMPARE(records.at(0).outcome, AuditOutcome::Done);
        QCOMPARE(records.at(0).operatorId, u"ca1"_s);
        QCOMPARE(records.at(0).details.value(u"number"_s), u"2"_s);
        QVERIFY(records.at(0).target.startsWith(u"certificate:"_s));
        QCOMPARE(records.at(1).outcome, AuditOutcome::None);
    }

    void aWrongPinSignsNothingAndCounts() {
        Desk desk;
        QVERIFY(desk.isAtPin());
        desk.submit("111111");
        QVERIFY(desk.comesTo(ListSigningState::AwaitingPin));
        QVERIFY(desk.view().pinWasWrong);
        QCOMPARE(desk.view().triesLeft, 4);
        QCOMPARE(desk.records(u"pin.refused"_s).size(), 1);
        desk.submit("1");
        QVERIFY(desk.view().pinWasMalformed);
        QCOMPARE(desk.numberOfList(), 0);
        desk.submit();
        QVERIFY(desk.comesTo(ListSigningState::Done));
        QCOMPARE(desk.numberOfList(), 1);
    }

    void afterTooManyWrongPinsItStops() {
        Desk desk;
        QVERIFY(desk.isAtPin());
        for (int wrong = 0; wrong < 3; ++wrong) { // then the station's delay begins
            desk.submit("111111");
            QVERIFY(desk.comesTo(ListSigningState::AwaitingPin));
        }
        desk.submit();
        QVERIFY(desk.comesTo(ListSigningState::Stopped));
        QCOMPARE(desk.view().error->code, ErrorCode::PinDelayed);
        QCOMPARE(desk.numberOfList(), 0);
    }

    void whoeverMayNotIssueIsRefusedOnRecord() {
        Desk desk(u"sv1"_s);
        QCOMPARE(desk.signing().begin().error().code, ErrorCode::PermissionDenied);
        const auto records = desk.records(u"revocation-list.sign"_s);
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.at(0).outcome, AuditOutcome::Refused);
        QCOMPARE(desk.view().state, ListSigningState::Idle);
    }

    void whenTheCardIsPulledNothingIsSigned() {
        Desk desk;
        QVERIFY(desk.isAtPin());
        desk.office.station().takeOut();
        QVERIFY(desk.comesTo(ListSigningState::Idle));
        desk.submit();
        QCOMPARE(desk.view().state, ListSigningState::Idle);
        QCOMPARE(desk.numberOfList(), 0);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ListSigningTest)
#include "tst_listsigning.moc"
