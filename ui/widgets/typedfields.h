// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which fields of a form hold what a person typed and nothing has taken yet. GUI thread.
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>

class QWidget;

namespace madoguchi {

class FieldRow;

class TypedFields final : public QObject {
    Q_OBJECT
public:
    /// `form` has all its rows, and outlives the object.
    explicit TypedFields(const QWidget& form);

    /// In the form's order; never what was typed.
    QStringList labels() const;
    /// It was taken, or is of no use any more.
    void forget() { m_typed.clear(); }

private:
    const QWidget& m_form;
    QSet<const FieldRow*> m_typed;
};

} // namespace madoguchi
