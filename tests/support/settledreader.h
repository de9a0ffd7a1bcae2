// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// When a virtual reader may take the next card. A card that is pulled while pcscd resets it, as at the end of
// a conversation, counts as gone at once; but pcscd looks for cards only every 400 ms, and the next one, if
// it comes before that, is never noticed. pcscd counts what it has seen itself: a card that comes makes the
// count odd, one that goes makes it even. For readers that were empty when pcscd began. Any thread.
#pragma once

#include "smartcard/cardstack.h"

#include <algorithm>

namespace madoguchi {

inline bool isSettled(const ReaderState& reader) {
    return reader.cardPresent == (reader.eventCount % 2 == 1);
}

/// Whether that reader is among `readers`, and pcscd has seen that it is empty.
inline bool isReadyForACard(const QList<ReaderState>& readers, const QString& name) {
    return std::any_of(readers.begin(), readers.end(), [&](const ReaderState& reader) {
        return reader.name == name && !reader.cardPresent && isSettled(reader);
    });
}

} // namespace madoguchi
