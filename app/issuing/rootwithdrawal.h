// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The root takes back issuing certificates: the list that it signs is kept beside it on its medium
// (root-list.pem) and carried to the stations like any other. A root signs seldom, so its list is current
// until its certificate ends. Any thread.
#pragma once

#include "app/crypto/revocationlist.h"
#include "app/issuing/rootmedium.h"

#include <optional>

namespace madoguchi {

/// What becomes of the cards that were issued with a withdrawn certificate.
enum class IssuedCards {
    Stay,   ///< those that are in a register now; the list says cessationOfOperation
    Refused ///< at once, all of them; the list says keyCompromise
};

/// The list on the root's medium; none before the first withdrawal. Errors: FileUnreadable, and those of
/// RevocationList::read().
Result<std::optional<RevocationList>> rootListIn(const QString& folder, const Certificate& root);
/// Errors: FileUnwritable, DiskFull.
Result<> writeRootListIn(const QString& folder, const RevocationList& list);

/// The next list after the `known` ones of this root, from its medium and from stations: with everything that
/// any of them has, and `issuing`. What was refused once is not taken back. Errors: InputInvalid when the
/// root did not issue one of them; CertificateExpired for a root that is over; CryptoFailed.
Result<RevocationList> signWithdrawal(const RootOnMedium& root, const QList<RevocationList>& known,
                                      const QList<Certificate>& issuing, IssuedCards issued,
                                      const QDateTime& now);

} // namespace madoguchi
