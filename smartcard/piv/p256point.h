// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Points of P-256 as cards and stored slots give them, 04 X Y. Any thread.
#pragma once

#include "app/base/openssl.h"

#include <QByteArrayView>

namespace madoguchi {

inline constexpr qsizetype P256PointSize = 65;

/// A public key on P-256. Errors: InputInvalid when `point` is not on the curve; CryptoFailed.
Result<openssl::Key> keyOfP256Point(QByteArrayView point);

} // namespace madoguchi
