// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/diagnosecommand.h"

#include "app/base/clock.h"
#include "app/ctl/console.h"
#include "app/diagnostics/findingcatalogue.h"
#include "app/diagnostics/supportbundle.h"
#include "app/storage/durablefile.h"
#include "smartcard/pcsc/pcscstack.h"

#include <QFile>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

Result<CardExamination> examine(PcscStack& cards, const QString& reader) {
    const Result<std::unique_ptr<CardConnection>> connection = cards.connect(reader);
    if (!connection)
        return fail(connection.error());
    const Result<std::unique_ptr<CardTransaction>> transaction = (*connection)->begin();
    if (!transaction)
        return fail(transaction.error());
    return examineCard(**transaction);
}

ReaderFacts factsOf(PcscStack& cards, const ReaderState& state) {
    ReaderFacts facts{.state = state};
    if (const Result<ReaderFeatures> features = cards.featuresOf(state.name))
        facts.features = *features;
    if (state.cardPresent && !state.cardMute)
        facts.card = examine(cards, state.name);
    return facts;
}

DiagnosisFacts gather() {
    const SystemClock clock;
    PcscStack cards;
    DiagnosisFacts facts{.clients = findCardClients(u"/proc"_s), .now = clock.now()};
    cards.interrupt(); // no readers at all is an answer too
    const Result<QList<ReaderState>> readers = cards.waitForChange({});
    if (!readers) {
        facts.service = readers.error().code;
        return facts;
    }
    for (const ReaderState& state : *readers)
        facts.readers.append(factsOf(cards, state));
    return facts;
}

QString textOf(const DiagnosisLine& line) {
    const QString second = line.date.isValid() ? line.date.toString(Qt::ISODate)
                                               : (line.count ? QString::number(*line.count) : QString());
    QString text = QString::fromUtf8(findingEntry(line.finding).text);
    return text.replace(u"%1"_s, line.subject).replace(u"%2"_s, second);
}

void print(const Diagnosis& diagnosis) {
    int reader = 0;
    for (const DiagnosisLine& line : diagnosis.lines) {
        if (line.reader != reader && line.reader > 0)
            say(u"reader %1: %2"_s.arg(line.reader).arg(diagnosis.readers.at(line.reader - 1)));
        reader = line.reader;
        const FindingEntry& entry = findingEntry(line.finding);
        const bool isGood = entry.grade == FindingGrade::Good;
        say((reader > 0 ? u"  "_s : QString()) + (isGood ? u"ok         "_s : u"attention  "_s) +
            textOf(line));
        if (*entry.advice != '\0')
            say((reader > 0 ? u"  "_s : QString()) + u"           -> "_s + QString::fromUtf8(entry.advice));
    }
}

} // namespace

int runDiagnoseCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption bundle(
        u"bundle"_s, u"A new file for support: no names, serial numbers or certificates."_s, u"FILE"_s);
    parser.addOption(bundle);
    if (!understood(parser, u"diagnose"_s, arguments, {})) {
        complain(u"usage: madoguchictl diagnose [--bundle FILE]"_s);
        return ExitUsage;
    }
    const Result<CardCatalogue> catalogue = CardCatalogue::load();
    if (!catalogue)
        return failed(catalogue.error());
    const Diagnosis diagnosis = diagnose(gather(), *catalogue);
    print(diagnosis);
    if (parser.isSet(bundle)) {
        if (QFile::exists(parser.value(bundle)))
            return failed({ErrorCode::FileUnwritable, parser.value(bundle) + u" is there already"_s});
        const Result<> written = writeDurably(parser.value(bundle), SupportBundle(diagnosis).toJson());
        if (!written)
            return failed(written.error());
    }
    const bool isWell = std::ranges::all_of(diagnosis.lines, [](const DiagnosisLine& line) {
        return findingEntry(line.finding).grade == FindingGrade::Good;
    });
    return isWell ? ExitDone : ExitFailed;
}

} // namespace madoguchi
