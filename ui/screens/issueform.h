// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who is to get a card, and until when. What was typed stays until it is issued. GUI thread.
#pragma once

#include "app/issuing/issueorder.h"

#include <QDate>
#include <QWidget>

#include <optional>

namespace madoguchi {

class ActionButton;
class ChoiceField;
class EraDateEdit;
class FieldEditor;
class FieldRow;
class KanaEdit;
class LineField;
class NameEdit;

class IssueForm final : public QWidget {
    Q_OBJECT
public:
    explicit IssueForm(const QDate& today, QWidget* parent = nullptr);

    /// For somebody whom the register knows; her last day stays to be typed.
    void fill(const Operator& person);
    /// Beyond it no card can be issued. Before setLastDay().
    void setLatestDay(const QDate& latest);
    /// The latest day instead when that is earlier.
    void setLastDay(const QDate& lastDay);
    /// None when something is missing: it is said beside the field, and the first one has the keyboard.
    std::optional<IssueOrder> order();
    void takeKeyboard();

Q_SIGNALS:
    void issueRequested();
    /// After it was typed, when the keyboard goes on.
    void numberEntered(const QString& operatorId);
    void fieldChanged(const QString& field);

private:
    FieldRow* add(const QString& id, FieldEditor* editor, const QString& label, const QString& hint = {});
    bool complain(FieldRow* row, bool wrong, const QString& problem);

    QDate m_today;
    QDate m_latest;
    LineField* m_number;
    NameEdit* m_name;
    KanaEdit* m_kana;
    ChoiceField* m_role;
    EraDateEdit* m_lastDay;
    FieldRow* m_numberRow;
    FieldRow* m_nameRow;
    FieldRow* m_kanaRow;
    FieldRow* m_roleRow;
    FieldRow* m_lastDayRow;
};

} // namespace madoguchi
