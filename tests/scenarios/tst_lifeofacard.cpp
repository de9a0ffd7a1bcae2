// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What becomes of a card that was issued here, on a real pcscd with two virtual readers and the whole
// program: first login, another PIN, wrong PINs until it is blocked, two people who unblock it, loss, and the
// card that comes after it. Each story begins on the evening on which the card was issued.

#include "tests/support/fakeclock.h"
#include "tests/support/pcscdcounter.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/testcase.h"
#include "tests/support/wrongpin.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

const QByteArray ChosenPin = IssuingOffice::FirstPin;
const QByteArray NextPin = "48291506";
const QByteArray WrongPin = "000000";
const QString First = PcscdFixture::firstReader();

} // namespace

class LifeOfACardTest : public TestCase {
    Q_OBJECT

    PcscdFixture m_pcscd;
    FakeClock m_clock;
    QTemporaryDir m_place;
    std::unique_ptr<IssuingOffice> m_office;
    QString m_id; ///< the card's in the register
    std::unique_ptr<QTemporaryDir> m_today;
    std::shared_ptr<SimulatedPivCard> m_card;
    std::unique_ptr<PcscdCounter> m_counter;

    QString issuedCard() const { return m_place.filePath(u"card"_s); }
    Workstation& workstation() { return m_counter->workstation(); }
    LoginController& login() { return m_counter->login(); }
    const Session& session() { return *login().session(); }

    void mistype() { m_counter->enterPin(WrongPin); }
    // As the screen does it: through the single door.
    Result<LossReport> reportLost() {
        return workstation().actions().run({ActionId::CardReportLost}, &session(), [&] {
            return workstation().cardLife().reportLost(session(), m_id, LossKind::Lost);
        });
    }
    IssuingView issue(const IssuingOffice::Card& blank) {
        return m_counter->issue(m_office->order(),
                                {.insert = {}, .witness = m_office->witness(), .blank = blank});
    }
    AuditVerification::Verdict verdictOfLog() {
        AuditVerifyOptions options;
        options.checkpointFile = workstation().folder().checkpointFile();
        return expect(verifyAuditAsAdministrator(workstation().database(), options)).verdict;
    }

private Q_SLOTS:
    void initTestCase() {
        const auto started = m_pcscd.start();
        QVERIFY2(started, started ? "" : qPrintable(toString(started.error())));
        m_office = std::make_unique<IssuingOffice>(m_clock);
        PcscdCounter counter(m_office->folder(), m_clock);
        QVERIFY(counter.logIn(m_office->administrator()));
        const IssuingView view = counter.issue(
            m_office->order(), {.insert = {},
                                .witness = m_office->witness(),
                                .blank = IssuingOffice::blankCard(CardPersonality::plain(), issuedCard())});
        QVERIFY2(view.state == IssuingState::Done,
                 view.error ? qPrintable(toString(*view.error)) : "no error");
        m_id = view.card;
    }

    void init() {
        TestCase::init();
        m_today = std::make_unique<QTemporaryDir>();
        const QString folder = m_today->filePath(u"station"_s);
        const QString card = m_today->filePath(u"card"_s);
        CounterStation::copyTo(m_office->folder(), folder);
        QVERIFY(QFile::copy(issuedCard(), card));
        m_card = expect(SimulatedPivCard::load(card));
        m_counter = std::make_unique<PcscdCounter>(folder, m_clock);
    }

    void cleanup() {
        QVERIFY(!m_counter || verdictOfLog() == AuditVerification::Verdict::Intact);
        m_counter.reset();
        m_card.reset();
        m_today.reset();
    }

    void itsHolderLogsInForTheFirstTimeAndAgain() {
        for (int time = 0; time < 2; ++time) {
            QVERIFY(m_counter->logIn(m_card, ChosenPin));
            QCOMPARE(session().facts().operatorId, m_office->order().person.id);
            QCOMPARE(session().facts().card, m_id);
            QVERIFY(!session().isPinChangeDue()); // she chose it herself when the card was made
            QVERIFY(workstation().work());
            QVERIFY(m_counter->logOut());
            QVERIFY(!workstation().work());
        }
    }

