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

// How a purpose is written in station.db, what its wrapping keys are derived for, and how it fails.
struct PurposeRow {
    QString name;
    const char* label;
    ErrorCode missing;
    ErrorCode wrong;
};

PurposeRow rowOf(SlotPurpose purpose) {
    switch (purpose) {
    case SlotPurpose::Vault:
        return {u"vault"_s, "madoguchi vault slot: wrapping key, version 1", ErrorCode::VaultKeyMissing,
                ErrorCode::VaultKeyWrong};
    case SlotPurpose::Office:
        return {u"office"_s, "madoguchi office slot: wrapping key, version 1", ErrorCode::OfficeKeyMissing,
                ErrorCode::OfficeKeyWrong};
    }
    Q_UNREACHABLE();
}

} // namespace

Result<VaultKeySlots> VaultKeySlots::open(Database& database, const SecretBytes& terminalKey) {
    Result<SecretBytes> secret = hkdfSha256(terminalKey, {}, TerminalLabel, KeyBytes);
    if (!secret)
        return fail(secret.error());
    return VaultKeySlots(database, *std::move(secret));
}

VaultKeySlots::VaultKeySlots(Database& database, SecretBytes terminalSecret)
    : m_database(&database), m_terminalSecret(std::move(terminalSecret)) {}

Result<VaultSlotState> VaultKeySlots::state(const QString& card, SlotPurpose purpose) const {
    Result<Statement> statement =
        m_database->prepare("SELECT wrapped_key IS NOT NULL FROM key_slot WHERE card = ?1 AND purpose = ?2");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, card).bind(2, rowOf(purpose).name).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return VaultSlotState::None;
    return statement->integer(0) != 0 ? VaultSlotState::Ready : VaultSlotState::Waiting;
}

Result<bool> VaultKeySlots::anyReady(SlotPurpose purpose) const {
    Result<Statement> statement =
        m_database->prepare("SELECT 1 FROM key_slot WHERE purpose = ?1 AND wrapped_key IS NOT NULL LIMIT 1");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, rowOf(purpose).name).step();
}

Result<QByteArray> VaultKeySlots::ephemeralPoint(const QString& card, SlotPurpose purpose) const {
    const PurposeRow kind = rowOf(purpose);
    Result<Statement> statement = m_database->prepare(
        "SELECT ephemeral_key FROM key_slot WHERE card = ?1 AND purpose = ?2 AND wrapped_key IS NOT NULL");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, card).bind(2, kind.name).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(kind.missing);
    return statement->blob(0);
}

Result<SecretBytes> VaultKeySlots::unwrap(const QString& card, const SecretBytes& sharedSecret,
                                          SlotPurpose purpose) const {
    const PurposeRow kind = rowOf(purpose);
    Result<Statement> statement =
        m_database->prepare("SELECT ephemeral_key, wrapped_key FROM key_slot "
                            "WHERE card = ?1 AND purpose = ?2 AND wrapped_key IS NOT NULL");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, card).bind(2, kind.name).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(kind.missing);
    const Result<SecretBytes> key = wrappingKey(card, sharedSecret, statement->blob(0), purpose);
    if (!key)
        return fail(key.error());
    Result<SecretBytes> kept = unwrapKey(*key, statement->blob(1));
    if (!kept && kept.error().code == ErrorCode::VaultKeyWrong)
        return fail(kind.wrong, kept.error().detail);
    if (kept && kept->size() != VaultKeyBytes)
        return fail(kind.wrong, u"the slot holds something else"_s);
    return kept;
}

Result<> VaultKeySlots::makeSlot(const QString& card, const PublicKey& cardKey, const SecretBytes& kept,
                                 SlotPurpose purpose) {
    if (cardKey.algorithm() != KeyAlgorithm::EcP256)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"a slot needs a P-256 key in 9D"_s);
    const Result<EphemeralAgreement> agreement = agreeWithEphemeralKey(cardKey);
    if (!agreement)
        return fail(agreement.error());
    const Result<SecretBytes> key =
        wrappingKey(card, agreement->sharedSecret, agreement->ephemeralPoint, purpose);
    if (!key)
        return fail(key.error());
    const Result<QByteArray> wrapped = wrapKey(*key, kept);
    if (!wrapped)
        return fail(wrapped.error());
    Result<Statement> statement = m_database->prepare("INSERT OR REPLACE INTO key_slot (card, purpose, "
                                                      "ephemeral_key, wrapped_key) VALUES (?1, ?2, ?3, ?4)");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card)
        .bind(2, rowOf(purpose).name)
        .bind(3, agreement->ephemeralPoint)
        .bind(4, *wrapped)
        .run();
}

Result<> VaultKeySlots::markWaiting(const QString& card, SlotPurpose purpose) {
    Result<Statement> statement =
        m_database->prepare("INSERT OR REPLACE INTO key_slot (card, purpose) VALUES (?1, ?2)");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card).bind(2, rowOf(purpose).name).run();
}

Result<> VaultKeySlots::drop(const QString& card, SlotPurpose purpose) {
    Result<Statement> statement =
        m_database->prepare("DELETE FROM key_slot WHERE card = ?1 AND purpose = ?2");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card).bind(2, rowOf(purpose).name).run();
}

Result<QStringList> VaultKeySlots::waiting(SlotPurpose purpose) const {
    return cardsIn(VaultSlotState::Waiting, purpose);
}

Result<QStringList> VaultKeySlots::ready(SlotPurpose purpose) const {
    return cardsIn(VaultSlotState::Ready, purpose);
}

Result<QStringList> VaultKeySlots::cardsIn(VaultSlotState state, SlotPurpose purpose) const {
    Result<Statement> statement = m_database->prepare(
        "SELECT card FROM key_slot WHERE (wrapped_key IS NOT NULL) = ?1 AND purpose = ?2 ORDER BY card");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, qint64(state == VaultSlotState::Ready ? 1 : 0)).bind(2, rowOf(purpose).name);
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
                                               QByteArrayView ephemeralPoint, SlotPurpose purpose) const {
    SecretBytes material = sharedSecret.clone();
    material.append(m_terminalSecret.view());
    const QByteArray info =
        QByteArray(rowOf(purpose).label) + '\0' + card.toUtf8() + '\0' + ephemeralPoint.toByteArray();
    return hkdfSha256(material, {}, info, KeyBytes);
}

} // namespace madoguchi
