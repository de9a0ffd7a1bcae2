// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Issuing a card is cut off at each command to each card: the program is killed and the card is out. Or the
// session ends while the card is at work. The makes of card that are not here are cut with MADOGUCHI_LONG=1.

#include "app/actions/actioncatalogue.h"
#include "app/audit/auditreader.h"
#include "app/storage/statement.h"
#include "tests/support/conversation.h"
#include "tests/support/cutcard.h"
#include "tests/support/expect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"

#include <QSignalSpy>
#include <QThread>

#include <atomic>
#include <semaphore>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int LoginEvery = 9;

struct Place {
    Place()
        : stack(std::make_shared<SimulatedStack>(
              QStringList{CounterStation::firstReader(), CounterStation::secondReader()})) {}
    std::shared_ptr<SimulatedStack> stack;

    IssuingOffice::Hands hands(const std::shared_ptr<SimulatedCard>& witness,
                               const std::shared_ptr<SimulatedCard>& blank) {
        return {.insert =
                    [stack = stack](const QString& reader, const std::shared_ptr<SimulatedCard>& card) {
                        stack->insert(reader, card);
                    },
                .witness = witness,
                .blank = blank};
    }
};

/// What goes dead or away.
enum class Gone { BlankCard, AdministratorsCard, WitnessCard, BlankCardsReader, AdministratorsReader };

bool isReader(Gone gone) {
    return gone == Gone::BlankCardsReader || gone == Gone::AdministratorsReader;
}

bool isAdministrators(Gone gone) {
    return gone == Gone::AdministratorsCard || gone == Gone::AdministratorsReader;
}

int count(Database& database, const char* question) {
    auto statement = expect(database.prepare(question));
    expect(statement.step());
    return static_cast<int>(statement.integer(0));
}

} // namespace

class CutIssuingTest : public TestCase {
    Q_OBJECT

    FakeClock m_clock;
    std::unique_ptr<IssuingOffice> m_office;

