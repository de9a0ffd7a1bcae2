// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/issueform.h"

#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/eradateedit.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/nameedit.h"

#include <QMetaEnum>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int NumberWidth = 160;
constexpr int LongestNumber = 32;
constexpr int LongestName = 64;

QString keyOf(Role role) {
    return QString::fromLatin1(QMetaEnum::fromType<Role>().valueToKey(static_cast<int>(role)));
}

QList<FieldOption> roles() {
    QList<FieldOption> options;
    for (const Role role : {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::Auditor,
                            Role::SystemAdministrator})
        options.append({keyOf(role), roleText(role)});
    return options;
}

} // namespace

IssueForm::IssueForm(const QDate& today, QWidget* parent)
    : QWidget(parent)
    , m_today(today)
    , m_latest(today)
    , m_number(new LineField(LongestNumber, NumberWidth))
    , m_name(new NameEdit(LongestName))
    , m_kana(new KanaEdit(LongestName))
    , m_role(new ChoiceField(roles()))
    , m_lastDay(new EraDateEdit(today)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::px(4));
    m_numberRow = add(u"operator"_s, m_number, tr("Operator number"),
                      tr("Of somebody known: name, reading and role are filled in."));
    m_nameRow = add(u"name"_s, m_name, tr("Name"));
    m_kanaRow = add(u"kana"_s, m_kana, tr("Reading"));
    m_roleRow = add(u"role"_s, m_role, tr("Role"));
    m_lastDayRow = add(u"lastDay"_s, m_lastDay, tr("Last day of the card"),
                       tr("Today for a card of one day. Such as R11.11.20."));
    auto* issue = new ActionButton(ActionId::CardIssueOrder, ButtonKind::Primary);
    column->addWidget(issue, 0, Qt::AlignLeft);
    connect(issue, &ActionButton::clicked, this, &IssueForm::issueRequested);
    connect(m_number, &FieldEditor::editingEnded, this,
            [this] { Q_EMIT numberEntered(m_number->value().trimmed()); });
}

FieldRow* IssueForm::add(const QString& id, FieldEditor* editor, const QString& label, const QString& hint) {
    editor->setObjectName(id);
    auto* row = new FieldRow({.label = label, .hint = hint, .required = true}, editor);
    layout()->addWidget(row);
    connect(editor, &FieldEditor::edited, this, [row] { row->setProblem({}); });
    connect(editor, &FieldEditor::editingEnded, this, [this, id] { Q_EMIT fieldChanged(id); });
    return row;
}

void IssueForm::fill(const Operator& person) {
    m_number->setValue(person.id);
    m_name->setValue(person.name);
    m_kana->setValue(person.kana);
    m_role->setValue(keyOf(person.role));
}

void IssueForm::setLatestDay(const QDate& latest) {
    m_latest = latest;
}

void IssueForm::setLastDay(const QDate& lastDay) {
    m_lastDay->setValue(std::min(lastDay, m_latest).toString(Qt::ISODate));
}

bool IssueForm::complain(FieldRow* row, bool wrong, const QString& problem) {
    row->setProblem(wrong ? problem : QString());
    return wrong;
}

std::optional<IssueOrder> IssueForm::order() {
    const QDate lastDay = QDate::fromString(m_lastDay->value(), Qt::ISODate);
    QWidget* first = nullptr;
    const auto check = [&](FieldRow* row, bool wrong, const QString& problem) {
        if (complain(row, wrong, problem) && !first)
            first = row->editor();
    };
    check(m_numberRow, m_number->value().trimmed().isEmpty(), tr("Enter the operator number."));
    check(m_nameRow, m_name->value().isEmpty(), tr("Enter the name."));
    check(m_kanaRow, m_kana->value().isEmpty(), tr("Enter the reading."));
    check(m_roleRow, m_role->value().isEmpty(), tr("Choose the role."));
    check(m_lastDayRow, !lastDay.isValid() || lastDay < m_today || lastDay > m_latest,
          tr("Enter a day from today to %1.").arg(clocktext::date(m_latest.startOfDay())));
    if (first) {
        first->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    IssueOrder order;
    order.person.id = m_number->value().trimmed();
    order.person.name = m_name->value();
    order.person.kana = m_kana->value();
    order.person.role =
        static_cast<Role>(QMetaEnum::fromType<Role>().keyToValue(m_role->value().toLatin1().constData()));
    order.lastDay = lastDay;
    return order;
}

void IssueForm::takeKeyboard() {
    m_number->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
