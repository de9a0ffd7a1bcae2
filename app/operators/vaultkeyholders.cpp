// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/vaultkeyholders.h"

#include "app/crypto/hash.h"
#include "app/operators/admission.h"
#include "app/operators/cardevents.h"
#include "app/storage/statement.h"
#include "app/storage/transaction.h"

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// In the log. Never changes.
QString fateName(KeyFate fate) {
    switch (fate) {
    case KeyFate::WithOthers:
        return u"with-others"_s;
    case KeyFate::Kept:
        return u"kept"_s;
    case KeyFate::Lost:
        return u"lost"_s;
    }
    Q_UNREACHABLE();
}

constexpr Permission permissionFor(SlotPurpose purpose) {
    return purpose == SlotPurpose::Vault ? Permission::ViewOwnDrafts : Permission::IssueCard;
}

} // namespace

QMap<QString, QString> detailsOf(const Suspension& suspension) {
    QMap<QString, QString> details;
    if (!suspension.dropped.isEmpty())
        details.insert(u"vault-key-dropped"_s, suspension.dropped.join(u','));
    if (!suspension.kept.isEmpty())
        details.insert(u"vault-key-kept"_s, suspension.kept.join(u','));
    if (!suspension.officeDropped.isEmpty())
        details.insert(u"office-key-dropped"_s, suspension.officeDropped.join(u','));
    if (!suspension.officeKept.isEmpty())
        details.insert(u"office-key-kept"_s, suspension.officeKept.join(u','));
    if (suspension.fates.drafts != KeyFate::WithOthers)
        details.insert(u"drafts-key"_s, fateName(suspension.fates.drafts));
    if (suspension.fates.office != KeyFate::WithOthers)
        details.insert(u"office-key"_s, fateName(suspension.fates.office));
    return details;
}

VaultKeyHolders::VaultKeyHolders(Parts parts) : m_parts(std::move(parts)) {}

Result<Certificate> VaultKeyHolders::trusted(const QByteArray& der, CertificateUse use) const {
    if (der.isEmpty())
        return fail(ErrorCode::CardObjectMissing, u"no certificate in the register"_s);
    Result<Certificate> certificate = Certificate::fromDer(der);
    if (!certificate)
        return certificate;
    if (const Result<> verified = m_parts.authority.verify(*certificate, use, m_parts.clock.now()); !verified)
        return fail(verified.error());
    return certificate;
}

Result<> VaultKeyHolders::trustLogin(const QByteArray& der) const {
    const auto login = trusted(der, CertificateUse::Signature);
    const auto revoked = login && m_parts.isRevoked ? m_parts.isRevoked(*login) : Result<bool>(false);
    if (!login || !revoked)
        return fail(login ? revoked.error() : login.error());
    return *revoked ? fail(ErrorCode::CertificateRevoked) : Result<>();
}

Result<PublicKey> VaultKeyHolders::keyOf(const QString& card, SlotPurpose purpose) const {
    const Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (!holder)
        return fail(holder.error());
    Operator atAnyHour = holder->person; // when she works says nothing about whether she does
    atAnyHour.hours.reset();
    if (const auto reason = admission(atAnyHour, holder->card, m_parts.terminal, m_parts.clock.now()))
        return fail(*reason);
    if (!roleMay(atAnyHour.role, permissionFor(purpose)))
        return fail(ErrorCode::PermissionDenied, u"the role has no use for this key"_s);
    if (const Result<> login = trustLogin(holder->card.authenticationCertificate); !login)
        return fail(login.error());
    const auto management = trusted(holder->card.keyManagementCertificate, CertificateUse::KeyManagement);
    if (!management)
        return fail(management.error());
    return management->publicKey();
}

// ---- giving the key ------------------------------------------------------------------------------------

