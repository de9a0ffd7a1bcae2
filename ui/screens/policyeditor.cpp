// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/policyeditor.h"

#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/checkfield.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QString On = u"yes"_s; ///< as CheckField has it

/// As text: "3", "1, 5, 30" for a list, "yes" or nothing for a switch.
QString shownAs(const QJsonValue& value) {
    if (value.isBool())
        return value.toBool() ? On : QString();
    if (!value.isArray())
        return QString::number(value.toInt());
    QStringList parts;
    const QJsonArray values = value.toArray();
    for (const auto& each : values)
        parts += QString::number(each.toInt());
    return parts.join(u", "_s);
}

/// As the log has it.
QString recordedAs(const QJsonValue& value) {
    return value.isBool() ? (value.toBool() ? u"on"_s : u"off"_s) : shownAs(value);
}

QString textOf(const char* source) {
    return QCoreApplication::translate("PolicyRules", source);
}

/// In the order of PinCharacters. Names and not numbers: ChoiceField would show those as the digits to press.
QList<FieldOption> characterOptions() {
    return {{u"digits"_s, PolicyEditor::tr("Digits only")},
            {u"any"_s, PolicyEditor::tr("Any characters")},
            {u"letters-and-digits"_s, PolicyEditor::tr("Letters and digits, both")}};
}

QString fieldValue(PolicyRuleKind kind, const QJsonValue& value) {
    return kind == PolicyRuleKind::Characters ? characterOptions().value(value.toInt()).value
                                              : shownAs(value);
}

FieldEditor* fieldFor(const PolicyRule& rule) {
    constexpr int OneNumber = 96;
    constexpr int Numbers = 240;
    switch (rule.kind) {
    case PolicyRuleKind::Number:
        return new LineField(0, toJson(StationPolicy())[QLatin1StringView(rule.id)].isArray() ? Numbers
                                                                                              : OneNumber);
    case PolicyRuleKind::Switch:
        return new CheckField(PolicyEditor::tr("on"));
    case PolicyRuleKind::Characters:
        return new ChoiceField(characterOptions());
    }
    Q_UNREACHABLE();
}

/// Numbers with commas between them; none when something else was typed. Digits of any width.
std::optional<QList<int>> numbersIn(const QString& text) {
    QList<int> numbers;
    const QStringList parts = text.normalized(QString::NormalizationForm_KC).replace(u'、', u',').split(u',');
    for (const QString& part : parts) {
        bool isNumber = false;
        numbers += part.trimmed().toInt(&isNumber);
        if (!isNumber)
            return std::nullopt;
    }
    return numbers;
}

} // namespace

PolicyEditor::PolicyEditor(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::px(4));
    for (const PolicyRule& rule : policyRules())
        add(rule);
    auto* button = new ActionButton(ActionId::PolicyChange, tr("Change"), ButtonKind::Primary);
    column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &ActionButton::clicked, this, &PolicyEditor::request);
}

void PolicyEditor::add(const PolicyRule& rule) {
    FieldEditor* field = fieldFor(rule);
    const QString id = QLatin1StringView(rule.id);
    field->setObjectName(id);
    auto* row = new FieldRow({.label = textOf(rule.label), .hint = textOf(rule.hint)}, field);
    layout()->addWidget(row);
    m_entries.append({id, rule.kind, row, field});
    connect(field, &FieldEditor::left, this, [this, id, field, kind = rule.kind] {
        checkLeft(id);
        if (field->value() != fieldValue(kind, toJson(m_shown)[id]))
            Q_EMIT fieldChanged(id);
    });
}

void PolicyEditor::show(const StationPolicy& policy) {
    m_shown = policy;
    const QJsonObject values = toJson(policy);
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.field->setValue(fieldValue(entry.kind, values[entry.id]));
        entry.row->setProblem({});
    }
}

/// As typed, in the form of the policy; null for what is no number.
QJsonValue PolicyEditor::valueOf(const Entry& entry) const {
    if (entry.kind == PolicyRuleKind::Switch)
        return entry.field->value() == On;
    if (entry.kind == PolicyRuleKind::Characters) {
        const QList<FieldOption> options = characterOptions();
        const auto chosen = std::ranges::find(options, entry.field->value(), &FieldOption::value);
        return static_cast<int>(chosen - options.begin());
    }
    const auto numbers = numbersIn(entry.field->value());
    const bool isList = toJson(m_shown)[entry.id].isArray();
    if (!numbers || (!isList && numbers->size() != 1))
        return {};
    if (!isList)
        return numbers->constFirst();
    QJsonArray list;
    for (const int number : *numbers)
        list.append(number);
    return list;
}

