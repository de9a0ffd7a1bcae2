// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Everything that is seen in a session: header and navigation, the open screens, messages above them, the
// function keys. Lives as long as the session. GUI thread.
#pragma once

#include "ui/place.h"
#include "ui/screens/screencatalogue.h"
#include "ui/widgets/notice.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <span>

namespace madoguchi {

class FreshPinPanel;
class MessagePanel;
class NoticeBar;
class ScreenStack;
class WorkHeader;

class WorkArea final : public QWidget {
    Q_OBJECT
public:
    /// All but `place` must outlive the area.
    WorkArea(const ScreenContext& context, const Place& place, const Clock& clock,
             std::span<const ScreenEntry> catalogue, QWidget* parent = nullptr);
    ~WorkArea() override;

    /// Opens `positions` again; with none, or when they can't be opened, the first page of the navigation.
    void start(const QList<ScreenPosition>& positions);
    QList<ScreenPosition> positions() const;
    /// Every open screen saves.
    void save();
    /// After save(): what is lost with the screens; see Screen.
    QStringList unsaved() const;
    /// Asked when the person herself ends the session. False: a card is at work, or the page asks first
    /// (Screen::mayLeave()); or what can't be saved would be lost, which is said now, and the next time is
    /// true.
    bool mayEnd();
    /// Puts the keyboard where it was in the top screen.
    void takeKeyboard();

    static constexpr std::chrono::seconds NoticeStays{8};
    /// Above the screen until it is closed or another page is chosen; what only informs goes by itself.
    /// `close`: what its button says; empty for the usual.
    void say(NoticeKind kind, const QString& title, const QString& text = {}, const QString& close = {});
    /// Says what failed, if it did.
    void report(const Result<>& result);

Q_SIGNALS:
    void hideRequested();
    /// Her card is to leave the reader for an applicant's.
    void swapRequested();
    void lockRequested();
    void logOutRequested();
    /// Something could not be recorded: nothing may go on.
    void recordLost();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void join();
    Result<> note(ActionId id);
    void choose(const QString& screen);
    bool mayLeaveTop();
    void reportLoss();
    void openUp();
    void back();
    void help();
    bool offersSwap() const;
    void showTop();
    void showKeys();
    void dismissNotice();
    void closeNotice();
    void setCompact(bool compact);
    void shareHeight();

    ScreenContext m_context;
    std::span<const ScreenEntry> m_catalogue;
    WorkHeader* m_header;
    ScreenStack* m_stack;
    NoticeBar* m_notice;
    FunctionKeyBar* m_keys;
    MessagePanel* m_panel = nullptr;
    FreshPinPanel* m_freshPin = nullptr;
    QTimer m_noticeTimer;
    bool m_warnedOfLoss = false;  ///< by mayEnd()
    bool m_isConfined = false;    ///< to changing the PIN
    QList<ScreenPosition> m_left; ///< where a confined session goes on afterwards
    qsizetype m_depth = 0;        ///< open screens when the top changed the last time
};

} // namespace madoguchi
