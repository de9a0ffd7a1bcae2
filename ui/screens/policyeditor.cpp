// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/policyeditor.h"

#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"

#include <QJsonArray>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// "3", and "1, 5, 30" for a list.
QString shownAs(const QJsonValue& value) {
    if (!value.isArray())
        return QString::number(value.toInt());
    QStringList parts;
    const QJsonArray values = value.toArray();
    for (const QJsonValue& each : values)
        parts += QString::number(each.toInt());
    return parts.join(u", "_s);
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
    add(u"coverAfterMinutes"_s, tr("Cover the screen after (minutes)"),
        tr("Without a key press or movement, 1 to 60."), 96);
    add(u"lockAfterMinutes"_s, tr("Lock the session after (minutes)"),
        tr("Not before the screen is covered, at most 60."), 96);
    add(u"failuresBeforeDelay"_s, tr("Wrong PINs before a card has to wait"),
        tr("In a row on this terminal, 1 to 10."), 96);
    add(u"delayMinutes"_s, tr("How long it waits (minutes)"),
        tr("After that failure and each further one, rising, with commas; then only the supervisor helps."),
        240);
    add(u"pinMinimumLength"_s, tr("Shortest new PIN (characters)"), tr("6 to 8."), 96);
    add(u"pinsRemembered"_s, tr("Former PINs that may not come again"),
        tr("Besides the present one, 0 to 20. They are kept as hashes."), 96);
    add(u"pinChangeDays"_s, tr("A PIN has to be changed after (days)"), tr("0: never."), 96);
    add(u"pinWarnDays"_s, tr("Said that many days before"), tr("Not more than the days above."), 96);
    auto* button = new ActionButton(ActionId::PolicyChange, tr("Change"), ButtonKind::Primary);
    column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &ActionButton::clicked, this, &PolicyEditor::request);
}

void PolicyEditor::add(const QString& id, const QString& label, const QString& hint, int width) {
    auto* field = new LineField(0, width);
    field->setObjectName(id);
    auto* row = new FieldRow({.label = label, .hint = hint}, field);
    layout()->addWidget(row);
    m_entries.append({id, row, field});
    connect(field, &FieldEditor::left, this, [this, id, field] {
        checkLeft(id);
        if (field->value() != shownAs(toJson(m_shown)[id]))
            Q_EMIT fieldChanged(id);
    });
}

void PolicyEditor::show(const StationPolicy& policy) {
    m_shown = policy;
    const QJsonObject values = toJson(policy);
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.field->setValue(shownAs(values[entry.id]));
        entry.row->setProblem({});
    }
}

/// As typed, in the form of the policy; null for what is no number.
QJsonValue PolicyEditor::valueOf(const Entry& entry) const {
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
    constexpr int Most = 100;
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
        if (entry.field->value() == shownAs(toJson(m_shown)[entry.id]))
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
            changed.insert(entry.id, shownAs(before[entry.id]) + u" -> "_s + shownAs(after[entry.id]));
    }
    return changed;
}

QStringList PolicyEditor::changesInWords(const StationPolicy& policy) const {
    const QMap<QString, QString> changed = changes(policy);
    QStringList lines;
    for (const Entry& entry : m_entries) {
        if (changed.contains(entry.id))
            lines += entry.row->label() + u": "_s + QString(changed[entry.id]).replace(u"->"_s, u"→"_s);
    }
    return lines;
}

} // namespace madoguchi
