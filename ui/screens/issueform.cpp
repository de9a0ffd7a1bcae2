// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/issueform.h"

#include "app/text/daytime.h"
#include "ui/clocktext.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/roleoptions.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/eradateedit.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/nameedit.h"

#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int NumberWidth = 160;
constexpr int LongestNumber = 32;
constexpr int LongestName = 64;

constexpr int TimeWidth = 120;
constexpr int MinutesPerDay = 24 * 60;

const QString Lasting = u"lasting"_s;
const QString Today = u"today"_s;
const QString Tomorrow = u"tomorrow"_s;

QList<FieldOption> terms() {
    return {{Lasting, IssueForm::tr("For years")},
            {Today, IssueForm::tr("Day card for today")},
            {Tomorrow, IssueForm::tr("Day card until tomorrow")}};
}

} // namespace

IssueForm::IssueForm(const QDate& today, QWidget* parent)
    : QWidget(parent)
    , m_today(today)
    , m_latest(today)
    , m_number(new LineField(LongestNumber, NumberWidth))
    , m_name(new NameEdit(LongestName))
    , m_kana(new KanaEdit(LongestName))
    , m_role(new ChoiceField(roleOptions()))
    , m_roleUntil(new EraDateEdit(today))
    , m_term(new ChoiceField(terms()))
    , m_lastDay(new EraDateEdit(today))
    , m_dayEnd(new LineField(0, TimeWidth)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::px(4));
    addRows();
    auto* issue = new ActionButton(ActionId::CardIssueOrder, ButtonKind::Primary);
    column->addWidget(issue, 0, Qt::AlignLeft);
    connect(issue, &ActionButton::clicked, this, &IssueForm::issueRequested);
    connect(m_number, &FieldEditor::editingEnded, this,
            [this] { Q_EMIT numberEntered(m_number->value().trimmed()); });
    connect(m_term, &FieldEditor::edited, this, &IssueForm::showTerm);
    m_term->setValue(Lasting);
    m_dayEnd->setValue(u"17:15"_s);
    showTerm();
}

void IssueForm::addRows() {
    m_numberRow = add(u"operator"_s, m_number,
                      {.label = tr("Operator number"),
                       .hint = tr("Of somebody known: name, reading and role are filled in."),
                       .required = true});
    m_nameRow = add(u"name"_s, m_name, {.label = tr("Name"), .required = true});
    m_kanaRow = add(u"kana"_s, m_kana, {.label = tr("Reading"), .required = true});
    m_roleRow = add(u"role"_s, m_role, {.label = tr("Role"), .required = true});
    m_roleUntilRow = add(u"roleUntil"_s, m_roleUntil,
                         {.label = tr("Last day of the role"),
                          .hint = tr("Such as the day of a transfer. Empty for no limit.")});
    add(u"term"_s, m_term,
        {.label = tr("Kind of card"),
         .hint = tr("A day card is for who has left her own at home: as long as it lasts, hers is refused."),
         .required = true});
    m_lastDayRow =
        add(u"lastDay"_s, m_lastDay,
            {.label = tr("Last day of the card"), .hint = tr("Such as R11.11.20."), .required = true});
    m_dayEndRow = add(u"dayCardEnd"_s, m_dayEnd,
                      {.label = tr("Day card until (time)"),
                       .hint = tr("Such as 17:15. The card is refused after it, and a session ends."),
                       .required = true});
}

FieldRow* IssueForm::add(const QString& id, FieldEditor* editor, const FieldRow::Texts& texts) {
    editor->setObjectName(id);
    auto* row = new FieldRow(texts, editor);
    layout()->addWidget(row);
    connect(editor, &FieldEditor::edited, this, [row] { row->setProblem({}); });
    connect(editor, &FieldEditor::editingEnded, this, [this, id] { Q_EMIT fieldChanged(id); });
    return row;
}

bool IssueForm::isDayCard() const {
    return m_term->value() != Lasting;
}

void IssueForm::showTerm() {
    m_lastDayRow->setVisible(!isDayCard());
    m_dayEndRow->setVisible(isDayCard());
}

void IssueForm::fill(const Operator& person) {
    m_number->setValue(person.id);
    m_name->setValue(person.name);
    m_kana->setValue(person.kana);
    m_role->setValue(roleKey(person.role));
    m_roleUntilRow->hide();
}

void IssueForm::clear() {
    for (FieldEditor* field : QList<FieldEditor*>{m_number, m_name, m_kana, m_role, m_roleUntil})
        field->setValue({});
    m_term->setValue(Lasting);
    m_roleUntilRow->show();
    showTerm();
}

void IssueForm::askForRole() {
    m_roleUntilRow->show();
}

void IssueForm::setLatestDay(const QDate& latest) {
    m_latest = latest;
}

