// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Signatures by the key in 9C of an administrator's card, under certificates and revocation lists. 9C wants
// the PIN right before each use (SP 800-73-4 part 1, 3.1.3), so each message costs VERIFY and GENERAL
// AUTHENTICATE with no command between them. On the card's worker thread; the PIN is wiped with the request.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/piv/pivkey.h"
#include "smartcard/piv/pivpin.h"
#include "smartcard/piv/verifygate.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace madoguchi {

struct IssuingSignatureRequest {
    QByteArray chuid; ///< content of the card's CHUID object; another card is refused before its PIN is used
    QByteArray cardCertificate; ///< 9E, DER; empty: the card has none
    QByteArray certificate;     ///< of the key in 9C, DER; P-256 or P-384
    PinReference pinReference = PinReference::Piv;
    SecretBytes pin;
    QList<QByteArray> messages;            ///< at least one; signed whole: they are hashed here
    std::shared_ptr<VerifyGate> gate = {}; ///< passed right before the first VERIFY; none: nobody asks
    QByteArray messagingKey = {};          ///< as for checkSameCard()
};

struct IssuingSignatures {
    PinOutcome pin;
    QList<QByteArray>
        signatures; ///< ECDSA, DER, checked; one for each message, none unless the PIN was right
};

/// All of the messages or none: after a failure the signatures that were made are dropped. A wrong PIN is an
/// outcome and costs one try whatever the number of messages. Errors: PinMalformed, InputInvalid without
/// messages, CertificateMalformed and CertificateKeyUnsuitable, all before the card is asked anything;
/// CardChanged for another card; CardRemoved when the gate was shut; CardNotGenuine when the card does not
/// hold the key of `cardCertificate`, before its PIN is used, or a signature does not fit the certificate;
/// CardProtocolError when the card refuses a PIN that it has just accepted; those of PivApplet.
Result<IssuingSignatures> signWithIssuingKey(CardTransaction& transaction,
                                             const IssuingSignatureRequest& request);

} // namespace madoguchi
