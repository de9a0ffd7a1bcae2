// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The guided set-up, in a window of its own: leads from a folder without a station, or without its first
// cards, to a terminal at which somebody can log in and issue further ones. Closing it at any moment loses
// nothing that was made. GUI thread.
#pragma once

#include "app/setup/stationsetup.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class AdministratorPage;
class AuthorityPage;
class FunctionKeyBar;
class NamesPage;
class Notice;
class PageArea;
class PageHeader;
class PageStack;
class RootPage;
class SetupPage;

class SetupWindow final : public QWidget {
    Q_OBJECT
public:
    /// `need`: what the folder lacks, not Nothing.
    SetupWindow(const StationFolder& folder, std::shared_ptr<CardStack> cards,
                std::shared_ptr<const Clock> clock, SetupNeed need);
    ~SetupWindow() override;

    StationSetup& setup() { return *m_setup; }
    /// Starts looking at cards and shows the window.
    void begin();

Q_SIGNALS:
    /// Somebody can log in, and wants to.
    void finished();

private:
    void lay();
    void join();
    void makePages();
    void askForAdministrator();
    void add(SetupPage* page);
    void show(int index);
    void showAlone(SetupPage* only);
    void showKeys();
    void next();
    void back();
    void leave(SetupPage* page);
    void makeStation();
    void makeCard();
    void setBusy(bool busy);
    void showFailure(const Error& error);
    void onStationMade();
    void onCardMade(SetupNeed next);
    void onRootForgotten();
    void onPinRefused(const PinOutcome& pin);
    CardAuthority authority() const;
    SetupPage* page() const;

    std::unique_ptr<StationSetup> m_setup;
    PageHeader* m_header;
    QLabel* m_step;
    Notice* m_problem;
    PageStack* m_stack;
    PageArea* m_area = nullptr;
    FunctionKeyBar* m_keys;
    SetupNeed m_need;                              ///< what is still lacking
    CardAuthority m_known = CardAuthority::Office; ///< of a station that was there
    AuthorityPage* m_authority = nullptr;          ///< these three for a new station only
    NamesPage* m_names = nullptr;
    RootPage* m_root = nullptr; ///< also to open the root of one that was there
    AdministratorPage* m_administrator = nullptr;
    QList<SetupPage*> m_pages;
    int m_index = 0;
    int m_firstIndex = 0; ///< what lies before it is done
};

} // namespace madoguchi
