// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One page of the work area. A screen lives from its opening to its closing or to the lock, whichever comes
// first; what it needs after an unlocking is its position, which holds ids only. GUI thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/base/error.h"
#include "app/session/session.h"
#include "ui/widgets/functionkeybar.h"

#include <QLatin1StringView>
#include <QWidget>

#include <functional>
#include <utility>

namespace madoguchi {

class Workstation;

/// What a screen works with. Valid as long as the screen.
struct ScreenContext {
    Workstation& station; ///< include "app/workstation.h" to use it
    const Session& session;
    ActionRunner& actions;
};

/// Where a person was, in ids only, so that it may outlive the session.
struct ScreenPosition {
    QString screen;      ///< Screen::name()
    QString target = {}; ///< what it shows, such as a draft's id; empty for none
    QString field = {};  ///< objectName() of the field with the focus; empty for none
    int cursor = 0;      ///< UTF-16 index in that field

    bool operator==(const ScreenPosition&) const = default;
};

/// objectName() of the widget that Screen::panelHost() looks for.
inline constexpr QLatin1StringView PanelHostName("panelHost");

class Screen : public QWidget {
    Q_OBJECT
public:
    /// `target` as in openRequested().
    explicit Screen(const ScreenContext& context, QString target = {}, QWidget* parent = nullptr);

    /// In the log ("screen:<name>") and in positions, such as "desk". Never changes.
    virtual QString name() const = 0;
    /// Translated, for the header.
    virtual QString title() const = 0;
    /// Reads what it shows. Called once, after the record of showing it is durable. An error is shown in its
    /// place.
    virtual Result<> load() = 0;
    /// Reads again what may have changed while another screen was on top. Nothing by default. An error is
    /// shown above the screen.
    virtual Result<> refresh() { return {}; }
    /// Saves whatever was typed; called before another screen takes its place and before a lock, while the
    /// session is still open. Nothing by default. An error keeps the screen on top until the person leaves
    /// once more; a lock does not wait.
    virtual Result<> save() { return {}; }
    /// Asked before a person leaves the page, never before a lock. False: what runs here has to be ended
    /// first, and the screen has asked about it or will be done at once.
    virtual bool mayLeave() { return true; }
    /// After a save() that failed: what is lost with this screen, in labels and never in values, translated.
    /// It is told at the next login. Nothing by default.
    virtual QStringList unsaved() const { return {}; }
    /// By default the target and the focused field, found by its objectName().
    virtual ScreenPosition position() const;
    /// Puts focus and cursor back, after load().
    virtual void restore(const ScreenPosition& position);
    /// What the function keys do now; F1, F3 (and Esc) and F11 are added by the work area unless given here.
    virtual QList<FunctionKey> functionKeys() { return {}; }

    /// What the screen was opened for; see openRequested().
    const QString& target() const { return m_target; }

    /// What a question of this screen covers: the whole work area, and nothing above it such as the cover.
    /// The screen itself when it stands alone.
    QWidget* panelHost();

Q_SIGNALS:
    /// functionKeys() would answer otherwise from now on.
    void functionKeysChanged();
    /// Opens another screen on top: ("draft", "<draft id>").
    void openRequested(const QString& screen, const QString& target);
    /// Back to the one below. The screen is deleted afterwards, not within the signal.
    void closeRequested();
    /// Something failed: its text is shown above the screen.
    void failed(const madoguchi::Error& error);
    /// Something worked: `text`, translated, is shown above whatever screen is on top.
    void succeeded(const QString& text);
    /// The same when nothing was to be done.
    void informed(const QString& text);
    /// Something gave PinNotFresh.
    void freshPinWanted();

protected:
    const ScreenContext& context() const { return m_context; }
    /// Runs an action through the single door with this screen's session.
    template <class Action, class... Describe>
    auto run(const ActionCall& call, Action&& action, Describe&&... describe) {
        auto result = m_context.actions.run(call, &m_context.session, std::forward<Action>(action),
                                            std::forward<Describe>(describe)...);
        if (!result && result.error().code == ErrorCode::PinNotFresh)
            Q_EMIT freshPinWanted();
        return result;
    }

    /// Asked before a question whose answer would be lost. False: the PIN is asked for, and the person is
    /// told.
    bool isPinFresh();

    /// Says how a change went, after `readAgain`. What is done stays said when the page can't be read again.
    void report(const Result<>& changed, const QString& done, const std::function<Result<>()>& readAgain);

    /// Records what has no result. False: it could not be, and failed() was emitted.
    bool note(const ActionCall& call);

private:
    ScreenContext m_context;
    QString m_target;
};

} // namespace madoguchi
