// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/screencatalogue.h"

#include "ui/screens/auditscreen.h"
#include "ui/screens/cardsscreen.h"
#include "ui/screens/deskscreen.h"
#include "ui/screens/destroyscreen.h"
#include "ui/screens/diagnosescreen.h"
#include "ui/screens/draftscreen.h"
#include "ui/screens/historyscreen.h"
#include "ui/screens/issuescreen.h"
#include "ui/screens/listsigningscreen.h"
#include "ui/screens/lockedscreen.h"
#include "ui/screens/lossscreen.h"
#include "ui/screens/pinscreen.h"
#include "ui/screens/readersscreen.h"
#include "ui/screens/remindersscreen.h"
#include "ui/screens/rightsscreen.h"
#include "ui/screens/rolescreen.h"
#include "ui/screens/stationscreen.h"
#include "ui/screens/todayscreen.h"
#include "ui/screens/unblockscreen.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

constexpr std::array Entries{
    ScreenEntry{"desk", Permission::OpenReception, true, QT_TRANSLATE_NOOP("ScreenCatalogue", "Desk"),
                makeScreen<DeskScreen>},
    ScreenEntry{"draft", Permission::ViewOwnDrafts, false, QT_TRANSLATE_NOOP("ScreenCatalogue", "Draft"),
                makeScreen<DraftScreen>},
    ScreenEntry{"cards", Permission::ViewCardRegister, true,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Card register"), makeScreen<CardsScreen>},
    ScreenEntry{"role", Permission::ChangeOperator, false,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Change name, role and times"), makeScreen<RoleScreen>},
    ScreenEntry{"reminders", Permission::ViewCardRegister, true,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Reminders"), makeScreen<RemindersScreen>},
    ScreenEntry{"list-signing", Permission::IssueCard, false,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Sign list of revoked cards"),
                makeScreen<ListSigningScreen>, false},
    ScreenEntry{"loss", Permission::ReportCardLoss, false,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Report a lost card"), makeScreen<LossScreen>},
    ScreenEntry{"issue", Permission::IssueCard, true, QT_TRANSLATE_NOOP("ScreenCatalogue", "Issue card"),
                makeScreen<IssueScreen>},
    ScreenEntry{"unblock", Permission::UnblockPin, false, QT_TRANSLATE_NOOP("ScreenCatalogue", "Unblock PIN"),
                makeScreen<UnblockScreen>, false},
    ScreenEntry{"destroy", Permission::ManageCardLife, false,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Destroy card"), makeScreen<DestroyScreen>, false},
    ScreenEntry{"today", Permission::ViewTodayActivity, true,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Today's activity"), makeScreen<TodayScreen>},
    ScreenEntry{"locked", Permission::ViewLockedCards, true,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Locked cards"), makeScreen<LockedScreen>},
    ScreenEntry{"audit", Permission::ViewAuditLog, true,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Operation log"), makeScreen<AuditScreen>},
    ScreenEntry{"station", Permission::ViewStation, true, QT_TRANSLATE_NOOP("ScreenCatalogue", "Station"),
                makeScreen<StationScreen>},
    ScreenEntry{"readers", Permission::ViewStation, true,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Card readers"), makeScreen<ReadersScreen>},
    ScreenEntry{"diagnose", Permission::ViewStation, true, QT_TRANSLATE_NOOP("ScreenCatalogue", "Diagnosis"),
                makeScreen<DiagnoseScreen>},
    ScreenEntry{"rights", Permission::ReviewRights, true,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "Who may do what"), makeScreen<RightsScreen>},
    // Last: everybody has them, and the first page that somebody may see is where a session begins.
    ScreenEntry{"history", Permission::ViewOwnHistory, true,
                QT_TRANSLATE_NOOP("ScreenCatalogue", "My history"), makeScreen<HistoryScreen>},
    ScreenEntry{"pin", Permission::UseSession, true, QT_TRANSLATE_NOOP("ScreenCatalogue", "PIN"),
                makeScreen<PinScreen>},
};

} // namespace

std::span<const ScreenEntry> screenCatalogue() {
    return Entries;
}

const ScreenEntry* screenEntry(std::span<const ScreenEntry> catalogue, const QString& name) {
    const auto found = std::ranges::find_if(
        catalogue, [&](const ScreenEntry& entry) { return name == QLatin1StringView(entry.name); });
    return found == catalogue.end() ? nullptr : &*found;
}

} // namespace madoguchi
