// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/formproblems.h"

#include "ui/fieldproblemtext.h"

namespace madoguchi {

QString FormProblems::text(const Field& field) const {
    const auto found = m_shown.constFind(field.id);
    return found == m_shown.cend() ? QString() : fieldProblemText(m_procedure, field, *found);
}

QStringList FormProblems::order() const {
    QStringList ids;
    for (const FieldGroup& group : m_procedure.groups) {
        for (const Field& field : group.fields) {
            if (has(field.id))
                ids.append(field.id);
        }
    }
    return ids;
}

QList<FoundProblem> FormProblems::checkAll(const FieldValues& values) {
    m_shown.clear();
    m_everything = true;
    QList<FoundProblem> found = problems(m_procedure, values, m_today);
    for (const FoundProblem& each : std::as_const(found))
        m_shown.insert(each.fieldId, each.problem);
    return found;
}

bool FormProblems::checkLeft(const Field& field, const FieldValues& values, bool edited) {
    const QMap<QString, FieldProblem> before = m_shown;
    const std::optional<FieldProblem> problem = checkField(field, values.value(field.id), values, m_today);
    if (!problem) {
        m_shown.remove(field.id);
    } else if (problem->fault != FieldFault::Missing || edited || m_everything || has(field.id)) {
        m_shown.insert(field.id, *problem);
    }
    return m_shown != before;
}

bool FormProblems::recheck(const FieldValues& values, const QString& typedIn) {
    const QMap<QString, FieldProblem> before = m_shown;
    const QStringList marked = before.keys();
    for (const QString& id : marked) {
        const Field& field = *m_procedure.field(id);
        const std::optional<FieldProblem> problem = checkField(field, values.value(id), values, m_today);
        const bool stale = m_shown.value(id).fault == FieldFault::Missing && !values.value(id).isEmpty();
        if (!problem || !isShown(m_procedure, field, values) || (id == typedIn && stale)) {
            m_shown.remove(id);
        } else if (id != typedIn) {
            m_shown.insert(id, *problem);
        }
    }
    if (m_everything)
        markNew(values, typedIn);
    return m_shown != before;
}

void FormProblems::markNew(const FieldValues& values, const QString& typedIn) {
    const QList<FoundProblem> found = problems(m_procedure, values, m_today);
    for (const FoundProblem& each : found) {
        if (each.fieldId != typedIn)
            m_shown.insert(each.fieldId, each.problem);
    }
}

} // namespace madoguchi
