// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The top of the work area: page, operator and time; below them the navigation, where this is, Lock and Log
// out. GUI thread.
#pragma once

#include "app/base/clock.h"
#include "app/session/session.h"
#include "ui/place.h"
#include "ui/screens/screencatalogue.h"

#include <QList>
#include <QWidget>

#include <span>

class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace madoguchi {

class ActionButton;
class PageHeader;

class WorkHeader final : public QWidget {
    Q_OBJECT
public:
    /// Offers those screens of `catalogue` that `session` may see now. `clock` must outlive the header.
    WorkHeader(const Place& place, const Session& session, std::span<const ScreenEntry> catalogue,
               const Clock& clock, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Once more, when the session may see more than before.
    void offer(const Session& session, std::span<const ScreenEntry> catalogue);
    /// One row with the pages and the operator's name, for small windows at large scales.
    void setCompact(bool compact);
    /// Marks the screen that the navigation opened; empty for none.
    bool hasTab(const QString& screen) const;
    void setCurrent(const QString& screen);
    /// Whether her card may leave the reader for an applicant's now.
    void offerSwap(bool offered);
    bool offersSwap() const;

Q_SIGNALS:
    void screenChosen(const QString& screen);
    void swapRequested();
    void lockRequested();
    void logOutRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeNavigation(const Place& place, const Session& session,
                            std::span<const ScreenEntry> catalogue);
    void makeTab(const ScreenEntry& entry);
    void placeTabs(bool compact);

    PageHeader* m_page;
    QHBoxLayout* m_row = nullptr;
    QGridLayout* m_tabRows = nullptr;
    QLabel* m_where = nullptr;
    QLabel* m_who = nullptr; ///< seen in the compact header only
    ActionButton* m_swap = nullptr;
    ActionButton* m_lock = nullptr;
    ActionButton* m_logOut = nullptr;
    QList<ActionButton*> m_tabs; ///< objectName: the screen's name
};

} // namespace madoguchi
