// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The keys of a PIV card by their slots, SP 800-73-4 part 1 table 4b, and the algorithms that we use with
// them, SP 800-78-4 table 6-2. Any thread.
#pragma once

#include <QtGlobal>

namespace madoguchi {

enum class PivKey : quint8 {
    Authentication = 0x9A,
    Signature = 0x9C, ///< wants the PIN right before each use: no command may come between
    KeyManagement = 0x9D,
    CardAuthentication = 0x9E, ///< works without the PIN
};

enum class PivAlgorithm : quint8 {
    Rsa2048 = 0x07,
    EcP256 = 0x11,
    EcP384 = 0x14,
};

/// Which PIN a card wants, SP 800-73-4 part 2, 3.2.1: the value is P2 of VERIFY.
enum class PinReference : quint8 {
    Global = 0x00,
    Piv = 0x80,
};

} // namespace madoguchi
