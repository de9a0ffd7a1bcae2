// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How a YubiKey shows that it made a key: its maker puts a key and a certificate into slot F9, with which the
// card signs a certificate of each key that is asked for. Any thread; the command under the card's lock.
#pragma once

#include "smartcard/simulator/certificateauthority.h"
#include "smartcard/simulator/pivstate.h"
#include "smartcard/simulator/receivedcommand.h"

namespace madoguchi {

/// What the maker does: a new key and its certificate in F9. `maker` must allow one authority below itself.
/// CryptoFailed.
Result<> addAttestationKey(CardContent& card, const CertificateAuthority& maker);

namespace simulator {

struct AttestedFacts {
    QByteArray version;     ///< of the firmware, three bytes
    quint8 pinPolicy = 0;   ///< of the key: 1 never, 2 once, 3 always
    quint8 touchPolicy = 0; ///< of the key: 1 never
};

/// ATTEST. ReferenceNotFound for a card without F9 and for a slot without a key.
Reply attest(const PivState& state, quint8 slot, const AttestedFacts& facts);

} // namespace simulator
} // namespace madoguchi
