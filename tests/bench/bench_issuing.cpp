// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Prints what issuing a card costs, from the order to the register, on simulated cards: commands and bytes
// for each card, and the time that this program needs besides the cards. Cards change places and PINs are
// typed in no time. Fails on no time.

#include "tests/bench/timing.h"
#include "tests/support/issuingoffice.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Rounds = 10;

// Counts what passes through the card and adds up what it takes.
class MeasuredCard final : public SimulatedCard {
public:
    explicit MeasuredCard(std::shared_ptr<SimulatedCard> card) : m_card(std::move(card)) {}
    QByteArray atr() const override { return m_card->atr(); }
    void reset() override { m_card->reset(); }
    QByteArray transmit(QByteArrayView command) override {
        QElapsedTimer timer;
        timer.start();
        const QByteArray response = m_card->transmit(command);
        m_nanoseconds += timer.nsecsElapsed();
        ++m_commands;
        m_bytes += command.size() + response.size();
        return response;
    }
    int commands() const { return m_commands; }
    long long bytes() const { return m_bytes; }
    double micros() const { return static_cast<double>(m_nanoseconds) / 1000; }

private:
    std::shared_ptr<SimulatedCard> m_card;
    std::atomic<int> m_commands = 0;
    std::atomic<qint64> m_bytes = 0;
    std::atomic<qint64> m_nanoseconds = 0;
};

struct Round {
    std::shared_ptr<MeasuredCard> blank;
    std::shared_ptr<MeasuredCard> administrator;
    std::shared_ptr<MeasuredCard> witness;
    double ownMicros = 0;
};

Round issueOne(const CardPersonality& personality) {
    const SystemClock clock;
    const IssuingOffice office(clock);
    Round round{std::make_shared<MeasuredCard>(IssuingOffice::blankCard(personality)),
                std::make_shared<MeasuredCard>(office.administrator()),
                std::make_shared<MeasuredCard>(office.witness())};
    const auto stack = std::make_shared<SimulatedStack>(
        QStringList{CounterStation::firstReader(), CounterStation::secondReader()});
    stack->insert(CounterStation::firstReader(), round.administrator);
    IssuingDesk desk(office.office(), stack, clock);
    desk.sitDown(CounterStation::firstReader());
    QElapsedTimer timer;
    timer.start();
    const auto insert = [&](const QString& reader, const std::shared_ptr<SimulatedCard>& card) {
        stack->insert(reader, card);
    };
    const IssuingView view = IssuingOffice::issue(
        desk, office.order(), {.insert = insert, .witness = round.witness, .blank = round.blank});
    round.ownMicros = static_cast<double>(timer.nsecsElapsed()) / 1000 - round.blank->micros() -
                      round.administrator->micros() - round.witness->micros();
    if (view.state != IssuingState::Done)
        qFatal("the card was not issued");
    return round;
}

void benchIssuing(const char* name, const CardPersonality& personality) {
    std::vector<double> micros;
    Round last;
    for (int i = 0; i < Rounds; ++i) {
        last = issueOne(personality);
        micros.push_back(last.ownMicros);
    }
    std::printf("%s: new card %d commands, %lld bytes; administrator's %d, %lld; witness's %d, %lld\n", name,
                last.blank->commands(), last.blank->bytes(), last.administrator->commands(),
                last.administrator->bytes(), last.witness->commands(), last.witness->bytes());
    const bench::Times times = bench::timesOf(std::move(micros));
    std::printf("%s: time outside the cards p50 %.0f ms, p99 %.0f ms\n", name, times.p50 / 1000,
                times.p99 / 1000);
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    madoguchi::benchIssuing("plain card", madoguchi::CardPersonality::plain());
    madoguchi::benchIssuing("YubiKey", madoguchi::CardPersonality::yubikey());
    return 0;
}
