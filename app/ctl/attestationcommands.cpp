// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/attestationcommands.h"

#include "app/ctl/console.h"
#include "app/ctl/readingrecord.h"
#include "app/issuing/attestationregister.h"
#include "app/station/station.h"
#include "app/storage/durablefile.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const Certificate& maker) {
    return QString::fromLatin1(maker.fingerprint().toHex()) + u'\t' + maker.subjectCommonName() + u'\t' +
           maker.notAfter().toString(Qt::ISODate);
}

QString targetOf(const QByteArray& fingerprint) {
    return u"certificate:"_s + QString::fromLatin1(fingerprint.toHex());
}

// One action for each, because each is trusted for itself.
Result<int> trustAll(Station& station, const QList<Certificate>& makers) {
    int added = 0;
    for (const Certificate& maker : makers) {
        const ActionCall call{ActionId::AttestationTrust, targetOf(maker.fingerprint())};
        const Result<bool> isNew = station.actions().runAtConsole(call, [&] {
            return AttestationRegister(station.database()).trust(maker, station.clock().now());
        });
        if (!isNew)
            return fail(isNew.error());
        added += *isNew ? 1 : 0;
    }
    return added;
}

int trust(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption in(u"in"_s, u"Certificates of makers of cards, PEM."_s, u"FILE"_s);
    parser.addOptions({folder, in});
    if (!understood(parser, u"attestation trust"_s, arguments, {folder, in}))
        return ExitUsage;
    const Result<QByteArray> pem = contentOfFile(parser.value(in));
    if (!pem)
        return failed(pem.error());
    const auto makers = Certificate::listFromPem(*pem);
    if (!makers)
        return failed(makers.error());
    const SystemClock clock;
    const auto station = Station::open(StationFolder(parser.value(folder)), clock);
    if (!station)
        return failed(station.error());
    const Result<int> added = trustAll(**station, *makers);
    if (!added)
        return failed(added.error());
    say(u"trusted: %1 new makers"_s.arg(*added));
    return ExitDone;
}

int distrust(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folder = stationOption();
    const QCommandLineOption maker(u"maker"_s, u"SHA-256 of its certificate, as `list` shows it."_s,
                                   u"HEX"_s);
    parser.addOptions({folder, maker});
    if (!understood(parser, u"attestation distrust"_s, arguments, {folder, maker}))
        return ExitUsage;
    const QByteArray fingerprint = QByteArray::fromHex(parser.value(maker).toLatin1());
    const SystemClock clock;
    const auto station = Station::open(StationFolder(parser.value(folder)), clock);
    if (!station)
        return failed(station.error());
    const ActionCall call{ActionId::AttestationDistrust, targetOf(fingerprint)};
    const Result<> removed = (*station)->actions().runAtConsole(
        call, [&] { return AttestationRegister((*station)->database()).distrust(fingerprint); });
    if (!removed)
        return failed(removed.error());
    say(u"trusted no more; cards that were issued stay as they are"_s);
    return ExitDone;
}

int list(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption folderOption = stationOption();
    parser.addOption(folderOption);
    if (!understood(parser, u"attestation list"_s, arguments, {folderOption}))
        return ExitUsage;
    const StationFolder folder(parser.value(folderOption));
    recordReading(folder, {ActionId::StationView});
    Result<Database> database = folder.openToRead();
    if (!database)
        return failed(database.error());
    const auto makers = AttestationRegister(*database).makers();
    if (!makers)
        return failed(makers.error());
    for (const Certificate& maker : *makers)
        say(nameOf(maker));
    return ExitDone;
}

} // namespace

int runAttestationCommand(const QStringList& arguments) {
    if (arguments.value(0) == u"trust"_s)
        return trust(arguments.mid(1));
    if (arguments.value(0) == u"distrust"_s)
        return distrust(arguments.mid(1));
    if (arguments.value(0) == u"list"_s)
        return list(arguments.mid(1));
    complain(u"usage: madoguchictl attestation trust --station DIR --in FILE\n"
             "       madoguchictl attestation distrust --station DIR --maker HEX\n"
             "       madoguchictl attestation list --station DIR"_s);
    return ExitUsage;
}

} // namespace madoguchi
