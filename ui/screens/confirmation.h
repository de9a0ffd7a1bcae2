// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A screen's question before something that others will feel: a panel over the work area that goes with
// the screen, so that a lock never leaves one behind. That it was asked is recorded, and giving up too. GUI
// thread.
#pragma once

#include "ui/screens/screen.h"
#include "ui/widgets/messagepanel.h"

#include <QPointer>

#include <functional>

namespace madoguchi {

class Confirmation {
public:
    /// `screen` owns the object and outlives it.
    Confirmation(Screen& screen, const ScreenContext& context);
    ~Confirmation();
    Confirmation(const Confirmation&) = delete;
    Confirmation& operator=(const Confirmation&) = delete;

    struct Question {
        QString title;
        QString text;
        ActionId action;
        QString confirm; ///< text of the button, translated
        ButtonKind kind = ButtonKind::Danger;
        QList<MessageChoice> more = {}; ///< other ways to confirm, beside it
        QWidget* content = nullptr;     ///< as in Message: what is chosen before
    };
    /// "Cancel" has the keyboard, or the content. Not asked when that can't be recorded.
    void ask(const Question& question, std::function<void()> confirmed);

    /// Takes an open question back: it has no sense any more.
    void dismiss();

private:
    Screen& m_screen;
    ScreenContext m_context;
    QPointer<MessagePanel> m_panel;
};

} // namespace madoguchi
