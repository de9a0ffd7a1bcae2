// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One conversation of a madoguchictl command with the card in a reader. Blocks as long as the card.
#pragma once

#include "smartcard/pcsc/pcscstack.h"

#include <QString>

#include <memory>
#include <type_traits>
#include <utility>

namespace madoguchi {

/// The answer to reset of the card in a reader, which is there: without any reader it waits for one. Errors:
/// those of CardStack::waitForChange(); CardMissing.
inline Result<QByteArray> answerToReset(const QString& reader) {
    const auto readers = PcscStack().waitForChange({});
    if (!readers)
        return fail(readers.error());
    for (const ReaderState& state : *readers) {
        if (state.name == reader && state.cardPresent)
            return state.atr;
    }
    return fail(ErrorCode::CardMissing, reader);
}

/// `conversation` takes a CardTransaction and gives a Result. Errors: those of CardStack::connect() and
/// CardConnection::begin(), and its own.
template <class Conversation>
auto converse(const QString& reader, Conversation&& conversation)
    -> std::invoke_result_t<Conversation, CardTransaction&> {
    PcscStack cards;
    const Result<std::unique_ptr<CardConnection>> connection = cards.connect(reader);
    if (!connection)
        return fail(connection.error());
    const Result<std::unique_ptr<CardTransaction>> transaction = (*connection)->begin();
    if (!transaction)
        return fail(transaction.error());
    return std::forward<Conversation>(conversation)(**transaction);
}

} // namespace madoguchi
