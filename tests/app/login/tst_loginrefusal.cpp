// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who is sent away before a PIN is asked for, and why: each reason against a whole station.

#include "app/station/settings.h"
#include "smartcard/simulator/foreigncard.h"
#include "smartcard/simulator/silentcard.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/swappedcard.h"
#include "tests/support/testcase.h"
#include "tests/support/wrongpin.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);
    Session administrator = CounterStation::session(Role::CardAdministrator);

    OperatorDirectory& directory() { return station.workstation().operators(); }
    /// Somebody else; `how`: what the register has of her. Before the program runs.
    CounterStation::Card employ(const std::function<void(Operator&)>& how) {
        Operator person = CounterStation::person(u"op2"_s);
        how(person);
        const auto card = station.make(station.order());
        station.enroll(person, card);
        return card;
    }
    void allowCardsWithoutCardKey(bool allow) {
        StationPolicy policy = expect(station.workstation().policy());
        policy.allowCardWithoutCardKey = allow;
        expect(station.workstation().policies().change(CounterStation::session(Role::SystemAdministrator),
                                                       policy));
    }
    void spoilPolicy() {
        expect(writeSetting(station.workstation().database(), u"policy"_s, {{u"failuresBeforeDelay"_s, 99}}));
    }
    /// Sent away for this reason, on the record, with no try of the PIN used.
    void isRefused(const std::shared_ptr<SimulatedCard>& card, ErrorCode code) {
        station.insert(card);
        QVERIFY2(station.refuses(code),
                 station.view().refusal ? qPrintable(errorName(*station.view().refusal)) : "not refused");
        station.enterPin();
        QCOMPARE(station.view().state, LoginState::TakeCardOut);
        const AuditRecord record = station.lastRecord();
        QCOMPARE(record.action, u"card.refused"_s);
        QCOMPARE(record.details.value(u"error"_s), errorName(code));
    }
    bool mayLogIn() {
        station.takeOut();
        return station.reaches(LoginState::WaitingForCard) && station.logIn(hanako);
    }
};

} // namespace

class LoginRefusalTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aCardThatIsNoPivCard() {
        Counter counter;
        counter.station.open();
        counter.isRefused(std::make_shared<ForeignCard>(), ErrorCode::CardNotPiv);
        QVERIFY(counter.mayLogIn());
    }

    void aCardThatSaysNothing_data() {
        QTest::addColumn<int>("silence");
        QTest::newRow("at reset") << static_cast<int>(SilentCard::Silence::AtReset);
        QTest::newRow("at commands") << static_cast<int>(SilentCard::Silence::AtCommands);
    }
    void aCardThatSaysNothing() {
        QFETCH(int, silence);
        Counter counter;
        counter.station.open();
        counter.isRefused(std::make_shared<SilentCard>(static_cast<SilentCard::Silence>(silence)),
                          ErrorCode::CardMute);
        QVERIFY(counter.mayLogIn());
    }

    void aCardThatIsNotInTheRegister() {
        Counter counter;
        counter.station.open();
        counter.isRefused(counter.station.make(counter.station.order()), ErrorCode::CardUnknown);
        QVERIFY(counter.mayLogIn());
    }

    void aCopyWithoutTheKeyInside() {
        Counter counter;
        CardContent original = expect(makeCard(counter.station.order(), counter.station.authority()));
        counter.station.enroll(CounterStation::person(u"op2"_s),
                               std::make_shared<SimulatedPivCard>(expect(copyOf(original))));
        CardContent copy = expect(copyOf(original)); // all that can be read, and keys of its own
        copy.keys.insert_or_assign(0x9E, expect(CardKey::generate(CardKeyAlgorithm::P256)));
        counter.station.open();
        counter.isRefused(std::make_shared<SimulatedPivCard>(std::move(copy)), ErrorCode::CardNotGenuine);
    }

    // Recognition says nothing about the card that answers when the PIN goes out.
    void aCopyThatTakesThePlaceOfTheCardAfterItWasRecognised() {
        Counter counter;
        const auto reader =
            std::make_shared<SwappedCard>(counter.station.order(), counter.station.authority());
        counter.station.enroll(CounterStation::person(u"op2"_s), reader->original());
        counter.station.open();
        counter.station.insert(reader);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        reader->swap();
        counter.station.enterPin();
        QVERIFY(counter.station.refuses(ErrorCode::CardNotGenuine));
        QCOMPARE(reader->pinsGiven(), 0);
        QCOMPARE(counter.station.recorded().last(3),
                 (QStringList{u"pin.submit"_s, u"pin.submit"_s, u"card.refused"_s}));
        const QString card = counter.station.idOf(reader->original());
        QCOMPARE(expect(counter.station.workstation().lockout().state(card)).triesUntilPenalty, 3);
        QVERIFY(counter.mayLogIn());
    }

    // The register says that the card has the key: no policy and nothing that it hides changes that.
    void aCopyThatHidesItsKey_data() {
        QTest::addColumn<bool>("hidesNumber");
        QTest::newRow("with the card's number") << false;
        QTest::newRow("known by its certificate only") << true;
    }
    void aCopyThatHidesItsKey() {
        QFETCH(bool, hidesNumber);
        Counter counter;
        CardContent original = expect(makeCard(counter.station.order(), counter.station.authority()));
        counter.station.enroll(CounterStation::person(u"op2"_s),
                               std::make_shared<SimulatedPivCard>(expect(copyOf(original))));
        CardContent copy = expect(copyOf(original));
        copy.keys.erase(0x9E);
        copy.objects.erase(CardContent::certificateTag(0x9E));
        if (hidesNumber)
            copy.objects.erase(pivtag::CardholderId);
        counter.station.open();
        counter.allowCardsWithoutCardKey(true);
        counter.isRefused(std::make_shared<SimulatedPivCard>(std::move(copy)), ErrorCode::CardNotGenuine);
    }

    void aGenuineCardWithSomebodyElsesNumber() {
        Counter counter;
        CardContent original = expect(makeCard(counter.station.order(), counter.station.authority()));
        counter.station.enroll(CounterStation::person(u"op2"_s),
                               std::make_shared<SimulatedPivCard>(expect(copyOf(original))));
        CardContent other = expect(makeCard(counter.station.order(), counter.station.authority()));
        other.objects[pivtag::CardholderId] = original.objects.at(pivtag::CardholderId);
        counter.station.open();
        counter.isRefused(std::make_shared<SimulatedPivCard>(std::move(other)), ErrorCode::CardNotGenuine);
    }

    void aCardWithoutItsOwnKeyIsLeftToThePolicy() {
        Counter counter;
        CardOrder order = counter.station.order();
        order.withCardAuthentication = false;
        const auto plain = counter.station.make(order);
        counter.station.enroll(CounterStation::person(u"op2"_s), plain);
        counter.station.open();
        counter.isRefused(plain, ErrorCode::CardWithoutCardKey);
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.allowCardsWithoutCardKey(true);
        QVERIFY(counter.station.logIn(plain));
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.allowCardsWithoutCardKey(false);
        counter.isRefused(plain, ErrorCode::CardWithoutCardKey);
        QVERIFY(counter.mayLogIn());
    }

    void everybodyWhileThePolicyCannotBeRead() {
        Counter counter;
        counter.station.open();
        counter.spoilPolicy();
        counter.isRefused(counter.hanako, ErrorCode::PolicyUnreadable);
    }

    void aPinThatIsTypedWhenThePolicyCannotBeReadAnyMore() {
        Counter counter;
        counter.station.open();
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        counter.spoilPolicy();
        counter.station.enterPin("000000");
        QVERIFY(counter.station.refuses(ErrorCode::PolicyUnreadable));
        QCOMPARE(counter.hanako->pinTriesLeft(), counter.station.order().personality.pinTries);
    }

    void anExpiredCertificate() {
        Counter counter;
        counter.station.open();
        counter.clock.setNow(counter.clock.now().addYears(4));
        counter.isRefused(counter.hanako, ErrorCode::CertificateExpired);
    }

    void aCertificateThatDoesNotHoldYet() {
        Counter counter;
        counter.station.open();
        counter.clock.setNow(counter.clock.now().addDays(-31));
        counter.isRefused(counter.hanako, ErrorCode::CertificateNotYetValid);
    }

    void aCertificateOfAnotherAuthority() {
        Counter counter;
        const CertificateValidity validity{counter.clock.now().addDays(-1), counter.clock.now().addYears(1)};
        // Even under the same name, and even if somebody wrote it into the register.
        const auto foreign =
            expect(CertificateAuthority::make({u"試験市"_s, {}, u"試験認証局"_s, {}}, validity));
        const auto card = CounterStation::make(counter.station.order(), foreign);
        counter.station.open();
        counter.isRefused(card, ErrorCode::CardUnknown);
        OperatorCard row;
        row.operatorId = u"op1"_s;
        row.authenticationCertificate = card->certificate(0x9A);
        row.cardCertificate = card->certificate(0x9E);
        row.enrolledAt = counter.clock.now();
        expect(counter.directory().add(row));
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.isRefused(card, ErrorCode::CertificateNotTrusted);
        QVERIFY(counter.mayLogIn());
    }

    void aSuspendedOperator() {
        Counter counter;
        counter.station.open();
        expect(counter.directory().suspend(counter.administrator, u"op1"_s));
        counter.isRefused(counter.hanako, ErrorCode::OperatorSuspended);
        expect(counter.directory().resume(counter.administrator, u"op1"_s));
        QVERIFY(counter.mayLogIn());
    }

    void anOperatorOutsideTheDatesOfTheRole() {
        Counter counter;
        const auto leaver = counter.employ(
            [&](Operator& person) { person.validTo = counter.clock.now().toLocalTime().date().addDays(-1); });
        counter.station.open();
        counter.isRefused(leaver, ErrorCode::OperatorOutsideDates);
        QVERIFY(counter.mayLogIn());
    }

    void anOperatorOutsideWorkingHours() {
        Counter counter;
        const QTime now = counter.clock.now().toLocalTime().time();
        const int minute = now.hour() * 60 + now.minute();
        const auto early = counter.employ([&](Operator& person) {
            person.hours = WorkingHours{minute - 60, minute};
        });
        counter.station.open();
        counter.isRefused(early, ErrorCode::OperatorOutsideHours);
        counter.clock.advance(-1min);
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        QVERIFY(counter.station.logIn(early));
    }

    void anOperatorOfAnotherTerminal() {
        Counter counter;
        const auto elsewhere = counter.employ([](Operator& person) { person.terminals = {u"T2"_s}; });
        counter.station.open();
        counter.isRefused(elsewhere, ErrorCode::OperatorWrongTerminal);
        QVERIFY(counter.mayLogIn());
    }

    void anOperatorOfSeveralTerminalsWorksHereToo() {
        Counter counter;
        const auto everywhere = counter.employ([](Operator& person) {
            person.terminals = {u"T2"_s, CounterStation::terminal()};
        });
        counter.station.open();
        QVERIFY(counter.station.logIn(everywhere));
    }

    void anOperatorAtAClosedTerminalButNotItsSupervisor() {
        Counter counter;
        const auto supervisor = counter.station.employ(u"sv1"_s, Role::Supervisor);
        counter.station.open();
        expect(
            counter.station.workstation().terminalState().close(CounterStation::session(Role::Supervisor)));
        counter.isRefused(counter.hanako, ErrorCode::TerminalClosed);
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        QVERIFY(counter.station.logIn(supervisor));
        expect(counter.station.workstation().terminalState().open(*counter.station.login().session()));
        QVERIFY(counter.mayLogIn());
    }

    void aBlockedCard() {
        Counter counter;
        counter.station.open();
        useUpTries(*counter.hanako, 0);
        counter.isRefused(counter.hanako, ErrorCode::CardBlocked);
    }

    void aCardThatAnotherProgramHolds() {
        Counter counter;
        counter.station.open();
        counter.station.stack().setHeldByAnother(CounterStation::firstReader(), true);
        counter.isRefused(counter.hanako, ErrorCode::CardBusy);
        counter.station.stack().setHeldByAnother(CounterStation::firstReader(), false);
        QVERIFY(counter.mayLogIn());
    }

private:
    static Result<CardContent> copyOf(const CardContent& content) {
        return CardContent::fromJson(expect(content.toJson()));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LoginRefusalTest)
#include "tst_loginrefusal.moc"
