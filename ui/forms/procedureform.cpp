// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/procedureform.h"

#include "ui/forms/errorsummary.h"
#include "ui/forms/formpage.h"
#include "ui/forms/grouplist.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/postaledit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// Narrower than this the steps would squeeze the fields, as on a small screen at 200 %.
constexpr int stepsNeedWidth = 860;
QStringList titlesOf(const Procedure& procedure) {
    QStringList titles;
    for (const FieldGroup& group : procedure.groups)
        titles.append(group.title);
    return titles;
}

void setRemark(FieldEditor* editor, const QString& remark) {
    if (auto* line = qobject_cast<LineField*>(editor))
        line->setRemark(remark);
}

} // namespace

ProcedureForm::ProcedureForm(Procedure procedure, QDate today, const PostalDirectory& postal, QWidget* parent)
    : QWidget(parent)
    , m_procedure(std::move(procedure))
    , m_today(today)
    , m_postal(m_procedure, postal)
    , m_problems(m_procedure, today)
    , m_summary(new ErrorSummary)
    , m_steps(new GroupList(titlesOf(m_procedure)))
    , m_pages(new QStackedWidget)
    , m_made(m_procedure.groups.size(), nullptr) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::px(8));
    row->setContentsMargins(theme::px(8), theme::px(4), 0, 0);
    row->addWidget(m_steps);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    connect(m_summary, &ErrorSummary::jumpRequested, this, [this](const QString& fieldId) {
        setPosition({fieldId, 0});
        Q_EMIT problemChosen(fieldId);
    });
    connect(m_steps, &GroupList::chosen, this, [this](int group) {
        showGroup(group);
        Q_EMIT groupShown(m_procedure.groups.at(group).id);
    });
    connect(m_steps, &GroupList::finished, this, [this] { page(currentGroup())->focusFirst(); });
    applyConditions();
    showGroup(0);
}

void ProcedureForm::setValues(const FieldValues& values) {
    m_values = values;
    m_problems.clear();
    m_editedSinceEntered.clear();
    m_postal.forget();
    m_summaryWanted = false;
    for (FormPage* made : std::as_const(m_made)) {
        if (made != nullptr)
            fillPage(made);
    }
    m_valueWhenEntered = m_values.value(m_current);
    applyConditions();
    showProblems();
}

FormPosition ProcedureForm::position() const {
    const int group = groupOf(m_current);
    if (group < 0)
        return {};
    const FormPage* made = m_made.at(group);
    const FieldEditor* current = made == nullptr ? nullptr : made->editor(m_current);
    return {m_current, current == nullptr ? 0 : current->cursorPosition()};
}

void ProcedureForm::setPosition(const FormPosition& position) {
    const int group = groupOf(position.fieldId);
    const bool applies = group >= 0 && isShown(m_procedure, *m_procedure.field(position.fieldId), m_values);
    if (!applies) {
        showGroup(0);
        page(0)->focusFirst();
        return;
    }
    showGroup(group);
    FieldEditor* target = page(group)->editor(position.fieldId);
    target->setFocus(Qt::OtherFocusReason);
    target->setCursorPosition(position.cursor);
}

void ProcedureForm::start() {
    for (const FoundProblem& each : problems(m_procedure, m_values, m_today)) {
        if (each.problem.fault != FieldFault::Missing)
            continue;
        const QString postal = m_procedure.field(each.fieldId)->postalOf;
        setPosition({postal.isEmpty() || m_values.contains(postal) ? each.fieldId : postal, 0});
        return;
    }
    setPosition({});
}

QList<FoundProblem> ProcedureForm::checkAll() {
    QList<FoundProblem> found = m_problems.checkAll(m_values);
    m_summaryWanted = true;
    showProblems();
    return found;
}

bool ProcedureForm::goToNextProblem() {
    if (m_problems.isEmpty() && checkAll().isEmpty())
        return false;
    const QStringList order = m_problems.order();
    QStringList all;
    for (const FieldGroup& group : std::as_const(m_procedure.groups)) {
        for (const Field& field : group.fields)
            all.append(field.id);
    }
    const qsizetype here = all.indexOf(m_current);
    const auto next = std::find_if(order.cbegin(), order.cend(),
                                   [&](const QString& fieldId) { return all.indexOf(fieldId) > here; });
    setPosition({next == order.cend() ? order.constFirst() : *next, 0});
    return true;
}

