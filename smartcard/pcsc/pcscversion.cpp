// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcscversion.h"

#include <pcsclite.h>

namespace madoguchi {

QString pcscVersion() {
    return QStringLiteral(PCSCLITE_VERSION_NUMBER);
}

} // namespace madoguchi
