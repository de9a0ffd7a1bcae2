// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/auditcommands.h"

#include "app/audit/auditexport.h"
#include "app/audit/auditlog.h"
#include "app/audit/auditverifier.h"
#include "app/ctl/console.h"
#include "app/ctl/readingrecord.h"
#include "app/station/stationfolder.h"
#include "app/storage/durablefile.h"

#include <QFile>

#include <cstdio>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

int report(const AuditVerification& answer) {
    if (answer.verdict == AuditVerification::Verdict::Intact) {
        say(u"ok: %1 records, %2 checkpoints"_s.arg(answer.records).arg(answer.checkpoints));
        return ExitDone;
    }
    if (answer.verdict == AuditVerification::Verdict::RegisterWrong) {
        say(u"wrong: the register of operators, cards, locks and settings: %1 (the log itself: %2 records ok)"_s
                .arg(answer.fault.reason)
                .arg(answer.records));
    } else {
        say(u"wrong: record %1: %2"_s.arg(answer.fault.sequence).arg(answer.fault.reason));
    }
    return ExitFailed;
}

// The files of the checkpoints that were kept elsewhere, as they are.
Result<QList<QByteArray>> readNotes(const QStringList& paths) {
    constexpr qint64 LargestFile = qint64(64) * 1024;
    QList<QByteArray> notes;
    for (const QString& path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, path + u": "_s + file.errorString());
        notes.append(file.read(LargestFile));
    }
    return notes;
}

int verify(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption station = stationOption();
    const QCommandLineOption key(u"key"_s, u"Verifier key kept elsewhere."_s, u"VKEY"_s);
    const QCommandLineOption checkpoint(
        u"checkpoint"_s, u"Checkpoint kept elsewhere; may be given several times."_s, u"FILE"_s);
    parser.addOptions({station, key, checkpoint});
    if (!understood(parser, u"audit verify"_s, arguments, {station}))
        return ExitUsage;
    const StationFolder folder(parser.value(station));
    AuditVerifyOptions options{folder.checkpointFile(), parser.value(key)};
    const Result<QList<QByteArray>> notes = readNotes(parser.values(checkpoint));
    if (!notes)
        return failed(notes.error());
    options.keptCheckpoints = *notes;
    Result<Database> database = folder.openToRead();
    // A database that can't be opened because it was damaged is a finding about
    // the log, too.
    if (!database && database.error().code == ErrorCode::DatabaseCorrupt)
        return report({AuditVerification::Verdict::Wrong, 0, 0, {0, database.error().detail}});
    if (!database)
        return failed(database.error());
    const Result<AuditVerification> answer = verifyAuditAsAdministrator(*database, options);
    return answer ? report(*answer) : failed(answer.error());
}

int printCheckpoint(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption station = stationOption();
    parser.addOption(station);
    if (!understood(parser, u"audit checkpoint"_s, arguments, {station}))
        return ExitUsage;
    Result<Database> database = StationFolder(parser.value(station)).openToRead();
    if (!database)
        return failed(database.error());
    const Result<QByteArray> note = newestCheckpoint(*database);
    if (!note)
        return failed(note.error());
    say(QString::fromUtf8(note->chopped(1))); // say() ends the line
    return ExitDone;
}

struct SearchOptions {
    QCommandLineOption station = stationOption();
    QCommandLineOption operatorId{u"operator"_s, u"Id of an operator."_s, u"ID"_s};
    QCommandLineOption action{u"action"_s, u"Name of an action, such as draft.save."_s, u"NAME"_s};
    QCommandLineOption target{u"target"_s, u"What it was done to, such as draft:ID."_s, u"TARGET"_s};
    QCommandLineOption from{u"from"_s, u"ISO 8601 time, this or later."_s, u"TIME"_s};
    QCommandLineOption to{u"to"_s, u"ISO 8601 time, before this."_s, u"TIME"_s};
    QCommandLineOption limit{u"limit"_s, u"Most records, newest first."_s, u"N"_s, u"50"_s};

    QList<QCommandLineOption> all() const { return {station, operatorId, action, target, from, to, limit}; }
};

