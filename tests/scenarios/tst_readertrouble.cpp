// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A counter whose readers and card service misbehave, on a real pcscd: readers that come and go, a service
// that restarts 100 times, a card that never answers. The login only says what is missing, costs nobody a
// try, and works when the trouble is over.

#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/counterstation.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/settledreader.h"
#include "tests/support/simulatedvpcd.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

constexpr int Wait = 20'000; // milliseconds
constexpr int Restarts = 100;

} // namespace

class ReaderTroubleTest : public TestCase {
    Q_OBJECT

    SystemClock m_clock;
    PcscdFixture m_pcscd;
    std::unique_ptr<CounterStation> m_station;
    CounterStation::Card m_operatorCard;
    std::unique_ptr<Workstation> m_workstation;

    LoginController& login() { return m_workstation->login(); }
    bool reaches(LoginState state) {
        return QTest::qWaitFor([&] { return login().view().state == state; }, Wait);
    }
    bool comesTo(CardServiceCondition condition) {
        return QTest::qWaitFor([&] { return login().view().condition == condition; }, Wait);
    }
    void open(std::chrono::milliseconds patience = 15s) {
        m_workstation =
            expect(Workstation::open(m_station->folder(), std::make_shared<PcscStack>(), m_clock));
        m_workstation->cards().setPatience(patience);
        m_workstation->cards().start();
    }
    bool typePin() {
        login().submitPin(SecretBytes::copyOf(CounterStation::Pin));
        return reaches(LoginState::InSession);
    }
    bool start() { return m_pcscd.start().has_value(); }

private Q_SLOTS:
    void init() {
        TestCase::init();
        m_station = std::make_unique<CounterStation>(m_clock);
        m_operatorCard = m_station->employ(u"op1"_s);
    }
    void cleanup() {
        m_workstation.reset();
        m_pcscd.kill();
        m_station.reset();
    }

    void readersComeAndGo() {
        QVERIFY(m_pcscd.start(PcscdFixture::Readers::None).has_value());
        open();
        QVERIFY(comesTo(CardServiceCondition::NoReader));
        VpcdCard card(behaviourOf(m_operatorCard));
        for (int round = 0; round < 3; ++round) {
            m_pcscd.stop(); // Debian's pcscd takes virtual readers in at its start only
            QVERIFY2(start(), m_pcscd.log());
            QVERIFY(comesTo(CardServiceCondition::Running));
            QVERIFY(card.insert(PcscdFixture::FirstPort));
            QVERIFY(reaches(LoginState::AwaitingPin));
            QVERIFY(typePin());
            m_pcscd.kill(); // with the readers and the card in use
            QVERIFY(reaches(LoginState::WaitingForCard));
            QVERIFY(!login().session());
            QVERIFY(m_pcscd.start(PcscdFixture::Readers::None).has_value());
            QVERIFY(comesTo(CardServiceCondition::NoReader));
        }
        QCOMPARE(m_operatorCard->pinTriesLeft(), 5);
    }

    void aHundredRestartsOfTheServiceCostNothing() {
        QVERIFY(start());
        open();
        VpcdCard card(behaviourOf(m_operatorCard));
        QRandomGenerator random(20261122); // the same moments each time, as far as the machine allows
        QSet<int> seen;
        const QObject thisTest; // ends before what it writes to
        connect(&login(), &LoginController::viewChanged, &thisTest,
                [&] { seen.insert(static_cast<int>(login().view().state)); });
        int sessions = 0;
        for (int round = 0; round < Restarts; ++round) {
            const bool getsIn = round % 20 == 10; // now and then somebody gets as far as a session
            // Only then is a PIN asked for by this card, and not still for the one before the restart.
            QVERIFY(!getsIn || reaches(LoginState::WaitingForCard));
            static_cast<void>(card.insert(PcscdFixture::FirstPort));
            if (getsIn) {
                QVERIFY2(reaches(LoginState::AwaitingPin), qPrintable(QString::number(round)));
                QVERIFY(typePin());
                ++sessions;
            } else {
                QTest::qWait(random.bounded(700));
                if (login().view().state == LoginState::AwaitingPin && round % 3 == 0)
                    login().submitPin(SecretBytes::copyOf(CounterStation::Pin)); // killed while it is checked
                QTest::qWait(random.bounded(20));
            }
            m_pcscd.kill();
            QVERIFY2(start(), m_pcscd.log());
        }
        QCOMPARE(sessions, 5);
        QVERIFY(!seen.contains(static_cast<int>(LoginState::Halted)));
        QVERIFY(comesTo(CardServiceCondition::Running));
        QVERIFY(reaches(LoginState::WaitingForCard));
        QVERIFY(card.insert(PcscdFixture::FirstPort));
        QVERIFY(reaches(LoginState::AwaitingPin));
        QVERIFY(typePin());
        QVERIFY(m_workstation->work()); // the vault is open
        QCOMPARE(m_operatorCard->pinTriesLeft(), 5);
    }

    void aCardThatNeverAnswersStopsOnlyItsReader() {
        QVERIFY(start());
        open(1s);
        VpcdCard mute({.command = [](QByteArrayView) { return QByteArray(); }});
        QVERIFY(mute.insert(PcscdFixture::SecondPort));
        QTRY_VERIFY_WITH_TIMEOUT(login().view().refusal == ErrorCode::CardMute,
                                 Wait); // its worker is abandoned
        VpcdCard card(behaviourOf(m_operatorCard));
        QVERIFY(card.insert(PcscdFixture::FirstPort));
        QVERIFY(reaches(LoginState::AwaitingPin));
        QVERIFY(typePin());
        mute.pull();
        card.pull();
        QVERIFY(reaches(LoginState::WaitingForCard));
        // the reader that the mute card was in serves the next one
        QTRY_VERIFY(isReadyForACard(m_workstation->cards().readers(), PcscdFixture::secondReader()));
        QVERIFY(card.insert(PcscdFixture::SecondPort));
        QVERIFY(reaches(LoginState::AwaitingPin));
        QVERIFY(typePin());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ReaderTroubleTest)
#include "tst_readertrouble.moc"