Result<int> VaultKeyHolders::grantWaiting(const Session& session) {
    if (session.officeKey()) {
        Result<int> granted = grantWaiting(session, session.officeKey()->bytes(), SlotPurpose::Office);
        if (!granted)
            return granted;
    } else if (session.may(Permission::IssueCard)) {
        if (const Result<> made = makeOfficeKey(session); !made)
            return fail(made.error());
    }
    return session.vaultKey() ? grantWaiting(session, *session.vaultKey(), SlotPurpose::Vault) : 0;
}

Result<int> VaultKeyHolders::grantWaiting(const Session& session, const SecretBytes& kept,
                                          SlotPurpose purpose) {
    const Result<QStringList> waiting = m_parts.slots.waiting(purpose);
    if (!waiting)
        return fail(waiting.error());
    int granted = 0;
    for (const QString& card : *waiting) {
        const Result<bool> got = grant(session, card, kept, purpose);
        if (!got)
            return fail(got.error());
        granted += *got ? 1 : 0;
    }
    return granted;
}

Result<> VaultKeyHolders::grantOfficeKey(const Session& session, const QString& card) {
    const Result<VaultSlotState> state = m_parts.slots.state(card, SlotPurpose::Office);
    if (!state)
        return fail(state.error());
    if (*state != VaultSlotState::Waiting || !session.officeKey())
        return {};
    const Result<bool> got = grant(session, card, session.officeKey()->bytes(), SlotPurpose::Office);
    return got ? Result<>() : fail(got.error());
}

// False: on record as refused, with the reason. The other cards don't wait for this one's.
Result<bool> VaultKeyHolders::grant(const Session& session, const QString& card, const SecretBytes& kept,
                                    SlotPurpose purpose) {
    const Result<PublicKey> key = keyOf(card, purpose);
    ActionCall call{purpose == SlotPurpose::Vault ? ActionId::VaultKeyGrant : ActionId::OfficeKeyGrant,
                    u"card:"_s + card};
    if (key)
        call.details.insert(u"key"_s, QString::fromLatin1(Sha256().digest(key->spki()).toHex()));
    const Result<> made = m_parts.actions.run(call, &session, [&]() -> Result<> {
        if (!key)
            return fail(key.error());
        return m_parts.slots.makeSlot(card, *key, kept, purpose);
    });
    if (!made && made.error().code == ErrorCode::RecordFailed)
        return fail(made.error());
    return made.has_value();
}

Result<bool> isOfficeKeyNeeded(Database& station) {
    Result<Statement> issues = station.prepare("SELECT 1 FROM card_issue LIMIT 1");
    return issues ? issues->step() : fail(issues.error());
}

// A station from before there was one, or whose first administrator's card could not hold it.
Result<> VaultKeyHolders::makeOfficeKey(const Session& session) {
    const Result<bool> exists = m_parts.slots.anyReady(SlotPurpose::Office);
    if (!exists)
        return fail(exists.error());
    if (*exists)
        return {};
    const Result<bool> needed = isOfficeKeyNeeded(m_parts.station);
    if (!needed || *needed)
        return needed ? Result<>() : fail(needed.error());
    const Result<bool> made =
        grant(session, session.facts().card, OfficeKey::make().bytes(), SlotPurpose::Office);
    return made ? Result<>() : fail(made.error());
}

// ---- taking it away ------------------------------------------------------------------------------------

Result<Suspension> VaultKeyHolders::suspend(const Session& session, const QString& operatorId) {
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> suspended = m_parts.directory.suspend(session, operatorId); !suspended)
        return fail(suspended.error());
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    Result<Suspension> suspension = takeKeysFrom(*cards);
    if (!suspension)
        return suspension;
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return suspension;
}

Result<Suspension> VaultKeyHolders::takeKeysFrom(const QList<OperatorCard>& cards) {
    Result<Dropped> vault = drop(cards, SlotPurpose::Vault);
    if (!vault)
        return fail(vault.error());
    Result<Dropped> office = drop(cards, SlotPurpose::Office);
    if (!office)
        return fail(office.error());
    return Suspension{.dropped = std::move(vault->dropped),
                      .kept = std::move(vault->kept),
                      .officeDropped = std::move(office->dropped),
                      .officeKept = std::move(office->kept),
                      .fates = {vault->fate, office->fate}};
}