// An invalid time for an option that was not given; nothing for one that makes
// no sense.
std::optional<QDateTime> timeOf(const QCommandLineParser& parser, const QCommandLineOption& option) {
    if (!parser.isSet(option))
        return QDateTime();
    const QDateTime time = QDateTime::fromString(parser.value(option), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

// What was searched for, as it was typed: ids, names of actions and times.
QMap<QString, QString> askedFor(const QCommandLineParser& parser, const QList<QCommandLineOption>& options) {
    QMap<QString, QString> asked;
    for (const QCommandLineOption& option : options) {
        if (parser.isSet(option))
            asked.insert(option.names().constFirst(), parser.value(option));
    }
    return asked;
}

int printPages(Database& database, AuditQuery query, qint64 limit) {
    while (limit > 0) {
        query.limit = static_cast<int>(std::min<qint64>(limit, 1000));
        const Result<AuditPage> page = readAuditAsAdministrator(database, query);
        if (!page)
            return failed(page.error());
        for (const AuditRecord& record : page->records)
            say(QString::fromUtf8(auditRecordAsJson(record)));
        limit -= page->records.size();
        if (!page->next)
            break;
        query.before = page->next;
    }
    return ExitDone;
}

int search(const QStringList& arguments) {
    QCommandLineParser parser;
    const SearchOptions options;
    parser.addOptions(options.all());
    if (!understood(parser, u"audit search"_s, arguments, {options.station}))
        return ExitUsage;
    const std::optional<QDateTime> from = timeOf(parser, options.from);
    const std::optional<QDateTime> to = timeOf(parser, options.to);
    bool isNumber = false;
    const qint64 limit = parser.value(options.limit).toLongLong(&isNumber);
    if (!from || !to || !isNumber || limit < 1) {
        complain(u"madoguchictl: --from and --to take an ISO 8601 time, --limit a number from 1"_s);
        return ExitUsage;
    }
    const StationFolder folder(parser.value(options.station));
    recordReading(folder, {ActionId::AuditSearch, {}, askedFor(parser, options.all().mid(1))});
    Result<Database> database = folder.openToRead();
    if (!database)
        return failed(database.error());
    AuditQuery query;
    query.filter.from = *from;
    query.filter.until = *to;
    query.filter.operatorId = parser.value(options.operatorId);
    query.filter.action = parser.value(options.action);
    query.filter.target = parser.value(options.target);
    return printPages(*database, query, limit);
}

Result<> openOutput(QFile& out, const QString& path) {
    const bool opened = path.isEmpty()
                            ? out.open(stdout, QIODevice::WriteOnly)
                            : (out.setFileName(path), out.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                                                               QFile::ReadOwner | QFile::WriteOwner));
    return opened ? Result<>() : fail(ErrorCode::FileUnwritable, path + u": "_s + out.errorString());
}

int exportLog(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption station = stationOption();
    const QCommandLineOption format(u"format"_s, u"jsonl or csv."_s, u"FORMAT"_s);
    const QCommandLineOption output(u"output"_s, u"A new file; without it, standard output."_s, u"FILE"_s);
    parser.addOptions({station, format, output});
    if (!understood(parser, u"audit export"_s, arguments, {station, format}))
        return ExitUsage;
    const bool csv = parser.value(format) == u"csv"_s;
    if (!csv && parser.value(format) != u"jsonl"_s) {
        complain(u"madoguchictl: --format is jsonl or csv"_s);
        return ExitUsage;
    }
    const StationFolder folder(parser.value(station));
    recordReading(folder, {ActionId::AuditExport, {}, {{u"format"_s, parser.value(format)}}});
    Result<Database> database = folder.openToRead();
    if (!database)
        return failed(database.error());
    // Before the records, so that the export holds all that it covers.
    const Result<QByteArray> note = newestCheckpoint(*database);
    if (!note)
        return failed(note.error());
    QFile out;
    if (const Result<> opened = openOutput(out, parser.value(output)); !opened)
        return failed(opened.error());
    const Result<quint64> written = exportAuditAsAdministrator(
        *database, csv ? AuditExportFormat::Csv : AuditExportFormat::JsonLines, out);
    if (!written)
        return failed(written.error());
    if (!out.flush())
        return failed({ErrorCode::FileUnwritable, out.errorString()});
    if (!parser.isSet(output)) {
        complain(u"madoguchictl: no checkpoint is written beside standard output; see audit checkpoint"_s);
        return ExitDone;
    }
    const Result<> kept = writeDurably(exportCheckpointPath(parser.value(output)), *note);
    return kept ? ExitDone : failed(kept.error());
}

} // namespace

int runAuditCommand(const QStringList& arguments) {
    const QString command = arguments.value(0);
    if (command == u"verify"_s)
        return verify(arguments.mid(1));
    if (command == u"search"_s)
        return search(arguments.mid(1));
    if (command == u"export"_s)
        return exportLog(arguments.mid(1));
    if (command == u"checkpoint"_s)
        return printCheckpoint(arguments.mid(1));
    complain(u"usage: madoguchictl audit verify --station DIR [--key VKEY] [--checkpoint FILE]...\n"
             "       madoguchictl audit checkpoint --station DIR\n"
             "       madoguchictl audit search --station DIR [--operator ID] "
             "[--action NAME] [--target TARGET]\n"
             "                                 [--from TIME] [--to TIME] [--limit N]\n"
             "       madoguchictl audit export --station DIR --format jsonl|csv [--output FILE]"_s);
    return ExitUsage;
}

} // namespace madoguchi
