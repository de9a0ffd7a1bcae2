// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// From an order to a card that logs in, against a whole station and simulated cards.

#include "app/storage/statement.h"
#include "smartcard/piv/pivcontent.h"
#include "tests/support/expect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"

#include <QSignalSpy>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

struct Place {
    Place()
        : stack(std::make_shared<SimulatedStack>(
              QStringList{CounterStation::firstReader(), CounterStation::secondReader()})) {}
    std::shared_ptr<SimulatedStack> stack;

    IssuingOffice::Hands hands(const IssuingOffice& office, const std::shared_ptr<SimulatedCard>& blank) {
        return {.insert =
                    [stack = stack](const QString& reader, const std::shared_ptr<SimulatedCard>& card) {
                        stack->insert(reader, card);
                    },
                .witness = office.witness(),
                .blank = blank};
    }
};

/// A reader that does not tell that another card lies in it.
class TwoCards final : public SimulatedCard {
public:
    TwoCards(std::shared_ptr<SimulatedCard> first, std::shared_ptr<SimulatedCard> second)
        : m_card(std::move(first)), m_other(std::move(second)) {}
    void swap() { m_isOther = true; }
    QByteArray atr() const override { return present().atr(); }
    void reset() override { present().reset(); }
    QByteArray transmit(QByteArrayView command) override { return present().transmit(command); }

private:
    SimulatedCard& present() const { return m_isOther ? *m_other : *m_card; }
    std::shared_ptr<SimulatedCard> m_card;
    std::shared_ptr<SimulatedCard> m_other;
    std::atomic<bool> m_isOther = false;
};

int count(Database& database, const char* question) {
    auto statement = expect(database.prepare(question));
    expect(statement.step());
    return static_cast<int>(statement.integer(0));
}

} // namespace

class CardIssuingTest : public TestCase {
    Q_OBJECT

    FakeClock m_clock;
    std::unique_ptr<IssuingOffice> m_office;

