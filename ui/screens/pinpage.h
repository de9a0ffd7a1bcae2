// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where the PIN is typed, or the reader told to ask for it on its own keys: whose card it is, what a wrong
// PIN will cost, how the last try ended. GUI thread.
#pragma once

#include "ui/screens/loginmessage.h"

#include <QWidget>

class QLabel;
class QLayout;

namespace madoguchi {

class ActionButton;
class PinField;
class ShuffledKeypad;

class PinPage final : public QWidget {
    Q_OBJECT
public:
    explicit PinPage(QWidget* parent = nullptr);

    /// Keeps what is typed.
    void showView(const LoginView& view);
    SecretBytes takePin();
    /// Forgets what is typed and waits for a PIN.
    void begin();
    /// Digits on the screen in changing order, as the policy wants.
    void setKeypadShown(bool shown);

Q_SIGNALS:
    void pinEntered();
    void cancelled();

private:
    QLayout* makeEntry();
    void showEntry(bool onPad);

    QLabel* m_title;
    QLabel* m_name;
    QLabel* m_kept;
    QLabel* m_tries;
    QLabel* m_label;
    QLabel* m_hint;
    Notice* m_lastTry;
    PinField* m_pin;
    ActionButton* m_logIn;
    ShuffledKeypad* m_keypad;
    bool m_keypadWanted = false;
    bool m_onPad = false;
};

} // namespace madoguchi
