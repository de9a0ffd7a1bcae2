// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/session.h"

#include <QMetaEnum>

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

Session::Session(SessionFacts facts, std::optional<SecretBytes> vaultKey, std::optional<OfficeKey> officeKey)
    : m_facts(std::move(facts)), m_vaultKey(std::move(vaultKey)), m_officeKey(std::move(officeKey)) {}

bool Session::may(Permission permission) const {
    return permit(permission).has_value();
}

Result<> Session::require(Permission permission) const {
    Result<> permitted = permit(permission);
    return permitted && wantsFreshPin(permission) ? requireFreshPin() : permitted;
}

Result<> Session::requireFreshPin() const {
    return !m_isPinFresh || m_isPinFresh() ? Result<>() : fail(ErrorCode::PinNotFresh);
}

Result<> Session::permit(Permission permission) const {
    if (!m_active)
        return fail(ErrorCode::SessionEnded);
    if (!roleMay(m_facts.role, permission)) {
        const char* name = QMetaEnum::fromType<Permission>().valueToKey(static_cast<int>(permission));
        return fail(ErrorCode::PermissionDenied, u"needs "_s + QString::fromLatin1(name));
    }
    if (m_cardMayBeOut && permission != Permission::UseSession)
        return fail(ErrorCode::CardRemoved, u"taken out for an applicant's"_s);
    if (m_pinChangeDue && permission != Permission::UseSession)
        return fail(ErrorCode::PinChangeDue);
    return {};
}

const SecretBytes* Session::vaultKey() const {
    return m_active && !m_cardMayBeOut && m_vaultKey ? &*m_vaultKey : nullptr;
}

const OfficeKey* Session::officeKey() const {
    return may(Permission::IssueCard) && m_officeKey ? &*m_officeKey : nullptr;
}

void Session::end() {
    m_active = false;
    m_vaultKey.reset();
    m_officeKey.reset();
}

} // namespace madoguchi
