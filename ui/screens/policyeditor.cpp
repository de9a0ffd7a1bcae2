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

std::optional<StationPolicy> PolicyEditor::typed() {
    QJsonObject values = toJson(m_shown);
    for (const Entry& entry : std::as_const(m_entries)) {
        const auto numbers = numbersIn(entry.field->value());
        const bool isList = values[entry.id].isArray();
        if (!numbers || (!isList && numbers->size() != 1)) {
            showProblem(entry.id);
            return std::nullopt;
        }
        QJsonArray list;
        for (const int number : *numbers)
            list.append(number);
        values[entry.id] = isList ? QJsonValue(list) : QJsonValue(numbers->constFirst());
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
        entry.row->setProblem(tr("This value is not allowed. Nothing was changed."));
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
