// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Has the 9C key of an administrator's card sign something for madoguchictl: nobody is logged in, so the card
// must be in the register, be its holder's to use now, and prove its 9E key in each conversation. The try of
// the PIN is on record and counts with those of the logins before the card sees it; the card's last try is
// left alone. Main thread; blocks as long as the card.
#pragma once

#include "app/crypto/certificate.h"
#include "app/operators/operatorcard.h"
#include "app/station/station.h"
#include "smartcard/cardstack.h"
#include "smartcard/piv/issuingsignature.h"

#include <optional>

namespace madoguchi {

/// A card of the register that has proven itself, before its PIN.
struct IssuingCard {
    QByteArray chuid; ///< content of the object
    PublicKey key;    ///< of 9C, P-256 or P-384
    OperatorCard registered;
    std::optional<int> pinTries = {}; ///< as the card counts; none when it does not tell
    PinReference pinReference() const;
};

/// A refusal is on record. Errors: CardUnknown, and the others of admission(); PermissionDenied when its
/// holder's role does not issue cards; PinDelayed, PinLocked, PolicyUnreadable; CardWithoutCardKey for a card
/// that was registered without 9E; CardNotGenuine when it does not hold that key; CardObjectMissing without
/// CHUID or certificate in 9C; CertificateKeyUnsuitable for another kind of key; CardBlocked, PinLastTry;
/// those of PivApplet and of the register; RecordFailed.
Result<IssuingCard> examineIssuingCard(Station& station, CardTransaction& transaction);

/// The signature over `message`, which fits `certificate`. `asked`: the card that the PIN was asked for,
/// which is examined once more; another one is CardChanged. A wrong PIN is an outcome, without a signature; a
/// try that the card certainly never saw is taken back. Errors: RecordFailed, before the PIN is used; those
/// of examineIssuingCard() and signWithIssuingKey().
Result<IssuingSignatures> signAtConsole(Station& station, CardTransaction& transaction,
                                        const IssuingCard& asked, const Certificate& certificate,
                                        const QByteArray& message, SecretBytes pin);

} // namespace madoguchi