    IssuingView issueIn(const QString& folder, Place& place, const std::shared_ptr<SimulatedCard>& blank,
                        const std::shared_ptr<SimulatedCard>& administrator) {
        place.stack->remove(CounterStation::secondReader());
        place.stack->insert(CounterStation::firstReader(), administrator);
        IssuingDesk desk(m_office->office(folder), place.stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        return IssuingOffice::issue(desk, m_office->order(), place.hands(*m_office, blank));
    }
    QString copyOfOffice(const QTemporaryDir& place) const {
        const QString folder = place.filePath(u"station"_s);
        CounterStation::copyTo(m_office->folder(), folder);
        return folder;
    }
    // The holder goes to the counter with her card.
    bool logsIn(const QString& folder, const IssuingOffice::Card& card) {
        CounterStation counter(m_clock, folder);
        counter.open();
        counter.insert(card);
        if (!counter.reaches(LoginState::AwaitingPin))
            return false;
        counter.enterPin(IssuingOffice::FirstPin);
        return counter.reaches(LoginState::InSession);
    }

    void putInto(const QString& folder, const QString& card, OperatorCardState state) {
        const auto station = expect(Station::open(StationFolder(folder), m_clock));
        auto statement =
            expect(station->database().prepare("UPDATE operator_card SET state = ?2 WHERE id = ?1"));
        expect(statement.bind(1, card).bind(2, qint64(state)).run());
    }

    static void personalities() {
        QTest::addColumn<CardPersonality>("personality");
        for (const QString& name : CardPersonality::names())
            QTest::newRow(qPrintable(name)) << expect(CardPersonality::named(name));
    }

private Q_SLOTS:
    void initTestCase() { m_office = std::make_unique<IssuingOffice>(m_clock); }

    void aBlankCardBecomesOneThatLogsIn_data() { personalities(); }
    void aBlankCardBecomesOneThatLogsIn() {
        QFETCH(CardPersonality, personality);
        const QTemporaryDir place;
        const QString folder = copyOfOffice(place);
        Place readers;
        const auto blank = IssuingOffice::blankCard(personality);
        const IssuingView view = issueIn(folder, readers, blank, m_office->administrator());
        QVERIFY2(view.state == IssuingState::Done,
                 view.error ? qPrintable(toString(*view.error)) : "no error");
        QCOMPARE(view.issue, u"I-0001"_s);
        QCOMPARE(view.managementKeyKept, !personality.hasYubikeyCommands);
        {
            const auto station = expect(Station::open(StationFolder(folder), m_clock));
            const CardIssue issue = expect(IssueRegister(station->database()).find(view.issue));
            QCOMPARE(issue.step, IssueStep::Finished);
            QCOMPARE(issue.card, view.card);
            QCOMPARE(issue.startedBy, u"ca1"_s);
            QCOMPARE(issue.witness, u"sv1"_s);
        }
        QVERIFY(logsIn(folder, blank));
    }

    // She can issue from her first login on; nobody who has the key need log in before.
    void anotherAdministratorsCardHasTheOfficeKeyAtOnce() {
        const QTemporaryDir place;
        const QString folder = copyOfOffice(place);
        const auto blank = IssuingOffice::blankCard(CardPersonality::plain());
        {
            Place readers;
            readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
            IssuingDesk desk(m_office->office(folder), readers.stack, m_clock);
            desk.sitDown(CounterStation::firstReader());
            IssueOrder order = m_office->order();
            order.person = CounterStation::person(u"ca9"_s, Role::CardAdministrator);
            const IssuingView view = IssuingOffice::issue(desk, order, readers.hands(*m_office, blank));
            QCOMPARE(view.state, IssuingState::Done);
        }
        CounterStation counter(m_clock, folder);
        counter.open();
        counter.insert(blank);
        QVERIFY(counter.reaches(LoginState::AwaitingPin));
        counter.enterPin(IssuingOffice::FirstPin);
        QVERIFY(counter.reaches(LoginState::InSession));
        QVERIFY(counter.login().session()->officeKey());
    }

    void nobodyIsHerOwnWitness() {
        const QTemporaryDir place;
        Place readers;
        auto hands = readers.hands(*m_office, IssuingOffice::blankCard(CardPersonality::plain()));
        readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
        IssuingDesk desk(m_office->office(copyOfOffice(place)), readers.stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        const IssueOrder order = m_office->order();
        const auto person = [](const QString& id, Role role) { return CounterStation::person(id, role); };
        const auto answer = [&](const Operator& witness) {
            const Result<> may = IssueLedger::mayWitness(desk.session(), order, witness);
            return may ? QString() : errorName(may.error().code);
        };
        QCOMPARE(answer(person(u"ca1"_s, Role::CardAdministrator)), u"WitnessSamePerson"_s);
        QCOMPARE(answer(person(u"op9"_s, Role::Supervisor)), u"WitnessSamePerson"_s); // who gets the card
        QCOMPARE(answer(person(u"op1"_s, Role::Operator)), u"WitnessUnsuitable"_s);
        QCOMPARE(answer(person(u"au1"_s, Role::Auditor)), u"WitnessUnsuitable"_s);
        QCOMPARE(answer(person(u"ca2"_s, Role::CardAdministrator)), QString());
        // the ledger asks once more, whoever calls it
        const auto begun =
            desk.ledger().begin(desk.session(), order, person(u"ca1"_s, Role::CardAdministrator), BlankCard(),
                                {}, m_office->office().issuing, OfficeKey::make());
        QCOMPARE(begun.error().code, ErrorCode::WitnessSamePerson);
        QCOMPARE(count(desk.database(), "SELECT count(*) FROM card_issue"), 0);
    }
    void withoutThePermissionNothingIsIssued() {
        const QTemporaryDir place;
        IssuingDesk desk(m_office->office(copyOfOffice(place)), Place().stack, m_clock);
        const Session other = CounterStation::session(Role::Supervisor, u"sv1"_s);
        const Operator witness = CounterStation::person(u"ca1"_s, Role::CardAdministrator);
        const auto begun = desk.ledger().begin(other, m_office->order(), witness, BlankCard(), {},
                                               m_office->office().issuing, OfficeKey::make());
        QCOMPARE(begun.error().code, ErrorCode::PermissionDenied);
        QCOMPARE(desk.ledger().abandon(other, u"I-0001"_s).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(desk.ledger().unfinished(other).error().code, ErrorCode::PermissionDenied);
    }
    void anotherWitnessMayFollowOneWhoDoesNotDo() {
        const QTemporaryDir place;
        Place readers;
        auto hands = readers.hands(*m_office, nullptr);
        hands.witness = m_office->administrator(); // she has only this one card
        readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
        IssuingDesk desk(m_office->office(copyOfOffice(place)), readers.stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        readers.stack->insert(CounterStation::secondReader(),
                              IssuingOffice::blankCard(CardPersonality::plain()));
        QVERIFY(desk.issuing().begin(m_office->order()));
        QTRY_VERIFY(desk.issuing().view().error);
        QCOMPARE(desk.issuing().view().state, IssuingState::AwaitingWitness);
        QCOMPARE(desk.issuing().view().error->code, ErrorCode::CardUnknown);
        readers.stack->insert(CounterStation::secondReader(), m_office->witness());
        QTRY_COMPARE(desk.issuing().view().state, IssuingState::AwaitingWitnessPin);
        QCOMPARE(desk.issuing().view().witnessName, CounterStation::person(u"sv1"_s).name);
    }
    void aCardThatIsSomebodysIsLeftAlone() {
        const QTemporaryDir place;
        Place readers;
        const QString folder = copyOfOffice(place);
        const auto blank = IssuingOffice::blankCard(CardPersonality::plain());
        QCOMPARE(issueIn(folder, readers, blank, m_office->administrator()).state, IssuingState::Done);
        const QByteArray before = blank->certificate(0x9A);
        readers.stack->remove(CounterStation::secondReader());
        readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
        IssuingDesk desk(m_office->office(folder), readers.stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        IssueOrder another = m_office->order();
        another.person.id = u"op10"_s;
        const IssuingView view = IssuingOffice::issue(desk, another, readers.hands(*m_office, blank));
        QCOMPARE(view.state, IssuingState::AwaitingBlankCard);
        QCOMPARE(view.error->code, ErrorCode::CardInRegister);
        QCOMPARE(blank->certificate(0x9A), before);
        // and she has one card at a time
        desk.issuing().cancel();
        QCOMPARE(desk.issuing().begin(m_office->order()).error().code, ErrorCode::OperatorHasCard);
    }
    void theAdministratorsWrongPinIsCounted() {
        const QTemporaryDir place;
        const QString folder = copyOfOffice(place);
        Place readers;
        auto hands = readers.hands(*m_office, IssuingOffice::blankCard(CardPersonality::yubikey()));
        hands.issuerPin = "111111";
        const int tries = m_office->administrator()->pinTriesLeft();
        readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
        IssuingDesk desk(m_office->office(folder), readers.stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        const IssuingView view = IssuingOffice::issue(desk, m_office->order(), hands);
        QCOMPARE(view.state, IssuingState::AwaitingIssuerPin);
        QVERIFY(view.pinWasWrong);
        QCOMPARE(view.triesLeft, tries - 1);
        QCOMPARE(count(desk.database(), "SELECT failures FROM card_lockout"), 1);
        // the right one goes on and clears the count
        desk.issuing().submitIssuerPin(SecretBytes::copyOf(CounterStation::Pin));
        QTRY_COMPARE(desk.issuing().view().state, IssuingState::AwaitingFirstPin);
        QCOMPARE(count(desk.database(), "SELECT count(*) FROM card_lockout WHERE failures > 0"), 0);
        QCOMPARE(m_office->administrator()->pinTriesLeft(), tries);
        // two PINs that differ, or a short one, cost nothing
        const auto pin = [](const char* text) { return SecretBytes::copyOf(text); };
        desk.issuing().submitFirstPin(pin("271828"), pin("271829"));
        QVERIFY(desk.issuing().view().pinsDiffered);
        desk.issuing().submitFirstPin(pin("2718"), pin("2718"));
        QVERIFY(desk.issuing().view().pinWasMalformed);
        QCOMPARE(desk.issuing().view().state, IssuingState::AwaitingFirstPin);
        // the session ends: what was begun stays for the list
        desk.endSession();
        QCOMPARE(desk.issuing().view().state, IssuingState::Idle);
        QCOMPARE(count(desk.database(), "SELECT count(*) FROM card_issue WHERE step = 0"), 1);
        QCOMPARE(desk.issuing().begin(m_office->order()).error().code, ErrorCode::SessionEnded);
    }
    void anAbandonedIssueLeavesNoCertificateInForce() {
        const QTemporaryDir place;
        Place readers;
        const auto hands = readers.hands(*m_office, IssuingOffice::blankCard(CardPersonality::plain()));
        readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
        IssuingDesk desk(m_office->office(copyOfOffice(place)), readers.stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        connect(&desk.issuing(), &CardIssuing::viewChanged, &desk.issuing(), [&] {
            if (desk.issuing().view().state == IssuingState::AwaitingFirstPin)
                readers.stack->remove(CounterStation::secondReader());
        });
        const IssuingView view = IssuingOffice::issue(desk, m_office->order(), hands);
        QCOMPARE(view.state, IssuingState::Stopped);
        QCOMPARE(view.error->code, ErrorCode::CardRemoved);
        QCOMPARE(desk.ledger().unfinished(desk.session())->size(), 1);
        QVERIFY(desk.ledger().abandon(desk.session(), view.issue));
        QVERIFY(desk.ledger().unfinished(desk.session())->isEmpty());
        QCOMPARE(count(desk.database(), "SELECT count(*) FROM issued_certificate WHERE revoked_at IS NULL"),
                 0);
        QCOMPARE(count(desk.database(), "SELECT count(*) FROM issued_certificate"), 4);
    }
    // Cards that can't change their management key all have the factory's.
    void aCardThatTakesThePlaceOfTheBlankOneIsLeftAlone_data() {
        QTest::addColumn<IssuingState>("state");
        QTest::newRow("before the keys are made") << IssuingState::MakingKeys;
        QTest::newRow("before the certificates are written") << IssuingState::WritingCard;
    }
    void aCardThatTakesThePlaceOfTheBlankOneIsLeftAlone() {
        QFETCH(IssuingState, state);
        const QTemporaryDir place;
        Place readers;
        const QString folder = copyOfOffice(place);
        const auto somebodys = IssuingOffice::blankCard(CardPersonality::plain());
        QCOMPARE(issueIn(folder, readers, somebodys, m_office->administrator()).state, IssuingState::Done);
        const QByteArray certificate = somebodys->certificate(0x9A);
        const auto reader =
            std::make_shared<TwoCards>(IssuingOffice::blankCard(CardPersonality::plain()), somebodys);
        readers.stack->remove(CounterStation::secondReader());
        readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
        IssuingDesk desk(m_office->office(folder), readers.stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        connect(&desk.issuing(), &CardIssuing::viewChanged, &desk.issuing(), [&] {
            if (desk.issuing().view().state == state)
                reader->swap();
        });
        IssueOrder another = m_office->order();
        another.person.id = u"op10"_s;
        const IssuingView view = IssuingOffice::issue(desk, another, readers.hands(*m_office, reader));
        QCOMPARE(view.state, IssuingState::Stopped);
        QCOMPARE(view.error->code, ErrorCode::CardChanged);
        QCOMPARE(somebodys->certificate(0x9A), certificate);
        QCOMPARE(somebodys->pukTriesLeft(), 3);
    }

    void onlyAnInvalidatedCardIsIssuedAgain_data() { personalities(); }
    void onlyAnInvalidatedCardIsIssuedAgain() {
        QFETCH(CardPersonality, personality);
        const QTemporaryDir place;
        Place readers;
        const QString folder = copyOfOffice(place);
        const auto card = IssuingOffice::blankCard(personality);
        const IssuingView first = issueIn(folder, readers, card, m_office->administrator());
        QCOMPARE(first.state, IssuingState::Done);
        // One that was given back could be lent again under its number.
        putInto(folder, first.card, OperatorCardState::Returned);
        const IssuingView refused = issueIn(folder, readers, card, m_office->administrator());
        QCOMPARE(refused.state, IssuingState::AwaitingBlankCard);
        QCOMPARE(refused.error->code, ErrorCode::CardInRegister);
        putInto(folder, first.card, OperatorCardState::Invalidated);
        const IssuingView again = issueIn(folder, readers, card, m_office->administrator());
        QVERIFY2(again.state == IssuingState::Done, again.error ? qPrintable(toString(*again.error)) : "");
        QVERIFY(again.card != first.card);
        QVERIFY(logsIn(folder, card));
    }

    void aForgedMarkDrawsNoPuk_data() { // makes that are told it in clear
        QTest::addColumn<CardPersonality>("personality");
        QTest::newRow("plain") << CardPersonality::plain();
        QTest::newRow("yubikey") << CardPersonality::yubikey();
    }
    void aForgedMarkDrawsNoPuk() {
        QFETCH(CardPersonality, personality);
        const QTemporaryDir place;
        Place readers;
        const QString folder = copyOfOffice(place);
        const auto card = IssuingOffice::blankCard(personality);
        const IssuingView first = issueIn(folder, readers, card, m_office->administrator());
        putInto(folder, first.card, OperatorCardState::Invalidated);
        CardContent content = IssuingOffice::blankContent(personality);
        {
            const auto station = expect(Station::open(StationFolder(folder), m_clock));
            const CardIssue issue = expect(IssueRegister(station->database()).find(first.issue));
            content.objects[0x5FC107] = capabilityContent(issue.guid.first(CapabilityIdentifierBytes));
        }
        QList<QByteArray> told; // the first of each pair is a PUK that the card might have
        const auto forged = std::make_shared<WatchedCard>(
            std::make_shared<SimulatedPivCard>(std::move(content)), [&told](QByteArrayView command) {
                if (command.at(1) == 0x24)
                    told.append(command.sliced(5, 8).toByteArray());
            });
        const IssuingView view = issueIn(folder, readers, forged, m_office->administrator());
        QCOMPARE(view.state, IssuingState::Done);
        QCOMPARE(told, QList{CardReferenceValue::padded(IssuingOffice::FactoryPuk)});
    }

    void aCardThatSomebodyElseMadeIsNotOverwritten() {
        const QTemporaryDir place;
        Place readers;
        const QString folder = copyOfOffice(place);
        CounterStation elsewhere(m_clock);
        const auto card = elsewhere.make(elsewhere.order());
        const QByteArray certificate = card->certificate(0x9A);
        QVERIFY(!certificate.isEmpty());
        const IssuingView refused = issueIn(folder, readers, card, m_office->administrator());
        QCOMPARE(refused.state, IssuingState::AwaitingBlankCard);
        QCOMPARE(refused.error->code, ErrorCode::CardNotBlank);
        QCOMPARE(card->certificate(0x9A), certificate);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardIssuingTest)
#include "tst_cardissuing.moc"
