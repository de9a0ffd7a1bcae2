// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Complete sessions as they cross the wire: the whole program with a card that says what is written in a
// transcript, and sends exactly what is written there. What changes between program and card is seen in
// tests/scenarios/transcripts.

#include "tests/support/fakeclock.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"
#include "tests/support/transcriptcard.h"
#include "tests/support/unblockingcounter.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray WrongPin = "000000";

QString fileOf(const QString& transcript) {
    return qEnvironmentVariable("MADOGUCHI_SOURCE") + u"/tests/scenarios/transcripts/"_s + transcript +
           u".txt"_s;
}

/// Somebody's card: it knows its keys and this part. The register takes it for the other one, which has the
/// same keys and can be read without a part.
struct Actor {
    std::shared_ptr<SimulatedPivCard> twin;
    std::shared_ptr<TranscriptCard> card;

    Actor(const CounterStation& station, const QString& transcript, const CardPersonality& personality) {
        CardOrder order = station.order();
        order.personality = personality;
        CardContent content = expect(makeCard(order, station.authority()));
        twin = std::make_shared<SimulatedPivCard>(expect(CardContent::fromJson(expect(content.toJson()))));
        card = std::make_shared<TranscriptCard>(fileOf(transcript), std::move(content));
    }
};

/// A counter with one operator, who has that card.
struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    Actor hanako;
    QString id;

    explicit Counter(const QString& transcript, const CardPersonality& personality = CardPersonality::plain())
        : hanako(station, transcript, personality)
        , id(station.enroll(CounterStation::person(u"op1"_s), hanako.twin)) {
        station.open();
    }
    void comeBack() {
        station.takeOut();
        if (!station.reaches(LoginState::WaitingForCard))
            qFatal("the card stays");
        station.insert(hanako.card);
    }
};

} // namespace

class TranscriptsTest : public TestCase {
    Q_OBJECT

    static void makes() {
        QTest::addColumn<QString>("transcript");
        QTest::addColumn<CardPersonality>("personality");
    }

    // The reset at the end comes from the card's worker.
    static void wentAsWritten(const TranscriptCard& card) { QTRY_COMPARE(card.deviation(), QString()); }

private Q_SLOTS:
    void theFirstLogin_data() {
        makes();
        QTest::newRow("plain") << u"login"_s << CardPersonality::plain();
        QTest::newRow("yubikey") << u"login-yubikey"_s << CardPersonality::yubikey();
        QTest::newRow("messaging") << u"login-messaging"_s << expect(CardPersonality::named(u"messaging"_s));
    }
    void theFirstLogin() {
        QFETCH(QString, transcript);
        QFETCH(CardPersonality, personality);
        Counter counter(transcript, personality);
        const bool in = counter.station.logIn(counter.hanako.card);
        wentAsWritten(*counter.hanako.card);
        QVERIFY(in);
        QVERIFY(counter.station.workstation().work());
    }

    void aWrongPinThenTheRightOne() {
        Counter counter(u"wrong-pin"_s);
        counter.station.insert(counter.hanako.card);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        counter.station.enterPin(WrongPin);
        QTRY_VERIFY(counter.station.view().pinWasWrong);
        QVERIFY2(counter.station.reaches(LoginState::AwaitingPin),
                 qPrintable(counter.hanako.card->deviation()));
        QCOMPARE(counter.station.view().triesLeft, 4);
        counter.station.enterPin();
        const bool in = counter.station.reaches(LoginState::InSession);
        wentAsWritten(*counter.hanako.card);
        QVERIFY(in);
    }

    void theCardsLastTry() {
        Counter counter(u"last-try"_s);
        counter.station.insert(counter.hanako.card);
        QVERIFY(counter.station.reaches(LoginState::ConfirmingLastTry));
        counter.station.login().confirmLastTry();
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        counter.station.enterPin();
        const bool in = counter.station.reaches(LoginState::InSession);
        wentAsWritten(*counter.hanako.card);
        QVERIFY(in);
    }

    void theLastTryIsWrongAndTheBlockedCardComesBack() {
        Counter counter(u"blocked"_s);
        counter.station.insert(counter.hanako.card);
        QVERIFY(counter.station.reaches(LoginState::ConfirmingLastTry));
        counter.station.login().confirmLastTry();
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        counter.station.enterPin(WrongPin);
        QVERIFY(counter.station.refuses(ErrorCode::CardBlocked));
        counter.comeBack();
        QVERIFY(counter.station.refuses(ErrorCode::CardBlocked));
        wentAsWritten(*counter.hanako.card);
    }

