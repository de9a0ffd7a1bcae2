// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/auditfilterbar.h"

#include "app/actions/actioncatalogue.h"
#include "ui/fieldproblemtext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/action.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/eradateedit.h"
#include "ui/widgets/fieldrow.h"

#include <QGridLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QList<FieldOption> actionOptions() {
    QList<FieldOption> options{{QString(), AuditFilterBar::tr("All")}};
    for (const ActionEntry& entry : actionCatalogue())
        options += {QString::fromLatin1(entry.name), actionText(entry.id)};
    return options;
}

QList<FieldOption> outcomeOptions() {
    return {{QString(), AuditFilterBar::tr("All")},
            {u"done"_s, AuditFilterBar::tr("Done")},
            {u"refused"_s, AuditFilterBar::tr("Refused")},
            {u"failed"_s, AuditFilterBar::tr("Failed")}};
}

std::optional<AuditOutcome> outcomeOf(const QString& value) {
    if (value == "done"_L1)
        return AuditOutcome::Done;
    if (value == "refused"_L1)
        return AuditOutcome::Refused;
    if (value == "failed"_L1)
        return AuditOutcome::Failed;
    return std::nullopt;
}

} // namespace

AuditFilterBar::AuditFilterBar(QDate today, QWidget* parent)
    : QWidget(parent)
    , m_from(new EraDateEdit(today))
    , m_until(new EraDateEdit(today))
    , m_operator(new LineField(0, 120))
    , m_target(new LineField(0, 240))
    , m_action(new ChoiceField(actionOptions()))
    , m_outcome(new ChoiceField(outcomeOptions())) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::px(16));
    grid->setVerticalSpacing(theme::px(8));
    m_fromRow = add(m_from, u"from"_s, tr("From (date)"), 0, 0);
    const bool wide = pageparts::isWide(); // otherwise one below the other
    m_untilRow = add(m_until, u"until"_s, tr("Until (date)"), wide ? 0 : 1, wide ? 1 : 0);
    add(m_operator, u"operator"_s, tr("Operator number"), wide ? 0 : 2, wide ? 2 : 0);
    add(m_action, u"action"_s, tr("Action"), wide ? 1 : 3, 0);
    add(m_outcome, u"outcome"_s, tr("Outcome"), wide ? 1 : 4, wide ? 1 : 0);
    add(m_target, u"target"_s, tr("Target"), wide ? 1 : 5, wide ? 2 : 0);
    grid->setColumnStretch(1, 1);
    clear();
}

FieldRow* AuditFilterBar::add(FieldEditor* editor, const QString& id, const QString& label, int row,
                              int column) {
    editor->setObjectName(id);
    auto* field = new FieldRow({.label = label}, editor);
    static_cast<QGridLayout*>(layout())->addWidget(field, row, column, Qt::AlignTop);
    connect(editor, &FieldEditor::editingEnded, this, [this, id] { Q_EMIT fieldChanged(id); });
    return field;
}

std::optional<QDateTime> AuditFilterBar::startOf(EraDateEdit* field, FieldRow* row, int daysLater) {
    row->setProblem({});
    if (field->value().trimmed().isEmpty())
        return QDateTime();
    const DateReading date = field->reading();
    if (date)
        return date->addDays(daysLater).startOfDay();
    row->setProblem(dateProblemText(date.error()));
    field->setFocus(Qt::OtherFocusReason);
    return std::nullopt;
}

std::optional<AuditFilter> AuditFilterBar::filter() {
    const std::optional<QDateTime> until = startOf(m_until, m_untilRow, 1); // that whole day too
    const std::optional<QDateTime> from = startOf(m_from, m_fromRow, 0);
    if (!from || !until)
        return std::nullopt;
    return AuditFilter{.from = *from,
                       .until = *until,
                       .operatorId = m_operator->value().trimmed(),
                       .action = m_action->value(),
                       .target = m_target->value().trimmed(),
                       .outcome = outcomeOf(m_outcome->value())};
}

QMap<QString, QString> AuditFilterBar::details() const {
    QMap<QString, QString> details;
    if (!m_action->value().isEmpty())
        details.insert(u"action"_s, m_action->value());
    if (!m_outcome->value().isEmpty())
        details.insert(u"outcome"_s, m_outcome->value());
    QStringList typed;
    for (const FieldEditor* field :
         {static_cast<const FieldEditor*>(m_from), static_cast<const FieldEditor*>(m_until),
          static_cast<const FieldEditor*>(m_operator), static_cast<const FieldEditor*>(m_target)}) {
        if (!field->value().trimmed().isEmpty())
            typed += field->objectName();
    }
    if (!typed.isEmpty())
        details.insert(u"fields"_s, typed.join(u','));
    return details;
}

void AuditFilterBar::clear() {
    for (FieldEditor* field : {static_cast<FieldEditor*>(m_from), static_cast<FieldEditor*>(m_until),
                               static_cast<FieldEditor*>(m_operator), static_cast<FieldEditor*>(m_target),
                               static_cast<FieldEditor*>(m_action), static_cast<FieldEditor*>(m_outcome)})
        field->setValue({});
    m_fromRow->setProblem({});
    m_untilRow->setProblem({});
}

} // namespace madoguchi
