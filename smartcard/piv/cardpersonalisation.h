// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Makes an operator card from a blank one, in three conversations between which certificates are signed and
// the register is written: keys, contents, first PIN. Each can be repeated after it was cut off anywhere.
// On the card's worker thread; the steps capture their secrets and are wiped with them.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/piv/pivadministrator.h"
#include "smartcard/piv/pivattestation.h"
#include "smartcard/piv/pivpin.h"

#include <QByteArray>
#include <QDate>

#include <optional>
#include <vector>

namespace madoguchi {

/// By what a card lets itself be managed before and after issuing.
struct CardSecrets {
    /// The card's key is one of these; those of the algorithm that the card tells, in this order. None of
    /// them costs a try: a wrong management key is not counted by PIV cards (SP 800-73-4 part 2, 3.2.4).
    std::vector<PivManagementKey> managementKeys;
    /// How many of them, from the first, are of earlier issues; the others are factories', which anybody
    /// knows.
    std::size_t officeKeys = 0;
    /// What the key becomes: the first bytes of this seed (32 bytes), with the algorithm that the card has
    /// now.
    SecretBytes nextManagementSeed;
    /// The card's PUK is one of these. A wrong one costs a try, so the likeliest comes first, and the last
    /// try is never used.
    std::vector<SecretBytes> puks;
    /// 9E, DER, of the card that PUKs of earlier issues belong to: one that takes a factory's key is told
    /// none of them before it has proven that it is that card, because anybody can write a mark on a card.
    /// Until then it has one of `factoryPuks`. Empty: there is no such card to protect.
    QByteArray formerCard = {};
    std::vector<SecretBytes> factoryPuks = {};
    SecretBytes nextPuk; ///< what the PUK becomes
    /// For a card that carries the mark of an earlier issue: the PUK of that issue. The card gets it by
    /// `puks` before its mark changes, so that its PUK is always the mark's or the one before it. Empty: no
    /// such card.
    SecretBytes pukOfMark = {};
    /// Such cards can tell who made them: they are asked once the keys are made.
    bool attests = false;
    /// 14 bytes that name the card from the first change on (CapabilityContainer; see readBlankCard()).
    /// Empty: the card is not marked.
    QByteArray mark = {};
};

/// The points of the new keys, 04 X Y on P-256.
struct CardPublicKeys {
    QByteArray authentication;     ///< 9A
    QByteArray signature;          ///< 9C
    QByteArray keyManagement;      ///< 9D
    QByteArray cardAuthentication; ///< 9E
};

struct CardKeysMade {
    CardPublicKeys keys;
    /// The card has no command for it: whoever knows the factory's key can overwrite the card, but can't use
    /// it.
    bool managementKeyKept = false;
    /// Not checked. None: the card can't, or was not asked.
    std::optional<CardAttestation> attestation = {};
};

/// Marks the card, makes management key and PUK the office's, empties what a former holder left, and makes
/// the four keys. Errors: CardManagementKeyWrong when none of the keys is the card's; CardBlocked when no PUK
/// is, or the PUK has one try left; CardNotGenuine, CardCommandRefused, CardProtocolError, those of
/// PivApplet and readAttestation().
Result<CardKeysMade> makeCardKeys(CardTransaction& transaction, const CardSecrets& secrets);

struct CardContents {
    QByteArray guid; ///< 16 bytes
    QDate lastDay;
    QByteArray authentication; ///< certificates, DER
    QByteArray signature;
    QByteArray keyManagement;
    QByteArray cardAuthentication;
};

/// Writes the objects and reads each back; the CHUID comes last, so that a card with one is complete.
/// `managementKeys` as in CardSecrets. Errors: CardManagementKeyWrong; CardProtocolError when a card does not
/// give back what was written.
Result<> writeCardContents(CardTransaction& transaction, const std::vector<PivManagementKey>& managementKeys,
                           const CardContents& contents);

struct FirstPinRequest {
    CardContents contents; ///< of the card, as written
    SecretBytes puk;
    SecretBytes pin;
    QByteArray challenge; ///< at least 16 bytes, for 9A to sign
    QByteArray vaultPeer; ///< on P-256, 04 X Y, for 9D to agree with
};

/// What the holder's first PIN proved.
struct FirstPin {
    PinOutcome puk;               ///< about the PUK that sets the PIN; unless accepted there is nothing else
    QByteArray signature;         ///< by 9A over the challenge, checked
    SecretBytes vaultSecret;      ///< ECDH of 9D with the peer
    QByteArray messagingKey = {}; ///< PivApplet::messagingKey()
};

/// Sets the card's PIN by the PUK, logs in with it and has 9A and 9D show their keys. Errors: InputInvalid
/// (challenge or peer), before the card is asked; PinMalformed, before PUK and PIN are sent; CardChanged when
/// the card has another CHUID, CardNotGenuine when it has not the key of its 9E certificate, both before PUK
/// and PIN are used; CardNotGenuine when the signature by 9A does not fit.
Result<FirstPin> setFirstPin(CardTransaction& transaction, const FirstPinRequest& request);

} // namespace madoguchi
