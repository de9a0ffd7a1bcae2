// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A transaction that counts what goes through it and never looks inside. The thread of the transaction.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/cardtraffic.h"

namespace madoguchi {

class CountingTransaction final : public CardTransaction {
public:
    /// `transaction` must outlive this one.
    explicit CountingTransaction(CardTransaction& transaction) : m_transaction(transaction) {}

    Result<SecretBytes> transmit(QByteArrayView command) override;
    ReaderFeatures readerFeatures() override { return m_transaction.readerFeatures(); }
    /// Counts as a command; its bytes are between reader and card.
    Result<std::optional<quint16>> enterOnPad(const PadOrder& order) override;
    const CardTraffic& traffic() const { return m_traffic; }

private:
    CardTransaction& m_transaction;
    CardTraffic m_traffic;
};

} // namespace madoguchi
