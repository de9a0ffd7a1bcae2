// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A question or message over the page, instead of a dialog: nothing waits inside it, so that a pulled card
// can lock the screen at any moment. It covers its parent, keeps the keyboard inside and gives it back
// afterwards. Main thread.
#pragma once

#include "app/actions/actionid.h"
#include "ui/themestyle.h"
#include "ui/widgets/notice.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

class QFrame;
class QScrollArea;

namespace madoguchi {

class ActionButton;

struct MessageChoice {
    ActionId action;
    QString text; ///< translated
    ButtonKind kind = ButtonKind::Secondary;
    std::function<void()> chosen; ///< called after the panel closed; may open it again
};

struct Message {
    NoticeKind kind = NoticeKind::Info;
    QString title;
    QString text = {};
    QList<MessageChoice> choices = {}; ///< at least one
    /// What has to be chosen or typed before, under the text; null for none. The panel owns it from then on
    /// and gives it the keyboard first; it lives until the next ask(), so that `chosen` may read it.
    QWidget* content = nullptr;
    /// Called at a choice, right before the panel closes: a field for a secret forgets it when it is hidden.
    std::function<void()> closing = {};
};

class MessagePanel final : public QWidget {
    Q_OBJECT
public:
    /// Covers `over`, and follows its size. Hidden until ask().
    explicit MessagePanel(QWidget* over);

    /// Replaces what may be shown. Without content the first choice that destroys nothing has the keyboard;
    /// Esc takes it too. With destructive choices only, none has it.
    void ask(Message message);
    /// The keyboard goes where ask() puts it. Nothing while the panel is hidden with what it covers: then
    /// something else has the keyboard, such as the cover over the whole screen.
    void takeKeyboard();
    /// Closes without a choice, as when the screen is locked.
    void dismiss();
    bool isOpen() const { return isVisibleTo(parentWidget()); }
    const QList<ActionButton*>& buttons() const { return m_buttons; }
    QString title() const { return m_message.title; }

    /// The topmost open panel in a window, or null.
    static MessagePanel* openIn(const QWidget* window);
    /// The keyboard goes to `target`: at once, or when the panel that is open above it closes.
    static void giveKeyboard(QWidget& target);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QFrame* makeCard();
    QWidget* makeText(int width);
    void fitCard();
    void scroll(int pages);
    QWidget* makeButtons();
    void choose(qsizetype index);
    qsizetype safeChoice() const;
    qsizetype placeInRing() const;
    Message m_message;
    QFrame* m_card = nullptr;
    QScrollArea* m_text = nullptr; ///< within the card; scrolls what a small window has no room for
    int m_textHeight = 0;          ///< of all of it; pixels
    QList<ActionButton*> m_buttons;
    QList<QWidget*> m_ring;     ///< what Tab goes through
    QPointer<QWidget> m_before; ///< had the keyboard when the panel opened
};

} // namespace madoguchi
