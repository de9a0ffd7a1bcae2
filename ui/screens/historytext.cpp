// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/historytext.h"

#include "ui/screens/screencatalogue.h"

#include <QCoreApplication>

namespace madoguchi::historytext {

using namespace Qt::StringLiterals;

namespace {

class HistoryText {
    Q_DECLARE_TR_FUNCTIONS(HistoryText)
};

QString screenLabel(const QString& name) {
    const ScreenEntry* entry = screenEntry(screenCatalogue(), name);
    return entry == nullptr ? name : QCoreApplication::translate("ScreenCatalogue", entry->text);
}

} // namespace

QString target(const AuditRecord& record, const RecordWords& words) {
    const qsizetype colon = record.target.indexOf(u':');
    const QString kind = record.target.left(colon);
    const QString id = record.target.mid(colon + 1);
    if (colon < 0)
        return record.target;
    if (kind == u"draft")
        return HistoryText::tr("Draft %1").arg(words.draft(id));
    if (kind == u"screen") {
        //: %1 is the name of a page
        return HistoryText::tr("Page: %1").arg(screenLabel(id));
    }
    if (kind == u"reception")
        return HistoryText::tr("Reception %1").arg(id);
    if (kind == u"card")
        return HistoryText::tr("Card %1").arg(id);
    if (kind == u"operator") {
        //: %1 is an operator number
        return HistoryText::tr("Operator %1").arg(id);
    }
    if (kind == u"field")
        return words.plain(kind, id);
    return record.target;
}

QString outcome(const AuditRecord& record) {
    if (record.phase == AuditPhase::Attempt)
        return HistoryText::tr("Begun");
    switch (record.outcome) {
    case AuditOutcome::None:
        return {};
    case AuditOutcome::Done:
        return HistoryText::tr("Done");
    case AuditOutcome::Refused:
        return HistoryText::tr("✕ Refused");
    case AuditOutcome::Failed:
        return HistoryText::tr("✕ Failed");
    }
    Q_UNREACHABLE();
}

QString details(const AuditRecord& record, const RecordWords& words) {
    QStringList parts;
    for (auto detail = record.details.cbegin(); detail != record.details.cend(); ++detail) {
        if (detail.value().isEmpty())
            continue; // such as the drafts that were shown, when there were none
        parts.append(words.plain(detail.key(), detail.value()));
    }
    return parts.join(u"  "_s);
}

} // namespace madoguchi::historytext