/// Beside the other rules: those shown, and when the screen is covered as it is typed.
bool PolicyEditor::isAllowed(const QString& id, const QJsonValue& value) const {
    QJsonObject values = toJson(m_shown);
    const QString cover = u"coverAfterMinutes"_s;
    for (const Entry& entry : m_entries) {
        if (entry.id == cover && id != cover && isAllowed(cover, valueOf(entry)))
            values[cover] = valueOf(entry);
    }
    values[id] = value;
    const Result<StationPolicy> policy = policyFromJson(values);
    return !value.isNull() && (policy || policy.error().detail != id);
}

QString PolicyEditor::problemText(const QString& id) const {
    if (toJson(m_shown)[id].isArray())
        return tr("Enter rising numbers of minutes with commas between them, such as 1, 5, 30.");
    constexpr int Most = 3650; // days
    int lowest = 0;
    while (lowest < Most && !isAllowed(id, lowest))
        ++lowest;
    int highest = lowest;
    while (highest < Most && isAllowed(id, highest + 1))
        ++highest;
    return tr("Enter a number from %1 to %2.").arg(lowest).arg(highest);
}

void PolicyEditor::check(const Entry& entry) {
    entry.row->setProblem(isAllowed(entry.id, valueOf(entry)) ? QString() : problemText(entry.id));
}

void PolicyEditor::checkLeft(const QString& id) {
    for (const Entry& entry : std::as_const(m_entries)) {
        // The lock must not come before the cover.
        if (entry.id == id || (id == "coverAfterMinutes"_L1 && entry.id == "lockAfterMinutes"_L1))
            check(entry);
    }
}

QStringList PolicyEditor::markUnused() {
    QStringList labels;
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.field->value() == fieldValue(entry.kind, toJson(m_shown)[entry.id]))
            continue;
        if (entry.row->problem().isEmpty())
            entry.row->setProblem(tr("Not in force yet. Press \"Change\"."));
        labels += entry.row->label();
    }
    return labels;
}

std::optional<StationPolicy> PolicyEditor::typed() {
    QJsonObject values = toJson(m_shown);
    for (const Entry& entry : std::as_const(m_entries)) {
        values[entry.id] = valueOf(entry);
        if (!isAllowed(entry.id, values[entry.id])) {
            showProblem(entry.id);
            return std::nullopt;
        }
    }
    const Result<StationPolicy> policy = policyFromJson(values);
    if (!policy) {
        showProblem(policy.error().detail);
        return std::nullopt;
    }
    return *policy;
}

void PolicyEditor::request() {
    for (const Entry& entry : std::as_const(m_entries))
        entry.row->setProblem({});
    const std::optional<StationPolicy> policy = typed();
    if (policy && *policy != m_shown)
        Q_EMIT changeRequested(*policy);
}

void PolicyEditor::showProblem(const QString& id) {
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.id != id)
            continue;
        entry.row->setProblem(problemText(id));
        entry.field->setFocus(Qt::OtherFocusReason);
    }
}

QMap<QString, QString> PolicyEditor::changes(const StationPolicy& policy) const {
    const QJsonObject before = toJson(m_shown);
    const QJsonObject after = toJson(policy);
    QMap<QString, QString> changed;
    for (const Entry& entry : m_entries) {
        if (before[entry.id] != after[entry.id])
            changed.insert(entry.id, recordedAs(before[entry.id]) + u" -> "_s + recordedAs(after[entry.id]));
    }
    return changed;
}

QString PolicyEditor::inWords(const Entry& entry, const QJsonValue& value) {
    if (entry.kind == PolicyRuleKind::Switch)
        return value.toBool() ? tr("on") : tr("off");
    if (entry.kind != PolicyRuleKind::Characters)
        return shownAs(value);
    return characterOptions().value(value.toInt()).label;
}

QStringList PolicyEditor::changesInWords(const StationPolicy& policy) const {
    const QJsonObject before = toJson(m_shown);
    const QJsonObject after = toJson(policy);
    QStringList lines;
    for (const Entry& entry : m_entries) {
        if (before[entry.id] != after[entry.id]) {
            lines += entry.row->label() + u": "_s + inWords(entry, before[entry.id]) + u" → "_s +
                     inWords(entry, after[entry.id]);
        }
    }
    return lines;
}

} // namespace madoguchi
