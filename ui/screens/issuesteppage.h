// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One step of issuing a card: what to do now, the PIN if one is asked for, what went wrong. GUI thread.
#pragma once

#include "ui/screens/issuetext.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class ActionButton;
class Notice;
class PinField;

class IssueStepPage final : public QWidget {
    Q_OBJECT
public:
    explicit IssueStepPage(QWidget* parent = nullptr);

    /// Empties the PIN fields. `notice`: what the holder signs; empty before the end.
    void show(const IssuingView& view, const IssueOrder& order, const QString& notice);
    void takeKeyboard();
    SecretBytes takePin();
    SecretBytes takeRepeated();

Q_SIGNALS:
    void pinEntered();
    void stopRequested();
    /// Back to the orders, from the end.
    void leaveRequested();

private:
    QWidget* makePins();
    QWidget* makeHead();
    void showProblem(const IssuingView& view);

    QLabel* m_step;
    QLabel* m_title;
    QLabel* m_who;
    QLabel* m_todo;
    Notice* m_problem;
    QWidget* m_pins;
    QLabel* m_pinLabel;
    PinField* m_pin;
    QLabel* m_repeatLabel;
    PinField* m_repeat;
    QLabel* m_tries;
    QLabel* m_notice;
    ActionButton* m_enter;
    ActionButton* m_stop;
    ActionButton* m_leave;
    IssuePins m_asked = IssuePins::None;
};

} // namespace madoguchi
