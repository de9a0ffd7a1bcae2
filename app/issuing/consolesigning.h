// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Has the 9C key of an administrator's card sign something for madoguchictl: nobody is logged in, the try of
// the PIN is on record before the card sees it, and the card's last try is left alone. Main thread; blocks as
// long as the card.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/crypto/certificate.h"
#include "app/operators/operatordirectory.h"
#include "smartcard/cardstack.h"
#include "smartcard/piv/issuingsignature.h"

namespace madoguchi {

/// What is known of an issuing card before its PIN.
struct IssuingCard {
    QByteArray chuid; ///< content of the object
    PublicKey key;    ///< of 9C, P-256 or P-384
    PinReference pinReference = PinReference::Piv;
    QByteArray chuidHash() const; ///< as OperatorCard has it
};

/// Errors: CardObjectMissing without CHUID or certificate in 9C; CertificateKeyUnsuitable for another kind of
/// key; CardBlocked, PinLastTry; those of PivApplet.
Result<IssuingCard> readIssuingCard(CardTransaction& transaction);

/// The signature over `message`, which fits `certificate`. A wrong PIN is an outcome, without a signature. A
/// card of the register proves its 9E key before the PIN is used. Errors: RecordFailed, before the PIN is
/// used; CardNotGenuine when the card has not that key or the one of `certificate`; those of `directory`, of
/// readIssuingCard() and signWithIssuingKey().
Result<IssuingSignatures> signAtConsole(ActionRunner& actions, const OperatorDirectory& directory,
                                        CardTransaction& transaction, const Certificate& certificate,
                                        const QByteArray& message, SecretBytes pin);

} // namespace madoguchi
