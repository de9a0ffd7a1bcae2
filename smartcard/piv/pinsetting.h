// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Setting a card's PIN anew in one short transaction: SELECT, compare the CHUID, sign a challenge with 9E,
// CHANGE REFERENCE DATA by the present PIN or RESET RETRY COUNTER by the PUK. On the card's worker thread;
// PINs and PUK are wiped with the request.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/piv/pivkey.h"
#include "smartcard/piv/pivpin.h"
#include "smartcard/piv/verifygate.h"

#include <QByteArray>

#include <memory>

namespace madoguchi {

struct PinChangeRequest {
    QByteArray chuid;           ///< of the card that was read before
    QByteArray cardCertificate; ///< its 9E, DER; empty: the card has none
    PinReference pinReference = PinReference::Piv;
    SecretBytes present; ///< both empty for an entry on the reader's keys
    SecretBytes next;
    PinEntry entry = PinEntry::Typed;
    /// VERIFY in place of the change: the new PIN will not do, which only who has the present one is to hear.
    bool onlyProve = false;
    QByteArray messagingKey = {}; ///< as for checkSameCard()
};

/// The outcome is about the present PIN. Errors: PinMalformed, before the card is asked anything;
/// CardChanged; CardNotGenuine, before a PIN is used; CardRemoved when the gate was shut, before a PIN is
/// used; CardCommandRefused when the card does not take the new PIN or can't change this one; those of
/// PivApplet.
Result<PinOutcome> changePinOnCard(CardTransaction& transaction, const PinChangeRequest& request,
                                   VerifyGate& gate);

struct PinUnblockRequest {
    QByteArray chuid;
    SecretBytes puk;
    SecretBytes next;
    QByteArray cardCertificate;   ///< 9E, DER; empty: the card has none
    QByteArray messagingKey = {}; ///< as for checkSameCard()
};

/// The outcome is about the PUK: Wrong costs one of its tries. Only the PIV PIN can be set so
/// (SP 800-73-4 part 2, 3.2.3). Errors as for changePinOnCard().
Result<PinOutcome> unblockPinOnCard(CardTransaction& transaction, const PinUnblockRequest& request,
                                    VerifyGate& gate);

} // namespace madoguchi
