// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/countingtransaction.h"

namespace madoguchi {

Result<SecretBytes> CountingTransaction::transmit(QByteArrayView command) {
    m_traffic.commands += 1;
    m_traffic.bytesSent += command.size();
    auto response = m_transaction.transmit(command);
    if (response)
        m_traffic.bytesReceived += static_cast<qint64>(response->size());
    return response;
}

Result<std::optional<quint16>> CountingTransaction::enterOnPad(const PadOrder& order) {
    m_traffic.commands += 1;
    return m_transaction.enterOnPad(order);
}

} // namespace madoguchi
