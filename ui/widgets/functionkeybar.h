// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The bar at the bottom that always says what the function keys do now, and makes them do it. The screen that
// is shown offers its keys; the bar draws a button for each and listens for the keys in its whole window.
// Main thread.
//
// While the input method is composing, only F11 (hide the screen) acts: F6 to F10 belong to the input method
// then, and the others would lose or submit a half-typed word.
#pragma once

#include "app/actions/actionid.h"

#include <QFrame>
#include <QList>

#include <functional>
#include <optional>

namespace madoguchi {

class ActionButton;

struct FunctionKey {
    Qt::Key key; ///< Qt::Key_F1 to Qt::Key_F12, or Qt::Key_Escape
    ActionId action;
    QString label = {}; ///< translated; empty: the usual word for this key
    bool enabled = true;
    std::function<void()> callback;
};

class FunctionKeyBar final : public QFrame {
    Q_OBJECT
public:
    explicit FunctionKeyBar(QWidget* parent = nullptr);
    ~FunctionKeyBar() override;

    /// Replaces all keys; shown in the order of the keys. A callback may call setKeys() itself.
    void setKeys(QList<FunctionKey> keys);
    const QList<FunctionKey>& keys() const { return m_keys; }
    /// Lower and tighter, for small windows at large scales.
    void setCompact(bool compact);
    /// The button of a key; null when the key is not offered.
    ActionButton* button(Qt::Key key) const;

    /// The usual word for a key: F1 Help, F2 Previous value, F3 Back, F4 List, F5 Postal code, F8 Next error,
    /// F9 Save draft, F11 Hide screen, F12 Confirm, Esc One level up. Empty for other keys.
    static QString usualLabel(Qt::Key key);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handleKey(Qt::Key key, bool autoRepeat);
    void trigger(Qt::Key key);
    void placeButtons();
    QList<FunctionKey> m_keys;
    QList<ActionButton*> m_buttons;
    bool m_compact = false;
    bool m_composing = false;
};

} // namespace madoguchi
