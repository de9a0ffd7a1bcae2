// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The common part of fields that are one line of text, and the field for plain text, addresses and telephone
// numbers. Its limit counts characters as a reader does and is soft: what is too much stays and is said
// beside the field, because cutting would lose it. Main thread.
#pragma once

#include "ui/widgets/fieldeditor.h"

class QLabel;
class QBoxLayout;

namespace madoguchi {

class IconLabel;
class LineEdit;

class LineField : public FieldEditor {
    Q_OBJECT
public:
    /// `maximumLength` in characters, 0 for no limit. `width` of the line in design pixels, 0 for all there
    /// is.
    explicit LineField(int maximumLength = 0, int width = 0, QWidget* parent = nullptr);

    QString value() const override;
    void setValue(const QString& value) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;

    LineEdit* line() const { return m_line; }
    /// What stands beside or under the line now, such as 令和6年4月1日; empty when nothing.
    QString note() const;
    /// Says something about the present text, translated, in place of the note until the text changes.
    void setRemark(const QString& remark);

protected:
    /// Called after each change of the text, by hand or by setValue().
    virtual QString noteFor(const QString& text) const;
    void refreshNote();
    QBoxLayout* column() const { return m_column; }

private:
    void showNote(const QString& note);

    int m_maximumLength;
    LineEdit* m_line;
    QLabel* m_note;
    IconLabel* m_remarkIcon; ///< before a remark only
    QBoxLayout* m_column;
};

} // namespace madoguchi
