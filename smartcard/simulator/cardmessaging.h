// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The card's side of secure messaging in cipher suite CS2 (SP 800-73-4 part 2, clause 4). Own code, apart
// from the product's in smartcard/piv, so that one does not repeat the other's mistakes. Used under the
// card's lock only.
#pragma once

#include "smartcard/simulator/cardkey.h"
#include "smartcard/simulator/receivedcommand.h"
#include "smartcard/simulator/statusword.h"

#include <optional>

namespace madoguchi::simulator {

class CardMessaging {
public:
    /// A session, and what the card says to the host's challenge (control byte, identifier, point).
    struct Agreement;
    /// Steps C1 to C11 of 4.1.2. Nothing for a challenge that makes no sense or a point off the curve.
    static std::optional<Agreement> agree(const CardKey& key, const QByteArray& certificate,
                                          QByteArrayView challenge);

    /// Whether the class byte asks for secure messaging.
    static bool isProtected(const ReceivedCommand& command) { return (command.cla & 0x0C) == 0x0C; }

    struct Opened {
        StatusWord status = StatusWord::Success; ///< else the session is over
        ReceivedCommand command = {};
    };
    Opened open(const ReceivedCommand& command);
    /// The data field that answers the command just opened.
    QByteArray seal(const Reply& reply);

private:
    CardMessaging() = default;
    QByteArray counter(quint8 first) const;

    QByteArray m_commandMac;
    QByteArray m_encryption;
    QByteArray m_responseMac;
    QByteArray m_commandChain = QByteArray(16, '\0');
    QByteArray m_responseChain = QByteArray(16, '\0');
    quint32 m_count = 0; ///< commands opened
};

struct CardMessaging::Agreement {
    CardMessaging session;
    QByteArray share; ///< control byte, nonce, cryptogram and certificate
};

} // namespace madoguchi::simulator
