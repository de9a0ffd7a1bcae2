// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Cards and an authority for the simulator's own tests, and the host's side of a conversation, spelt out in
// hex so that nothing of the product is needed to try the card.
#pragma once

#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"

#include <memory>

namespace madoguchi {

inline const QByteArray TestPin = "739154";
inline const QByteArray TestPuk = "73915428";

inline CertificateAuthority testAuthority() {
    return CertificateAuthority::make({QStringLiteral("試験市"), {}, QStringLiteral("試験認証局"), {}},
                                      CertificateValidity::years(10))
        .value();
}

inline CardOrder testOrder() {
    CardOrder order;
    order.subject = {QStringLiteral("試験市"), QStringLiteral("市民課"), QStringLiteral("窓口 花子"),
                     QStringLiteral("S0001")};
    order.pin = TestPin;
    order.puk = TestPuk;
    return order;
}

/// Sends commands in hex and gives answers in hex.
class Host {
public:
    explicit Host(std::shared_ptr<SimulatedCard> card) : m_card(std::move(card)) {}

    QByteArray send(const QByteArray& hex) {
        return m_card->transmit(QByteArray::fromHex(hex)).toHex().toUpper();
    }
    QByteArray select() { return send("00A404000BA00000030800001000010000").right(4); }
    QByteArray verify(const QByteArray& pin) { return send("0020008008" + padded(pin)); }
    QByteArray tries() { return send("00200080"); }
    QByteArray change(const QByteArray& old, const QByteArray& next) {
        return send("0024008010" + padded(old) + padded(next));
    }
    QByteArray unblock(const QByteArray& puk, const QByteArray& next) {
        return send("002C008010" + padded(puk) + padded(next));
    }

    /// The data without the status bytes, put together by GET RESPONSE; empty unless it ends with 9000.
    QByteArray fetch(const QByteArray& hex) {
        QByteArray data;
        QByteArray response = m_card->transmit(QByteArray::fromHex(hex));
        while (response.size() >= 2 && response[response.size() - 2] == 0x61) {
            data += response.chopped(2);
            response = m_card->transmit(QByteArray::fromHex("00C0000000"));
        }
        return response.endsWith(QByteArray::fromHex("9000")) ? data + response.chopped(2) : QByteArray();
    }

private:
    static QByteArray padded(const QByteArray& pin) { return pin.leftJustified(8, char(0xFF)).toHex(); }

    std::shared_ptr<SimulatedCard> m_card;
};

} // namespace madoguchi
