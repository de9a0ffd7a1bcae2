// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One card behind pcscd and the exclusive use of it. The thread that opened it.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/pcsc/pcsccontext.h"

namespace madoguchi {

class PcscConnection final : public CardConnection {
public:
    /// Connects with a context of its own, so that a mute card in one reader holds up no other. Errors as for
    /// CardStack::connect().
    static Result<std::unique_ptr<CardConnection>> open(const QString& reader);
    /// Resets the card unless the end of a transaction did.
    ~PcscConnection() override;
    PcscConnection(const PcscConnection&) = delete;
    PcscConnection& operator=(const PcscConnection&) = delete;

    Result<std::unique_ptr<CardTransaction>> begin() override;

private:
    class Transaction;
    friend class Transaction;

    PcscConnection(PcscContext context, QByteArray reader)
        : m_context(std::move(context)), m_reader(std::move(reader)) {}
    bool leaves();
    void end();

    PcscContext m_context;
    QByteArray m_reader;
    SCARDHANDLE m_card = 0;
    DWORD m_protocol = 0;
    bool m_reset = false; ///< nothing was said to the card since it was reset
};

/// `command` as it goes to a card that speaks `protocol`: with T=0 a command without data and answer still
/// has a fifth byte, and one with both has no Le (ISO/IEC 7816-3:2006, 12.2).
SecretBytes commandForProtocol(QByteArrayView command, DWORD protocol);

} // namespace madoguchi
