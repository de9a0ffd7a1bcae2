// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/scriptedcard.h"

namespace madoguchi {

Result<SecretBytes> ScriptedCard::transmit(QByteArrayView command) {
    const QByteArray sent = command.toByteArray();
    if (m_script.isEmpty() || sent != QByteArray::fromHex(m_script.front().command)) {
        m_unexpected = sent.toHex();
        return fail(ErrorCode::CardProtocolError, QStringLiteral("not in the script"));
    }
    const QByteArray answer = QByteArray::fromHex(m_script.takeFirst().answer);
    if (answer.isEmpty())
        return fail(ErrorCode::CardRemoved);
    return SecretBytes::copyOf(answer);
}

QByteArray ScriptedCard::deviation() const {
    if (!m_unexpected.isEmpty())
        return "sent " + m_unexpected;
    return m_script.isEmpty() ? QByteArray() : "never sent " + m_script.front().command;
}

} // namespace madoguchi
