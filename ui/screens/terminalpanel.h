// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whether the terminal is open for work, and the button that opens or closes it. Asks by a signal. GUI
// thread.
#pragma once

#include "app/station/terminalstate.h"

#include <QFrame>

class QLabel;

namespace madoguchi {

class ActionButton;
class IconLabel;

class TerminalPanel final : public QFrame {
    Q_OBJECT
public:
    explicit TerminalPanel(QWidget* parent = nullptr);
    /// `by`: who changed it last, as it is to be read.
    void show(const TerminalOpening& opening, const QString& by);

Q_SIGNALS:
    void changeRequested(bool open);

private:
    IconLabel* m_icon;
    QLabel* m_state;
    QLabel* m_since;
    ActionButton* m_open;
    ActionButton* m_close;
};

} // namespace madoguchi
