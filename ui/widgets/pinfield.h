// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where a PIN or a passphrase is typed. Not a QLineEdit: the characters go from the key event into
// SecretBytes and nowhere else. No input method, no clipboard, no undo, no selection, no context menu, and
// nothing to read for accessibility but the number of characters. Main thread.
#pragma once

#include "app/base/secretbytes.h"

#include <QWidget>

namespace madoguchi {

enum class SecretKind { Pin, Passphrase };

class PinField final : public QWidget {
    Q_OBJECT
public:
    /// A PIV PIN has six to eight bytes; what is longer is not taken.
    static constexpr std::size_t maximumSize = 8;
    static constexpr std::size_t longestPassphrase = 128;

    explicit PinField(QWidget* parent = nullptr) : PinField(SecretKind::Pin, parent) {}
    explicit PinField(SecretKind kind, QWidget* parent = nullptr);

    std::size_t size() const { return m_pin.size(); }
    /// Hands the PIN over; the field is empty afterwards.
    SecretBytes takePin();
    void clear();
    void setInvalid(bool invalid);
    /// From a keypad on the screen: 0 to 9, as if typed.
    void appendDigit(int digit);
    void deleteLast();

    QSize sizeHint() const override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    /// A character more or less; see size().
    void edited();
    /// It has the keyboard now.
    void focused();
    /// Enter was pressed, with anything in the field or nothing.
    void submitted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool takeCharacter(const QKeyEvent& event);
    void append(unsigned char character);
    void changed();
    std::size_t maximum() const;
    SecretKind m_kind;
    SecretBytes m_pin;
};

} // namespace madoguchi
