// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/recordwords.h"

#include "ui/roletext.h"
#include "ui/screens/audittext.h"
#include "ui/screens/cardtext.h"
#include "ui/screens/policyrules.h"
#include "ui/screens/roleoptions.h"
#include "ui/screens/screencatalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    const char* id;
    const char* context;
    const char* text;
};

// The labels that the pages themselves show; their own files have the sources.
constexpr std::array PageFields{
    Word{"from", "madoguchi::AuditFilterBar", "From (date)"},
    Word{"until", "madoguchi::AuditFilterBar", "Until (date)"},
    Word{"operator", "madoguchi::AuditFilterBar", "Operator number"},
    Word{"action", "madoguchi::AuditFilterBar", "Action"},
    Word{"outcome", "madoguchi::AuditFilterBar", "Outcome"},
    Word{"target", "madoguchi::AuditFilterBar", "Target"},
    Word{"delete.reason", "madoguchi::DraftPanels", "Reason for deleting"},
    Word{"reader.operators", "madoguchi::ReadersScreen", "Reader for operators' cards"},
    Word{"reader.applicants", "madoguchi::ReadersScreen", "Reader for applicants' cards"},
    Word{"operatorsReader", "madoguchi::ReadersScreen", "Reader for operators' cards"},
    Word{"applicantsReader", "madoguchi::ReadersScreen", "Reader for applicants' cards"},
};

