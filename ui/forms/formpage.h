// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One group of a form: its fields, a row each, in a page that scrolls. Main thread.
#pragma once

#include "app/procedures/fieldrules.h"

#include <QMap>
#include <QScrollArea>

class QVBoxLayout;

namespace madoguchi {

class FieldEditor;
class FieldRow;

class FormPage final : public QScrollArea {
    Q_OBJECT
public:
    FormPage(const FieldGroup& group, QDate today, QWidget* parent = nullptr);

    /// Null for a field of another group.
    FieldEditor* editor(const QString& fieldId) const;
    FieldRow* row(const QString& fieldId) const;
    /// In the order of the form.
    const QStringList& fieldIds() const { return m_ids; }
    void setFieldShown(const QString& fieldId, bool shown);
    /// Puts the keyboard into the first field that applies.
    void focusFirst();
    /// Under the fields; the page owns it.
    void appendFooter(QWidget* footer);

Q_SIGNALS:
    void edited(const QString& fieldId);
    void left(const QString& fieldId);
    void entered(const QString& fieldId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addRow(const Field& field, QDate today);
    void linkReadings(const FieldGroup& group);
    void keepKeyboardInSight();
    QStringList m_ids;
    QMap<QString, FieldRow*> m_rows;
    QVBoxLayout* m_column;
};

} // namespace madoguchi
