// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The practice program: the production screens over simulated cards, always marked 練習用.

#include "app/workstation.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/practice/practiceday.h"
#include "ui/practice/practicestation.h"
#include "ui/practice/practicestrip.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QScreen>

using namespace madoguchi;
using namespace Qt::StringLiterals;

namespace {

/// The day begins with new cards and an empty vault: on a station that has seen it before it would stop.
bool isNewForTour(const QString& folder) {
    if (!QDir(folder).exists(u"station"_s))
        return true;
    qCritical("%s holds a practice station already. The tour needs a new folder: name another one.",
              qUtf8Printable(QDir::toNativeSeparators(folder)));
    return false;
}

/// Plays the day and leaves with 0, or with 1 and the name of the step that did not come true.
int playDay(MainWindow& window, Workstation& station, PracticeStrip& strip, const PracticeStation& practice,
            const QString& pictures) {
    PracticeDay day({window, station, strip, practice}, pictures);
    QObject::connect(&day, &PracticeDay::finished, [](const QString& failure) {
        if (!failure.isEmpty())
            qWarning("the tour stopped at: %s", qPrintable(failure));
        QApplication::exit(failure.isEmpty() ? 0 : 1);
    });
    day.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"madoguchi-practice"_s);
    QApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
    QCommandLineParser parser;
    const QCommandLineOption tour(
        u"tour"_s,
        u"Plays the practice day; pictures go into DIR, which must hold no station yet, data into DIR/station."_s,
        u"DIR"_s);
    parser.addOption(tour);
    const StartOptions options = readOptions(parser, application, u"practice"_s);
    prepare(application, options.scale);
    quitOnSignals(application);

    if (parser.isSet(tour) && !isNewForTour(parser.value(tour)))
        return 1;
    const SystemClock clock;
    const QString folder = parser.isSet(tour) ? parser.value(tour) : options.station;
    const auto practice = PracticeStation::openOrMake(folder, clock);
    auto station = practice ? Workstation::open(practice->stationFolder(), practice->stack(), clock)
                            : Result<std::unique_ptr<Workstation>>(fail(practice.error()));
    if (!station) {
        const auto page = refusal(station.error());
        page->show();
        return parser.isSet(tour) ? 1 : QApplication::exec() + 1;
    }
    MainWindow window(**station);
    auto* strip = new PracticeStrip(practice->stack(), practice->readers(), practice->cards());
    window.addStrip(strip);
    if (parser.isSet(tour)) { // pictures of the smallest window, whatever screen they are made on
        strip->fitWidth(window.width());
        window.show();
    } else {
        strip->fitWidth(window.screen()->availableSize().width());
        showFitting(window);
    }
    (*station)->cards().start();
    return parser.isSet(tour) ? playDay(window, **station, *strip, *practice, folder) : QApplication::exec();
}