// What a detail is about.
constexpr std::array Keys{
    Word{"field", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Field")},
    Word{"fields", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Fields")},
    Word{"group", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Part of the form")},
    Word{"procedure", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Procedure")},
    Word{"purpose", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Purpose")},
    Word{"reason", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Reason")},
    Word{"error", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Error")},
    Word{"by", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Searched by")},
    Word{"to", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Handed over to")},
    Word{"from", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Made from")},
    Word{"why", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Cause")},
    Word{"format", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Format")},
    Word{"records", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Records")},
    Word{"count", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Shown")},
    Word{"drafts", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Drafts shown")},
    Word{"sentToCard", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Sent to the card")},
    Word{"pinPad", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "On the reader's keys")},
    Word{"swap", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "During a change of cards")},
    Word{"before", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Before number")},
    Word{"incident", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Incident")},
    Word{"witness", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Witness")},
    Word{"due-back", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Due back")},
    Word{"witness-proof", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Witness proven")},
    Word{"card", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Card")},
    Word{"certificate", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Certificate")},
    Word{"certificates", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Certificates")},
    Word{"attested", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Maker proven")},
    Word{"device", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Serial number of the card")},
    Word{"key", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Key")},
    Word{"beside", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Issuing card without a witness")},
    Word{"entered-anew", "RecordWords",
         QT_TRANSLATE_NOOP("RecordWords", "Name, reading, role or last day entered anew")},
    Word{"first", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "First card of the station")},
    Word{"triesLeft", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Tries left")},
    Word{"number", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Number of the list")},
    Word{"revoked", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Certificates revoked in it")},
    Word{"withdrawn", "RecordWords",
         QT_TRANSLATE_NOOP("RecordWords", "Issuing certificates withdrawn in it")},
    Word{"issued-cards", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Cards issued with them")},
    Word{"pin", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "PIN")},
    Word{"clock", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Clock behind the record")},
    Word{"latest", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Latest time on record")},
    Word{"revocationList", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "List of revoked cards")},
    Word{"vault-key-dropped", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Lost the key to the drafts")},
    Word{"vault-key-kept", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Kept the key to the drafts")},
    Word{"instead-of", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "In place of")},
    Word{"office-key-dropped", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Lost the office key")},
    Word{"office-key-kept", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Kept the office key")},
    Word{"drafts-key", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Key to the drafts")},
    Word{"office-key", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Office key")},
    Word{"role", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Role")},
    Word{"role-from", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "First day of the role")},
    Word{"role-until", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Last day of the role")},
    Word{"hours", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Hours")},
    Word{"weekdays", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Days of the week (1: Monday)")},
    Word{"terminals", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Terminals")},
    Word{"day-card", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Day card until")},
    Word{"verdict", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Result of verifying")},
    Word{"checkpoints", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Signatures")},
    Word{"first-wrong", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "First wrong record")},
    Word{"cancelled", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Cancelled")},
    Word{"detail", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Technical reason")},
    Word{"details", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Details")},
    Word{"evidence", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Former log kept in")},
    Word{"logs", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Former logs")},
    Word{"office", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Office")},
    Word{"reset", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Set back to the usual values")},
    Word{"via", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Made by")},
    Word{"late", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Step that ended only afterwards")},
};

// One of a few cases.
constexpr std::array Cases{
    Word{"accepted", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Counts as right from now on")},
    Word{"overdue", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Out of date")},
    Word{"no-list", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "None on this terminal")},
    Word{"Cancelled", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Cancelled")},
    Word{"TimedOut", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Not in time")},
    Word{"WrongLength", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Too short or too long")},
    Word{"NewPinsDiffer", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "New PINs differ")},
    Word{"Unusable", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "The reader could not do it")},
    Word{"CardReturned", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "The same card came back")},
    Word{"CardSwap", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Change of cards")},
    Word{"SwapOver", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Not in time")},
    Word{"CardChanged", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Another operator's card")},
    Word{"SessionEnded", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "The session was ended")},
    Word{"console", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Administrator's command")},
    Word{"yes", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Yes")},
    Word{"no", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "No")},
    Word{"true", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Yes")},
    Word{"false", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "No")},
    Word{"named", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "By name only")},
    Word{"card", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "By card and PIN")},
    Word{"revoked", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Revoked")},
    Word{"kept", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Only cards out of use keep it")},
    Word{"lost", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Nobody has it any more")},
    Word{"stay", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Stay valid")},
    Word{"right", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Right")},
    Word{"unsettled", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "The old one or the new one")},
    Word{"intact", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Nothing is wrong")},
    Word{"wrong", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Wrong")},
    Word{"cancelled", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Cancelled")},
    Word{"register-wrong", "RecordWords",
         QT_TRANSLATE_NOOP("RecordWords", "Operators, cards, locks or settings are older than the log")},
    Word{"done", "AuditText", "Done"},
    Word{"refused", "AuditText", "Refused"},
    Word{"failed", "AuditText", "Failed"},
    Word{"card-keys", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Making the card's keys")},
    Word{"card-contents", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Writing the certificates")},
    Word{"first-pin", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Setting the first PIN")},
    // why a session ended, or a card was read again
    Word{"LoggedOut", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Logged out")},
    Word{"CardRemoved", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Card taken out")},
    Word{"Idle", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Nobody at the keyboard")},
    Word{"LockKey", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Locked by the operator")},
    Word{"CardWithdrawn", "RecordWords",
         QT_TRANSLATE_NOOP("RecordWords", "The card is not in force any more")},
    Word{"NotAdmitted", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Not allowed any more")},
    Word{"DelayPassed", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "The delay has passed")},
};

// How a draft was searched for.
constexpr std::array SearchKinds{
    Word{"kana", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Reading")},
    Word{"name", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Name")},
    Word{"birth", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Date of birth")},
    Word{"reception", "RecordWords", QT_TRANSLATE_NOOP("RecordWords", "Reception number")},
};

template <class Words>
QString wordFor(const Words& words, const QString& id) {
    const auto found =
        std::ranges::find_if(words, [&](const Word& word) { return id == QLatin1StringView(word.id); });
    return found == words.end() ? QString() : QCoreApplication::translate(found->context, found->text);
}

/// Each of "a,b" in words, the unknown ones as they are.
template <class Look>
QString each(const QString& list, const Look& look) {
    QStringList words;
    const QStringList ids = list.split(u',');
    for (const QString& id : ids) {
        const QString word = look(id);
        words += word.isEmpty() ? id : word;
    }
    return words.join(QCoreApplication::translate("RecordWords", ", "));
}

QString keyWord(const QString& key) {
    QString word = wordFor(Keys, key);
    if (!word.isEmpty())
        return word;
    const QString field = wordFor(PageFields, key);
    const QString rule = policyRuleLabel(key); // a changed rule is recorded under its field's name
    return !field.isEmpty() ? field : !rule.isEmpty() ? rule : key;
}

/// Such as a number, which only looks like one of the cases.
bool freeText(const QString& key) {
    return key.endsWith("Reader"_L1) || key == "operator"_L1 || key == "to"_L1 || key == "office"_L1;
}

/// "word (name)"; the name alone where there is no other word for it.
QString beside(const QString& word, const QString& name) {
    //: %1 is a thing in words, %2 its name in the log
    return word == name ? name : QCoreApplication::translate("RecordWords", "%1 (%2)").arg(word, name);
}

} // namespace

RecordWords::RecordWords(const QList<Procedure>& procedures, const QList<Purpose>& purposes) {
    for (const Procedure& procedure : procedures) {
        add(m_procedures, procedure.id, procedure.shortTitle);
        for (const FieldGroup& group : procedure.groups) {
            add(m_groups, group.id, group.title);
            for (const Field& field : group.fields)
                add(m_fields, field.id, field.label);
        }
    }
    for (const Purpose& purpose : purposes)
        add(m_purposes, purpose.id, purpose.label);
}

/// Procedures may use one id for different things: all of their labels then.
void RecordWords::add(QMap<QString, QString>& words, const QString& id, const QString& label) {
    QString& word = words[id];
    if (word.isEmpty()) {
        word = label;
    } else if (!word.split(u'/').contains(label)) {
        word += u'/' + label;
    }
}

QString RecordWords::draft(const QString& id) const {
    constexpr qsizetype ShownOfId = 8;
    const auto known = m_drafts.constFind(id);
    if (known == m_drafts.cend())
        return id.left(ShownOfId);
    //: %1 is a procedure, %2 a reception number
    return QCoreApplication::translate("RecordWords", "%1, reception %2")
        .arg(m_procedures.value(known->procedure, known->procedure), known->reception);
}

/// The values that say which of a few cases it was; empty for any other.
QString RecordWords::caseWord(const QString& key, const QString& value) {
    if (key == "reason"_L1)
        return cardReasonText(value);
    if (const auto role = key == "role"_L1 ? roleFromKey(value) : std::nullopt)
        return roleText(*role);
    return freeText(key) ? QString() : wordFor(Cases, value);
}

QString RecordWords::value(const QString& key, const QString& value) const {
    const auto field = [this](const QString& id) {
        const QString own = wordFor(PageFields, id);
        return m_fields.value(id, own.isEmpty() ? policyRuleLabel(id) : own);
    };
    if (key == "field"_L1 || key == "fields"_L1)
        return each(value, field);
    if (key == "group"_L1)
        return m_groups.value(value, value);
    if (key == "action"_L1)
        return auditActionText(value);
    if (key == "procedure"_L1)
        return m_procedures.value(value, value);
    if (key == "purpose"_L1)
        return m_purposes.value(value, value);
    if (key == "by"_L1)
        return each(value, [](const QString& kind) { return wordFor(SearchKinds, kind); });
    const QString word = caseWord(key, value);
    return word.isEmpty() ? value : word;
}

QString RecordWords::plain(const QString& key, const QString& value) const {
    static constexpr auto draftPrefix = "draft:"_L1;
    QString words = this->value(key, value);
    if (key == "drafts"_L1) {
        words = each(value, [this](const QString& id) { return draft(id); });
    } else if (value.startsWith(draftPrefix)) {
        words = draft(value.mid(draftPrefix.size()));
    }
    //: %1 is what a detail is about, such as Field; %2 the detail
    return QCoreApplication::translate("RecordWords", "%1: %2").arg(keyWord(key), words);
}

QString RecordWords::withNames(const QString& key, const QString& value) const {
    return QCoreApplication::translate("RecordWords", "%1: %2")
        .arg(beside(keyWord(key), key), beside(this->value(key, value), value));
}

QString RecordWords::target(const QString& target) const {
    static constexpr auto kind = "field:"_L1;
    static constexpr auto screen = "screen:"_L1;
    if (target.startsWith(screen)) {
        const ScreenEntry* entry = screenEntry(screenCatalogue(), target.mid(screen.size()));
        return entry == nullptr ? target
                                : beside(QCoreApplication::translate("ScreenCatalogue", entry->text), target);
    }
    if (!target.startsWith(kind))
        return target;
    const QString id = target.mid(kind.size());
    const QString word = value(u"field"_s, id);
    return word == id ? target : beside(word, target);
}

} // namespace madoguchi
