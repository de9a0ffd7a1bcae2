// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Every control and every event of the program has one of these; app/actions/actioncatalogue.cpp gives each
// its recorded name, permission and text. Any thread.
#pragma once

#include <QObject>

namespace madoguchi {
// A class around the enum, because Qt names the values of an enum only inside one.
class ActionIdNames {
    Q_GADGET
public:
    enum class ActionId {
        // The program
        ProgramStart,
        ProgramStop,
        ProgramUncleanStop, ///< the last run ended without ProgramStop
        // Login and session
        CardInserted,
        CardRemoved,
        CardRefused,
        CardAccepted,
        PinSubmit,
        PinRefused,
        LastTryConfirm,
        LoginCancel,
        SessionStart,
        SessionUnlock,
        SessionLock,
        SessionLogout,
        ApprovalBegin, ///< a card in a session was read and its holder is asked for the PIN
        ApprovalPin,
        ApprovalGiven,
        ApprovalRefused,
        ApprovalCancel,
        PinChange,
        CardSwapBegin, ///< the operator's card may leave its reader for a minute, for an applicant's
        CardSwapEnd,
        ScreenHide,
        ScreenReveal,
        // Moving about
        ScreenShow,
        FieldEdit,
        GoBack,
        ShowHelp,
        QuestionShow, ///< before something that others will feel; details["action"] says what
        NextError,
        FocusList,
        PreviousValue,
        ListSelect,
        FilterChange,
        DismissMessage,
        // Receptions and drafts
        ReceptionOpen,
        DraftCreate,
        DraftOpen,
        DraftSave,
        DraftCheck,
        DraftSearch,
        DraftList,
        ColleaguesView, ///< their names, to hand over to or as those who did
        DraftHandOver,
        DraftDelete,
        PostalLookup,
        OwnHistoryView,
        // Cards and operators
        CardRegisterView,
        CardDetailsView,
        CardEnroll,
        CardIssueList,
        CardIssueOrder, ///< somebody is to get a card; nothing is written yet
        CardIssueBegin,
        CardIssueCertify, ///< the certificates of a card are noted, before they are signed
        CardIssueSign,
        CardIssueFinish,
        CardIssueStop, ///< an issue that was begun goes no further
        CardIssueAbandon,
        VaultKeyGrant,    ///< colleagues' cards get the vault key at somebody's login
        OfficeKeyGrant,   ///< further administrators' cards get the office key
        AuthorityCertify, ///< a card's 9C key may issue cards from now on
        RevocationListSign,
        RevocationListImport,
        RevocationListExport,
        VaultRefuse, ///< the vault could not be opened, or is not the one that the log knows
        PinUnblock,
        OperatorSuspend,
        OperatorResume,
        OperatorChange,  ///< her role, its dates, hours and terminals
        CardHoldersView, ///< who holds a card, to report one as lost
        CardReportLost,
        CardReportStolen,
        CardSuspend, ///< this card only
        CardResume,
        CardFound,
        CardLend,
        CardTakeBack,
        CardInvalidate,
        CardDestroy,
        CardRemindersView,
        CardRegisterExport,
        RightsView,
        RightsExport,
        RightsReviewed,
        // Supervisor
        TodayView,
        LockedCardsView,
        CardUnlock,
        TerminalOpen,
        TerminalClose,
        // Auditor
        AuditView,
        AuditSearch,
        AuditVerify,
        AuditExport,
        // System administrator
        StationView,
        PolicyView,
        PolicyChange,
        VersionsView,
        DiagnosisView, ///< what is the matter with cards and readers
        ReadersView,   ///< which reader is for whom
        ReadersAssign,
        AttestationTrust, ///< makers of cards that the office trusts
        AttestationDistrust,
        StationInit,
        LogRetire, ///< a log found wrong was put aside; the first record of the next one
    };
    Q_ENUM(ActionId)
};
using ActionId = ActionIdNames::ActionId;

} // namespace madoguchi
