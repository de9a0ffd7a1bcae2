// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/permission.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

struct Grant {
    Role role;
    Permission permission;
};

constexpr std::array Everybody{Permission::UseSession, Permission::ViewOwnHistory};

// Least privilege: nobody who administers sees drafts, nobody who audits changes anything.
constexpr std::array Grants{
    Grant{Role::Operator, Permission::OpenReception},
    Grant{Role::Operator, Permission::ViewOwnDrafts},
    Grant{Role::Operator, Permission::CreateDraft},
    Grant{Role::Operator, Permission::EditDraft},
    Grant{Role::Operator, Permission::SearchDrafts},
    Grant{Role::Operator, Permission::HandOverDraft},
    Grant{Role::Operator, Permission::DeleteDraft},
    Grant{Role::Operator, Permission::SwapCard},
    Grant{Role::Operator, Permission::ReportCardLoss},

    Grant{Role::CardAdministrator, Permission::ViewCardRegister},
    Grant{Role::CardAdministrator, Permission::ViewCardDetails},
    Grant{Role::CardAdministrator, Permission::SuspendOperator},
    Grant{Role::CardAdministrator, Permission::ResumeOperator},
    Grant{Role::CardAdministrator, Permission::ChangeOperator},
    Grant{Role::CardAdministrator, Permission::EnrollCard},
    Grant{Role::CardAdministrator, Permission::UnblockPin},
    Grant{Role::CardAdministrator, Permission::IssueCard},
    Grant{Role::CardAdministrator, Permission::ManageCardLife},
    Grant{Role::CardAdministrator, Permission::ExportCardRegister},
    Grant{Role::CardAdministrator, Permission::ReportCardLoss},
    Grant{Role::CardAdministrator, Permission::ReviewRights},

    Grant{Role::Supervisor, Permission::ViewTodayActivity},
    Grant{Role::Supervisor, Permission::ViewLockedCards},
    Grant{Role::Supervisor, Permission::UnlockCard},
    Grant{Role::Supervisor, Permission::OpenTerminal},
    Grant{Role::Supervisor, Permission::CloseTerminal},
    Grant{Role::Supervisor, Permission::ReportCardLoss},

    Grant{Role::Auditor, Permission::ViewAuditLog},
    Grant{Role::Auditor, Permission::SearchAuditLog},
    Grant{Role::Auditor, Permission::VerifyAuditLog},
    Grant{Role::Auditor, Permission::ExportAuditLog},
    Grant{Role::Auditor, Permission::ReviewRights},

    Grant{Role::SystemAdministrator, Permission::ViewStation},
    Grant{Role::SystemAdministrator, Permission::ViewPolicy},
    Grant{Role::SystemAdministrator, Permission::ChangePolicy},
    Grant{Role::SystemAdministrator, Permission::AssignReaders},
    Grant{Role::SystemAdministrator, Permission::ViewVersions},
};

constexpr std::array WithFreshPin{Permission::ResumeOperator, Permission::ChangeOperator,
                                  Permission::UnlockCard, Permission::ChangePolicy,
                                  Permission::AssignReaders};

} // namespace

bool wantsFreshPin(Permission permission) {
    return std::ranges::find(WithFreshPin, permission) != WithFreshPin.end();
}

bool roleMay(Role role, Permission permission) {
    if (std::ranges::find(Everybody, permission) != Everybody.end())
        return true;
    return std::ranges::any_of(
        Grants, [&](const Grant& grant) { return grant.role == role && grant.permission == permission; });
}

} // namespace madoguchi
