// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/audittext.h"

#include "app/actions/actioncatalogue.h"
#include "ui/clocktext.h"
#include "ui/widgets/action.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct AuditText {
    Q_DECLARE_TR_FUNCTIONS(AuditText)
public:
    static QString phase(AuditPhase phase) {
        switch (phase) {
        case AuditPhase::Event:
            return tr("Event");
        case AuditPhase::Attempt:
            return tr("Attempt");
        case AuditPhase::Outcome:
            return tr("Outcome");
        }
        Q_UNREACHABLE();
    }

    static QString outcome(AuditOutcome outcome) {
        switch (outcome) {
        case AuditOutcome::None:
            return {};
        case AuditOutcome::Done:
            return tr("Done");
        case AuditOutcome::Refused:
            return tr("Refused");
        case AuditOutcome::Failed:
            return tr("Failed");
        }
        Q_UNREACHABLE();
    }

    static QString action(const AuditRecord& record) {
        const QString text = auditActionText(record.action);
        //: %1 is what an action is called on screen, %2 its name in the log
        return text == record.action ? text : tr("%1 (%2)").arg(text, record.action);
    }

    static QString details(const AuditRecord& record, const RecordWords& words) {
        QStringList lines;
        for (auto detail = record.details.begin(); detail != record.details.end(); ++detail)
            lines += words.withNames(detail.key(), detail.value());
        return lines.join(u'\n');
    }
};

} // namespace

QString auditActionText(const QString& action) {
    const auto catalogue = actionCatalogue();
    const auto entry = std::ranges::find_if(
        catalogue, [&](const ActionEntry& each) { return action == QLatin1StringView(each.name); });
    return entry == catalogue.end() ? action : actionText(entry->id);
}

QString auditOutcomeText(const AuditRecord& record) {
    const QString outcome = AuditText::outcome(record.outcome);
    return outcome.isEmpty() ? AuditText::phase(record.phase) : outcome;
}

QList<Fact> auditFacts(const AuditEntry& entry, const RecordWords& words) {
    const AuditRecord& record = entry.record;
    const bool isOutcome = record.phase == AuditPhase::Outcome;
    return {{AuditText::tr("Number"), QString::number(record.sequence)},
            {AuditText::tr("Time"), clocktext::inList(record.time)},
            {AuditText::tr("Time (UTC)"), record.time.toString(Qt::ISODateWithMs)},
            {AuditText::tr("Since the machine's start"), AuditText::tr("%1 ms").arg(record.sinceBoot)},
            {AuditText::tr("Start of the machine"), QString::fromUtf8(record.bootId)},
            {AuditText::tr("Terminal"), record.terminal},
            {AuditText::tr("Session"), record.session},
            {AuditText::tr("Operator"), record.operatorId},
            {AuditText::tr("Card"), record.card},
            {AuditText::tr("Action"), AuditText::action(record)},
            {AuditText::tr("Kind"), AuditText::phase(record.phase)},
            {AuditText::tr("Outcome"), AuditText::outcome(record.outcome)},
            {AuditText::tr("Belongs to attempt"), isOutcome ? QString::number(record.attempt) : QString()},
            {AuditText::tr("Target"), words.target(record.target)},
            {AuditText::tr("Details"), AuditText::details(record, words)},
            {AuditText::tr("Hash of the record"), groupedHex(entry.leaf)},
            {AuditText::tr("Record as stored (CBOR)"), groupedHex(entry.body)}};
}

} // namespace madoguchi
