// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked before a draft leaves its operator: to whom, or why. Every question names the draft. Nothing
// happens by Enter alone: the first choice is always to stop. Main thread.
#pragma once

#include "app/operators/operatordirectory.h"
#include "ui/screens/screen.h"
#include "ui/widgets/messagepanel.h"

#include <QPointer>

#include <functional>

namespace madoguchi {

class LineField;

class DraftPanels final : public QObject {
    Q_OBJECT
public:
    /// `screen` owns this.
    explicit DraftPanels(Screen* screen);
    ~DraftPanels() override;

    // `subject`: the draft in the operator's words, translated: procedure, applicant, reception.
    void askColleague(const QString& subject, const QList<Colleague>& colleagues);
    /// `typed`: the reason as far as it was written before, with the cursor at its end.
    void askReason(const QString& subject, const QString& typed);
    /// True while the question for the reason is open.
    bool asksReason() const;
    /// Null before the first question.
    MessagePanel* panel() const { return m_panel; }

Q_SIGNALS:
    void colleagueConfirmed(const QString& id, const QString& name);
    /// On every change; may be empty.
    void reasonEdited(const QString& reason);
    /// Not empty.
    void deletionConfirmed(const QString& reason);
    void cancelled();

private:
    void confirmColleague(const QString& subject, const Colleague& colleague);
    void askReasonAgain(const QString& subject, const QString& typed, const QString& problem);
    std::function<void()> cancel();
    void ask(Message message);
    Screen* m_screen;
    QPointer<MessagePanel> m_panel; ///< covers the work area, so it must go with the screen
    QPointer<LineField> m_reason;
};

} // namespace madoguchi
