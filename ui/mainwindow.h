// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The program's window: the login, the work area of a session, and the cover that hides it. When a session
// ends the screen is hidden first, then everything typed is saved, then the screens are destroyed, so that
// nothing of a person stays in a widget. GUI thread.
#pragma once

#include "app/diagnostics/cardclientsearch.h"
#include "app/workstation.h"
#include "ui/idlewatch.h"
#include "ui/screens/screencatalogue.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <span>

class QStackedLayout;
class QVBoxLayout;

namespace madoguchi {

class Cover;
class DiagnosisPage;
class LoginScreen;
class SwapPage;
class WorkArea;

class MainWindow final : public QWidget {
    Q_OBJECT
public:
    /// `station` and `catalogue` must outlive the window. It takes part in the next session, so make it
    /// before cards are looked at.
    explicit MainWindow(Workstation& station, std::span<const ScreenEntry> catalogue = screenCatalogue());
    ~MainWindow() override;

    /// Always seen, also over the cover, such as the ribbon of the practice station. Takes ownership.
    void addStrip(QWidget* strip);

    /// Null outside a session.
    WorkArea* workArea() const;
    LoginScreen& loginScreen() { return *m_login; }
    bool isCovered() const;
    /// Null but while an operator's card may be out of the reader for an applicant's.
    SwapPage* swapPage() const;
    /// Null but while it is seen.
    DiagnosisPage* diagnosisPage() const;
    /// Hides the screen at once, in a session; F11, Enter, Esc or a click brings it back.
    void hideScreen();

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void joinLogin();
    void joinSwap();
    void joinDiagnosis();
    void onViewChanged();
    void onSessionStarted(const LoginGreeting& greeting);
    void onSessionEnding(SessionEnd why);
    void onSessionEndsSoon();
    void onSessionEnded();
    WorkArea* makeWorkArea();
    void diagnose();
    void leaveDiagnosis();
    bool noteOutsideSession(ActionId id);
    void startIdling();
    void beginSwap();
    void showSwap();
    void leaveSwap();
    QWidget* seen() const;
    void giveKeyboardBack();
    void keepKeyboardOnCover(QWidget* before, QWidget* now);
    void reveal();
    void closePopups();

    Workstation& m_station;
    std::span<const ScreenEntry> m_catalogue;
    QVBoxLayout* m_rows;
    QWidget* m_body;
    QStackedLayout* m_pages;
    LoginScreen* m_login;
    SwapPage* m_swap;
    DiagnosisPage* m_diagnosis;
    bool m_isSwapping = false;
    Cover* m_cover;
    IdleWatch m_idle;
    CardClientSearch m_cardClients; ///< for a card that another program has
    QPointer<WorkArea> m_work;
    QPointer<QWidget> m_keyboard; ///< what had the focus when the work area went out of sight
    /// Operator id to where she was when her session was locked. Ids only.
    QHash<QString, QList<ScreenPosition>> m_positions;
    /// Operator id to what a lock could not save, in labels; told once.
    QHash<QString, QStringList> m_lost;
};

} // namespace madoguchi
