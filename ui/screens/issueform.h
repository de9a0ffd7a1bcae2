// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who is to get a card, and until when. What was typed stays until it is issued. GUI thread.
#pragma once

#include "app/base/error.h"
#include "app/issuing/issueorder.h"
#include "ui/widgets/fieldrow.h"

#include <QDate>
#include <QWidget>

#include <optional>

namespace madoguchi {

class ActionButton;
class ChoiceField;
class EraDateEdit;
class FieldEditor;
class KanaEdit;
class LineField;
class NameEdit;

class IssueForm final : public QWidget {
    Q_OBJECT
public:
    explicit IssueForm(const QDate& today, QWidget* parent = nullptr);

    /// As if nothing had been typed, but for the card's last day.
    void clear();
    /// For somebody whom the register knows; her card's last day stays to be typed. The last day of her role
    /// is changed in the register, and not asked for.
    void fill(const Operator& person);
    /// For somebody new.
    void askForRole();
    /// Beyond it no card can be issued. Before setLastDay().
    void setLatestDay(const QDate& latest);
    /// The latest day instead when that is earlier.
    void setLastDay(const QDate& lastDay);
    /// Of a day card that was ordered before; null: the card lasts. One that is over is for today, at its
    /// time.
    void setDayCardEnd(const QDateTime& end);
    /// None when something is missing: it is said beside the field, and the first one has the keyboard.
    std::optional<IssueOrder> order();
    /// Marks the field that a refusal of the order is about, and goes there.
    void showRefusal(const Error& error);
    void takeKeyboard();

Q_SIGNALS:
    void issueRequested();
    /// After it was typed, when the keyboard goes on.
    void numberEntered(const QString& operatorId);
    void fieldChanged(const QString& field);

private:
    FieldRow* add(const QString& id, FieldEditor* editor, const FieldRow::Texts& texts);
    void addRows();
    void showTerm();
    bool isDayCard() const;
    QString problemOfDay(const QDate& lastDay) const;
    QDateTime dayCardEnd() const;
    QDate roleUntil() const;
    QList<std::pair<FieldRow*, QString>> problems() const;

    QDate m_today;
    QDate m_latest;
    LineField* m_number;
    NameEdit* m_name;
    KanaEdit* m_kana;
    ChoiceField* m_role;
    EraDateEdit* m_roleUntil;
    ChoiceField* m_term;
    EraDateEdit* m_lastDay;
    LineField* m_dayEnd;
    FieldRow* m_numberRow;
    FieldRow* m_nameRow;
    FieldRow* m_kanaRow;
    FieldRow* m_roleRow;
    FieldRow* m_roleUntilRow;
    FieldRow* m_lastDayRow;
    FieldRow* m_dayEndRow;
};

} // namespace madoguchi
