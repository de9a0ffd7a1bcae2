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
    std::optional<RevocationList> list() {
        return expect(office.station().workstation().revocations().listOf(office.issuing()));
    }
    /// 0: none.
    qint64 numberOfList() { return list() ? list()->number() : 0; }
    /// A certificate that this station has issued and revoked.
    void revoke(const QByteArray& serial) {
        IssueRegister& issues = office.station().workstation().issues();
        CardIssue issue;
        issue.id = expect(issues.nextId());
        issue.operatorId = issue.startedBy = u"ca1"_s;
        issue.witness = u"sv1"_s;
        issue.startedAt = clock.now();
        issue.guid = QByteArray(16, 'g');
        issue.lastDay = clock.now().date().addYears(3);
        expect(issues.add(issue));
        expect(issues.addCertificate(issue.id, CertificateKind::Login, serial, clock.now().addYears(1)));
        expect(issues.abandon(issue.id, clock.now()));
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
        QVERIFY(desk.list()->revoked().isEmpty());
        desk.revoke("serial");
        QVERIFY(desk.signsNext());
        QCOMPARE(desk.numberOfList(), 2);
        QCOMPARE(desk.list()->revoked().size(), 1);
        QCOMPARE(desk.list()->revoked().constFirst().serialNumber, QByteArray("serial"));
        QCOMPARE(desk.list()->nextUpdate(), desk.clock.now().addDays(RevocationPolicy().listDays));
        const auto records = desk.records(u"revocation-list.sign"_s);
        QCOMPARE(records.size(), 4); // newest first; what the PIN was asked for, and what came of it
        QCOMPARE(records.at(0).outcome, AuditOutcome::Done);
        QCOMPARE(records.at(0).operatorId, u"ca1"_s);
        QCOMPARE(records.at(0).details.value(u"number"_s), u"2"_s);
        QCOMPARE(records.at(0).details.value(u"revoked"_s), u"1"_s);
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

    void theThirdWrongPinIsTheLastHere() {
        Desk desk;
        QVERIFY(desk.isAtPin());
        for (int wrong = 0; wrong < 3; ++wrong) { // then the station's delay begins
            QVERIFY(desk.comesTo(ListSigningState::AwaitingPin));
            desk.submit("111111");
            QCOMPARE(desk.view().state, ListSigningState::Signing);
        }
        QVERIFY(desk.comesTo(ListSigningState::Stopped));
        QCOMPARE(desk.view().error->code, ErrorCode::PinDelayed);
        expect(desk.signing().begin()); // nor is a PIN asked for that would not be taken
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

    void aCardWithoutIssuingCertificateIsRefusedOnRecord() {
        Desk desk;
        desk.clock.advance(std::chrono::hours(24 * 365 * 11)); // the certificate's ten years are over
        QCOMPARE(desk.signing().begin().error().code, ErrorCode::IssuingCertificateMissing);
        QCOMPARE(desk.records(u"revocation-list.sign"_s).constFirst().details.value(u"error"_s),
                 u"IssuingCertificateMissing"_s);
    }

    void whenTheCardIsPulledNothingIsSigned() {
        Desk desk;
        QVERIFY(desk.isAtPin());
        desk.office.station().takeOut();
        QVERIFY(desk.comesTo(ListSigningState::Idle));
        QCOMPARE(desk.numberOfList(), 0);
        QVERIFY(desk.records(u"revocation-list.sign"_s).isEmpty());
    }

    void whatTheCardSignsDuringALockIsKeptAndOnRecord() {
        Desk desk;
        QVERIFY(desk.isAtPin());
        desk.office.station().stack().setLatency(std::chrono::milliseconds(500)); // time to see it
        const int before = desk.office.administrator()->pinTriesLeft();
        desk.submit();
        QCOMPARE(desk.view().state, ListSigningState::Signing);
        QTRY_VERIFY(desk.office.administrator()->isPinVerified()); // sent: what comes can't be called back
        desk.office.station().login().lock(SessionEnd::LockKey);
        QCOMPARE(desk.view().state, ListSigningState::Idle);
        QTRY_COMPARE(desk.numberOfList(), 1);
        const AuditRecord record = desk.records(u"revocation-list.sign"_s).constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.details.value(u"cancelled"_s), u"yes"_s);
        QCOMPARE(desk.office.administrator()->pinTriesLeft(), before);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ListSigningTest)
#include "tst_listsigning.moc"