    void theHolderChangesHerPin() {
        Counter counter(u"pin-change"_s);
        const bool in = counter.station.logIn(counter.hanako.card);
        QVERIFY2(in, qPrintable(counter.hanako.card->deviation()));
        PinChange& change = counter.station.workstation().pinChange();
        QSignalSpy changed(&change, &PinChange::changed);
        expect(change.start(*counter.station.login().session(), counter.station.login().card(),
                            {.present = SecretBytes::copyOf(CounterStation::Pin),
                             .next = SecretBytes::copyOf(UnblockingCounter::NewPin),
                             .again = SecretBytes::copyOf(UnblockingCounter::NewPin)}));
        const bool isNew = changed.wait();
        wentAsWritten(*counter.hanako.card);
        QVERIFY(isNew);
    }

    void twoPeopleUnblockACard() {
        UnblockingCounter counter;
        const Actor jiro(counter.station, u"unblocking"_s, CardPersonality::plain());
        const QString id = counter.station.enroll(CounterStation::person(u"op2"_s), jiro.twin);
        counter.start({});
        counter.noteIssued(jiro.twin, u"op2"_s);
        expect(counter.unblocking().begin(id));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingWitnessPin));
        counter.unblocking().submitWitnessPin(SecretBytes::copyOf(CounterStation::Pin));
        QVERIFY(counter.comesTo(UnblockingState::AwaitingCard));
        counter.putIn(jiro.card);
        QVERIFY2(counter.comesTo(UnblockingState::AwaitingNewPin), qPrintable(jiro.card->deviation()));
        counter.submit();
        const bool done = counter.comesTo(UnblockingState::Done);
        wentAsWritten(*jiro.card);
        QVERIFY(done);
    }

    void aBlankCardIsIssued_data() {
        makes();
        QTest::newRow("plain") << u"issuing-plain"_s << CardPersonality::plain();
        QTest::newRow("yubikey") << u"issuing-yubikey"_s << expect(CardPersonality::named(u"yubikey-aes"_s));
    }
    void aBlankCardIsIssued() {
        QFETCH(QString, transcript);
        QFETCH(CardPersonality, personality);
        const FakeClock clock;
        const IssuingOffice office(clock);
        const auto stack = std::make_shared<SimulatedStack>(
            QStringList{CounterStation::firstReader(), CounterStation::secondReader()});
        stack->insert(CounterStation::firstReader(), office.administrator());
        IssuingDesk desk(office.office(), stack, clock);
        desk.sitDown(CounterStation::firstReader());
        const auto blank =
            std::make_shared<TranscriptCard>(fileOf(transcript), IssuingOffice::blankContent(personality));
        const auto insert = [&](const QString& reader, const std::shared_ptr<SimulatedCard>& card) {
            stack->insert(reader, card);
        };
        const IssuingView view = IssuingOffice::issue(
            desk, office.order(), {.insert = insert, .witness = office.witness(), .blank = blank});
        wentAsWritten(*blank);
        QVERIFY2(view.state == IssuingState::Done,
                 view.error ? qPrintable(toString(*view.error)) : "no error");
        QCOMPARE(view.managementKeyKept, !personality.hasYubikeyCommands);
    }

    void aCardIsReportedLostInItsOwnSessionAndComesBack() {
        Counter counter(u"loss"_s);
        const bool in = counter.station.logIn(counter.hanako.card);
        QVERIFY2(in, qPrintable(counter.hanako.card->deviation()));
        Workstation& workstation = counter.station.workstation();
        const Session& session = *workstation.login().session();
        expect(workstation.actions().run({ActionId::CardReportLost}, &session, [&] {
            return workstation.cardLife().reportLost(session, counter.id, LossKind::Lost);
        }));
        QVERIFY(counter.station.refuses(ErrorCode::CardLost));
        counter.comeBack();
        QVERIFY(counter.station.refuses(ErrorCode::CardLost));
        wentAsWritten(*counter.hanako.card);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::TranscriptsTest)
#include "tst_transcripts.moc"