    void itsHolderChangesThePinAndTheOldOneIsWrongFromThenOn() {
        QVERIFY(m_counter->logIn(m_card, ChosenPin));
        QSignalSpy changed(&workstation().pinChange(), &PinChange::changed);
        expect(workstation().pinChange().start(session(), login().card(),
                                               {.present = SecretBytes::copyOf(ChosenPin),
                                                .next = SecretBytes::copyOf(NextPin),
                                                .again = SecretBytes::copyOf(NextPin)}));
        QVERIFY(changed.wait(20'000));
        QVERIFY(login().session()); // it goes on
        QVERIFY(m_counter->logOut());
        m_counter->putIn(First, m_card);
        QVERIFY(m_counter->reaches(LoginState::AwaitingPin));
        m_counter->enterPin(ChosenPin);
        QTRY_VERIFY_WITH_TIMEOUT(login().view().pinWasWrong && login().view().triesLeft == 2, 20'000);
        QVERIFY(m_counter->reaches(LoginState::AwaitingPin));
        m_counter->enterPin(NextPin);
        QVERIFY(m_counter->reaches(LoginState::InSession));
    }

    void wrongPinsDelayThenWarnThenBlockItAndItIsNotAskedForAPinAnyMore() {
        m_counter->putIn(First, m_card);
        QVERIFY(m_counter->reaches(LoginState::AwaitingPin));
        QCOMPARE(login().view().triesLeft, 3);
        mistype();
        QTRY_VERIFY_WITH_TIMEOUT(login().view().pinWasWrong && login().view().triesLeft == 2, 20'000);
        QVERIFY(m_counter->reaches(LoginState::AwaitingPin));
        mistype();
        QVERIFY(m_counter->reaches(LoginState::PinDelayed)); // one try before the card's last
        QCOMPARE(login().view().delay, 1min);
        m_clock.advance(1min);
        QVERIFY(m_counter->reaches(LoginState::ConfirmingLastTry));
        QCOMPARE(login().view().triesLeft, 1);
        login().confirmLastTry();
        QVERIFY(m_counter->reaches(LoginState::AwaitingPin));
        mistype();
        QVERIFY(m_counter->refuses(ErrorCode::CardBlocked));
        QCOMPARE(m_card->pinTriesLeft(), 0);
        QVERIFY(m_counter->logOut());
        m_counter->putIn(First, m_card);
        QVERIFY(m_counter->refuses(ErrorCode::CardBlocked));
    }

    void twoPeopleUnblockItAndItsHolderSetsANewPin() {
        useUpTries(*m_card, 0);
        QVERIFY(m_counter->logIn(m_office->administrator()));
        const UnblockingView view =
            m_counter->unblock({.id = m_id, .card = m_card, .witness = m_office->witness(), .pin = NextPin});
        QVERIFY2(view.state == UnblockingState::Done,
                 view.error ? qPrintable(toString(*view.error)) : "no error");
        QCOMPARE(view.holderId, m_office->order().person.id);
        m_counter->takeOut(PcscdFixture::secondReader());
        QVERIFY(m_counter->logOut());
        QVERIFY(m_counter->logIn(m_card, NextPin));
        QVERIFY(workstation().work()); // the drafts are still hers
    }

    void aLossReportedWithItEndsTheSessionAndItIsNeverTakenAgain() {
        QVERIFY(m_counter->logIn(m_card, ChosenPin));
        QSignalSpy ended(&login(), &LoginController::sessionEnded);
        const auto report = reportLost();
        QVERIFY(report.has_value());
        QCOMPARE(report->incident, u"2026-0001"_s);
        QVERIFY(report->revoked);
        QVERIFY(m_counter->refuses(ErrorCode::CardLost)); // while it is still in the reader
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.constFirst().constFirst().value<SessionEnd>(), SessionEnd::CardWithdrawn);
        QVERIFY(!workstation().work());
        QVERIFY(m_counter->logOut());
        m_counter->putIn(First, m_card);
        QVERIFY(m_counter->refuses(ErrorCode::CardLost));
        QCOMPARE(m_card->pinTriesLeft(), 3);
    }

    void whoeverLostItGetsAnotherCardAndTheLostOneStaysRefused() {
        const auto next = IssuingOffice::blankCard(CardPersonality::yubikey());
        QVERIFY(m_counter->logIn(m_office->administrator()));
        const IssuingView refused = issue(next);
        QVERIFY(refused.error && refused.error->code == ErrorCode::OperatorHasCard);
        QVERIFY(reportLost().has_value());
        const IssuingView view = issue(next);
        QVERIFY2(view.state == IssuingState::Done,
                 view.error ? qPrintable(toString(*view.error)) : "no error");
        QVERIFY(view.card != m_id);
        m_counter->takeOut(PcscdFixture::secondReader());
        QVERIFY(m_counter->logOut());
        QVERIFY(m_counter->logIn(next, ChosenPin));
        QCOMPARE(session().facts().operatorId, m_office->order().person.id);
        QVERIFY(m_counter->logOut());
        m_counter->putIn(First, m_card);
        QVERIFY(m_counter->refuses(ErrorCode::CardLost));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LifeOfACardTest)
#include "tst_lifeofacard.moc"
