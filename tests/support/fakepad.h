// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The keys of a pretended reader, and who comes to them. It reads the blocks of PC/SC part 10 by pcsc-lite's
// own structures. Any thread.
#pragma once

#include "smartcard/simulator/simulatedcard.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace madoguchi {

/// What happens when a reader asks for a PIN on its keys.
struct PadVisit {
    QList<QByteArray> typed = {};          ///< one PIN; or the present, the new, the new one once more
    bool reachesCard = true;               ///< what was typed
    std::optional<quint16> says = {};      ///< the reader, whatever the card answered
    std::optional<quint32> failsWith = {}; ///< SCardControl, whatever became of the command

    static PadVisit typing(const QList<QByteArray>& pins) { return {.typed = pins}; }
    /// The reader's own word, without asking the card.
    static PadVisit ending(quint16 status) { return {.reachesCard = false, .says = status}; }
};

struct FakePad {
    bool verifies = true;
    bool changes = true;
    quint8 shortest = 4;
    quint8 longest = 16;

    /// What a control code asks for.
    enum class Question { Features, Properties, Verify, Change, Unknown };
    static Question questionOf(unsigned long controlCode);

    QByteArray features() const;
    QByteArray properties() const;
    /// The status word: the card's or the reader's own.
    QByteArray enter(Question question, const QByteArray& block, const PadVisit& visit,
                     SimulatedCard& card) const;
};

} // namespace madoguchi
