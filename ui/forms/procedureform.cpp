// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/procedureform.h"

#include "ui/fieldproblemtext.h"
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
/// Lower than this the jumps of the summary would hide the fields.
constexpr int jumpsNeedHeight = 560;

QStringList titlesOf(const Procedure& procedure) {
    QStringList titles;
    for (const FieldGroup& group : procedure.groups)
        titles.append(group.title);
    return titles;
}

QString addressOf(const PostalPlace& place) {
    return place.prefecture + place.municipality + place.town;
}

/// What the addresses of all places begin with.
QString commonAddress(const QList<PostalPlace>& places) {
    QString common = addressOf(places.constFirst());
    for (const PostalPlace& place : places) {
        const QString address = addressOf(place);
        const auto difference =
            std::mismatch(common.cbegin(), common.cend(), address.cbegin(), address.cend()).first;
        common.truncate(difference - common.cbegin());
    }
    return common;
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
    , m_postal(postal)
    , m_summary(new ErrorSummary)
    , m_steps(new GroupList(titlesOf(m_procedure)))
    , m_pages(new QStackedWidget)
    , m_made(m_procedure.groups.size(), nullptr) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::px(8));
    row->setContentsMargins(theme::px(8), theme::px(8), 0, 0);
    row->addWidget(m_steps);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    connect(m_summary, &ErrorSummary::jumpRequested, this, [this](const QString& fieldId) {
        setPosition({fieldId, 0});
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
    m_filled.clear();
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

QList<FoundProblem> ProcedureForm::checkAll() {
    m_problems.clear();
    QList<FoundProblem> found = problems(m_procedure, m_values, m_today);
    for (const FoundProblem& each : std::as_const(found))
        m_problems.insert(each.fieldId, each.problem);
    m_summaryWanted = true;
    showProblems();
    return found;
}

bool ProcedureForm::goToNextProblem() {
    if (m_problems.isEmpty() && checkAll().isEmpty())
        return false;
    const QStringList order = problemOrder();
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

void ProcedureForm::restorePrevious() {
    const Field* field = m_procedure.field(m_current);
    if (field != nullptr && m_values.value(m_current) != m_valueWhenEntered)
        setFromOutside(*field, m_valueWhenEntered);
}

Result<> ProcedureForm::lookUpPostal() {
    const Field* field = m_procedure.field(m_current);
    const Field* postalField = field == nullptr                   ? nullptr
                               : field->type == FieldType::Postal ? field
                                                                  : m_procedure.field(field->postalOf);
    if (postalField == nullptr)
        return fail(ErrorCode::InputInvalid, u"no postal code at this field"_s);
    const Result<QList<PostalPlace>> places = m_postal.lookup(m_values.value(postalField->id));
    if (!places)
        return fail(places.error());
    if (places->isEmpty()) {
        setRemark(editor(postalField->id), tr("No address is known for this postal code."));
    } else {
        fillAddress(*postalField, *places);
    }
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
    m_summary->setCompact(height() < theme::px(jumpsNeedHeight));
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
    connect(made, &FormPage::entered, this, [this](const QString& fieldId) {
        if (m_current == fieldId)
            return;
        m_current = fieldId;
        m_valueWhenEntered = m_values.value(fieldId);
    });
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
    auto* next = new ActionButton(ActionId::NextField, tr("Next step"), ButtonKind::Primary);
    auto* previous = new ActionButton(ActionId::NextField, tr("Previous step"));
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

void ProcedureForm::takeEdit(const QString& fieldId) {
    m_editedSinceEntered.insert(fieldId);
    store(fieldId, editor(fieldId)->value());
    Q_EMIT edited(fieldId);
}

void ProcedureForm::takeLeaving(const QString& fieldId) {
    const Field& field = *m_procedure.field(fieldId);
    const QString value = m_values.value(fieldId);
    const std::optional<FieldProblem> problem = checkField(field, value, m_values, m_today);
    // Passing over an empty field is no mistake yet; checkAll() will say it.
    const bool passedOver = problem && problem->fault == FieldFault::Missing &&
                            !m_editedSinceEntered.contains(fieldId) && !m_problems.contains(fieldId);
    if (!passedOver)
        setProblem(field, problem);
    if (m_editedSinceEntered.remove(fieldId))
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

void ProcedureForm::setProblem(const Field& field, const std::optional<FieldProblem>& problem) {
    if (problem) {
        m_problems.insert(field.id, *problem);
    } else {
        m_problems.remove(field.id);
    }
    showProblems();
}

void ProcedureForm::showProblems() {
    QList<ErrorSummary::Entry> entries;
    for (int i = 0; i < m_procedure.groups.size(); ++i) {
        int count = 0;
        for (const Field& field : m_procedure.groups.at(i).fields) {
            const auto found = m_problems.constFind(field.id);
            const QString text =
                found == m_problems.cend() ? QString() : fieldProblemText(m_procedure, field, *found);
            if (m_made.at(i) != nullptr)
                m_made.at(i)->row(field.id)->setProblem(text);
            if (text.isEmpty())
                continue;
            ++count;
            //: %1 a field's label, %2 what is wrong with it
            const QString line = text.contains(field.label) ? text : tr("%1: %2").arg(field.label, text);
            entries.append({field.id, line});
        }
        m_steps->setErrorCount(i, count);
    }
    m_summary->setEntries(m_summaryWanted ? entries : QList<ErrorSummary::Entry>());
}

void ProcedureForm::applyConditions() {
    bool problemGone = false;
    for (int i = 0; i < m_procedure.groups.size(); ++i) {
        bool any = false;
        for (const Field& field : m_procedure.groups.at(i).fields) {
            const bool shown = isShown(m_procedure, field, m_values);
            any = any || shown;
            if (m_made.at(i) != nullptr)
                m_made.at(i)->setFieldShown(field.id, shown);
            problemGone = (!shown && m_problems.remove(field.id) > 0) || problemGone;
        }
        m_steps->setShown(i, any);
    }
    if (problemGone)
        showProblems();
}

QStringList ProcedureForm::problemOrder() const {
    QStringList order;
    for (const FieldGroup& group : m_procedure.groups) {
        for (const Field& field : group.fields) {
            if (m_problems.contains(field.id))
                order.append(field.id);
        }
    }
    return order;
}

void ProcedureForm::fillAddress(const Field& postalField, const QList<PostalPlace>& places) {
    const QString address = commonAddress(places);
    for (const FieldGroup& group : std::as_const(m_procedure.groups)) {
        for (const Field& field : group.fields) {
            if (field.postalOf != postalField.id || !isShown(m_procedure, field, m_values))
                continue;
            const QString present = m_values.value(field.id);
            if (!present.isEmpty() && present != m_filled.value(field.id)) {
                setRemark(editor(postalField.id),
                          tr("The address is already filled in and was not changed."));
                return;
            }
            m_filled.insert(field.id, address);
            setFromOutside(field, address);
            setPosition({field.id, static_cast<int>(address.size())});
            if (places.size() > 1) {
                setRemark(editor(postalField.id),
                          tr("Several places have this postal code. Complete the address."));
            }
            return;
        }
    }
}

/// A value that came by a function key instead of being typed; it counts as an edit.
void ProcedureForm::setFromOutside(const Field& field, const QString& value) {
    FieldEditor* target = editor(field.id);
    target->setValue(value);
    target->setCursorPosition(static_cast<int>(value.size()));
    m_editedSinceEntered.insert(field.id);
    store(field.id, value);
    Q_EMIT edited(field.id);
}

} // namespace madoguchi
