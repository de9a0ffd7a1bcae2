// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Prints how long the program takes from its start to a waiting screen that was drawn and takes keys, and how
// much memory it has then, as ratios to an empty QMainWindow with a word in each font of that screen, and to
// one with a word in a single font: most of a start is the fonts'. All do without a display, as processes of
// their own: this program, which starts itself as `bench_start window FOLDER` (what app/main.cpp does),
// `bench_start fonts` and `bench_start empty`. Fails on no time.

#include "app/station/stationinit.h"
#include "app/workstation.h"
#include "smartcard/pcsc/pcscstack.h"
#include "tests/bench/timing.h"
#include "tests/support/counterstation.h"
#include "ui/application.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QProcess>
#include <QTimer>
#include <QVBoxLayout>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Rounds = 9;

// Says so and ends when the window was drawn and the event loop has nothing else to do.
void endWhenUsable(QWidget& window) {
    window.show();
    window.repaint();
    QTimer::singleShot(0, &window, [] {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QIODevice::ReadOnly))
            qFatal("no /proc");
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                std::printf("%s\n", line.simplified().split(' ').at(1).constData());
        }
        std::fflush(stdout);
        QCoreApplication::quit();
    });
}

/// A word in each of these fonts, and nothing else.
int runEmpty(QApplication& application, std::initializer_list<theme::TextRole> roles) {
    applyTheme(application, Scale());
    QMainWindow window;
    auto* words = new QWidget;
    auto* rows = new QVBoxLayout(words);
    for (const theme::TextRole role : roles) {
        auto* word = new QLabel(u"窓口"_s);
        word->setFont(theme::font(role));
        rows->addWidget(word);
    }
    window.setCentralWidget(words);
    endWhenUsable(window);
    return QApplication::exec();
}

int runWindow(QApplication& application, const QString& folder) {
    prepare(application, Scale());
    const SystemClock clock;
    const auto station = expect(Workstation::open(folder, std::make_shared<PcscStack>(), clock));
    MainWindow window(*station);
    station->cards().start();
    endWhenUsable(window);
    return QApplication::exec();
}

struct Start {
    bench::Times times;
    double megabytes = 0;
};

Start measureStart(const QStringList& arguments) {
    std::vector<double> micros;
    double kilobytes = 0;
    for (int i = 0; i < Rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), arguments);
        if (!process.waitForReadyRead())
            qFatal("%s", process.readAllStandardError().constData());
        micros.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000);
        kilobytes = process.readAllStandardOutput().trimmed().toDouble();
        process.waitForFinished();
    }
    return {bench::timesOf(std::move(micros)), kilobytes / 1024};
}

int benchStart() {
    const SystemClock clock;
    const CounterStation station(clock);
    const Start window = measureStart({u"window"_s, station.folder()});
    for (const auto& [argument, name] : {std::pair{u"fonts"_s, "empty window with the same fonts"},
                                         std::pair{u"empty"_s, "empty window with one font"}}) {
        const Start empty = measureStart({argument});
        std::printf("start to a usable waiting screen: p50 %.0f ms; %s: %.0f ms; ratio %.2f\n",
                    window.times.p50 / 1000, name, empty.times.p50 / 1000,
                    window.times.p50 / empty.times.p50);
        std::printf("resident memory: %.1f MiB; %s: %.1f MiB; ratio %.2f\n", window.megabytes, name,
                    empty.megabytes, window.megabytes / empty.megabytes);
    }
    return 0;
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    using namespace madoguchi;
    using theme::TextRole;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"empty"_s)
        return runEmpty(application, {TextRole::Body});
    if (arguments.value(1) == u"fonts"_s)
        return runEmpty(application, {TextRole::Clock, TextRole::Large, TextRole::Heading, TextRole::Body});
    if (arguments.value(1) == u"window"_s)
        return runWindow(application, arguments.value(2));
    return benchStart();
}
