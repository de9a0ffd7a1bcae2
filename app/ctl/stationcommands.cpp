// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/stationcommands.h"

#include "app/ctl/console.h"
#include "app/ctl/pinprompt.h"
#include "app/issuing/pem.h"
#include "app/issuing/rootmedium.h"
#include "app/setup/officeroot.h"
#include "app/station/logretirement.h"
#include "app/station/policystore.h"
#include "app/station/station.h"
#include "app/station/stationinit.h"
#include "app/storage/durablefile.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// Typed twice, because nobody can find out later; a script's is taken as it comes.
Result<SecretBytes> newPassphrase(std::optional<int> descriptor) {
    Result<SecretBytes> first =
        askPin(u"Passphrase for the office's root (12 characters or more): "_s, descriptor);
    if (!first || descriptor)
        return first;
    const Result<SecretBytes> second = askPin(u"The same again: "_s, descriptor);
    if (!second)
        return fail(second.error());
    return *first == *second ? std::move(first) : fail(ErrorCode::InputInvalid, u"they are not the same"_s);
}

// Gives the root's certificate, PEM. One that is there already is for --authority.
Result<QByteArray> newRoot(const StationFolder& station, const QString& folder, const QString& office,
                           std::optional<int> descriptor, const Clock& clock) {
    const Result<QString> place = placeForRoot(station, folder);
    if (!place)
        return fail(place.error());
    if (QFile::exists(station.stationDatabase()))
        return fail(ErrorCode::StationExists, station.path());
    const Result<SecretBytes> passphrase = newPassphrase(descriptor);
    if (!passphrase)
        return fail(passphrase.error());
    const Result<RootOnMedium> root = makeRootIn(*place, office, *passphrase, clock.now());
    return root ? Result<QByteArray>(pemOf(root->certificate)) : fail(root.error());
}

