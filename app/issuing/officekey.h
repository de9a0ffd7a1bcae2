// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The office's card key: from it comes the management key of every card that is issued here, and it seals
// the PUKs in escrow. 32 bytes that are open only in the session of somebody who may issue. Move-only; any
// thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QByteArray>
#include <QString>

namespace madoguchi {

class OfficeKey {
public:
    static constexpr std::size_t Bytes = 32;

    static OfficeKey make();
    /// `key`: 32 bytes.
    explicit OfficeKey(SecretBytes key) : m_key(std::move(key)) {}
    const SecretBytes& bytes() const { return m_key; }

    /// What the management key of the card of `issue` begins with: 32 bytes, different for every issue.
    /// Errors: CryptoFailed.
    Result<SecretBytes> managementSeed(const QString& issue) const;
    /// Seals a PUK of 8 bytes for the register. Errors: InputInvalid, CryptoFailed.
    Result<QByteArray> sealPuk(const QString& issue, const SecretBytes& puk) const;
    /// Errors: EscrowWrong when it was sealed for another issue or by another key, or was changed.
    Result<SecretBytes> openPuk(const QString& issue, QByteArrayView sealed) const;

private:
    SecretBytes m_key;
};

/// 8 random digits, each as likely as the others.
SecretBytes randomPuk();

} // namespace madoguchi