// ---- who has it ----------------------------------------------------------------------------------------

// The cards in question may not have the key any more when this is asked.
Result<bool> VaultKeyHolders::anybodyHasKey(SlotPurpose purpose, const QStringList& besides) const {
    const Result<QStringList> ready = m_parts.slots.ready(purpose);
    if (!ready)
        return fail(ready.error());
    return std::ranges::any_of(*ready, [&](const QString& card) {
        return !besides.contains(card) && keyOf(card, purpose).has_value();
    });
}

/// Suspended, given back, or outside of its dates: that may be undone. A role that has no use for the key,
/// and a certificate that is not accepted, are for good.
Result<bool> VaultKeyHolders::mayOpenAgain(const QString& card, SlotPurpose purpose) const {
    const Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (!holder)
        return fail(holder.error());
    return mayComeBack(holder->card.state) && roleMay(holder->person.role, permissionFor(purpose)) &&
           trustLogin(holder->card.authenticationCertificate) &&
           trusted(holder->card.keyManagementCertificate, CertificateUse::KeyManagement);
}

Result<bool> VaultKeyHolders::isReady(const QStringList& cards, SlotPurpose purpose) const {
    for (const QString& card : cards) {
        const Result<VaultSlotState> state = m_parts.slots.state(card, purpose);
        if (!state)
            return fail(state.error());
        if (*state == VaultSlotState::Ready)
            return true;
    }
    return false;
}

Result<KeyFates> VaultKeyHolders::fatesWithout(const QStringList& cards, CardLeaves leaves) const {
    const Result<KeyFate> drafts = fateWithout(cards, SlotPurpose::Vault, leaves);
    if (!drafts)
        return fail(drafts.error());
    const Result<KeyFate> office = fateWithout(cards, SlotPurpose::Office, leaves);
    return office ? Result<KeyFates>(KeyFates{*drafts, *office}) : fail(office.error());
}

Result<KeyFate> VaultKeyHolders::fateWithout(const QStringList& cards, SlotPurpose purpose,
                                             CardLeaves leaves) const {
    const Result<bool> have = isReady(cards, purpose);
    if (!have || !*have)
        return have ? Result<KeyFate>(KeyFate::WithOthers) : fail(have.error());
    const Result<bool> others = anybodyHasKey(purpose, cards);
    if (!others || *others)
        return others ? Result<KeyFate>(KeyFate::WithOthers) : fail(others.error());
    if (leaves == CardLeaves::ForATime)
        return KeyFate::Kept;
    const Result<QStringList> ready = m_parts.slots.ready(purpose);
    if (!ready)
        return fail(ready.error());
    for (const QString& card : *ready) {
        const Result<bool> again = cards.contains(card) ? false : mayOpenAgain(card, purpose);
        if (!again)
            return fail(again.error());
        if (*again)
            return KeyFate::Kept;
    }
    return KeyFate::Lost;
}

// Asked before anything is dropped. One that is kept still opens everything, also what a lost one opened.
Result<VaultKeyHolders::Dropped> VaultKeyHolders::drop(const QList<OperatorCard>& cards,
                                                       SlotPurpose purpose) {
    QStringList ids;
    QStringList readyToReturn;
    for (const OperatorCard& card : cards) {
        const Result<bool> ready = isReady({card.id}, purpose);
        if (!ready)
            return fail(ready.error());
        ids += card.id;
        if (*ready && mayComeBack(card.state))
            readyToReturn += card.id;
    }
    const auto leaves = readyToReturn.isEmpty() ? CardLeaves::ForEver : CardLeaves::ForATime;
    const Result<KeyFate> fate = fateWithout(ids, purpose, leaves);
    if (!fate)
        return fail(fate.error());
    Dropped result{.dropped = {}, .kept = {}, .fate = *fate};
    if (*fate != KeyFate::WithOthers)
        result.kept = readyToReturn;
    for (const QString& card : std::as_const(ids)) {
        const Result<VaultSlotState> state = m_parts.slots.state(card, purpose);
        if (!state)
            return fail(state.error());
        if (*state == VaultSlotState::None || result.kept.contains(card))
            continue;
        if (const Result<> gone = m_parts.slots.drop(card, purpose); !gone)
            return fail(gone.error());
        result.dropped.append(card);
    }
    return result;
}

