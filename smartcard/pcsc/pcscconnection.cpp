// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcscconnection.h"

#include "smartcard/pcsc/pcscerror.h"
#include "smartcard/pcsc/pcscpad.h"

#include <QtEndian>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr DWORD Protocols = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;
constexpr int ResetTries = 3;
/// pcscd asks each reader for its card every 400 ms; after this it has noticed a removal.
constexpr DWORD RemovalNotice = 1'500;
constexpr qsizetype HeaderSize = 4;
constexpr qsizetype LcAndLeSize = 2;
constexpr qsizetype StatusSize = 2;

} // namespace

SecretBytes commandForProtocol(QByteArrayView command, DWORD protocol) {
    SecretBytes bytes = SecretBytes::copyOf(command);
    if (protocol != SCARD_PROTOCOL_T0)
        return bytes;
    if (command.size() == HeaderSize) {
        bytes.append(0x00);
    } else if (command.size() > HeaderSize + 1 &&
               command.size() == HeaderSize + LcAndLeSize + static_cast<quint8>(command[HeaderSize]))
        bytes.truncate(bytes.size() - 1);
    return bytes;
}

/// Ends with a reset, so that no verified PIN is left for whoever connects next.
class PcscConnection::Transaction final : public CardTransaction {
public:
    explicit Transaction(PcscConnection& connection)
        : m_connection(connection), m_buffer(MAX_BUFFER_SIZE_EXTENDED) {}
    ~Transaction() override { m_connection.end(); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Result<SecretBytes> transmit(QByteArrayView command) override;
    ReaderFeatures readerFeatures() override { return PcscPad(m_connection.m_card).features(); }
    Result<std::optional<quint16>> enterOnPad(const PadOrder& order) override;

private:
    PcscConnection& m_connection;
    SecretBytes m_buffer;
};

Result<std::optional<quint16>> PcscConnection::Transaction::enterOnPad(const PadOrder& order) {
    const PcscPad::Answer answer = PcscPad(m_connection.m_card).enter(order);
    if (answer.code == SCARD_S_SUCCESS && answer.bytes.size() >= StatusSize)
        return std::optional(qFromBigEndian<quint16>(answer.bytes.last(StatusSize).constData()));
    if (answer.code != SCARD_S_SUCCESS) {
        auto failure = conversationFailure("SCardControl", answer.code);
        if (failure.value().code != ErrorCode::CardProtocolError)
            return failure;
    }
    // A driver says the same for a card that was pulled and for what its reader can't do.
    if (m_connection.leaves())
        return fail(ErrorCode::CardRemoved, u"during an entry on the reader's keys"_s);
    return std::optional<quint16>();
}

Result<SecretBytes> PcscConnection::Transaction::transmit(QByteArrayView command) {
    const SecretBytes sent = commandForProtocol(command, m_connection.m_protocol);
    const SCARD_IO_REQUEST* protocol =
        m_connection.m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    DWORD received = static_cast<DWORD>(m_buffer.size());
    const LONG code = SCardTransmit(m_connection.m_card, protocol, sent.data(),
                                    static_cast<DWORD>(sent.size()), nullptr, m_buffer.data(), &received);
    if (code == SCARD_E_NOT_TRANSACTED && !m_connection.leaves())
        return fail(ErrorCode::CardMute, u"the reader got no answer"_s);
    if (code == SCARD_E_NOT_TRANSACTED)
        return fail(ErrorCode::CardRemoved, u"before pcscd noticed"_s);
    if (code == SCARD_E_INSUFFICIENT_BUFFER)
        return fail(ErrorCode::CardProtocolError, u"longer than any response"_s);
    if (code != SCARD_S_SUCCESS)
        return conversationFailure("SCardTransmit", code);
    if (received < 2) // pcscd calls it success when the card leaves during a command
        return fail(ErrorCode::CardRemoved, u"%1 bytes received"_s.arg(received));
    SecretBytes response = SecretBytes::copyOf(m_buffer.view().first(static_cast<qsizetype>(received)));
    OPENSSL_cleanse(m_buffer.data(), received);
    return response;
}

Result<std::unique_ptr<CardConnection>> PcscConnection::open(const QString& reader) {
    auto context = PcscContext::establish();
    if (!context)
        return fail(context.error());
    std::unique_ptr<PcscConnection> connection(new PcscConnection(std::move(*context), reader.toUtf8()));
    const LONG code =
        SCardConnect(connection->m_context.handle(), connection->m_reader.constData(), SCARD_SHARE_SHARED,
                     Protocols, &connection->m_card, &connection->m_protocol);
    if (code != SCARD_S_SUCCESS)
        return connectFailure("SCardConnect", code);
    return connection;
}

PcscConnection::~PcscConnection() {
    if (m_card != 0)
        SCardDisconnect(m_card, m_reset ? SCARD_LEAVE_CARD : SCARD_RESET_CARD);
}

Result<std::unique_ptr<CardTransaction>> PcscConnection::begin() {
    LONG code = SCardBeginTransaction(m_card);
    // Another program's reset before our first command does no harm: pcscd only wants us to know of it.
    for (int tried = 0; code == SCARD_W_RESET_CARD && tried < ResetTries; ++tried) {
        code = SCardReconnect(m_card, SCARD_SHARE_SHARED, Protocols, SCARD_LEAVE_CARD, &m_protocol);
        if (code == SCARD_S_SUCCESS)
            code = SCardBeginTransaction(m_card);
    }
    if (code != SCARD_S_SUCCESS)
        return conversationFailure("SCardBeginTransaction", code);
    m_reset = false;
    return std::make_unique<Transaction>(*this);
}

/// Whether the card is leaving: pcscd says the same for that and for a card that does not answer, until it
/// has looked for the card again.
bool PcscConnection::leaves() {
    SCARD_READERSTATE state{};
    state.szReader = m_reader.constData();
    state.dwCurrentState = SCARD_STATE_UNAWARE;
    LONG code = SCardGetStatusChange(m_context.handle(), 0, &state, 1);
    if (code == SCARD_S_SUCCESS && (state.dwEventState & SCARD_STATE_PRESENT) != 0) {
        state.dwCurrentState = state.dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
        code = SCardGetStatusChange(m_context.handle(), RemovalNotice, &state, 1);
    }
    return code != SCARD_E_TIMEOUT;
}

void PcscConnection::end() {
    m_reset = SCardEndTransaction(m_card, SCARD_RESET_CARD) == SCARD_S_SUCCESS;
}

} // namespace madoguchi
