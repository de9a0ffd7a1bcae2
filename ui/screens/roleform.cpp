// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/roleform.h"

#include "app/text/daytime.h"
#include "ui/fieldproblemtext.h"
#include "ui/screens/cardtext.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/roleoptions.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/eradateedit.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/weekdayfield.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <array>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int HoursWidth = 240;
constexpr int LongestName = 64;
constexpr int EveryDay = 0b111'1111;

QList<FieldOption> reasonOptions() {
    QList<FieldOption> options;
    for (const QString& id : {u"duties"_s, u"times"_s, u"transferred"_s, u"name"_s, u"mistake"_s, u"other"_s})
        options += {id, cardReasonText(id)};
    return options;
}

/// What core says about a field; see RoleChanges::change().
struct Refusal {
    const char* detail;
    const char* field;
    const char* text;
};

constexpr std::array Refusals{
    Refusal{"self", "role",
            QT_TRANSLATE_NOOP("RoleForm", "This is you. Another card administrator has to change it.")},
    Refusal{"drafts-key", "role",
            QT_TRANSLATE_NOOP("RoleForm", "No other card in use opens the drafts: the key would be lost with "
                                          "this role. Have another operator log in once before.")},
    Refusal{"office-key", "role",
            QT_TRANSLATE_NOOP("RoleForm", "No other card in use has the office key: it would be lost with "
                                          "this role. Have another card administrator log in once before.")},
    Refusal{"role-from", "role-from", QT_TRANSLATE_NOOP("RoleForm", "The first day is after the last one.")},
    Refusal{"role-until", "role-until", QT_TRANSLATE_NOOP("RoleForm", "The last day can't lie in the past.")},
    Refusal{"hours", "hours",
            QT_TRANSLATE_NOOP("RoleForm", "Enter two different times, such as 8:30-17:15.")},
    Refusal{"weekdays", "weekdays", QT_TRANSLATE_NOOP("RoleForm", "Tick the days on which she works.")},
    Refusal{"terminals", "terminals",
            QT_TRANSLATE_NOOP("RoleForm", "Enter names of up to 64 characters, with commas between them.")},
};

} // namespace

RoleForm::RoleForm(QDate today, const QString& terminal, QWidget* parent)
    : QWidget(parent)
    , m_name(new NameEdit(LongestName))
    , m_kana(new KanaEdit(LongestName))
    , m_role(new ChoiceField(roleOptions()))
    , m_from(new EraDateEdit(today))
    , m_until(new EraDateEdit(today))
    , m_hours(new LineField(0, HoursWidth))
    , m_weekdays(new WeekdayField)
    , m_terminals(new LineField)
    , m_reason(new ChoiceField(reasonOptions())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::px(4));
    add(u"name"_s, m_name, tr("Name"));
    add(u"kana"_s, m_kana, tr("Reading"));
    add(u"role"_s, m_role, tr("Role"));
    add(u"role-from"_s, m_from, tr("First day of the role"), tr("Empty for no limit. Such as R8.4.1."));
    add(u"role-until"_s, m_until, tr("Last day of the role"),
        tr("Empty for no limit. From the next day on the card is refused."));
    add(u"hours"_s, m_hours, tr("Hours"),
        tr("Such as 8:30-17:15, or 22:00-6:00 over midnight. Empty for any hour."));
    add(u"weekdays"_s, m_weekdays, tr("Days of the week"), tr("They count only where hours are entered."));
    //: %1 is the name of a terminal
    add(u"terminals"_s, m_terminals, tr("Terminals"),
        tr("Names with commas between them. Empty for all. This one is %1.").arg(terminal));
    add(u"reason"_s, m_reason, tr("Reason"), tr("The reason is recorded."));
    auto* change = new ActionButton(ActionId::OperatorChange, ButtonKind::Primary);
    column->addWidget(change, 0, Qt::AlignLeft);
    connect(change, &ActionButton::clicked, this, &RoleForm::request);
}

FieldRow* RoleForm::add(const QString& id, FieldEditor* editor, const QString& label, const QString& hint) {
    editor->setObjectName(id);
    const bool required = editor == m_name || editor == m_kana || editor == m_role || editor == m_reason;
    auto* row = new FieldRow({.label = label, .hint = hint, .required = required}, editor);
    layout()->addWidget(row);
    m_rows.insert(id, row);
    connect(editor, &FieldEditor::edited, this, [row] { row->setProblem({}); });
    connect(editor, &FieldEditor::editingEnded, this, [this, id] { Q_EMIT fieldChanged(id); });
    return row;
}