void IssueForm::setLastDay(const QDate& lastDay) {
    m_lastDay->setValue(std::min(lastDay, m_latest).toString(Qt::ISODate));
}

void IssueForm::setDayCardEnd(const QDateTime& end) {
    m_term->setValue(!end.isValid() ? Lasting : end.toLocalTime().date() > m_today ? Tomorrow : Today);
    if (end.isValid())
        m_dayEnd->setValue(clocktext::time(end));
    showTerm();
}

// ---- what was typed ------------------------------------------------------------------------------------

/// Null unless it is a day card with a time that can be read.
QDateTime IssueForm::dayCardEnd() const {
    const auto minute = minuteOfDay(m_dayEnd->value());
    if (!isDayCard() || !minute || *minute >= MinutesPerDay)
        return {};
    const QDate day = m_term->value() == Today ? m_today : m_today.addDays(1);
    return QDateTime(day, QTime(*minute / 60, *minute % 60)).toUTC();
}

/// Null for no limit, and for what can't be read.
QDate IssueForm::roleUntil() const {
    return m_roleUntilRow->isHidden() ? QDate() : QDate::fromString(m_roleUntil->value(), Qt::ISODate);
}

QString IssueForm::problemOfDay(const QDate& lastDay) const {
    const bool possible = lastDay.isValid() && lastDay >= m_today && lastDay <= m_latest;
    return isDayCard() || possible
               ? QString()
               : tr("Enter a day from today to %1.").arg(clocktext::date(m_latest.startOfDay()));
}

/// Each row with what is wrong in it; empty for nothing.
QList<std::pair<FieldRow*, QString>> IssueForm::problems() const {
    const auto unless = [](bool fine, const QString& problem) { return fine ? QString() : problem; };
    const bool noLimit = m_roleUntilRow->isHidden() || m_roleUntil->value().trimmed().isEmpty();
    return {{m_numberRow, unless(!m_number->value().trimmed().isEmpty(), tr("Enter the operator number."))},
            {m_nameRow, unless(!m_name->value().trimmed().isEmpty(), tr("Enter the name."))},
            {m_kanaRow, unless(!m_kana->value().trimmed().isEmpty(), tr("Enter the reading."))},
            {m_roleRow, unless(!m_role->value().isEmpty(), tr("Choose the role."))},
            {m_roleUntilRow,
             unless(noLimit || roleUntil() >= m_today, tr("Enter a day from today on, or leave it empty."))},
            {m_lastDayRow, problemOfDay(QDate::fromString(m_lastDay->value(), Qt::ISODate))},
            {m_dayEndRow, unless(!isDayCard() || dayCardEnd().isValid(), tr("Enter a time such as 17:15."))}};
}

std::optional<IssueOrder> IssueForm::order() {
    QWidget* first = nullptr;
    const auto found = problems();
    for (const auto& [row, problem] : found) {
        row->setProblem(problem);
        if (!problem.isEmpty() && first == nullptr)
            first = row->editor();
    }
    if (first != nullptr) {
        first->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    IssueOrder order;
    order.person.id = m_number->value().trimmed();
    order.person.name = m_name->value();
    order.person.kana = m_kana->value();
    order.person.role = roleFromKey(m_role->value()).value_or(Role::Operator);
    order.person.validTo = roleUntil();
    order.dayCardEnd = dayCardEnd();
    order.lastDay = isDayCard() ? order.dayCardEnd.toLocalTime().date()
                                : QDate::fromString(m_lastDay->value(), Qt::ISODate);
    return order;
}

void IssueForm::showRefusal(const Error& error) {
    const bool invalid = error.code == ErrorCode::InputInvalid;
    FieldRow* row = nullptr;
    QString problem;
    if (error.code == ErrorCode::OperatorIdTaken || error.code == ErrorCode::OperatorHasCard) {
        row = m_numberRow;
        problem = error.code == ErrorCode::OperatorIdTaken
                      ? tr("This number belongs to somebody with another name, reading or role.")
                      : tr("This person has a card that is in force.");
    } else if (invalid && error.detail == "day-card"_L1) {
        row = m_dayEndRow;
        problem = tr("Enter a time that has not passed yet.");
    } else if (invalid && error.detail == "last-day"_L1) {
        row = m_lastDayRow;
        problem = tr("Enter a day from today to %1.").arg(clocktext::date(m_latest.startOfDay()));
    } else if (invalid && error.detail == "role-until"_L1) {
        row = m_roleUntilRow;
        problem = tr("Enter a day from today on, or leave it empty.");
    }
    if (row == nullptr)
        return;
    row->setProblem(problem);
    row->editor()->setFocus(Qt::OtherFocusReason);
}

void IssueForm::takeKeyboard() {
    m_number->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
