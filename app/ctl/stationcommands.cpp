// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/stationcommands.h"

#include "app/ctl/console.h"
#include "app/station/logretirement.h"
#include "app/station/station.h"
#include "app/station/stationinit.h"

#include <QCommandLineParser>
#include <QFile>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

int initialise(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption authority(u"authority"_s, u"Certificates to trust, PEM."_s, u"FILE"_s);
    const QCommandLineOption office(u"office"_s, u"Code of the office."_s, u"CODE"_s);
    const QCommandLineOption terminal(u"terminal"_s, u"Name of the terminal."_s, u"NAME"_s);
    parser.addOptions({folder, authority, office, terminal});
    if (!understood(parser, u"station init"_s, arguments, {folder, authority, office, terminal}))
        return ExitUsage;
    QFile pem(parser.value(authority));
    if (!pem.open(QIODevice::ReadOnly))
        return failed({ErrorCode::FileUnreadable, pem.fileName()});
    const SystemClock clock;
    const Result<> made =
        initialiseStation(StationFolder(parser.value(folder)),
                          {parser.value(office), parser.value(terminal), pem.readAll()}, clock);
    if (!made)
        return failed(made.error());
    say(u"station ready: %1"_s.arg(parser.value(folder)));
    return ExitDone;
}

int retireOldLog(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption station(u"station"_s, u"The station's folder."_s, u"DIR"_s);
    const QCommandLineOption reason(u"reason"_s, u"Why; it is recorded."_s, u"TEXT"_s);
    parser.addOptions({station, reason});
    if (!understood(parser, u"station retire-log"_s, arguments, {station, reason}))
        return ExitUsage;
    const SystemClock clock;
    const StationFolder folder(parser.value(station));
    const Result<QString> evidence = retireLog(folder, parser.value(reason), clock);
    if (!evidence)
        return failed(evidence.error());
    if (const auto begun = Station::open(folder, clock); !begun)
        return failed(begun.error());
    say(u"log retired, evidence in %1"_s.arg(*evidence));
    return ExitDone;
}

} // namespace

int runStationCommand(const QStringList& arguments) {
    if (arguments.value(0) == u"init"_s)
        return initialise(arguments.mid(1));
    if (arguments.value(0) == u"retire-log"_s)
        return retireOldLog(arguments.mid(1));
    complain(
        u"usage: madoguchictl station init --station DIR --authority FILE --office CODE --terminal NAME\n"
        "       madoguchictl station retire-log --station DIR --reason TEXT"_s);
    return ExitUsage;
}

} // namespace madoguchi
