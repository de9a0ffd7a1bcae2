// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the auditor looks for: from when to when, who, what, on what and how it ended. GUI thread.
#pragma once

#include "app/audit/auditreader.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace madoguchi {

class ChoiceField;
class EraDateEdit;
class FieldEditor;
class FieldRow;
class LineField;

class AuditFilterBar final : public QWidget {
    Q_OBJECT
public:
    /// `today`: for dates typed without an era.
    explicit AuditFilterBar(QDate today, QWidget* parent = nullptr);

    /// None when a date can't be read; its field says so then and has the keyboard.
    std::optional<AuditFilter> filter();
    /// Which filters are filled in, for the record: ids and what was chosen, never what was typed freely.
    QMap<QString, QString> details() const;
    void clear();

Q_SIGNALS:
    /// A field was left changed; its id.
    void fieldChanged(const QString& field);

private:
    FieldRow* add(FieldEditor* editor, const QString& id, const QString& label, int row, int column);
    std::optional<QDateTime> startOf(EraDateEdit* field, FieldRow* row, int daysLater);

    EraDateEdit* m_from;
    EraDateEdit* m_until;
    LineField* m_operator;
    LineField* m_target;
    ChoiceField* m_action;
    ChoiceField* m_outcome;
    FieldRow* m_fromRow;
    FieldRow* m_untilRow;
};

} // namespace madoguchi
