// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The cards in the readers, and which of them the login has sent away: those wait for nobody until they are
// taken out. A value; any thread.
#pragma once

#include "smartcard/cardservice.h"

#include <QList>
#include <QSet>

namespace madoguchi {

class PresentCards {
public:
    void insert(CardId card) { m_oldestFirst.append(card); }
    void remove(CardId card);
    void sendAway(CardId card) { m_sentAway.insert(card); }
    /// The oldest that was not sent away; 0 for none.
    CardId next() const;

private:
    QList<CardId> m_oldestFirst;
    QSet<CardId> m_sentAway;
};

} // namespace madoguchi
