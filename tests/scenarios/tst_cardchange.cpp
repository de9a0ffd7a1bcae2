// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One reader for two people's cards, and two readers with a part each, on a real pcscd: the operator's card
// goes out for an applicant's and comes back; in the applicants' reader cards come and go and lock nothing.

#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/simulatedvpcd.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

constexpr int Wait = 20'000; // milliseconds

} // namespace

class CardChangeTest : public TestCase {
    Q_OBJECT

    FakeClock m_clock;
    PcscdFixture m_pcscd;
    std::unique_ptr<CounterStation> m_station;
    CounterStation::Card m_operatorCard;
    CounterStation::Card m_applicantsCard;

    LoginController& login() { return m_station->login(); }
    bool reaches(LoginState state) {
        return QTest::qWaitFor([&] { return login().view().state == state; }, Wait);
    }
    bool shows(SwapReader reader) {
        return QTest::qWaitFor([&] { return login().view().swap.reader == reader; }, Wait);
    }
    bool logsIn(VpcdCard& card) {
        if (!card.insert(PcscdFixture::FirstPort) || !reaches(LoginState::AwaitingPin))
            return false;
        m_station->enterPin();
        return reaches(LoginState::InSession);
    }

private Q_SLOTS:
    void init() {
        TestCase::init();
        QVERIFY2(m_pcscd.start().has_value(), m_pcscd.log());
        m_station = std::make_unique<CounterStation>(m_clock);
        m_operatorCard = m_station->employ(u"op1"_s);
        m_applicantsCard = m_station->make(m_station->order());
        m_station->openOver(std::make_shared<PcscStack>(), 2);
        m_station->workstation().cards().setPatience(15s);
    }
    void cleanup() {
        m_station.reset();
        m_pcscd.stop();
    }

    void herCardGoesOutForAnApplicantsAndComesBack() {
        VpcdCard hers(behaviourOf(m_operatorCard));
        VpcdCard theirs(behaviourOf(m_applicantsCard));
        QVERIFY(logsIn(hers));
        const QString session = login().session()->facts().id;
        expect(login().beginSwap());
        hers.pull();
        QVERIFY(reaches(LoginState::CardAway));
        QVERIFY(theirs.insert(PcscdFixture::FirstPort));
        QVERIFY(shows(SwapReader::PivCard));
        theirs.pull();
        QVERIFY(reaches(LoginState::CardAway));
        QVERIFY(hers.insert(PcscdFixture::FirstPort));
        QVERIFY(reaches(LoginState::InSession));
        QCOMPARE(login().session()->facts().id, session);
        QVERIFY(login().session()->vaultKey() != nullptr);
        QCOMPARE(m_operatorCard->pinTriesLeft(), m_applicantsCard->pinTriesLeft()); // none was used
        hers.pull();
        QVERIFY(reaches(LoginState::WaitingForCard));
        QCOMPARE(m_station->verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void aServiceThatRestartsMeanwhileIsNoLock() {
        VpcdCard hers(behaviourOf(m_operatorCard));
        QVERIFY(logsIn(hers));
        expect(login().beginSwap());
        hers.pull();
        QVERIFY(reaches(LoginState::CardAway));
        m_pcscd.kill();
        QVERIFY2(m_pcscd.start().has_value(), m_pcscd.log());
        QVERIFY(hers.insert(PcscdFixture::FirstPort));
        QVERIFY(reaches(LoginState::InSession));
    }

    void afterAMinuteAnApplicantsCardInTheReaderOpensNothing() {
        VpcdCard hers(behaviourOf(m_operatorCard));
        VpcdCard theirs(behaviourOf(m_applicantsCard));
        QVERIFY(logsIn(hers));
        expect(login().beginSwap());
        hers.pull();
        QVERIFY(reaches(LoginState::CardAway));
        QVERIFY(theirs.insert(PcscdFixture::FirstPort));
        QVERIFY(shows(SwapReader::PivCard));
        m_clock.advance(CardSwap::Longest);
        QVERIFY(reaches(LoginState::WaitingForCard));
        QVERIFY(login().session() == nullptr);
        QVERIFY(m_station->workstation().work() == nullptr);
        QCOMPARE(login().view().swapFailure, ErrorCode::SwapOver);
    }

    void inTheApplicantsReaderCardsComeAndGo() {
        expect(m_station->workstation().readers().assign(
            CounterStation::session(Role::SystemAdministrator),
            {PcscdFixture::firstReader(), PcscdFixture::secondReader()}));
        VpcdCard hers(behaviourOf(m_operatorCard));
        QVERIFY(hers.insert(PcscdFixture::SecondPort));
        QVERIFY(
            QTest::qWaitFor([&] { return login().view().refusal == ErrorCode::ReaderForApplicants; }, Wait));
        hers.pull();
        QVERIFY(reaches(LoginState::WaitingForCard));
        QVERIFY(logsIn(hers));
        VpcdCard theirs(behaviourOf(m_applicantsCard));
        for (int visitor = 0; visitor < 3; ++visitor) {
            QVERIFY(theirs.insert(PcscdFixture::SecondPort));
            QTRY_VERIFY_WITH_TIMEOUT(
                m_station->workstation().cards().cardIn(PcscdFixture::secondReader()) != 0, Wait);
            theirs.pull();
            QTRY_VERIFY_WITH_TIMEOUT(
                m_station->workstation().cards().cardIn(PcscdFixture::secondReader()) == 0, Wait);
        }
        QCOMPARE(login().view().state, LoginState::InSession);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardChangeTest)
#include "tst_cardchange.moc"
