// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/actions/actioncatalogue.h"

#include <QtGlobal>

#include <array>

namespace madoguchi {
namespace {

// Allowed without a login: events, the login itself, and whatever protects (locking must need nothing).
constexpr std::nullopt_t Anyone = std::nullopt;

#define SAYS(text) QT_TRANSLATE_NOOP("ActionCatalogue", text)

// In the order of ActionId.
constexpr std::array Entries{
    ActionEntry{ActionId::ProgramStart, "program.start", Anyone, SAYS("Program started")},
    ActionEntry{ActionId::ProgramStop, "program.stop", Anyone, SAYS("Program stopped")},
    ActionEntry{ActionId::ProgramUncleanStop, "program.unclean-stop", Anyone,
                SAYS("Program had stopped without a proper end")},

    ActionEntry{ActionId::CardInserted, "card.inserted", Anyone, SAYS("Card inserted")},
    ActionEntry{ActionId::CardRemoved, "card.removed", Anyone, SAYS("Card taken out")},
    ActionEntry{ActionId::CardRefused, "card.refused", Anyone, SAYS("Card refused")},
    ActionEntry{ActionId::CardAccepted, "card.accepted", Anyone, SAYS("Card accepted")},
    ActionEntry{ActionId::PinSubmit, "pin.submit", Anyone, SAYS("Log in")},
    ActionEntry{ActionId::PinRefused, "pin.refused", Anyone, SAYS("PIN refused")},
    ActionEntry{ActionId::LastTryConfirm, "pin.last-try", Anyone, SAYS("Use the last try")},
    ActionEntry{ActionId::LoginCancel, "login.cancel", Anyone, SAYS("Cancel login")},
    ActionEntry{ActionId::SessionStart, "session.start", Anyone, SAYS("Logged in")},
    ActionEntry{ActionId::SessionUnlock, "session.unlock", Anyone, SAYS("Unlock")},
    ActionEntry{ActionId::SessionLock, "session.lock", Anyone, SAYS("Lock")},
    ActionEntry{ActionId::SessionLogout, "session.logout", Permission::UseSession, SAYS("Log out")},
    ActionEntry{ActionId::ScreenHide, "screen.hide", Anyone, SAYS("Hide screen")},
    ActionEntry{ActionId::ScreenReveal, "screen.reveal", Permission::UseSession, SAYS("Show screen again")},

    ActionEntry{ActionId::ScreenShow, "screen.show", Anyone, SAYS("Screen shown")},
    ActionEntry{ActionId::FieldEdit, "field.edit", Anyone, SAYS("Field edited")},
    ActionEntry{ActionId::GoBack, "screen.back", Anyone, SAYS("Back")},
    ActionEntry{ActionId::ShowHelp, "help.show", Anyone, SAYS("Help")},
    ActionEntry{ActionId::NextError, "field.next-error", Anyone, SAYS("Next error")},
    ActionEntry{ActionId::NextField, "field.next", Anyone, SAYS("Next field")},
    ActionEntry{ActionId::FocusList, "list.focus", Anyone, SAYS("List")},
    ActionEntry{ActionId::PreviousValue, "field.previous-value", Anyone, SAYS("Previous value")},
    ActionEntry{ActionId::ListSelect, "list.select", Anyone, SAYS("Select")},
    ActionEntry{ActionId::FilterChange, "filter.change", Anyone, SAYS("Change filter")},
    ActionEntry{ActionId::DismissMessage, "message.dismiss", Anyone, SAYS("Close message")},

    ActionEntry{ActionId::ReceptionOpen, "reception.open", Permission::OpenReception, SAYS("Open reception")},
    ActionEntry{ActionId::DraftCreate, "draft.create", Permission::CreateDraft, SAYS("New draft")},
    ActionEntry{ActionId::DraftOpen, "draft.open", Permission::ViewOwnDrafts, SAYS("Open draft")},
    ActionEntry{ActionId::DraftSave, "draft.save", Permission::EditDraft, SAYS("Save draft")},
    ActionEntry{ActionId::DraftClose, "draft.close", Permission::ViewOwnDrafts, SAYS("Close draft")},
    ActionEntry{ActionId::DraftSearch, "draft.search", Permission::SearchDrafts, SAYS("Search drafts")},
    ActionEntry{ActionId::DraftList, "draft.list", Permission::ViewOwnDrafts, SAYS("My drafts")},
    ActionEntry{ActionId::DraftHandOver, "draft.hand-over", Permission::HandOverDraft,
                SAYS("Hand over to a colleague")},
    ActionEntry{ActionId::DraftDelete, "draft.delete", Permission::DeleteDraft, SAYS("Delete draft")},
    ActionEntry{ActionId::PostalLookup, "postal.lookup", Permission::EditDraft,
                SAYS("Address from postal code")},
    ActionEntry{ActionId::OwnHistoryView, "history.view-own", Permission::ViewOwnHistory, SAYS("My history")},

    ActionEntry{ActionId::CardRegisterView, "register.view", Permission::ViewCardRegister,
                SAYS("Card register")},
    ActionEntry{ActionId::CardDetailsView, "register.view-details", Permission::ViewCardDetails,
                SAYS("Card details")},
    ActionEntry{ActionId::CardEnroll, "card.enroll", Permission::EnrollCard, SAYS("Enroll card")},
    ActionEntry{ActionId::OperatorSuspend, "operator.suspend", Permission::SuspendOperator,
                SAYS("Suspend operator")},
    ActionEntry{ActionId::OperatorResume, "operator.resume", Permission::ResumeOperator,
                SAYS("Resume operator")},

    ActionEntry{ActionId::TodayView, "today.view", Permission::ViewTodayActivity, SAYS("Today's activity")},
    ActionEntry{ActionId::LockedCardsView, "locked-cards.view", Permission::ViewLockedCards,
                SAYS("Locked cards")},
    ActionEntry{ActionId::CardUnlock, "card.unlock", Permission::UnlockCard, SAYS("Unlock card")},
    ActionEntry{ActionId::TerminalOpen, "terminal.open", Permission::OpenTerminal, SAYS("Open terminal")},
    ActionEntry{ActionId::TerminalClose, "terminal.close", Permission::CloseTerminal, SAYS("Close terminal")},

    ActionEntry{ActionId::AuditView, "audit.view", Permission::ViewAuditLog, SAYS("Operation log")},
    ActionEntry{ActionId::AuditSearch, "audit.search", Permission::SearchAuditLog,
                SAYS("Search operation log")},
    ActionEntry{ActionId::AuditVerify, "audit.verify", Permission::VerifyAuditLog,
                SAYS("Verify operation log")},
    ActionEntry{ActionId::AuditExport, "audit.export", Permission::ExportAuditLog,
                SAYS("Export operation log")},

    ActionEntry{ActionId::StationView, "station.view", Permission::ViewStation, SAYS("Station")},
    ActionEntry{ActionId::PolicyView, "policy.view", Permission::ViewPolicy, SAYS("Policy")},
    ActionEntry{ActionId::PolicyChange, "policy.change", Permission::ChangePolicy, SAYS("Change policy")},
    ActionEntry{ActionId::VersionsView, "versions.view", Permission::ViewVersions, SAYS("Versions")},
    ActionEntry{ActionId::StationInit, "station.init", Anyone, SAYS("Set up station")},
};

#undef SAYS

constexpr bool inOrder() {
    for (std::size_t i = 0; i < Entries.size(); ++i) {
        if (static_cast<std::size_t>(Entries[i].id) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "one entry for each ActionId, in its order");

} // namespace

std::span<const ActionEntry> actionCatalogue() {
    return Entries;
}

const ActionEntry& actionEntry(ActionId id) {
    return Entries[static_cast<std::size_t>(id)];
}

} // namespace madoguchi
