// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who is logged in, since when, with which rights and which keys. Made by the login only; every
// function of core that reveals or changes data takes one and checks it. Main thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"
#include "app/issuing/officekey.h"
#include "app/operators/permission.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <utility>

namespace madoguchi {

struct SessionFacts {
    QString id; ///< random, new for every login and every unlocking
    QString operatorId;
    QString operatorName;
    Role role = Role::Operator;
    QString card; ///< register id of the operator card
    QDateTime startedAt;
};

class Session {
public:
    /// Without a vault key the session works, but drafts can't be opened.
    Session(SessionFacts facts, std::optional<SecretBytes> vaultKey,
            std::optional<OfficeKey> officeKey = std::nullopt);

    const SessionFacts& facts() const { return m_facts; }
    bool isActive() const { return m_active; }
    /// As require(), but for a PIN that is not fresh: that can be entered.
    bool may(Permission permission) const;
    /// Errors: SessionEnded after end(), PermissionDenied; for everything but UseSession CardRemoved after
    /// allowCardOut(), and PinChangeDue after demandPinChange(); PinNotFresh for what wantsFreshPin().
    Result<> require(Permission permission) const;
    /// For one action of several that a permission stands for. Errors: PinNotFresh.
    Result<> requireFreshPin() const;
    /// The PIN was right just now. `isFresh` says from now on whether that was a moment ago; see
    /// SessionRun::PinStaysFresh. Until then it is: every session begins with a right PIN.
    void pinProven(std::function<bool()> isFresh) { m_isPinFresh = std::move(isFresh); }
    /// Until pinChanged() the session may only change the PIN, lock and log out.
    void demandPinChange() { m_pinChangeDue = true; }
    void pinChanged() { m_pinChangeDue = false; }
    bool isPinChangeDue() const { return m_pinChangeDue; }
    /// Until cardReturned() her card may be out of the reader and the session can do nothing but lock, hide
    /// the screen and log out. The keys stay: they could not come back without the PIN.
    void allowCardOut() { m_cardMayBeOut = true; }
    void cardReturned() { m_cardMayBeOut = false; }
    /// Null when the card has no slot yet, may be out of the reader, or the session ended.
    const SecretBytes* vaultKey() const;
    /// Null when her role does not issue cards, the card has no slot yet or the session ended.
    const OfficeKey* officeKey() const;
    /// Wipes the keys; everything that checks the session refuses from now on.
    void end();

private:
    Result<> permit(Permission permission) const;

    SessionFacts m_facts;
    std::optional<SecretBytes> m_vaultKey;
    std::optional<OfficeKey> m_officeKey;
    bool m_active = true;
    bool m_pinChangeDue = false;
    std::function<bool()> m_isPinFresh;
    bool m_cardMayBeOut = false;
};

} // namespace madoguchi
