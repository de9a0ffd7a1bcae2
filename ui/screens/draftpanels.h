// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked before a draft leaves its operator: to whom, or why. Nothing happens by Enter alone: the
// first choice is always to stop. Main thread.
#pragma once

#include "app/operators/operatordirectory.h"
#include "ui/screens/screen.h"
#include "ui/widgets/messagepanel.h"

#include <QPointer>

#include <functional>

namespace madoguchi {

class DraftPanels final : public QObject {
    Q_OBJECT
public:
    /// `screen` owns this.
    explicit DraftPanels(Screen* screen);
    ~DraftPanels() override;

    void askColleague(const QList<Colleague>& colleagues);
    void askReason();
    /// Null before the first question.
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
    void ask(Message message);
    Screen* m_screen;
    QPointer<MessagePanel> m_panel; ///< covers the work area, so it must go with the screen
};

} // namespace madoguchi
