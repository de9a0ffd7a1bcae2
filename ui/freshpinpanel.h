// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Asks for the PIN of the session's own card, over whatever page is open, before what wants a fresh one. What
// was wanted is done once more by whoever wanted it. GUI thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/workstation.h"
#include "ui/widgets/messagepanel.h"

#include <optional>

namespace madoguchi {

class PinRow;

class FreshPinPanel final : public QObject {
    Q_OBJECT
public:
    /// Covers `over`, which owns it. `session` is the running one; all must outlive the panel.
    FreshPinPanel(Workstation& station, const Session& session, ActionRunner& actions, QWidget* over);

    /// Reads the card, then asks. Nothing while it does already.
    void ask();

Q_SIGNALS:
    /// The session's PIN is fresh.
    void proven();
    /// It is over without that; `error` says why.
    void failed(const madoguchi::Error& error);
    /// The same after a wrong PIN: `error` says why it is not asked for again.
    void wrong(const madoguchi::Error& error);

private:
    void join();
    void showBusy(const QString& title, const QString& text);
    /// `problem` of the last entry, empty for none.
    void show(const QString& problem);
    QWidget* makeEntry(const QString& problem);
    MessageChoice cancelChoice();
    void submit();
    void cancel();
    void onRefused(const Error& why);

    Workstation& m_station;
    const Session& m_session;
    ActionRunner& m_actions;
    MessagePanel* m_panel;
    PinRow* m_pin = nullptr; ///< of the panel's content
    SecretBytes m_typed;     ///< from closing the panel until it is handed on
    std::optional<int> m_triesLeft;
    bool m_wasSent = false; ///< the PIN, with no answer yet
};

} // namespace madoguchi
