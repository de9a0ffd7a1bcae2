// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Prints how long a login takes on a real pcscd, from the card's insertion to the session, alone and while
// two other programs (OpenSC's) use the same reader as fast as they can. The PIN is typed in no time. Needs
// root, for a pcscd of its own. Fails on no time.

#include "smartcard/pcsc/pcscstack.h"
#include "tests/bench/timing.h"
#include "tests/support/counterstation.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/settledreader.h"
#include "tests/support/simulatedvpcd.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <list>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

constexpr int Rounds = 20;

// A program that begins again whenever it has ended.
class Neighbour {
public:
    Neighbour(const QString& program, const QStringList& arguments) {
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        QObject::connect(&m_process, &QProcess::finished, &m_process, [this](int code) {
            m_succeeded += code == 0 ? 1 : 0;
            m_process.start();
        });
        m_process.start(program, arguments);
    }
    ~Neighbour() {
        m_process.disconnect();
        m_process.kill();
        m_process.waitForFinished();
    }
    Neighbour(const Neighbour&) = delete;
    Neighbour& operator=(const Neighbour&) = delete;
    /// How often it has got what it wanted from the card.
    int succeeded() const { return m_succeeded; }

private:
    QProcess m_process;
    int m_succeeded = 0;
};

class Counter {
public:
    Counter()
        : m_card(behaviourOf(m_station.employ(u"op1"_s)))
        , m_workstation(
              expect(Workstation::open(m_station.folder(), std::make_shared<PcscStack>(), m_clock))) {
        LoginController& login = m_workstation->login();
        QObject::connect(&login, &LoginController::viewChanged, &login, [this] {
            if (m_workstation->login().view().state == LoginState::AwaitingPin)
                m_workstation->login().submitPin(SecretBytes::copyOf(CounterStation::Pin));
        });
        // pcscd looks for cards every 400 ms; that waiting is not ours.
        QObject::connect(&m_workstation->cards(), &CardService::cardInserted, &login,
                         [this] { m_timer.start(); });
        m_workstation->cards().start();
    }

    bench::Times measure() {
        std::vector<double> micros;
        for (int round = 0; round < Rounds; ++round)
            micros.push_back(logIn());
        return bench::timesOf(std::move(micros));
    }

private:
    double logIn() {
        const auto isReady = [this] {
            return isReadyForACard(m_workstation->cards().readers(), PcscdFixture::firstReader());
        };
        if (!QTest::qWaitFor(isReady, 20'000))
            qFatal("the reader does not become empty");
        expect(m_card.insert(PcscdFixture::FirstPort));
        waitFor(LoginState::InSession);
        const double micros = static_cast<double>(m_timer.nsecsElapsed()) / 1000;
        m_card.pull();
        waitFor(LoginState::WaitingForCard);
        return micros;
    }
    /// In a plain event loop: QTest's waiting sleeps 10 ms at a time, which would be measured too.
    void waitFor(LoginState state) {
        QEventLoop loop;
        QTimer::singleShot(60s, &loop, [this] {
            qFatal("the login stays in state %d", static_cast<int>(m_workstation->login().view().state));
        });
        QObject::connect(&m_workstation->login(), &LoginController::viewChanged, &loop, [&] {
            if (m_workstation->login().view().state == state)
                loop.quit();
        });
        loop.exec();
    }

    SystemClock m_clock;
    CounterStation m_station{m_clock};
    VpcdCard m_card;
    std::unique_ptr<Workstation> m_workstation;
    QElapsedTimer m_timer;
};

void benchSharedReader() {
    PcscdFixture pcscd;
    if (const auto started = pcscd.start(); !started) {
        std::printf("left out: %s\n", qPrintable(toString(started.error())));
        return;
    }
    Counter counter;
    const bench::Times alone = counter.measure();
    std::printf("login alone: p50 %.0f ms, longest %.0f ms\n", alone.p50 / 1000, alone.p99 / 1000);
    std::list<Neighbour> neighbours;
    neighbours.emplace_back(u"opensc-tool"_s, QStringList{u"--reader"_s, u"0"_s, u"--name"_s});
    neighbours.emplace_back(u"pkcs11-tool"_s, QStringList{u"--slot-index"_s, u"0"_s, u"--list-objects"_s});
    const bench::Times beside = counter.measure();
    std::printf("login beside two programs that use the reader (they read the card %d and %d times): "
                "p50 %.0f ms, longest %.0f ms; ratio %.1f\n",
                neighbours.front().succeeded(), neighbours.back().succeeded(), beside.p50 / 1000,
                beside.p99 / 1000, beside.p50 / alone.p50);
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    madoguchi::benchSharedReader();
    return 0;
}
