// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The office's root on its removable medium: root-key.pem (sealed with a passphrase) and root.pem (the
// certificate, for anybody). The key is in memory only while it signs. Any thread; scrypt takes a moment.
#pragma once

#include "app/crypto/certificate.h"
#include "app/crypto/rootkey.h"

#include <QString>

#include <functional>

namespace madoguchi {

class UnsignedCertificate;

struct RootOnMedium {
    RootKey key;
    Certificate certificate;
};

/// A new root for 20 years, in memory only. Errors: InputInvalid for an office that X.509 can't hold,
/// CryptoFailed.
Result<RootOnMedium> makeRoot(const QString& office, const QDateTime& now);
/// The same in `folder`, which is there already, and opens it once more from there. Errors:
/// FileMissing without the folder; FileUnwritable, also when there is a root in it; InputInvalid for a
/// passphrase under RootKey::ShortestPassphrase or an office that X.509 can't hold; DiskFull, CryptoFailed.
Result<RootOnMedium> makeRootIn(const QString& folder, const QString& office, const SecretBytes& passphrase,
                                const QDateTime& now);
/// How much of a root is in a folder. Certificate means that somebody has put the key elsewhere.
enum class RootPresence { None, Key, Certificate, Whole };
RootPresence rootPresenceIn(const QString& folder);
/// Opens the root of a folder, and makes its certificate first where making it was cut off after the key.
/// Errors: those of openRootIn() and makeRootIn().
Result<RootOnMedium> completeRootIn(const QString& folder, const QString& office,
                                    const SecretBytes& passphrase, const QDateTime& now);
/// Whether the certificate is one that makeRoot() made, here or elsewhere, and not an outside authority's.
bool isOfficeRoot(const Certificate& certificate);
/// Errors: FileMissing, FileUnreadable; PassphraseWrong; FileMalformed, CertificateMalformed and
/// SignatureWrong when key and certificate don't belong together.
Result<RootOnMedium> openRootIn(const QString& folder, const SecretBytes& passphrase);
/// root.pem of `folder`.
QString rootCertificateFile(const QString& folder);

/// The issuing certificate for the 9C key of an administrator's card, for 6 years but not beyond the root's
/// last day. Its subject is named after the key, so that each issuing key has revocation lists of its own and
/// a renewed certificate goes on with them. `note`: what has to be done before the root signs it; may be
/// empty. Errors: CertificateExpired for a root that is over; CertificateKeyUnsuitable unless the key is
/// P-256 or P-384; InputInvalid, CryptoFailed; those of `note`, nothing was signed then.
Result<Certificate> certifyIssuingKey(const RootOnMedium& root, const PublicKey& key, const QString& office,
                                      const QDateTime& now,
                                      const std::function<Result<>(const UnsignedCertificate&)>& note = {});

} // namespace madoguchi
