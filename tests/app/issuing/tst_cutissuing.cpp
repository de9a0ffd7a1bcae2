// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Issuing a card is cut off at each command to each card: the program is killed and the card is out.

#include "app/storage/statement.h"
#include "tests/support/cutcard.h"
#include "tests/support/expect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>
#include <QThread>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int LoginEvery = 9;

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

private Q_SLOTS:
    void initTestCase() { m_office = std::make_unique<IssuingOffice>(m_clock); }

    void cutAnywhereTheCardIsUselessAndIssuedAgain_data() {
        QTest::addColumn<CardPersonality>("personality");
        QTest::addColumn<bool>("administrators"); // her card is pulled, not the blank one
        QTest::addColumn<Cut>("cut");
        QTest::newRow("plain, before the command")
            << CardPersonality::plain() << false << Cut::BeforeTheCommand;
        QTest::newRow("plain, before the answer")
            << CardPersonality::plain() << false << Cut::BeforeTheAnswer;
        QTest::newRow("yubikey, before the command")
            << CardPersonality::yubikey() << false << Cut::BeforeTheCommand;
        QTest::newRow("yubikey, before the answer")
            << CardPersonality::yubikey() << false << Cut::BeforeTheAnswer;
        QTest::newRow("administrator's, before the command")
            << CardPersonality::plain() << true << Cut::BeforeTheCommand;
        QTest::newRow("administrator's, before the answer")
            << CardPersonality::plain() << true << Cut::BeforeTheAnswer;
    }
    // At each command the program is killed (its folder is kept as it is then) and the card is out.
    void cutAnywhereTheCardIsUselessAndIssuedAgain() {
        QFETCH(CardPersonality, personality);
        QFETCH(bool, administrators);
        QFETCH(Cut, cut);
        for (int at = 0;; ++at) {
            const QTemporaryDir place;
            const QString folder = copyOfOffice(place);
            const QString killed = place.filePath(u"killed"_s);
            const auto blank = IssuingOffice::blankCard(personality);
            Place readers;
            const QString reader =
                administrators ? CounterStation::firstReader() : CounterStation::secondReader();
            const auto kill = [&] {
                QMetaObject::invokeMethod(
                    qApp, [&] { CounterStation::copyTo(folder, killed); }, Qt::BlockingQueuedConnection);
                readers.stack->remove(reader);
            };
            const std::shared_ptr<SimulatedCard> whole =
                administrators ? std::static_pointer_cast<SimulatedCard>(m_office->administrator()) : blank;
            const auto pulled = std::make_shared<CutCard>(whole, at, cut, kill);
            const IssuingView view = administrators
                                         ? issueIn(folder, readers, blank, pulled)
                                         : issueIn(folder, readers, pulled, m_office->administrator());
            if (view.state == IssuingState::Done) {
                QVERIFY2(at > (administrators ? 10 : 40), qPrintable(QString::number(at)));
                QCOMPARE(at, pulled->commands());
                return;
            }
            check(killed, blank, at);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
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
        const IssuingView view = issueIn(folder, readers, blank, m_office->administrator());
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
