// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which fields of a form are marked as wrong now, and why. A mark never outlives its reason: after every
// change of the values it is judged again. Main thread.
#pragma once

#include "app/procedures/fieldrules.h"

#include <QMap>
#include <QStringList>

namespace madoguchi {

class FormProblems {
public:
    /// `procedure` must outlive this.
    FormProblems(const Procedure& procedure, QDate today) : m_procedure(procedure), m_today(today) {}

    void clear() {
        m_shown.clear();
        m_everything = false;
    }
    bool isEmpty() const { return m_shown.isEmpty(); }
    bool has(const QString& fieldId) const { return m_shown.contains(fieldId); }
    /// Translated; empty for a field without a mark.
    QString text(const Field& field) const;
    /// The marked fields in the order of the form.
    QStringList order() const;

    /// Marks everything that is wrong, and nothing else; from then on also what becomes wrong later, such as
    /// a field that an answer brings into the form.
    QList<FoundProblem> checkAll(const FieldValues& values);
    // Both return whether any mark changed.

    /// Judges a field that is left. An empty one that was only passed over is no mistake yet.
    bool checkLeft(const Field& field, const FieldValues& values, bool edited);
    /// Takes marks away that `values` no longer deserve, and says others anew. In the field that is being
    /// typed in nothing new is found: half a date is no mistake.
    bool recheck(const FieldValues& values, const QString& typedIn);

private:
    void markNew(const FieldValues& values, const QString& typedIn);

    const Procedure& m_procedure;
    QDate m_today;
    QMap<QString, FieldProblem> m_shown;
    bool m_everything = false; ///< checkAll() was called
};

} // namespace madoguchi