    IssuingView issueIn(const QString& folder, Place& place, const std::shared_ptr<SimulatedCard>& blank,
                        const std::shared_ptr<SimulatedCard>& administrator,
                        const std::shared_ptr<SimulatedCard>& witness) {
        place.stack->remove(CounterStation::secondReader());
        place.stack->insert(CounterStation::firstReader(), administrator);
        IssuingDesk desk(m_office->office(folder), place.stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        return IssuingOffice::issue(desk, m_office->order(), place.hands(witness, blank));
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

private Q_SLOTS:
    void initTestCase() { m_office = std::make_unique<IssuingOffice>(m_clock); }

    void cutAnywhereTheCardIsUselessAndIssuedAgain_data() {
        QTest::addColumn<CardPersonality>("personality");
        QTest::addColumn<Gone>("gone");
        QTest::addColumn<Cut>("cut");
        struct Row {
            const char* name;
            CardPersonality personality;
            Gone gone;
        };
        for (const Row& row :
             {Row{"plain", CardPersonality::plain(), Gone::BlankCard},
              Row{"yubikey", CardPersonality::yubikey(), Gone::BlankCard},
              Row{"reader", CardPersonality::plain(), Gone::BlankCardsReader},
              Row{"administrator's", CardPersonality::plain(), Gone::AdministratorsCard},
              Row{"administrator's reader", CardPersonality::plain(), Gone::AdministratorsReader},
              Row{"witness's", CardPersonality::plain(), Gone::WitnessCard}}) {
            if (!isReader(row.gone)) { // it makes no difference when it is the reader that goes
                QTest::addRow("%s, before the command", row.name)
                    << row.personality << row.gone << Cut::BeforeTheCommand;
            }
            QTest::addRow("%s, before the answer", row.name)
                << row.personality << row.gone << Cut::BeforeTheAnswer;
        }
        if (qEnvironmentVariableIntValue("MADOGUCHI_LONG") != 0)
            addOtherMakes();
    }
    // At each command the program is killed (its folder is kept as it is then) and the card or its reader is
    // out.
    void cutAnywhereTheCardIsUselessAndIssuedAgain() {
        QFETCH(CardPersonality, personality);
        QFETCH(Gone, gone);
        QFETCH(Cut, cut);
        for (int at = 0;; ++at) {
            const QTemporaryDir place;
            const QString folder = copyOfOffice(place);
            const QString killed = place.filePath(u"killed"_s);
            const auto blank = IssuingOffice::blankCard(personality);
            Place readers;
            const QString reader =
                isAdministrators(gone) ? CounterStation::firstReader() : CounterStation::secondReader();
            const auto kill = [&] {
                QMetaObject::invokeMethod(
                    qApp, [&] { CounterStation::copyTo(folder, killed); }, Qt::BlockingQueuedConnection);
                isReader(gone) ? readers.stack->unplugReader(reader) : readers.stack->remove(reader);
            };
            std::shared_ptr<SimulatedCard> administrators = m_office->administrator();
            std::shared_ptr<SimulatedCard> witness = m_office->witness();
            std::shared_ptr<SimulatedCard> made = blank;
            std::shared_ptr<SimulatedCard>& goes = gone == Gone::WitnessCard ? witness
                                                   : isAdministrators(gone)  ? administrators
                                                                             : made;
            const auto pulled = std::make_shared<CutCard>(goes, at, cut, kill);
            goes = pulled;
            const IssuingView view = issueIn(folder, readers, made, administrators, witness);
            if (view.state == IssuingState::Done) {
                QVERIFY2(at > (made == pulled ? 40 : 8), qPrintable(QString::number(at)));
                QCOMPARE(at, pulled->commands());
                return;
            }
            check(killed, blank, at);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void theStepThatTheCardIsInWhenTheSessionEndsIsNoted_data() { steps(); }
    void theStepThatTheCardIsInWhenTheSessionEndsIsNoted() {
        QFETCH(IssuingState, state);
        QFETCH(QString, step);
        const QTemporaryDir place;
        Place readers;
        const auto blank = IssuingOffice::blankCard(CardPersonality::plain());
        IssuingDesk desk(m_office->office(copyOfOffice(place)), readers.stack, m_clock);
        const auto lock = [&] {
            if (desk.issuing().view().state == state)
                desk.endSession();
        };
        const auto watched = std::make_shared<WatchedCard>(blank, [&](QByteArrayView) {
            QMetaObject::invokeMethod(qApp, lock, Qt::BlockingQueuedConnection);
        });
        readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
        desk.sitDown(CounterStation::firstReader());
        const IssuingView view =
            IssuingOffice::issue(desk, m_office->order(), readers.hands(m_office->witness(), watched));
        QCOMPARE(view.state, IssuingState::Idle);
        QTRY_COMPARE(stops(desk), (QStringList{u"cancelled"_s, step}));
        QCOMPARE(blank->pin() == IssuingOffice::FirstPin, state == IssuingState::SettingFirstPin);
        QCOMPARE(count(desk.database(), "SELECT count(*) FROM card_issue WHERE step = 0"), 1);
    }

    void noStepBeginsAfterTheSession_data() { steps(); }
    void noStepBeginsAfterTheSession() {
        QFETCH(IssuingState, state);
        const QTemporaryDir place;
        Place readers;
        std::atomic<int> commands = 0;
        const auto blank = std::make_shared<WatchedCard>(IssuingOffice::blankCard(CardPersonality::plain()),
                                                         [&](QByteArrayView) { ++commands; });
        IssuingDesk desk(m_office->office(copyOfOffice(place)), readers.stack, m_clock);
        std::counting_semaphore<> let(0);
        QObject other;
        std::optional<int> before;
        connect(&desk.issuing(), &CardIssuing::viewChanged, &other, [&] {
            if (desk.issuing().view().state != state || before)
                return;
            before = commands;
            // Something else has the card, and the step waits for it.
            desk.cards().converse<bool>(
                desk.cards().cardIn(CounterStation::secondReader()),
                [&let](CardTransaction&) -> Result<bool> {
                    let.acquire();
                    return true;
                },
                &other, [](const Result<bool>&) {});
            QMetaObject::invokeMethod(
                &other, [&] { desk.endSession(); }, Qt::QueuedConnection);
        });
        readers.stack->insert(CounterStation::firstReader(), m_office->administrator());
        desk.sitDown(CounterStation::firstReader());
        const IssuingView view =
            IssuingOffice::issue(desk, m_office->order(), readers.hands(m_office->witness(), blank));
        let.release();
        QCOMPARE(view.state, IssuingState::Idle);
        Conversation<bool> afterwards(desk.cards(), desk.cards().cardIn(CounterStation::secondReader()),
                                      [](CardTransaction&) { return Result<bool>(true); });
        QCOMPARE(afterwards.outcome(), u"ok"_s);
        QCOMPARE(commands.load(), before.value_or(-1));
        QCOMPARE(stops(desk), QStringList{u"cancelled"_s});
    }

private:
    static void addOtherMakes() {
        for (const QString& name : CardPersonality::names()) {
            if (name == u"plain"_s || name == u"yubikey"_s)
                continue;
            for (const Cut cut : {Cut::BeforeTheCommand, Cut::BeforeTheAnswer}) {
                QTest::addRow("%s, before the %s", qPrintable(name),
                              cut == Cut::BeforeTheCommand ? "command" : "answer")
                    << expect(CardPersonality::named(name)) << Gone::BlankCard << cut;
            }
        }
    }
    static void steps() {
        QTest::addColumn<IssuingState>("state");
        QTest::addColumn<QString>("step");
        QTest::newRow("keys") << IssuingState::MakingKeys << u"card-keys"_s;
        QTest::newRow("contents") << IssuingState::WritingCard << u"card-contents"_s;
        QTest::newRow("first PIN") << IssuingState::SettingFirstPin << u"first-pin"_s;
    }
    // What the record says of an issue that stopped, oldest first.
    static QStringList stops(IssuingDesk& desk) {
        AuditQuery query;
        query.filter.action = QString::fromLatin1(actionEntry(ActionId::CardIssueStop).name);
        QStringList said;
        for (const AuditRecord& record : expect(readAuditAsAdministrator(desk.database(), query)).records)
            said.prepend(record.details.value(u"why"_s) + record.details.value(u"late"_s) +
                         record.details.value(u"error"_s));
        return said;
    }
    void check(const QString& folder, const IssuingOffice::Card& blank, int at) {
        const QByteArray where = "cut at " + QByteArray::number(at);
        {
            CounterStation counter(m_clock, folder);
            counter.open();
            counter.insert(blank);
            QVERIFY2(counter.refuses(ErrorCode::CardUnknown), where.constData());
            Database& database = counter.workstation().database();
            QVERIFY2(count(database, "SELECT count(*) FROM card_issue WHERE step = 1") == 0,
                     where.constData());
            QVERIFY2(count(database, "SELECT count(*) FROM key_slot WHERE purpose = 'vault'") == 0,
                     where.constData());
        }
        Place readers;
        const IssuingView view =
            issueIn(folder, readers, blank, m_office->administrator(), m_office->witness());
        QVERIFY2(view.state == IssuingState::Done,
                 where + ": " + (view.error ? qPrintable(toString(*view.error)) : "no error"));
        {
            const auto station = expect(Station::open(StationFolder(folder), m_clock));
            Database& database = station->database();
            QVERIFY2(count(database, "SELECT count(*) FROM card_issue WHERE step = 0") == 0,
                     where.constData());
            QVERIFY2(count(database, "SELECT count(*) FROM card_issue WHERE step = 1") == 1,
                     where.constData());
            QVERIFY2(count(database, "SELECT count(*) FROM issued_certificate c JOIN card_issue i ON i.id = "
                                     "c.issue WHERE i.step = 2 AND c.revoked_at IS NULL") == 0,
                     where.constData());
            QVERIFY2(count(database, "SELECT count(*) FROM operator_card WHERE operator = 'op9'") == 1,
                     where.constData());
        }
        QVERIFY2(blank->pukTriesLeft() == 3, where.constData());
        if (at % LoginEvery == 0) // the register has it either way; this takes half of the time
            QVERIFY2(logsIn(folder, blank), where.constData());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CutIssuingTest)
#include "tst_cutissuing.moc"
