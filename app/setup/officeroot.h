// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The office's own root and a station that is to trust it: where it may lie, and the one that it is. Any
// thread; blocks as long as the medium, and a moment for scrypt.
#pragma once

#include "app/crypto/certificateverifier.h"
#include "app/issuing/rootmedium.h"
#include "app/station/stationfolder.h"

namespace madoguchi {

/// The folder's path without links. Errors: FileMissing; InputInvalid for one inside the station, because
/// whoever steals the station must not have the root.
Result<QString> placeForRoot(const StationFolder& station, const QString& folder);
/// Whether both lie on one file system: then the folder is not on a medium that can be taken away.
bool isOnDiskOf(const StationFolder& station, const QString& folder);

/// The root in `folder` when the station does not trust another. Errors: those of openRootIn();
/// CertificateNotTrusted.
Result<RootOnMedium> openTrustedRoot(const CertificateVerifier& roots, const QString& folder,
                                     const SecretBytes& passphrase);

} // namespace madoguchi
