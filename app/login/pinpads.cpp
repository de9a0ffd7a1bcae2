// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/pinpads.h"

namespace madoguchi {

void PinPads::note(CardId card, const ReaderFeatures& said) {
    const QString reader = m_parts.cards.readerOf(card);
    if (!reader.isEmpty())
        m_said.insert(reader, said);
}

void PinPads::distrust(CardId card) {
    m_distrusted.insert(m_parts.cards.readerOf(card));
}

bool PinPads::verifies(CardId card) const {
    const auto pad = padOf(card);
    return pad && pad->verifiesOnPad;
}

bool PinPads::changes(CardId card) const {
    const auto pad = padOf(card);
    const Result<StationPolicy> policy = m_parts.policy();
    return pad && pad->changesOnPad && policy && policy->changePinOnPad;
}

std::optional<ReaderFeatures> PinPads::padOf(CardId card) const {
    const QString reader = m_parts.cards.readerOf(card);
    const auto said = m_said.constFind(reader);
    if (said == m_said.constEnd() || m_distrusted.contains(reader) || m_parts.claimIsFalse(reader))
        return std::nullopt;
    const Result<StationPolicy> policy = m_parts.policy();
    if (!policy || !policy->usePinPads || policy->pins.characters != PinCharacters::Digits)
        return std::nullopt;
    return *said;
}

} // namespace madoguchi
