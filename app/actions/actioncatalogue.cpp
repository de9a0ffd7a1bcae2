// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/actions/actioncatalogue.h"

#include <QtGlobal>

#include <array>

namespace madoguchi {
namespace {

// Allowed without a login: events, the login itself, and whatever protects (locking must need nothing).
constexpr std::nullopt_t Anyone = std::nullopt;

// In the order of ActionId.
constexpr std::array Entries{
    ActionEntry{ActionId::ProgramStart, "program.start", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Program started")},
    ActionEntry{ActionId::ProgramStop, "program.stop", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Program stopped")},
    ActionEntry{ActionId::ProgramUncleanStop, "program.unclean-stop", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Program had stopped without a proper end")},

    ActionEntry{ActionId::CardInserted, "card.inserted", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card inserted")},
    ActionEntry{ActionId::CardRemoved, "card.removed", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card taken out")},
    ActionEntry{ActionId::CardRefused, "card.refused", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card refused")},
    ActionEntry{ActionId::CardAccepted, "card.accepted", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card accepted")},
    ActionEntry{ActionId::PinSubmit, "pin.submit", Anyone, QT_TRANSLATE_NOOP("ActionCatalogue", "Log in")},
    ActionEntry{ActionId::PinRefused, "pin.refused", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "PIN refused")},
    ActionEntry{ActionId::LastTryConfirm, "pin.last-try", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Use the last try")},
    ActionEntry{ActionId::LoginCancel, "login.cancel", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Cancel login")},
    ActionEntry{ActionId::SessionStart, "session.start", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Logged in")},
    ActionEntry{ActionId::SessionUnlock, "session.unlock", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Unlock")},
    ActionEntry{ActionId::SessionLock, "session.lock", Anyone, QT_TRANSLATE_NOOP("ActionCatalogue", "Lock")},
    ActionEntry{ActionId::SessionLogout, "session.logout", Permission::UseSession,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Log out")},
    ActionEntry{ActionId::ApprovalBegin, "approval.begin", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "PIN asked for as confirmation")},
    ActionEntry{ActionId::ApprovalPin, "approval.pin", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Confirm with PIN")},
    ActionEntry{ActionId::ApprovalGiven, "approval.given", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Confirmed with card and PIN")},
    ActionEntry{ActionId::ApprovalRefused, "approval.refused", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Confirmation refused")},
    ActionEntry{ActionId::ApprovalCancel, "approval.cancel", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Cancel confirmation")},
    ActionEntry{ActionId::PinChange, "pin.change", Permission::UseSession,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Change PIN")},
    ActionEntry{ActionId::KeypadShow, "pin.keypad", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "On-screen keypad")},
    ActionEntry{ActionId::ScreenHide, "screen.hide", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Hide screen")},
    ActionEntry{ActionId::ScreenReveal, "screen.reveal", Permission::UseSession,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Show screen again")},

    ActionEntry{ActionId::ScreenShow, "screen.show", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Screen shown")},
    ActionEntry{ActionId::FieldEdit, "field.edit", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Field edited")},
    ActionEntry{ActionId::GoBack, "screen.back", Anyone, QT_TRANSLATE_NOOP("ActionCatalogue", "Back")},
    ActionEntry{ActionId::ShowHelp, "help.show", Anyone, QT_TRANSLATE_NOOP("ActionCatalogue", "Help")},
    ActionEntry{ActionId::NextError, "field.next-error", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Next error")},
    ActionEntry{ActionId::NextField, "field.next", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Next field")},
    ActionEntry{ActionId::FocusList, "list.focus", Anyone, QT_TRANSLATE_NOOP("ActionCatalogue", "List")},
    ActionEntry{ActionId::PreviousValue, "field.previous-value", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Previous value")},
    ActionEntry{ActionId::ListSelect, "list.select", Anyone, QT_TRANSLATE_NOOP("ActionCatalogue", "Select")},
    ActionEntry{ActionId::FilterChange, "filter.change", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Change filter")},
    ActionEntry{ActionId::DismissMessage, "message.dismiss", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Close message")},

    ActionEntry{ActionId::ReceptionOpen, "reception.open", Permission::OpenReception,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Open reception")},
    ActionEntry{ActionId::DraftCreate, "draft.create", Permission::CreateDraft,
                QT_TRANSLATE_NOOP("ActionCatalogue", "New draft")},
    ActionEntry{ActionId::DraftOpen, "draft.open", Permission::ViewOwnDrafts,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Open draft")},
    ActionEntry{ActionId::DraftSave, "draft.save", Permission::EditDraft,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Save draft")},
    ActionEntry{ActionId::DraftCheck, "draft.check", Permission::EditDraft,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Check draft")},
    ActionEntry{ActionId::DraftSearch, "draft.search", Permission::SearchDrafts,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Search drafts")},
    ActionEntry{ActionId::DraftList, "draft.list", Permission::ViewOwnDrafts,
                QT_TRANSLATE_NOOP("ActionCatalogue", "My drafts")},
    ActionEntry{ActionId::ColleaguesView, "colleagues.view", Permission::HandOverDraft,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Names of colleagues")},
    ActionEntry{ActionId::DraftHandOver, "draft.hand-over", Permission::HandOverDraft,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Hand over to a colleague")},
    ActionEntry{ActionId::DraftDelete, "draft.delete", Permission::DeleteDraft,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Delete draft")},
    ActionEntry{ActionId::PostalLookup, "postal.lookup", Permission::EditDraft,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Address from postal code")},
    ActionEntry{ActionId::OwnHistoryView, "history.view-own", Permission::ViewOwnHistory,
                QT_TRANSLATE_NOOP("ActionCatalogue", "My history")},

    ActionEntry{ActionId::CardRegisterView, "register.view", Permission::ViewCardRegister,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card register")},
    ActionEntry{ActionId::CardDetailsView, "register.view-details", Permission::ViewCardDetails,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card details")},
    ActionEntry{ActionId::CardEnroll, "card.enroll", Permission::EnrollCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Enroll card")},
    ActionEntry{ActionId::CardIssueList, "card.issue-list", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Unfinished issues")},
    ActionEntry{ActionId::CardIssueOrder, "card.issue-order", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Issue card")},
    ActionEntry{ActionId::CardIssueBegin, "card.issue-begin", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Keys for a blank card")},
    ActionEntry{ActionId::CardIssueCertify, "card.issue-certify", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Certificates of a new card noted")},
    ActionEntry{ActionId::CardIssueSign, "card.issue-sign", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Sign certificates")},
    ActionEntry{ActionId::CardIssueFinish, "card.issue-finish", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Set PIN and finish issuing")},
    ActionEntry{ActionId::CardIssueStop, "card.issue-stop", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Issuing stopped")},
    ActionEntry{ActionId::CardIssueAbandon, "card.issue-abandon", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Abandon issue")},
    ActionEntry{ActionId::VaultKeyGrant, "vault.key-grant", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Vault key given to waiting cards")},
    ActionEntry{ActionId::OfficeKeyGrant, "office.key-grant", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Office key given to waiting cards")},
    ActionEntry{ActionId::AuthorityCertify, "authority.certify", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Certify issuing card")},
    ActionEntry{ActionId::RevocationListSign, "revocation-list.sign", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Sign revocation list")},
    ActionEntry{ActionId::RevocationListImport, "revocation-list.import", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Import revocation list")},
    ActionEntry{ActionId::RevocationListExport, "revocation-list.export", Permission::IssueCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Export revocation list")},
    ActionEntry{ActionId::VaultRefuse, "vault.refused", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Drafts could not be opened")},
    ActionEntry{ActionId::PinUnblock, "pin.unblock", Permission::UnblockPin,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Unblock card")},
    ActionEntry{ActionId::OperatorSuspend, "operator.suspend", Permission::SuspendOperator,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Suspend operator")},
    ActionEntry{ActionId::OperatorResume, "operator.resume", Permission::ResumeOperator,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Resume operator")},
    ActionEntry{ActionId::CardHoldersView, "card.holders", Permission::ReportCardLoss,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Report a lost card")},
    ActionEntry{ActionId::CardReportLost, "card.lost", Permission::ReportCardLoss,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card reported lost")},
    ActionEntry{ActionId::CardReportStolen, "card.stolen", Permission::ReportCardLoss,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card reported stolen")},
    ActionEntry{ActionId::CardFound, "card.found", Permission::ManageCardLife,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Lost card found")},
    ActionEntry{ActionId::CardLend, "card.lend", Permission::ManageCardLife,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Lend card")},
    ActionEntry{ActionId::CardTakeBack, "card.take-back", Permission::ManageCardLife,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Take card back")},
    ActionEntry{ActionId::CardInvalidate, "card.invalidate", Permission::ManageCardLife,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Invalidate card")},
    ActionEntry{ActionId::CardDestroy, "card.destroy", Permission::ManageCardLife,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Destroy card")},
    ActionEntry{ActionId::CardRemindersView, "register.reminders", Permission::ViewCardRegister,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Card reminders")},
    ActionEntry{ActionId::CardRegisterExport, "register.export", Permission::ExportCardRegister,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Export card register")},
    ActionEntry{ActionId::RightsView, "rights.view", Permission::ReviewRights,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Who may do what")},
    ActionEntry{ActionId::RightsExport, "rights.export", Permission::ReviewRights,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Export who may do what")},

    ActionEntry{ActionId::TodayView, "today.view", Permission::ViewTodayActivity,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Today's activity")},
    ActionEntry{ActionId::LockedCardsView, "locked-cards.view", Permission::ViewLockedCards,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Locked cards")},
    ActionEntry{ActionId::CardUnlock, "card.unlock", Permission::UnlockCard,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Unlock card")},
    ActionEntry{ActionId::TerminalOpen, "terminal.open", Permission::OpenTerminal,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Open terminal")},
    ActionEntry{ActionId::TerminalClose, "terminal.close", Permission::CloseTerminal,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Close terminal")},

    ActionEntry{ActionId::AuditView, "audit.view", Permission::ViewAuditLog,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Operation log")},
    ActionEntry{ActionId::AuditSearch, "audit.search", Permission::SearchAuditLog,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Search operation log")},
    ActionEntry{ActionId::AuditVerify, "audit.verify", Permission::VerifyAuditLog,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Verify operation log")},
    ActionEntry{ActionId::AuditExport, "audit.export", Permission::ExportAuditLog,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Export operation log")},

    ActionEntry{ActionId::StationView, "station.view", Permission::ViewStation,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Station")},
    ActionEntry{ActionId::PolicyView, "policy.view", Permission::ViewPolicy,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Policy")},
    ActionEntry{ActionId::PolicyChange, "policy.change", Permission::ChangePolicy,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Change policy")},
    ActionEntry{ActionId::VersionsView, "versions.view", Permission::ViewVersions,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Versions")},
    ActionEntry{ActionId::DiagnosisView, "diagnosis.view", Permission::ViewStation,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Diagnosis of cards and readers")},
    ActionEntry{ActionId::StationInit, "station.init", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Set up station")},
    ActionEntry{ActionId::LogRetire, "log.retired", Anyone,
                QT_TRANSLATE_NOOP("ActionCatalogue", "Operation log put aside and begun anew")},
};

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
