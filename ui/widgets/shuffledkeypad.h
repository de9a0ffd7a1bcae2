// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Digits on the screen for a PIN, in another order each time they are shown and after each PIN, so that
// neither a keyboard logger nor a look at the hand tells much. For the mouse or a finger; the keyboard goes
// on working, and the keypad never takes it. Where it was pressed is told to nobody. Main thread.
#pragma once

#include <QPointer>
#include <QRect>
#include <QWidget>

#include <array>

namespace madoguchi {

class PinField;

class ShuffledKeypad final : public QWidget {
    Q_OBJECT
public:
    explicit ShuffledKeypad(QWidget* parent = nullptr);

    /// The field that the digits go to, until another is set or it dies; null: none.
    void setField(PinField* field);
    void shuffle();
    /// The digits as they stand, from left to right and top to bottom.
    QString digits() const;
    /// Where a digit, or -1 for "delete the last", is; in this widget's pixels.
    QRect keyOf(int digit) const;

    QSize sizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect place(int index) const;
    QPointer<PinField> m_field;
    std::array<int, 10> m_digits;
};

} // namespace madoguchi
