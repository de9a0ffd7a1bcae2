// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/vaultkeyholders.h"

#include "app/crypto/hash.h"
#include "app/operators/admission.h"
#include "app/storage/transaction.h"

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

QMap<QString, QString> detailsOf(const Suspension& suspension) {
    QMap<QString, QString> details;
    if (!suspension.dropped.isEmpty())
        details.insert(u"vault-key-dropped"_s, suspension.dropped.join(u','));
    if (!suspension.kept.isEmpty())
        details.insert(u"vault-key-kept"_s, suspension.kept.join(u','));
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

Result<PublicKey> VaultKeyHolders::keyOf(const QString& card) const {
    const Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (!holder)
        return fail(holder.error());
    Operator atAnyHour = holder->person; // when she works says nothing about whether she does
    atAnyHour.hours.reset();
    if (const auto reason = admission(atAnyHour, holder->card, m_parts.terminal, m_parts.clock.now()))
        return fail(*reason);
    if (!roleMay(atAnyHour.role, Permission::ViewOwnDrafts))
        return fail(ErrorCode::PermissionDenied, u"the role does not work with drafts"_s);
    if (const auto login = trusted(holder->card.authenticationCertificate, CertificateUse::Signature); !login)
        return fail(login.error());
    const auto management = trusted(holder->card.keyManagementCertificate, CertificateUse::KeyManagement);
    if (!management)
        return fail(management.error());
    return management->publicKey();
}

// ---- giving the key ------------------------------------------------------------------------------------

Result<int> VaultKeyHolders::grantWaiting(const Session& session) {
    if (!session.vaultKey())
        return fail(ErrorCode::VaultKeyMissing);
    const Result<QStringList> waiting = m_parts.slots.waiting();
    if (!waiting)
        return fail(waiting.error());
    int granted = 0;
    for (const QString& card : *waiting) {
        const Result<bool> got = grant(session, card);
        if (!got)
            return fail(got.error());
        granted += *got ? 1 : 0;
    }
    return granted;
}

// False: on record as refused, with the reason. The other cards don't wait for this one's.
Result<bool> VaultKeyHolders::grant(const Session& session, const QString& card) {
    const Result<PublicKey> key = keyOf(card);
    ActionCall call{ActionId::VaultKeyGrant, u"card:"_s + card};
    if (key)
        call.details.insert(u"key"_s, QString::fromLatin1(Sha256().digest(key->spki()).toHex()));
    const Result<> made = m_parts.actions.run(call, &session, [&]() -> Result<> {
        if (!key)
            return fail(key.error());
        return m_parts.slots.makeSlot(card, *key, *session.vaultKey());
    });
    if (!made && made.error().code == ErrorCode::RecordFailed)
        return fail(made.error());
    return made.has_value();
}

// ---- taking it away ------------------------------------------------------------------------------------

Result<Suspension> VaultKeyHolders::suspend(const Session& session, const QString& operatorId) {
    Result<Transaction> transaction = Transaction::begin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> suspended = m_parts.directory.suspend(session, operatorId); !suspended)
        return fail(suspended.error());
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    Suspension suspension;
    if (const Result<> dropped = drop(*cards, suspension); !dropped)
        return fail(dropped.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return suspension;
}

// Her own cards may not have the key any more when this is asked.
Result<bool> VaultKeyHolders::anybodyCanOpenTheVault() const {
    const Result<QStringList> ready = m_parts.slots.ready();
    if (!ready)
        return fail(ready.error());
    return std::ranges::any_of(*ready, [this](const QString& card) { return keyOf(card).has_value(); });
}

Result<> VaultKeyHolders::drop(const QList<OperatorCard>& cards, Suspension& suspension) {
    const Result<bool> others = anybodyCanOpenTheVault();
    if (!others)
        return fail(others.error());
    for (const OperatorCard& card : cards) {
        const Result<VaultSlotState> state = m_parts.slots.state(card.id);
        if (!state)
            return fail(state.error());
        if (*state == VaultSlotState::None)
            continue;
        if (*state == VaultSlotState::Ready && !*others) {
            suspension.kept.append(card.id);
            continue;
        }
        if (const Result<> dropped = m_parts.slots.drop(card.id); !dropped)
            return dropped;
        suspension.dropped.append(card.id);
    }
    return {};
}

Result<> VaultKeyHolders::resume(const Session& session, const QString& operatorId) {
    Result<Transaction> transaction = Transaction::begin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> resumed = m_parts.directory.resume(session, operatorId); !resumed)
        return resumed;
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    for (const OperatorCard& card : *cards) {
        if (const Result<> waits = letWait(card); !waits)
            return waits;
    }
    return transaction->commit();
}

// Whether she may really have the key is asked again when somebody is there to give it.
Result<> VaultKeyHolders::letWait(const OperatorCard& card) {
    const Result<CardHolder> holder = m_parts.directory.holderOf(card.id);
    if (!holder)
        return fail(holder.error());
    const Result<Certificate> management = Certificate::fromDer(card.keyManagementCertificate);
    if (card.state != OperatorCardState::Active || !management ||
        management->keyAlgorithm() != KeyAlgorithm::EcP256 ||
        !roleMay(holder->person.role, Permission::ViewOwnDrafts))
        return {};
    const Result<VaultSlotState> state = m_parts.slots.state(card.id);
    if (!state)
        return fail(state.error());
    return *state == VaultSlotState::None ? m_parts.slots.markWaiting(card.id) : Result<>();
}

} // namespace madoguchi
