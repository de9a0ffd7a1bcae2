// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where the vault key is kept: never in clear, once for each operator card, wrapped so that only that card
// together with this terminal opens it. Rows of station.db. Main thread.
//
// A slot is made from the card's 9D public key alone: a new P-256 key pair agrees with it, HKDF-SHA256 over
// shared secret and terminal secret gives a key, and AES key wrap (RFC 3394) wraps the vault key. To open it
// the card repeats the agreement from the stored ephemeral point.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"
#include "app/crypto/publickey.h"
#include "app/storage/database.h"

#include <QStringList>

namespace madoguchi {

enum class VaultSlotState {
    None,    ///< the card can't open the vault: its role, its state or its 9D key does not allow it
    Waiting, ///< filled at the next login of somebody whose slot is ready
    Ready,
};

class VaultKeySlots {
public:
    static constexpr std::size_t VaultKeyBytes = 32;

    /// `database` is station.db, migrated; it must outlive the slots. `terminalKey` is not kept, only a
    /// secret derived from it. Errors: CryptoFailed.
    static Result<VaultKeySlots> open(Database& database, const SecretBytes& terminalKey);

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull.

    Result<VaultSlotState> state(const QString& card) const;
    /// Is there any ready slot, hence a vault?
    Result<bool> vaultExists() const;

    /// What the card's 9D key is to agree with: an uncompressed point, 65 bytes. Errors: VaultKeyMissing.
    Result<QByteArray> ephemeralPoint(const QString& card) const;
    /// `sharedSecret`: the card's answer, the x coordinate, 32 bytes. Errors: VaultKeyMissing; VaultKeyWrong
    /// for another card, another terminal or a changed slot.
    Result<SecretBytes> unwrap(const QString& card, const SecretBytes& sharedSecret) const;

    /// Replaces whatever slot the card has. Errors: CertificateKeyUnsuitable unless `cardKey` is P-256.
    Result<> makeSlot(const QString& card, const PublicKey& cardKey, const SecretBytes& vaultKey);
    /// Puts a slot without a key in the place of whatever slot the card has. Which key it is to be wrapped to
    /// is decided when it is filled, by VaultKeyHolders.
    Result<> markWaiting(const QString& card);
    /// The card can't open the vault any more; nothing when it has no slot.
    Result<> drop(const QString& card);
    /// The cards whose slots wait, or are ready, by register id.
    Result<QStringList> waiting() const;
    Result<QStringList> ready() const;

private:
    VaultKeySlots(Database& database, SecretBytes terminalSecret);
    Result<SecretBytes> wrappingKey(const QString& card, const SecretBytes& sharedSecret,
                                    QByteArrayView ephemeralPoint) const;
    Result<QStringList> cardsIn(VaultSlotState state) const;
    Database* m_database;
    SecretBytes m_terminalSecret;
};

} // namespace madoguchi