void RoleForm::show(const RoleTerms& terms) {
    m_shown = terms;
    m_name->setValue(terms.name);
    m_kana->setValue(terms.kana);
    m_shownKana = m_kana->value(); // at the console a reading may have been typed in another form
    m_role->setValue(roleKey(terms.role));
    m_from->setValue(terms.validFrom.toString(Qt::ISODate));
    m_until->setValue(terms.validTo.toString(Qt::ISODate));
    m_hours->setValue(terms.hours ? spanText(terms.hours->fromMinute, terms.hours->toMinute) : QString());
    m_weekdays->setValue(weekdayDigits(terms.hours ? terms.hours->weekdays : EveryDay));
    m_terminals->setValue(terms.terminals.join(u", "_s));
    m_reason->setValue({});
    for (FieldRow* row : std::as_const(m_rows))
        row->setProblem({});
}

void RoleForm::takeKeyboard() {
    m_role->setFocus(Qt::OtherFocusReason);
}

/// The first one that is marked has the keyboard.
bool RoleForm::mark(const QString& id, const QString& problem) {
    bool first = true;
    for (const FieldRow* row : std::as_const(m_rows))
        first = first && row->problem().isEmpty();
    m_rows.value(id)->setProblem(problem);
    if (first)
        m_rows.value(id)->editor()->setFocus(Qt::OtherFocusReason);
    return false;
}

bool RoleForm::showRefusal(const Error& error) {
    for (const Refusal& refusal : Refusals) {
        if (error.code != ErrorCode::InputInvalid || error.detail != QLatin1StringView(refusal.detail))
            continue;
        mark(QString::fromLatin1(refusal.field), QCoreApplication::translate("RoleForm", refusal.text));
        return true;
    }
    return false;
}

// ---- what was typed ------------------------------------------------------------------------------------

QDate RoleForm::dayIn(const QString& id, const EraDateEdit* field, bool& readable) {
    if (field->value().trimmed().isEmpty())
        return {};
    const DateReading day = field->reading();
    if (day)
        return *day;
    readable = mark(id, dateProblemText(day.error()));
    return {};
}

std::optional<WorkingHours> RoleForm::hoursTyped(bool& readable) {
    if (m_hours->value().trimmed().isEmpty())
        return std::nullopt;
    const auto span = spanOfDay(m_hours->value());
    if (!span) {
        readable = mark(u"hours"_s, tr("Enter two times such as 8:30-17:15, or leave it empty."));
        return std::nullopt;
    }
    return WorkingHours{span->first, span->second, weekdaysFrom(m_weekdays->value())};
}

QStringList RoleForm::terminalsTyped() const {
    QStringList names;
    QString typed = m_terminals->value();
    const QStringList parts = typed.replace(u'、', u',').replace(u'，', u',').split(u',');
    for (const QString& part : parts) {
        if (!part.trimmed().isEmpty())
            names += part.trimmed();
    }
    names.removeDuplicates();
    return names;
}

std::optional<RoleTerms> RoleForm::typed() {
    for (FieldRow* row : std::as_const(m_rows))
        row->setProblem({});
    bool readable = true;
    RoleTerms terms{.role = roleFromKey(m_role->value()).value_or(m_shown.role),
                    .validFrom = dayIn(u"role-from"_s, m_from, readable),
                    .validTo = dayIn(u"role-until"_s, m_until, readable),
                    .hours = hoursTyped(readable),
                    .terminals = terminalsTyped(),
                    .name = m_name->value(),
                    .kana = m_kana->value() == m_shownKana ? m_shown.kana : m_kana->value()};
    if (terms.name.trimmed().isEmpty())
        readable = mark(u"name"_s, tr("Enter the name."));
    if (terms.kana.trimmed().isEmpty())
        readable = mark(u"kana"_s, tr("Enter the reading."));
    if (m_reason->value().isEmpty())
        readable = mark(u"reason"_s, tr("Choose the reason."));
    if (readable && terms == m_shown)
        readable = mark(u"role"_s, tr("Nothing differs from what holds now."));
    return readable ? std::optional(std::move(terms)) : std::nullopt;
}

void RoleForm::request() {
    if (const std::optional<RoleTerms> terms = typed())
        Q_EMIT changeRequested(*terms, m_reason->value());
}

} // namespace madoguchi
