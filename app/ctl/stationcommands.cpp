// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/stationcommands.h"

#include "app/ctl/console.h"
#include "app/station/logretirement.h"
#include "app/station/policystore.h"
#include "app/station/station.h"
#include "app/station/stationinit.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

int initialise(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption authority(u"authority"_s, u"Certificates to trust, PEM."_s, u"FILE"_s);
    const QCommandLineOption office(u"office"_s, u"Code of the office."_s, u"CODE"_s);
    const QCommandLineOption terminal(u"terminal"_s, u"Name of the terminal."_s, u"NAME"_s);
    const QCommandLineOption plain(u"allow-cards-without-9e"_s,
                                   u"Ask for the PIN of cards that can't prove that they are genuine."_s);
    parser.addOptions({folder, authority, office, terminal, plain});
    if (!understood(parser, u"station init"_s, arguments, {folder, authority, office, terminal}))
        return ExitUsage;
    QFile pem(parser.value(authority));
    if (!pem.open(QIODevice::ReadOnly))
        return failed({ErrorCode::FileUnreadable, pem.fileName()});
    const SystemClock clock;
    StationOrder order{parser.value(office), parser.value(terminal), pem.readAll()};
    order.policy.allowCardWithoutCardKey = parser.isSet(plain);
    const Result<> made = initialiseStation(StationFolder(parser.value(folder)), order, clock);
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

QString compact(const StationPolicy& policy) {
    return QString::fromUtf8(QJsonDocument(toJson(policy)).toJson(QJsonDocument::Compact));
}

// Also out of a policy that can't be read, which keeps everybody from logging in.
int changePolicy(const StationFolder& folder, const QString& cardsWithout9e, bool reset) {
    const SystemClock clock;
    const auto station = Station::open(folder, clock);
    if (!station)
        return failed(station.error());
    PolicyStore policies((*station)->database());
    const Result<StationPolicy> before = reset ? StationPolicy() : policies.load();
    if (!before)
        return failed({ErrorCode::PolicyUnreadable, toString(before.error())});
    StationPolicy policy = *before;
    if (!cardsWithout9e.isEmpty())
        policy.allowCardWithoutCardKey = cardsWithout9e == u"allow"_s;
    const ActionCall call{
        ActionId::PolicyChange,
        u"policy"_s,
        {{u"reset"_s, reset ? u"true"_s : u"false"_s},
         {u"allowCardWithoutCardKey"_s, policy.allowCardWithoutCardKey ? u"true"_s : u"false"_s}}};
    const Result<> changed =
        (*station)->actions().runAtConsole(call, [&] { return policies.changeAtConsole(policy); });
    if (!changed)
        return failed(changed.error());
    say(compact(policy));
    return ExitDone;
}

int showPolicy(const StationFolder& folder) {
    const Result<SecretBytes> key = folder.terminalKey();
    if (!key)
        return failed(key.error());
    Result<Database> database = Database::open(folder.stationDatabase(), *key, Database::Access::ReadOnly);
    if (!database)
        return failed(database.error());
    const Result<StationPolicy> policy = PolicyStore(*database).load();
    if (!policy)
        return failed({ErrorCode::PolicyUnreadable, toString(policy.error())});
    say(compact(*policy));
    return ExitDone;
}

int runPolicy(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder(u"station"_s, u"The station's folder."_s, u"DIR"_s);
    const QCommandLineOption plain(u"cards-without-9e"_s, u"allow or refuse."_s, u"RULE"_s);
    const QCommandLineOption reset(u"reset"_s, u"Back to the rules of a new station."_s);
    parser.addOptions({folder, plain, reset});
    if (!understood(parser, u"station policy"_s, arguments, {folder}))
        return ExitUsage;
    const QString rule = parser.value(plain);
    if (parser.isSet(plain) && rule != u"allow"_s && rule != u"refuse"_s) {
        complain(u"--cards-without-9e needs allow or refuse"_s);
        return ExitUsage;
    }
    const StationFolder station(parser.value(folder));
    return rule.isEmpty() && !parser.isSet(reset) ? showPolicy(station)
                                                  : changePolicy(station, rule, parser.isSet(reset));
}

} // namespace

int runStationCommand(const QStringList& arguments) {
    if (arguments.value(0) == u"init"_s)
        return initialise(arguments.mid(1));
    if (arguments.value(0) == u"policy"_s)
        return runPolicy(arguments.mid(1));
    if (arguments.value(0) == u"retire-log"_s)
        return retireOldLog(arguments.mid(1));
    complain(u"usage: madoguchictl station init --station DIR --authority FILE --office CODE --terminal NAME "
             "[--allow-cards-without-9e]\n"
             "       madoguchictl station policy --station DIR [--cards-without-9e allow|refuse] [--reset]\n"
             "       madoguchictl station retire-log --station DIR --reason TEXT"_s);
    return ExitUsage;
}

} // namespace madoguchi
