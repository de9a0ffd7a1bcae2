// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Commands and answers of one PIV secure messaging session, SP 800-73-4 part 2, 4.2: the data encrypted, all
// of it under a MAC that continues the one before, so that nothing can be read, changed, left out or played
// again. Whole commands and whole answers; pieces are exchange()'s. Any thread; one object, one thread.
#pragma once

#include "smartcard/apdu/commandapdu.h"
#include "smartcard/apdu/responseapdu.h"
#include "smartcard/piv/securemessagingkeys.h"

namespace madoguchi {

class SecureMessagingSession {
public:
    explicit SecureMessagingSession(SecureMessagingKeys keys) : m_keys(std::move(keys)) {}

    /// The command that carries `command`. Each wrapped command wants its answer unwrapped before the next.
    /// Errors: SecureMessagingFailed when the session is over, as it is after any failure; CryptoFailed.
    Result<CommandApdu> wrap(const CommandApdu& command);
    /// What the card answered inside `answer`: its status word is the one under the MAC. Errors:
    /// SecureMessagingFailed when the card answered outside the session, or the MAC does not fit.
    Result<ResponseApdu> unwrap(const ResponseApdu& answer);

private:
    enum class State { Ready, Awaiting, Over };

    Result<SecretBytes> encrypted(const SecretBytes& data) const;
    Result<SecretBytes> decrypted(QByteArrayView cryptogram) const;
    QByteArray counter(quint8 first) const;

    SecureMessagingKeys m_keys;
    SecretBytes m_commandChain{SecureMessagingBlock};  ///< the MAC of the command before
    SecretBytes m_responseChain{SecureMessagingBlock}; ///< the MAC of the answer before
    quint64 m_counter = 1;
    State m_state = State::Ready;
};

} // namespace madoguchi
