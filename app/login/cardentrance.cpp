// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/cardentrance.h"

namespace madoguchi {

CardEntrance::CardEntrance(const LoginParts& parts, const ReaderGate& gate, QObject* parent)
    : QObject(parent), m_gate(gate), m_recognition(parts) {}

bool CardEntrance::takes(CardId card) {
    if (!m_gate.isForApplicants(card))
        return true;
    m_present.sendAway(card);
    look(card);
    return false;
}

CardId CardEntrance::next() {
    CardId card = m_present.next();
    while (card != 0 && !takes(card))
        card = m_present.next();
    return card;
}

void CardEntrance::look(CardId card) {
    m_recognition.read(card, this, [this, card](const Result<CardIdentity>& identity) {
        if (!identity)
            return; // an applicant's may be of any kind
        if (const auto known = m_recognition.recognise(*identity))
            Q_EMIT misplaced(card, *known);
    });
}

} // namespace madoguchi
