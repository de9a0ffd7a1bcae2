// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is written to a new card beside its keys and certificates: the contents of data objects, SP 800-73-4
// part 1, appendix A. Values; any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDate>

namespace madoguchi {

/// Card holder unique identifier (table 9), unsigned: a FASC-N that names no federal agency, `guid` of 16
/// bytes, the card's last day.
QByteArray chuidContent(const QByteArray& guid, const QDate& lastDay);
/// What names one card in the content of its CHUID. Empty where it is missing, malformed, or the same for
/// many cards: a GUID of zeros, a FASC-N of cards that no federal agency issued (agency 9999).
struct ChuidIdentifiers {
    QByteArray guid;  ///< 16 bytes
    QByteArray fascN; ///< 25 bytes, packed
};
ChuidIdentifiers chuidIdentifiers(QByteArrayView content);
inline constexpr qsizetype CapabilityIdentifierBytes = 14;

/// Card capability container (table 8): `identifier` has 14 bytes; no container is described.
QByteArray capabilityContent(const QByteArray& identifier);
/// The other way round: the 14 bytes; empty when `content` is no such container, or not one of ours.
QByteArray capabilityIdentifier(QByteArrayView content);
/// Key history (table 19): no retired keys.
QByteArray keyHistoryContent();
/// A random GUID, version 4 of RFC 4122, 16 bytes.
QByteArray newCardGuid();

} // namespace madoguchi
