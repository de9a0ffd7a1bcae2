// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Prints what a login costs from the card's insertion to the session, on a simulated card: commands and bytes
// for the first and for later ones, and the time that this program needs besides the card. The PIN is typed
// in no time. Fails on no time.

#include "tests/bench/timing.h"
#include "tests/support/counterstation.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

constexpr int Rounds = 60;

// Adds up what the card itself takes.
class TimedCard final : public SimulatedCard {
public:
    explicit TimedCard(std::shared_ptr<SimulatedCard> card) : m_card(std::move(card)) {}
    QByteArray atr() const override { return m_card->atr(); }
    void reset() override { m_card->reset(); }
    QByteArray transmit(QByteArrayView command) override {
        QElapsedTimer timer;
        timer.start();
        const QByteArray response = m_card->transmit(command);
        m_nanoseconds += timer.nsecsElapsed();
        return response;
    }
    double takeMicros() { return static_cast<double>(m_nanoseconds.exchange(0)) / 1000; }

private:
    std::shared_ptr<SimulatedCard> m_card;
    std::atomic<qint64> m_nanoseconds = 0;
};

class Counter {
public:
    Counter() : m_card(std::make_shared<TimedCard>(m_station.employ(u"op1"_s))) {
        m_station.open();
        LoginController& login = m_station.login();
        QObject::connect(&login, &LoginController::viewChanged, &login, [this] {
            if (m_station.view().state == LoginState::AwaitingPin)
                m_station.enterPin();
        });
        QObject::connect(&login, &LoginController::sessionStarted, &login,
                         [this] { m_total = static_cast<double>(m_timer.nsecsElapsed()) / 1000; });
        // The waiting time of the reader's monitor is the card service's, not ours.
        QObject::connect(&m_station.workstation().cards(), &CardService::cardInserted, &login,
                         [this] { m_timer.start(); });
    }

    /// Time without the card's own.
    double logIn() {
        m_station.insert(m_card);
        waitFor(LoginState::InSession);
        return m_total - m_card->takeMicros();
    }
    void logOut() {
        m_station.takeOut();
        waitFor(LoginState::WaitingForCard);
    }
    void printTraffic(const char* which) {
        CardService& cards = m_station.workstation().cards();
        const CardTraffic traffic = cards.trafficOf(cards.cardIn(CounterStation::firstReader()));
        std::printf("%s login: %d commands, %lld bytes sent, %lld received\n", which, traffic.commands,
                    static_cast<long long>(traffic.bytesSent), static_cast<long long>(traffic.bytesReceived));
    }
    QString folder() const { return m_station.folder(); }

private:
    /// In a plain event loop: QTest's waiting sleeps 10 ms at a time, which would be measured too.
    void waitFor(LoginState state) {
        QEventLoop loop;
        QTimer::singleShot(10s, &loop, [] { qFatal("the state does not come"); });
        QObject::connect(&m_station.login(), &LoginController::viewChanged, &loop, [&] {
            if (m_station.view().state == state)
                loop.quit();
        });
        loop.exec();
    }

    SystemClock m_clock;
    CounterStation m_station{m_clock};
    std::shared_ptr<TimedCard> m_card;
    QElapsedTimer m_timer;
    double m_total = 0;
};

void benchLogin() {
    Counter counter;
    const double first = counter.logIn();
    counter.printTraffic("first");
    counter.logOut();
    counter.logIn();
    counter.printTraffic("later");
    counter.logOut();
    std::vector<double> micros;
    for (int i = 0; i < Rounds; ++i) {
        micros.push_back(counter.logIn());
        counter.logOut();
    }
    const bench::Times later = bench::timesOf(std::move(micros));
    const bench::Times raw = bench::measureRawWrites(counter.folder() + u"/raw"_s, Rounds, 4096);
    std::printf("time outside the card: first %.1f ms; later p50 %.1f ms, p99 %.1f ms (aim 30 ms); "
                "raw write+fdatasync: p50 %.2f ms; ratio %.1f\n",
                first / 1000, later.p50 / 1000, later.p99 / 1000, raw.p50 / 1000, later.p50 / raw.p50);
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    madoguchi::benchLogin();
    return 0;
}
