// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The PIV card lent to one operator (操作者識別カード), as the register knows it. A value; any thread.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace madoguchi {

/// Which event leads where: nextCardState() in cardevents.h.
enum class OperatorCardState {
    Active = 0,      ///< in somebody's hands
    Invalidated = 1, ///< treated as a card that is not in the register; only to be destroyed
    Suspended = 2,   ///< with its operator
    Returned = 3,    ///< given back; may be lent again
    Lost = 4,
    Found = 5,          ///< after it was lost: never to be used again
    Destroyed = 6,      ///< gone, before a witness
    SuspendedAlone = 7, ///< this card only, whatever becomes of its operator
};

struct OperatorCard {
    QString id; ///< register id such as "C-0001"; names the card in the log
    QString operatorId;
    QByteArray chuidHash; ///< SHA-256 of the CHUID object's content; empty when the card has none
    QByteArray authenticationCertificate; ///< 9A, DER
    QByteArray keyManagementCertificate;  ///< 9D, DER; empty: the card can't open the vault
    QByteArray cardCertificate;           ///< 9E, DER; empty when the card has none
    bool usesGlobalPin = false;           ///< the card asks for its global PIN (00), not for that of PIV (80)
    QByteArray messagingKey = {};         ///< of secure messaging, 04 X Y; empty: the card offered none
    OperatorCardState state = OperatorCardState::Active;
    QDateTime enrolledAt;
    QDateTime endsAt = {}; ///< of a day card: no longer in force from then on; null for any other card
    QDateTime lastLoginAt; ///< null before the first
    QString lastLoginTerminal;
    int failuresSinceLogin = 0; ///< refused or unanswered PIN tries on this station since lastLoginAt

    bool operator==(const OperatorCard&) const = default;
};

} // namespace madoguchi
