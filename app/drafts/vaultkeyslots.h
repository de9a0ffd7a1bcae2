// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where the vault key and the office key are kept: never in clear, each once for each card that may have it,
// wrapped so that only that card together with this terminal opens it. Rows of station.db. Main thread.
//
// A slot is made from the card's 9D public key alone: a new P-256 key pair agrees with it, HKDF-SHA256 over
// shared secret and terminal secret gives a key, and AES key wrap (RFC 3394) wraps the key that is kept. To
// open it the card repeats the agreement from the stored ephemeral point.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"
#include "app/crypto/publickey.h"
#include "app/storage/database.h"

#include <QStringList>

namespace madoguchi {

/// Which key a slot keeps; a card may have a slot for each.
enum class SlotPurpose {
    Vault,  ///< opens the drafts
    Office, ///< issues cards (OfficeKey)
};

enum class VaultSlotState {
    None,    ///< the card has no such key: its role, its state or its 9D key does not allow it
    Waiting, ///< filled at the next login of somebody whose slot is ready
    Ready,
};

class VaultKeySlots {
public:
    static constexpr std::size_t VaultKeyBytes = 32; ///< of the office key too

    /// `database` is station.db, migrated; it must outlive the slots. `terminalKey` is not kept, only a
    /// secret derived from it. Errors: CryptoFailed.
    static Result<VaultKeySlots> open(Database& database, const SecretBytes& terminalKey);

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull.

    Result<VaultSlotState> state(const QString& card, SlotPurpose purpose = SlotPurpose::Vault) const;
    /// Is there any ready slot, hence a vault?
    Result<bool> vaultExists() const { return anyReady(SlotPurpose::Vault); }
    /// Is there any ready slot, hence such a key?
    Result<bool> anyReady(SlotPurpose purpose) const;

    // Where a slot is missing: VaultKeyMissing or OfficeKeyMissing.

    /// What the card's 9D key is to agree with: an uncompressed point, 65 bytes.
    Result<QByteArray> ephemeralPoint(const QString& card, SlotPurpose purpose = SlotPurpose::Vault) const;
    /// `sharedSecret`: the card's answer, the x coordinate, 32 bytes. Errors: VaultKeyWrong or OfficeKeyWrong
    /// for another card, another terminal or a changed slot.
    Result<SecretBytes> unwrap(const QString& card, const SecretBytes& sharedSecret,
                               SlotPurpose purpose = SlotPurpose::Vault) const;

    /// Replaces whatever slot the card has. Errors: CertificateKeyUnsuitable unless `cardKey` is P-256.
    Result<> makeSlot(const QString& card, const PublicKey& cardKey, const SecretBytes& kept,
                      SlotPurpose purpose = SlotPurpose::Vault);
    /// Puts a slot without a key in the place of whatever slot the card has. Which key it is to be wrapped to
    /// is decided when it is filled, by VaultKeyHolders.
    Result<> markWaiting(const QString& card, SlotPurpose purpose = SlotPurpose::Vault);
    /// The card hasn't the key any more; nothing when it has no slot.
    Result<> drop(const QString& card, SlotPurpose purpose = SlotPurpose::Vault);
    /// The cards whose slots wait, or are ready, by register id.
    Result<QStringList> waiting(SlotPurpose purpose = SlotPurpose::Vault) const;
    Result<QStringList> ready(SlotPurpose purpose = SlotPurpose::Vault) const;

private:
    VaultKeySlots(Database& database, SecretBytes terminalSecret);
    Result<SecretBytes> wrappingKey(const QString& card, const SecretBytes& sharedSecret,
                                    QByteArrayView ephemeralPoint, SlotPurpose purpose) const;
    Result<QStringList> cardsIn(VaultSlotState state, SlotPurpose purpose) const;
    Database* m_database;
    SecretBytes m_terminalSecret;
};

} // namespace madoguchi
