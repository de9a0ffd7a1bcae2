// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked before a draft leaves its operator: to whom, or why. Every question names the draft and is on
// record before it is shown. Nothing happens by Enter alone: the first choice is always to stop. Main thread.
#pragma once

#include "app/operators/operatordirectory.h"
#include "ui/screens/screen.h"
#include "ui/widgets/messagepanel.h"

#include <QPointer>

#include <functional>

namespace madoguchi {

class LineField;
class NumberedList;

/// The draft that a question is about.
struct AskedDraft {
    QString words;  ///< translated: procedure, applicant, reception
    QString target; ///< in the record
};

class DraftPanels final : public QObject {
    Q_OBJECT
public:
    /// `screen` owns this; what can't be recorded or read is told by its failed().
    DraftPanels(Screen* screen, const ScreenContext& context);
    ~DraftPanels() override;

    void askColleague(const AskedDraft& draft);
    /// `typed`: the reason as far as it was written before, with the cursor at its end.
    void askReason(const AskedDraft& draft, const QString& typed);
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
    /// On record already.
    void cancelled();

private:
    void chooseColleague(const QList<Colleague>& colleagues);
    void confirmColleague(const Colleague& colleague);
    void askReasonAgain(const QString& typed, const QString& problem);
    std::function<void()> cancel();
    bool note(ActionId id, const QMap<QString, QString>& details = {});
    /// `about`: what is done if the answer is yes.
    void ask(ActionId about, Message message);
    Screen* m_screen;
    ScreenContext m_context;
    AskedDraft m_draft;
    QPointer<MessagePanel> m_panel; ///< covers the work area, so it must go with the screen
    QPointer<NumberedList> m_colleagues;
    QPointer<LineField> m_reason;
};

} // namespace madoguchi