bool ProcedureForm::restorePrevious() {
    const Field* field = m_procedure.field(m_current);
    const FieldEditor* entered = field == nullptr ? nullptr : editor(m_current);
    // With the keyboard elsewhere, such as in the list of steps, it would be a field that nobody looks at.
    if (entered == nullptr || !entered->isAncestorOf(focusWidget()) ||
        m_values.value(m_current) == m_valueWhenEntered)
        return false;
    setFromOutside(*field, m_valueWhenEntered);
    return true;
}

bool ProcedureForm::offersPostal() const {
    return m_postal.isFor(m_current);
}

Result<> ProcedureForm::lookUpPostal() {
    if (!offersPostal())
        return {};
    const Result<PostalFill::Answer> answer = m_postal.lookUp(m_current, m_values);
    if (!answer)
        return fail(answer.error());
    if (!answer->addressField.isEmpty()) {
        setFromOutside(*m_procedure.field(answer->addressField), answer->address);
        setPosition({answer->addressField, static_cast<int>(answer->address.size())});
    } else {
        setPosition({answer->postalField, static_cast<int>(m_values.value(answer->postalField).size())});
    }
    if (!answer->remark.isEmpty())
        setRemark(editor(answer->postalField), answer->remark);
    return {};
}

FieldEditor* ProcedureForm::editor(const QString& fieldId) {
    const int group = groupOf(fieldId);
    return group < 0 ? nullptr : page(group)->editor(fieldId);
}

int ProcedureForm::currentGroup() const {
    return m_pages->currentIndex() < 0 ? 0 : static_cast<int>(m_made.indexOf(m_pages->currentWidget()));
}

void ProcedureForm::showGroup(int group) {
    m_pages->setCurrentWidget(page(group));
    m_steps->setCurrent(group);
}

void ProcedureForm::keyPressEvent(QKeyEvent* event) {
    const bool down = event->key() == Qt::Key_PageDown;
    if (event->modifiers() != Qt::ControlModifier || (!down && event->key() != Qt::Key_PageUp)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int group = neighbour(currentGroup(), down ? 1 : -1);
    if (group >= 0)
        goToGroup(group);
}

void ProcedureForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_steps->setVisible(width() >= theme::px(stepsNeedWidth));
}

FormPage* ProcedureForm::page(int group) {
    if (m_made.at(group) != nullptr)
        return m_made.at(group);
    auto* made = new FormPage(m_procedure.groups.at(group), m_today);
    m_made[group] = made;
    made->appendFooter(makeFooter(group));
    m_pages->addWidget(made);
    fillPage(made);
    applyConditions();
    showProblems();
    connect(made, &FormPage::edited, this, &ProcedureForm::takeEdit);
    connect(made, &FormPage::left, this, &ProcedureForm::takeLeaving);
    connect(made, &FormPage::entered, this, &ProcedureForm::enter);
    for (const QString& id : made->fieldIds()) {
        if (auto* code = qobject_cast<PostalEdit*>(made->editor(id)))
            connect(code, &PostalEdit::lookUpRequested, this, &ProcedureForm::postalLookUpRequested);
    }
    return made;
}

void ProcedureForm::fillPage(FormPage* filled) {
    for (const QString& id : filled->fieldIds())
        filled->editor(id)->setValue(m_values.value(id));
}

QWidget* ProcedureForm::makeFooter(int group) {
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    const int ring = theme::px(theme::focusRingWidth);
    row->setContentsMargins(ring, ring, ring, ring);
    const qsizetype last = m_procedure.groups.size() - 1;
    // Built in the order in which Tab and Enter should find them: onwards first.
    auto* next = new ActionButton(ActionId::ListSelect, tr("Next step"), ButtonKind::Primary);
    auto* previous = new ActionButton(ActionId::ListSelect, tr("Previous step"));
    connect(next, &ActionButton::clicked, this, [this, group] { goToGroup(neighbour(group, 1)); });
    connect(previous, &ActionButton::clicked, this, [this, group] { goToGroup(neighbour(group, -1)); });
    row->addWidget(next);
    row->addWidget(previous);
    row->addStretch();
    next->setVisible(group < last);
    previous->setVisible(group > 0);
    return footer;
}

