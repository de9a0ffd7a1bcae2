// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The open screens, the one that is seen on top. Nothing is shown before the record of showing it is durable,
// and nothing that the session may not see. GUI thread.
#pragma once

#include "ui/screens/screencatalogue.h"

#include <QPointer>
#include <QWidget>

#include <span>
#include <vector>

namespace madoguchi {

class PageStack;

class ScreenStack final : public QWidget {
    Q_OBJECT
public:
    /// `catalogue` must outlive the stack.
    ScreenStack(const ScreenContext& context, std::span<const ScreenEntry> catalogue,
                QWidget* parent = nullptr);
    ~ScreenStack() override;

    // Leaving a screen that can't save fails the first time; leaving once more, without having worked on it
    // in between, loses what was typed. Errors of all: RecordFailed, PermissionDenied, InputInvalid (no such
    // screen), and those of Screen::save(); what is seen stays as it is then.

    /// Closes what is open and opens one screen.
    Result<> openAlone(const QString& name, const QString& target = {});
    /// Opens one on top.
    Result<> openOnTop(const QString& name, const QString& target);
    /// Closes the top; the last one stays.
    Result<> close();
    /// After an unlocking: the screens of positions() but for what does not come back from the top; only the
    /// top is made now.
    Result<> reopen(QList<ScreenPosition> positions);

    /// From the bottom to the top.
    QList<ScreenPosition> positions() const;
    /// Every open screen saves, whatever comes of it.
    void save();
    /// Of all open screens; see Screen.
    QStringList unsaved() const;
    /// Destroys all screens at once.
    void clear();
    /// Puts the focus where it was last in the top screen, or on its first control.
    void focusTop();

    /// True when the last leaving failed only because the screen could not save.
    bool wouldLoseInput() const { return m_refused != nullptr; }
    /// Null when the top could not be loaded, and when there is none.
    Screen* top() const;
    /// Name of the screen at the bottom, which the navigation shows as chosen; empty for none.
    QString root() const;
    qsizetype depth() const { return static_cast<qsizetype>(m_open.size()); }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void topChanged();
    /// From the top screen; see Screen.
    void functionKeysChanged();
    void failed(const madoguchi::Error& error);
    void succeeded(const QString& text);
    void informed(const QString& text);
    void freshPinWanted();

private:
    struct Open {
        ScreenPosition position;   ///< where to go back to, while there is no screen
        QPointer<Screen> screen;   ///< null: not made yet, or could not be loaded
        QPointer<QWidget> page;    ///< the screen, or the error in its place
        QPointer<QWidget> focused; ///< while another one is on top
    };

    Result<const ScreenEntry*> admit(const ScreenPosition& position);
    Result<> note(const ScreenPosition& position);
    bool comesBack(const ScreenPosition& position) const;
    void make(Open& open, const ScreenEntry& entry);
    void join(Screen* screen);
    void present(Open& open);
    Result<> leave(const Open& open);
    Result<> leaveAll();
    static void discard(Open& open);

    ScreenContext m_context;
    std::span<const ScreenEntry> m_catalogue;
    PageStack* m_layout;
    std::vector<Open> m_open;
    QPointer<Screen> m_refused; ///< could not save when it was to be left the last time
};

} // namespace madoguchi
