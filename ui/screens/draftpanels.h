// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked before a draft leaves its operator: to whom, or why. Nothing happens by Enter alone: the
// first choice is always to stop. Main thread.
#pragma once

#include "app/operators/operatordirectory.h"

#include <QWidget>

#include <functional>

namespace madoguchi {

class MessagePanel;

class DraftPanels final : public QObject {
    Q_OBJECT
public:
    /// The panel covers `over`, which owns this.
    explicit DraftPanels(QWidget* over);

    void askColleague(const QList<Colleague>& colleagues);
    void askReason();
    MessagePanel* panel() const { return m_panel; }

Q_SIGNALS:
    void colleagueConfirmed(const QString& id, const QString& name);
    /// Not empty.
    void deletionConfirmed(const QString& reason);
    void cancelled();

private:
    void confirmColleague(const Colleague& colleague);
    void askReasonWith(const QString& complaint);
    std::function<void()> cancel();
    MessagePanel* m_panel;
};

} // namespace madoguchi