int ProcedureForm::groupOf(const QString& fieldId) const {
    for (int i = 0; i < m_procedure.groups.size(); ++i) {
        const QList<Field>& fields = m_procedure.groups.at(i).fields;
        if (std::any_of(fields.cbegin(), fields.cend(),
                        [&](const Field& field) { return field.id == fieldId; }))
            return i;
    }
    return -1;
}

/// The next group in that direction that applies, or -1.
int ProcedureForm::neighbour(int group, int step) const {
    for (int i = group + step; i >= 0 && i < m_procedure.groups.size(); i += step) {
        if (m_steps->isShown(i))
            return i;
    }
    return -1;
}

void ProcedureForm::goToGroup(int group) {
    if (group < 0)
        return;
    showGroup(group);
    page(group)->focusFirst();
    Q_EMIT groupShown(m_procedure.groups.at(group).id);
}

void ProcedureForm::enter(const QString& fieldId) {
    if (m_current == fieldId)
        return;
    const bool offered = offersPostal();
    m_current = fieldId;
    m_valueWhenEntered = m_values.value(fieldId);
    if (offered != offersPostal())
        Q_EMIT postalOfferChanged();
}

void ProcedureForm::takeEdit(const QString& fieldId) {
    m_editedSinceEntered.insert(fieldId);
    store(fieldId, editor(fieldId)->value());
    if (m_problems.recheck(m_values, fieldId))
        showProblems();
    Q_EMIT edited(fieldId);
}

void ProcedureForm::takeLeaving(const QString& fieldId) {
    const bool wasEdited = m_editedSinceEntered.remove(fieldId);
    if (m_problems.checkLeft(*m_procedure.field(fieldId), m_values, wasEdited))
        showProblems();
    if (wasEdited)
        Q_EMIT fieldLeft(fieldId);
}

void ProcedureForm::store(const QString& fieldId, const QString& value) {
    if (value.isEmpty()) {
        m_values.remove(fieldId);
    } else {
        m_values.insert(fieldId, value);
    }
    applyConditions();
}

void ProcedureForm::showProblems() {
    QList<ErrorSummary::Entry> entries;
    for (int i = 0; i < m_procedure.groups.size(); ++i) {
        int count = 0;
        for (const Field& field : m_procedure.groups.at(i).fields) {
            const QString text = m_problems.text(field);
            if (m_made.at(i) != nullptr)
                m_made.at(i)->row(field.id)->setProblem(text);
            if (text.isEmpty())
                continue;
            ++count;
            entries.append({field.id, field.label, text});
        }
        m_steps->setErrorCount(i, count);
    }
    m_summary->setEntries(m_summaryWanted ? entries : QList<ErrorSummary::Entry>());
}

void ProcedureForm::applyConditions() {
    for (int i = 0; i < m_procedure.groups.size(); ++i) {
        bool any = false;
        for (const Field& field : m_procedure.groups.at(i).fields) {
            const bool shown = isShown(m_procedure, field, m_values);
            any = any || shown;
            if (m_made.at(i) != nullptr)
                m_made.at(i)->setFieldShown(field.id, shown);
        }
        m_steps->setShown(i, any);
    }
}

/// A value that came by a function key instead of being typed; it counts as an edit.
void ProcedureForm::setFromOutside(const Field& field, const QString& value) {
    FieldEditor* target = editor(field.id);
    target->setValue(value);
    target->setCursorPosition(static_cast<int>(value.size()));
    m_editedSinceEntered.insert(field.id);
    store(field.id, value);
    if (m_problems.recheck(m_values, {}))
        showProblems();
    Q_EMIT edited(field.id);
}

} // namespace madoguchi
