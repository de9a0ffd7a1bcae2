// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a revocation list means at login: a card of the office's own authority at a whole station.

#include "app/audit/auditreader.h"
#include "app/issuing/authority.h"
#include "app/issuing/issueregister.h"
#include "app/station/station.h"
#include "app/station/stationinit.h"
#include "tests/app/support/ownauthority.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

struct Counter {
    FakeClock clock;
    OwnAuthority own{clock.now()};
    QTemporaryDir folder;
    QString path = setUp();
    CounterStation station{clock, path};
    CounterStation::Card hanako = own.makeCard();
    std::optional<LoginGreeting> greeting;

    Counter() {
        station.enroll(CounterStation::person(u"op1"_s), hanako);
        station.open();
        QObject::connect(&station.login(), &LoginController::sessionStarted, &station.login(),
                         [this](const LoginGreeting& told) { greeting = told; });
    }
    Revocations& revocations() { return station.workstation().revocations(); }
    /// A list from now on; revoking Hanako's login certificate or nobody's.
    void take(bool revokesHanako, qint64 number = 1) {
        takeList(revokesHanako ? QList{hanako} : QList<CounterStation::Card>(), number);
    }
    /// A list that revokes these cards' login certificates.
    void takeList(const QList<CounterStation::Card>& cards, qint64 number = 1) {
        QList<RevokedCertificate> revoked;
        for (const auto& card : cards) {
            revoked.append(
                {OwnAuthority::serialOf(expect(Certificate::fromDer(card->certificate(0x9A)))), clock.now()});
        }
        QVERIFY(expect(revocations().import(own.list(number, revoked, clock.now()).der())));
    }
    /// Whose card waits for the key that Hanako's has.
    CounterStation::Card employJiro() {
        station.close();
        const auto jiro = own.makeCard();
        station.enroll(CounterStation::person(u"op2"_s), jiro);
        station.open();
        QObject::connect(&station.login(), &LoginController::sessionStarted, &station.login(),
                         [this](const LoginGreeting& told) { greeting = told; });
        return jiro;
    }
    VaultSlotState slotOf(const CounterStation::Card& card) {
        return expect(station.workstation().vaultKeySlots().state(station.idOf(card)));
    }
    /// Hanako's login certificate is one of the register's own.
    void noteIssued() {
        IssueRegister issues(station.workstation().database());
        expect(issues.add({.id = u"I-0001"_s,
                           .operatorId = u"op1"_s,
                           .startedBy = u"ad1"_s,
                           .witness = u"sv1"_s,
                           .startedAt = clock.now(),
                           .endedAt = {},
                           .guid = QByteArray(16, 'g'),
                           .lastDay = clock.now().date().addYears(2),
                           .sealedPuk = "sealed",
                           .card = {}}));
        const Certificate login = expect(Certificate::fromDer(hanako->certificate(0x9A)));
        expect(issues.addCertificate(u"I-0001"_s, CertificateKind::Login, OwnAuthority::serialOf(login),
                                     login.notAfter()));
    }
    void change(const RevocationPolicy& revocation) {
        StationPolicy policy = expect(station.workstation().policy());
        policy.revocation = revocation;
        expect(station.workstation().policies().change(CounterStation::session(Role::SystemAdministrator),
                                                       policy));
    }
    void isRefused(ErrorCode code) {
        station.insert(hanako);
        QVERIFY2(station.refuses(code),
                 station.view().refusal ? qPrintable(errorName(*station.view().refusal)) : "not refused");
        const AuditRecord record = station.lastRecord();
        QCOMPARE(record.action, u"card.refused"_s);
        QCOMPARE(record.details.value(u"error"_s), errorName(code));
        QCOMPARE(hanako->pinTriesLeft(), 5);
    }
    AuditRecord lastAcceptance() {
        AuditQuery query;
        query.filter.action = u"card.accepted"_s;
        query.limit = 1;
        return expect(readAuditAsAdministrator(station.workstation().database(), query)).records.value(0);
    }

private:
    QString setUp() {
        const StationFolder place(folder.filePath(u"station"_s));
        const QByteArray pem = pemOf(own.root().certificate);
        expect(initialiseStation(place, {OwnAuthority::office(), CounterStation::terminal(), pem}, clock));
        const auto made = expect(Station::open(place, clock));
        expect(
            OfficeAuthority(made->database())
                .add(own.issuing(), own.chuidHash(), expect(CertificateVerifier::fromPem(pem)), clock.now()));
        return place.path();
    }
};

} // namespace

class LoginRevocationTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aCardOfTheOwnAuthorityLogsInWithAndWithoutAList() {
        Counter counter;
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(counter.greeting->revocation, RevocationStanding::Unlisted);
        QCOMPARE(counter.lastAcceptance().details.value(u"revocationList"_s), u"no-list"_s);
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.take(false);
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(counter.greeting->revocation, RevocationStanding::Good);
        QVERIFY(!counter.lastAcceptance().details.contains(u"revocationList"_s));
    }

    void whatIsIssuedHereNeedsNoList() {
        Counter counter;
        counter.noteIssued();
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(counter.greeting->revocation, RevocationStanding::Register);
        QVERIFY(!counter.lastAcceptance().details.contains(u"revocationList"_s));
    }

    // A list of another station may revoke a card that the register here has as active.
    void aRevokedCardGetsNoKey() {
        Counter counter;
        const auto jiro = counter.employJiro();
        counter.takeList({jiro});
        QVERIFY(counter.station.logIn(counter.hanako)); // who has the key and gives it
        QVERIFY(counter.slotOf(jiro) == VaultSlotState::Waiting);
        QCOMPARE(counter.greeting->vaultKeysFilled, 0);
        AuditQuery grants;
        grants.filter.action = u"vault.key-grant"_s;
        const auto told =
            expect(readAuditAsAdministrator(counter.station.workstation().database(), grants)).records;
        QCOMPARE(told.constFirst().details.value(u"error"_s), u"CertificateRevoked"_s);
    }

    void aKeyOnARevokedCardOpensNothingForAnybody() {
        Counter counter;
        const auto jiro = counter.employJiro();
        QVERIFY(counter.station.logIn(counter.hanako));
        QVERIFY(counter.slotOf(jiro) == VaultSlotState::Ready);
        const Session administrator = CounterStation::session(Role::CardAdministrator, u"ad1"_s);
        const auto withoutHanako = [&] {
            return expect(counter.station.workstation().cardLife().fatesWithout(
                              administrator, {counter.station.idOf(counter.hanako)}, CardLeaves::ForEver))
                .drafts;
        };
        QVERIFY(withoutHanako() == KeyFate::WithOthers);
        counter.takeList({jiro});
        QVERIFY(withoutHanako() == KeyFate::Lost); // and not kept until he comes back
    }

    void aRevokedCardIsRefusedBeforeItsPin() {
        Counter counter;
        counter.take(true);
        counter.isRefused(ErrorCode::CertificateRevoked);
    }

    void aCardThatIsRevokedWhileItWaitsIsRefusedWithItsPinUnused() {
        Counter counter;
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        counter.take(true);
        counter.station.enterPin("000000");
        QVERIFY(counter.station.refuses(ErrorCode::CertificateRevoked));
        QCOMPARE(counter.hanako->pinTriesLeft(), 5);
    }

    void anOldListStillDoesForAWeekOnRecordAndWithAWarning() {
        Counter counter;
        counter.take(false);
        counter.clock.advance(24h * 8);
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(counter.greeting->revocation, RevocationStanding::Overdue);
        QCOMPARE(counter.lastAcceptance().details.value(u"revocationList"_s), u"overdue"_s);
    }

    void whereTheCardWasIssuedItIsOnlyWarnedOf() {
        Counter counter;
        counter.noteIssued();
        counter.take(false);
        counter.clock.advance(24h * 60);
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(counter.greeting->revocation, RevocationStanding::Overdue);
        QCOMPARE(counter.lastAcceptance().details.value(u"revocationList"_s), u"overdue"_s);
    }

    void elsewhereItIsRefusedUntilThereIsANewOne() {
        Counter counter;
        counter.take(false);
        counter.clock.advance(24h * 15);
        counter.isRefused(ErrorCode::RevocationUnknown);
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.take(false, 2);
        QVERIFY(counter.station.logIn(counter.hanako));
    }

    void thePolicyCanInsistOnAList() {
        Counter counter;
        counter.change({.required = true});
        counter.isRefused(ErrorCode::RevocationUnknown);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LoginRevocationTest)
#include "tst_loginrevocation.moc"
