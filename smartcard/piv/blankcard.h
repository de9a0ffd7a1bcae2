// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a card that is to be issued tells of itself before anything on it is changed: whose it may be still,
// and in which issue it was last made. In a conversation on the card's worker thread.
#pragma once

#include "smartcard/cardstack.h"

#include <QByteArray>

namespace madoguchi {

/// Whether a card has what proves who made it (slot F9).
enum class MakersProof { NotAsked, Present, Absent };

/// Each part is empty where the card has none or something unreadable.
struct BlankCard {
    /// From the capability container, 14 bytes: CardSecrets::mark of whoever made the card last.
    QByteArray mark;
    QByteArray chuid;                     ///< content of the CHUID object
    QByteArray authenticationCertificate; ///< 9A, DER
    QByteArray cardCertificate;           ///< 9E, DER
    MakersProof makersProof = MakersProof::NotAsked;

    bool operator==(const BlankCard&) const = default;
};

enum class BlankCardQuestion { WhoseItIs, AndWhoMadeIt };

/// Changes nothing and costs no try. Errors: those of PivApplet::select() and of transmit().
Result<BlankCard> readBlankCard(CardTransaction& transaction,
                                BlankCardQuestion question = BlankCardQuestion::WhoseItIs);

/// Before a later conversation changes the card: whether it still shows the same, or another lies in its
/// place. Who made it is not asked again. Errors: CardChanged; those of readBlankCard().
Result<> checkSameBlankCard(CardTransaction& transaction, const BlankCard& read);

} // namespace madoguchi
