// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A signed statement of the log's size and root: a C2SP tlog-checkpoint in a C2SP signed note, with an
// Ed25519 signature. Anybody with the verifier key can check it. Values; any thread.
#pragma once

#include "app/crypto/hash.h"
#include "app/crypto/signingkey.h"

#include <QString>

namespace madoguchi {

/// The public key of a log with its name, written "name+8 hex digits+base64" (C2SP signed-note).
class LogVerifierKey {
public:
    /// `name`: not empty, without spaces and plus signs. Errors: CryptoFailed, InputInvalid.
    static Result<LogVerifierKey> make(const QString& name, const QByteArray& publicKey);
    /// Errors: RecordCorrupt.
    static Result<LogVerifierKey> parse(const QString& text);

    QString text() const;
    QString name() const { return m_name; }
    /// 4 bytes: SHA-256(name || 0A || 01 || key)[:4].
    QByteArray id() const { return m_id; }
    const PublicKey& key() const { return m_key; }

    bool operator==(const LogVerifierKey& other) const { return text() == other.text(); }

private:
    LogVerifierKey(QString name, QByteArray publicKey, PublicKey key);
    QString m_name;
    QByteArray m_publicKey;
    PublicKey m_key;
    QByteArray m_id;
};

struct Checkpoint {
    QString origin; ///< the log's name; equals the key's
    quint64 size = 0;
    Sha256Digest root = {};

    bool operator==(const Checkpoint&) const = default;
};

/// The whole note. Errors: CryptoFailed.
Result<QByteArray> signCheckpoint(const Checkpoint& checkpoint, const LogVerifierKey& name,
                                  const SigningKey& key);
/// Accepts only what signCheckpoint() writes, with up to 16 signatures of others among its own, of which
/// unknown ones are ignored. Errors: RecordCorrupt.
Result<Checkpoint> verifyCheckpoint(QByteArrayView note, const LogVerifierKey& key);

} // namespace madoguchi
