// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/vaultkeyslots.h"

#include "app/crypto/ecdh.h"
#include "app/crypto/hkdf.h"
#include "app/crypto/keywrap.h"
#include "app/storage/statement.h"
#include "app/storage/transaction.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t KeyBytes = 32;
constexpr char TerminalLabel[] = "madoguchi vault slot: terminal secret, version 1";
constexpr char SlotLabel[] = "madoguchi vault slot: wrapping key, version 1";

} // namespace

Result<VaultKeySlots> VaultKeySlots::open(Database& database, const SecretBytes& terminalKey) {
    Result<SecretBytes> secret = hkdfSha256(terminalKey, {}, TerminalLabel, KeyBytes);
    if (!secret)
        return fail(secret.error());
    return VaultKeySlots(database, *std::move(secret));
}

VaultKeySlots::VaultKeySlots(Database& database, SecretBytes terminalSecret)
    : m_database(&database), m_terminalSecret(std::move(terminalSecret)) {}

Result<VaultSlotState> VaultKeySlots::state(const QString& card) const {
    Result<Statement> statement =
        m_database->prepare("SELECT wrapped_key IS NOT NULL FROM vault_slot WHERE card = ?1");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, card).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return VaultSlotState::None;
    return statement->integer(0) != 0 ? VaultSlotState::Ready : VaultSlotState::Waiting;
}

Result<bool> VaultKeySlots::vaultExists() const {
    Result<Statement> statement =
        m_database->prepare("SELECT 1 FROM vault_slot WHERE wrapped_key IS NOT NULL LIMIT 1");
    if (!statement)
        return fail(statement.error());
    return statement->step();
}

Result<QByteArray> VaultKeySlots::ephemeralPoint(const QString& card) const {
    Result<Statement> statement = m_database->prepare(
        "SELECT ephemeral_key FROM vault_slot WHERE card = ?1 AND wrapped_key IS NOT NULL");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, card).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::VaultKeyMissing);
    return statement->blob(0);
}

Result<SecretBytes> VaultKeySlots::unwrap(const QString& card, const SecretBytes& sharedSecret) const {
    Result<Statement> statement = m_database->prepare(
        "SELECT ephemeral_key, wrapped_key FROM vault_slot WHERE card = ?1 AND wrapped_key IS NOT NULL");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, card).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::VaultKeyMissing);
    const Result<SecretBytes> key = wrappingKey(card, sharedSecret, statement->blob(0));
    if (!key)
        return fail(key.error());
    Result<SecretBytes> vaultKey = unwrapKey(*key, statement->blob(1));
    if (vaultKey && vaultKey->size() != VaultKeyBytes)
        return fail(ErrorCode::VaultKeyWrong, u"the slot holds something else"_s);
    return vaultKey;
}

Result<> VaultKeySlots::makeSlot(const QString& card, const PublicKey& cardKey, const SecretBytes& vaultKey) {
    if (cardKey.algorithm() != KeyAlgorithm::EcP256)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"the vault needs a P-256 key in 9D"_s);
    const Result<EphemeralAgreement> agreement = agreeWithEphemeralKey(cardKey);
    if (!agreement)
        return fail(agreement.error());
    const Result<SecretBytes> key = wrappingKey(card, agreement->sharedSecret, agreement->ephemeralPoint);
    if (!key)
        return fail(key.error());
    const Result<QByteArray> wrapped = wrapKey(*key, vaultKey);
    if (!wrapped)
        return fail(wrapped.error());
    Result<Statement> statement = m_database->prepare(
        "INSERT OR REPLACE INTO vault_slot (card, ephemeral_key, wrapped_key) VALUES (?1, ?2, ?3)");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card).bind(2, agreement->ephemeralPoint).bind(3, *wrapped).run();
}

Result<> VaultKeySlots::markWaiting(const QString& card) {
    Result<Statement> statement = m_database->prepare("INSERT OR REPLACE INTO vault_slot (card) VALUES (?1)");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card).run();
}

Result<> VaultKeySlots::drop(const QString& card) {
    Result<Statement> statement = m_database->prepare("DELETE FROM vault_slot WHERE card = ?1");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card).run();
}

Result<QStringList> VaultKeySlots::waiting() const {
    return cardsIn(VaultSlotState::Waiting);
}

Result<QStringList> VaultKeySlots::ready() const {
    return cardsIn(VaultSlotState::Ready);
}

Result<QStringList> VaultKeySlots::cardsIn(VaultSlotState state) const {
    Result<Statement> statement =
        m_database->prepare("SELECT card FROM vault_slot WHERE (wrapped_key IS NOT NULL) = ?1 ORDER BY card");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, qint64(state == VaultSlotState::Ready ? 1 : 0));
    QStringList cards;
    Result<bool> row = statement->step();
    for (; row && *row; row = statement->step())
        cards.append(statement->text(0));
    if (!row)
        return fail(row.error());
    return cards;
}

// The card's id and the ephemeral point are part of the derivation, so that slots can't be exchanged.
Result<SecretBytes> VaultKeySlots::wrappingKey(const QString& card, const SecretBytes& sharedSecret,
                                               QByteArrayView ephemeralPoint) const {
    SecretBytes material = sharedSecret.clone();
    material.append(m_terminalSecret.view());
    const QByteArray info =
        QByteArray(SlotLabel) + '\0' + card.toUtf8() + '\0' + ephemeralPoint.toByteArray();
    return hkdfSha256(material, {}, info, KeyBytes);
}

} // namespace madoguchi
