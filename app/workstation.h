// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The composition root: the only place that builds the station's objects and joins them. A program opens one
// and hands it to its screens, or to its commands. Main thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/audit/auditwriter.h"
#include "app/base/clock.h"
#include "app/drafts/draftstore.h"
#include "app/drafts/receptionstore.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/issuing/cardissuing.h"
#include "app/issuing/listsigning.h"
#include "app/issuing/pinunblocking.h"
#include "app/issuing/revocations.h"
#include "app/login/cardapproval.h"
#include "app/login/carddestruction.h"
#include "app/login/lockoutregister.h"
#include "app/login/logincontroller.h"
#include "app/login/pinchange.h"
#include "app/login/pinpads.h"
#include "app/login/pinregister.h"
#include "app/operators/cardlife.h"
#include "app/operators/operatordirectory.h"
#include "app/operators/rolechanges.h"
#include "app/operators/vaultkeyholders.h"
#include "app/procedures/procedurecatalogue.h"
#include "app/procedures/purpose.h"
#include "app/station/policystore.h"
#include "app/station/readerstore.h"
#include "app/station/stationfacts.h"
#include "app/station/stationfolder.h"
#include "app/station/terminalstate.h"
#include "smartcard/cardservice.h"

#include <memory>

namespace madoguchi {

/// What the vault holds, while a session has its key.
struct Work {
    DraftStore& drafts;
    ReceptionStore& receptions;
};

class Workstation {
public:
    /// Takes the station in `folder` for this process: lock, keys, databases, record, cards. `cards` is pcscd
    /// or the simulator; nothing of them is looked at before cards().start(). `clock` must outlive the
    /// workstation.
    /// Errors: StationMissing, StationInUse (detail: which process), RecordCorrupt, PolicyUnreadable, and
    /// those of Database.
    static Result<std::unique_ptr<Workstation>> open(const QString& folder, std::shared_ptr<CardStack> cards,
                                                     const Clock& clock);
    /// Ends a session, records the stop and signs the last checkpoint.
    ~Workstation();

    const Clock& clock() const;
    const StationFolder& folder() const;
    const StationFacts& facts() const;
    /// As it is now. Errors: PolicyUnreadable; there are no defaults then, which might be looser.
    Result<StationPolicy> policy() const;
    Database& database();
    CardService& cards();
    LoginController& login();
    /// For a fresh PIN during a session; cancelled when the session ends.
    CardApproval& approval();
    /// For the PIN of the session's own card before what wants a fresh one; begun by askFreshPin(). An
    /// approval makes the session's PIN fresh; cancelled when the session ends.
    CardApproval& freshPin();
    /// Reads the session's card. Only in a session.
    void askFreshPin();
    /// Cancelled when the session ends.
    CardDestruction& destruction();
    /// The holder's own; given up when the session ends, and ends its PinChangeDue when it worked.
    PinChange& pinChange();
    const PinPads& pinPads() const;
    PinRegister& pins();
    /// Cancelled when the session ends.
    CardIssuing& issuing();
    IssueLedger& issueLedger();
    IssueRegister& issues();
    /// Cancelled when the session ends.
    PinUnblocking& unblocking();
    UnblockLedger& unblockLedger();
    /// Cancelled when the session ends.
    ListSigning& listSigning();
    ActionRunner& actions();
    OperatorDirectory& operators();
    LockoutRegister& lockout();
    PolicyStore& policies();
    ReaderStore& readers();
    TerminalState& terminalState();
    VaultKeySlots& vaultKeySlots();
    VaultKeyHolders& vaultKeyHolders();
    /// As they were trusted when the program started.
    Revocations& revocations();
    CardLife& cardLife();
    RoleChanges& roleChanges();
    const ProcedureCatalogue& procedures() const;
    const QList<Purpose>& purposes() const;
    /// Null outside a session and in one whose card has no vault key yet.
    Work* work();

private:
    struct Parts;
    explicit Workstation(std::unique_ptr<Parts> parts);
    void makeCardKeeping();
    LoginParts loginParts();
    void joinPinAsking();
    void makeDestruction(const LoginParts& login);
    void makeIssuing(const LoginParts& login);
    void makeUnblocking(const LoginParts& login);
    void makeListSigning(const LoginParts& login);
    std::unique_ptr<Parts> m_parts;
};

} // namespace madoguchi
