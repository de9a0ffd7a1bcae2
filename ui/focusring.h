// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Draws the focus ring (yellow next to the control, black outside it) around whatever has the keyboard, also
// where Qt's own styles would show nothing. One for the program, made by applyTheme(). Main thread.
#pragma once

#include <QObject>
#include <QPointer>

namespace madoguchi {

class RingFrame;

class FocusRing final : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject* parent);
    ~FocusRing() override;

private:
    void follow(QWidget* widget);
    QPointer<RingFrame> m_frame; ///< belongs to the window that it is in, and can die with it
};

} // namespace madoguchi
