// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a role may do: one table, asked by every function of core that reveals or changes data. Any thread.
#pragma once

#include "app/operators/role.h"

#include <QObject>

namespace madoguchi {

// A class around the enum, because Qt names the values of an enum only inside one.
class PermissionNames {
    Q_GADGET
public:
    enum class Permission {
        // everybody who is logged in
        UseSession, ///< hide, lock, log out, help
        ViewOwnHistory,
        // operator
        OpenReception,
        ViewOwnDrafts, ///< own drafts and those handed over to oneself
        CreateDraft,
        EditDraft,
        SearchDrafts,
        HandOverDraft,
        DeleteDraft,
        SwapCard, ///< take the own card out for a minute, without ending the session
        // card administrator
        ViewCardRegister,
        ViewCardDetails,
        SuspendOperator,
        ResumeOperator,
        ChangeOperator, ///< role, dates, hours, terminals
        EnrollCard,
        UnblockPin,
        IssueCard,      ///< makes, certifies and revokes cards; opens the office key
        ManageCardLife, ///< lend, take back, found, invalidate, destroy
        ExportCardRegister,
        // operator, card administrator and supervisor
        ReportCardLoss, ///< also shows who holds a card
        // card administrator and auditor
        ReviewRights, ///< who may do what
        // supervisor
        ViewTodayActivity,
        ViewLockedCards,
        UnlockCard,
        OpenTerminal,
        CloseTerminal,
        // auditor
        ViewAuditLog,
        SearchAuditLog,
        VerifyAuditLog,
        ExportAuditLog,
        // system administrator
        ViewStation,
        ViewPolicy,
        ChangePolicy,
        AssignReaders, ///< which reader is for operators and which for applicants
        ViewVersions,
    };
    Q_ENUM(Permission)
};
using Permission = PermissionNames::Permission;

bool roleMay(Role role, Permission permission);
/// What gives somebody rights, lifts a lock or changes the rules: for that the PIN must have been right a
/// moment ago (ICR #37), so that nobody does it at a desk that was left open.
bool wantsFreshPin(Permission permission);

} // namespace madoguchi
