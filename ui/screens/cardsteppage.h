// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Shows one CardStep after the other: what to do now, the PIN if one is asked for, what went wrong. GUI
// thread.
#pragma once

#include "app/actions/actionid.h"
#include "app/base/secretbytes.h"
#include "ui/screens/cardstep.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class ActionButton;
class PinField;
class Screen;
class ShuffledKeypad;

class CardStepPage final : public QWidget {
    Q_OBJECT
public:
    /// `stop`: what giving up is called in the log. `stopText` and `leaveText` are on the buttons.
    CardStepPage(ActionId stop, const QString& stopText, const QString& leaveText, QWidget* parent = nullptr);

    /// Takes the whole of `screen`, which closes when the end is left, and where mayLeave() says so when it
    /// is stopped.
    void fill(Screen& screen);
    /// For Screen::mayLeave() while the card can't be left alone: says so, and is false.
    static bool mayNotLeaveCard(Screen& screen);
    /// Empties the PIN fields.
    void show(const CardStep& step);
    void takeKeyboard();
    /// Digits on the screen beside the fields for PINs.
    void setKeypadShown(bool shown);
    SecretBytes takePin();
    SecretBytes takeRepeated();

Q_SIGNALS:
    void pinEntered();
    void stopRequested();
    /// From the end.
    void leaveRequested();
    /// The paper, as a file.
    void paperRequested();

private:
    QWidget* makePins();
    QWidget* makeHead(ActionId stop, const QString& stopText, const QString& leaveText);
    void showPins(const CardStep& step);

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
    ShuffledKeypad* m_keypad;
    QLabel* m_paper;
    ActionButton* m_savePaper;
    ActionButton* m_enter;
    ActionButton* m_stop;
    ActionButton* m_leave;
    CardStepPins m_asked = CardStepPins::None;
};

} // namespace madoguchi
