// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/stationcommands.h"

#include "app/ctl/console.h"
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

} // namespace

int runStationCommand(const QStringList& arguments) {
    if (arguments.value(0) == u"init"_s)
        return initialise(arguments.mid(1));
    complain(
        u"usage: madoguchictl station init --station DIR --authority FILE --office CODE --terminal NAME"_s);
    return ExitUsage;
}

} // namespace madoguchi
