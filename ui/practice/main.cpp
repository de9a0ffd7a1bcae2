// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The practice program: the production screens over simulated cards, always marked 練習用.

#include "ui/application.h"
#include "ui/practice/practiceday.h"
#include "ui/practice/practiceprogram.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTextStream>

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
int playDay(PracticeProgram& program, const QString& pictures) {
    if (!program.hasStarted())
        return 1;
    const auto day = program.showDay(pictures);
    QTextStream(stdout) << day->pictures().join(u'\n') << Qt::endl; // so that it is seen which are missing
    QObject::connect(day.get(), &PracticeDay::finished, [](const QString& failure) {
        if (!failure.isEmpty())
            qWarning("the tour stopped at: %s", qPrintable(failure));
        QApplication::exit(failure.isEmpty() ? 0 : 1);
    });
    day->start();
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
        u"Plays the practice day; its pictures, whose names it says first, go into DIR, which must hold no "
        "station yet, data into DIR/station."_s,
        u"DIR"_s);
    parser.addOption(tour);
    const StartOptions options = readOptions(parser, application, u"practice"_s);
    prepare(application, options.scale);
    quitOnSignals(application);

    if (parser.isSet(tour) && !isNewForTour(parser.value(tour)))
        return 1;
    PracticeProgram program(parser.isSet(tour) ? parser.value(tour) : options.station);
    if (parser.isSet(tour))
        return playDay(program, parser.value(tour));
    program.show();
    const int status = QApplication::exec();
    return program.hasStarted() ? status : 1;
}