// ---- another role --------------------------------------------------------------------------------------

// A slot, whatever its state, of a card whose holder's role has no use for the key.
Result<bool> VaultKeyHolders::useless(const OperatorCard& card, SlotPurpose purpose) const {
    const Result<CardHolder> holder = m_parts.directory.holderOf(card.id);
    if (!holder)
        return fail(holder.error());
    const Result<VaultSlotState> state = m_parts.slots.state(card.id, purpose);
    if (!state)
        return fail(state.error());
    return *state != VaultSlotState::None && !roleMay(holder->person.role, permissionFor(purpose));
}

Result<Suspension> VaultKeyHolders::fitToRole(const QList<OperatorCard>& cards) {
    Suspension result;
    for (const SlotPurpose purpose : {SlotPurpose::Vault, SlotPurpose::Office}) {
        QStringList& dropped = purpose == SlotPurpose::Vault ? result.dropped : result.officeDropped;
        for (const OperatorCard& card : cards) {
            const Result<bool> goes = useless(card, purpose);
            if (!goes)
                return fail(goes.error());
            if (!*goes)
                continue;
            const Result<KeyFate> fate = fateWithout({card.id}, purpose, CardLeaves::ForEver);
            if (!fate)
                return fail(fate.error());
            if (*fate != KeyFate::WithOthers) {
                return fail(ErrorCode::InputInvalid,
                            purpose == SlotPurpose::Vault ? u"drafts-key"_s : u"office-key"_s);
            }
            if (const Result<> gone = m_parts.slots.drop(card.id, purpose); !gone)
                return fail(gone.error());
            dropped.append(card.id);
        }
    }
    for (const OperatorCard& card : cards) {
        if (const Result<> waits = readmit(card); !waits)
            return fail(waits.error());
    }
    return result;
}

Result<> VaultKeyHolders::resume(const Session& session, const QString& operatorId) {
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    if (Result<> resumed = m_parts.directory.resume(session, operatorId); !resumed)
        return resumed;
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    for (const OperatorCard& card : *cards) {
        if (Result<> waits = readmit(card); !waits)
            return waits;
    }
    return transaction->commit();
}

Result<> VaultKeyHolders::readmit(const OperatorCard& card) {
    for (const SlotPurpose purpose : {SlotPurpose::Vault, SlotPurpose::Office}) {
        if (Result<> waits = letWait(card, purpose); !waits)
            return waits;
    }
    return {};
}

// Whether she may really have the key is asked again when somebody is there to give it.
Result<> VaultKeyHolders::letWait(const OperatorCard& card, SlotPurpose purpose) {
    const Result<CardHolder> holder = m_parts.directory.holderOf(card.id);
    if (!holder)
        return fail(holder.error());
    const Result<Certificate> management = Certificate::fromDer(card.keyManagementCertificate);
    if (card.state != OperatorCardState::Active || !management ||
        management->keyAlgorithm() != KeyAlgorithm::EcP256 ||
        !roleMay(holder->person.role, permissionFor(purpose)))
        return {};
    const Result<VaultSlotState> state = m_parts.slots.state(card.id, purpose);
    if (!state)
        return fail(state.error());
    return *state == VaultSlotState::None ? m_parts.slots.markWaiting(card.id, purpose) : Result<>();
}

} // namespace madoguchi
