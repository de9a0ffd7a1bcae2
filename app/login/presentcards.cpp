// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/presentcards.h"

#include <algorithm>

namespace madoguchi {

void PresentCards::remove(CardId card) {
    m_oldestFirst.removeAll(card);
    m_sentAway.remove(card);
}

CardId PresentCards::next() const {
    const auto found =
        std::ranges::find_if(m_oldestFirst, [this](CardId card) { return !m_sentAway.contains(card); });
    return found == m_oldestFirst.cend() ? 0 : *found;
}

} // namespace madoguchi
