// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Prints what a login costs from the card's insertion to the session, and to the desk as it was drawn in the
// program's window, on a simulated card: commands and bytes for the first and for later ones, and the time
// that this program needs besides the card. The PIN is typed in no time. Fails on no time.

#include "tests/bench/timing.h"
#include "tests/support/counterstation.h"
#include "ui/application.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QTimer>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

constexpr int Rounds = 60;

enum class Until { Session, DeskDrawn };

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
    explicit Counter(Until until) : m_card(std::make_shared<TimedCard>(m_station.employ(u"op1"_s))) {
        m_station.open();
        if (until == Until::DeskDrawn) {
            m_window = std::make_unique<MainWindow>(m_station.workstation());
            m_window->show();
        }
        LoginController& login = m_station.login();
        QObject::connect(&login, &LoginController::viewChanged, &login, [this] {
            if (m_station.view().state == LoginState::AwaitingPin)
                m_station.enterPin();
        });
        // After the window has made the desk, which was connected before.
        QObject::connect(&login, &LoginController::sessionStarted, &login, [this] {
            if (m_window)
                m_window->repaint();
            m_total = static_cast<double>(m_timer.nsecsElapsed()) / 1000;
        });
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
        std::printf("%s login: %d commands (aim 14), %lld bytes sent, %lld received\n", which,
                    traffic.commands, static_cast<long long>(traffic.bytesSent),
                    static_cast<long long>(traffic.bytesReceived));
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
    std::unique_ptr<MainWindow> m_window;
    QElapsedTimer m_timer;
    double m_total = 0;
};

void printTime(Counter& counter, const char* until, double first) {
    std::vector<double> micros;
    for (int i = 0; i < Rounds; ++i) {
        micros.push_back(counter.logIn());
        counter.logOut();
    }
    const bench::Times later = bench::timesOf(std::move(micros));
    const bench::Times raw = bench::measureRawWrites(counter.folder() + u"/raw"_s, Rounds, 4096);
    std::printf(
        "time outside the card until the %s: first %.1f ms; later p50 %.1f ms, p99 %.1f ms (aim 30 ms); "
        "raw write+fdatasync: p50 %.2f ms; ratio %.1f\n",
        until, first / 1000, later.p50 / 1000, later.p99 / 1000, raw.p50 / 1000, later.p50 / raw.p50);
}

void benchLogin() {
    Counter counter(Until::Session);
    const double first = counter.logIn();
    counter.printTraffic("first");
    counter.logOut();
    counter.logIn();
    counter.printTraffic("later");
    counter.logOut();
    printTime(counter, "session", first);
}

void benchDesk() {
    Counter counter(Until::DeskDrawn);
    const double first = counter.logIn();
    counter.logOut();
    printTime(counter, "desk is drawn", first);
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(
        u"default.warning=false"_s); // offscreen says of each page what it can't do
    madoguchi::prepare(application, madoguchi::Scale());
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    madoguchi::benchLogin();
    madoguchi::benchDesk();
    return 0;
}