int initialise(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption authority(u"authority"_s, u"Certificates to trust, PEM."_s, u"FILE"_s);
    const QCommandLineOption office(u"office"_s, u"Code of the office."_s, u"CODE"_s);
    const QCommandLineOption terminal(u"terminal"_s, u"Name of the terminal."_s, u"NAME"_s);
    const QCommandLineOption plain(u"allow-cards-without-9e"_s,
                                   u"Ask for the PIN of cards that can't prove that they are genuine."_s);
    const QCommandLineOption own(
        u"own-authority"_s, u"Instead: make the office's own root, in this folder on a removable medium."_s,
        u"DIR"_s);
    const QCommandLineOption passphrase(u"passphrase-fd"_s,
                                        u"File descriptor to read the root's passphrase from."_s, u"N"_s);
    parser.addOptions({folder, authority, own, passphrase, office, terminal, plain});
    if (!understood(parser, u"station init"_s, arguments, {folder, office, terminal}))
        return ExitUsage;
    if (parser.isSet(authority) == parser.isSet(own)) {
        complain(u"station init needs either --authority FILE or --own-authority DIR"_s);
        return ExitUsage;
    }
    const auto descriptor = numberIn(parser, passphrase);
    if (!descriptor)
        return ExitUsage;
    const SystemClock clock;
    const StationFolder station(parser.value(folder));
    const auto pem = parser.isSet(authority)
                         ? contentOfFile(parser.value(authority))
                         : newRoot(station, parser.value(own), parser.value(office), *descriptor, clock);
    if (!pem)
        return failed(pem.error());
    StationOrder order{parser.value(office), parser.value(terminal), *pem};
    order.policy.allowCardWithoutCardKey = parser.isSet(plain);
    const Result<> made = initialiseStation(station, order, clock);
    if (!made)
        return failed(made.error());
    say(u"station ready: %1"_s.arg(parser.value(folder)));
    if (parser.isSet(own)) {
        say(u"the office's root is in %1: copy it twice, and keep both in safes"_s.arg(parser.value(own)));
        say(u"next, the cards of two card administrators: madoguchictl authority first-card, for each"_s);
    } else {
        say(u"next, the people with their cards: madoguchictl card enroll"_s);
    }
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

/// `before` with "name=value" settings, by the names that showing the policy gives. Errors: InputInvalid.
Result<StationPolicy> withSettings(const StationPolicy& before, const QStringList& settings) {
    QJsonObject values = toJson(before);
    for (const QString& setting : settings) {
        const QString name = setting.section(u'=', 0, 0);
        const QByteArray value = setting.section(u'=', 1).toUtf8();
        const QJsonArray parsed = QJsonDocument::fromJson('[' + value + ']').array();
        if (!values.contains(name) || parsed.size() != 1)
            return fail(ErrorCode::InputInvalid, setting);
        values[name] = parsed.at(0);
    }
    return policyFromJson(values);
}

// The names and values that differ, for the record.
QMap<QString, QString> differences(const StationPolicy& before, const StationPolicy& after) {
    const QJsonObject old = toJson(before);
    const QJsonObject present = toJson(after);
    QMap<QString, QString> changed;
    for (const QString& name : present.keys()) {
        if (old[name] != present[name])
            changed.insert(name, present[name].toVariant().toString());
    }
    return changed;
}

enum class PolicyBase { Present, New };

// From a new station's also out of a policy that can't be read, which keeps everybody from logging in.
int changePolicy(const StationFolder& folder, PolicyBase base, const QStringList& settings) {
    const SystemClock clock;
    const auto station = Station::open(folder, clock);
    if (!station)
        return failed(station.error());
    PolicyStore policies((*station)->database());
    const Result<StationPolicy> before = base == PolicyBase::New ? StationPolicy() : policies.load();
    if (!before)
        return failed({ErrorCode::PolicyUnreadable, toString(before.error())});
    const Result<StationPolicy> policy = withSettings(*before, settings);
    if (!policy)
        return failed(policy.error());
    ActionCall call{ActionId::PolicyChange, u"policy"_s, differences(*before, *policy)};
    call.details.insert(u"reset"_s, base == PolicyBase::New ? u"true"_s : u"false"_s);
    const Result<> changed =
        (*station)->actions().runAtConsole(call, [&] { return policies.changeAtConsole(*policy); });
    if (!changed)
        return failed(changed.error());
    say(compact(*policy));
    return ExitDone;
}

int showPolicy(const StationFolder& folder) {
    Result<Database> database = folder.openToRead();
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
    const QCommandLineOption reset(u"reset"_s, u"Back to the rules of a new station."_s);
    const QCommandLineOption set(u"set"_s, u"A rule by its name, such as shuffledKeypad=true."_s,
                                 u"NAME=VALUE"_s);
    parser.addOptions({folder, reset, set});
    if (!understood(parser, u"station policy"_s, arguments, {folder}))
        return ExitUsage;
    const StationFolder station(parser.value(folder));
    if (!parser.isSet(reset) && !parser.isSet(set))
        return showPolicy(station);
    return changePolicy(station, parser.isSet(reset) ? PolicyBase::New : PolicyBase::Present,
                        parser.values(set));
}

} // namespace

int runStationCommand(const QStringList& arguments) {
    if (arguments.value(0) == u"init"_s)
        return initialise(arguments.mid(1));
    if (arguments.value(0) == u"policy"_s)
        return runPolicy(arguments.mid(1));
    if (arguments.value(0) == u"retire-log"_s)
        return retireOldLog(arguments.mid(1));
    complain(u"usage: madoguchictl station init --station DIR (--authority FILE|--own-authority DIR "
             "[--passphrase-fd N]) --office CODE --terminal NAME "
             "[--allow-cards-without-9e]\n"
             "       madoguchictl station policy --station DIR [--reset] [--set NAME=VALUE]...\n"
             "       madoguchictl station retire-log --station DIR --reason TEXT"_s);
    return ExitUsage;
}

} // namespace madoguchi
