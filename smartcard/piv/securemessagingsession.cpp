// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/securemessagingsession.h"

#include "smartcard/apdu/tlv.h"

#include <QtEndian>

#include <openssl/crypto.h>
#include <optional>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr quint32 Cryptogram = 0x87; // padding indicator and encrypted data
constexpr quint32 WantedLength = 0x97;
constexpr quint32 Status = 0x99;
constexpr quint32 Checksum = 0x8E;
constexpr quint8 SecureClass = 0x0C;
constexpr quint8 IsPadded = 0x01;
constexpr unsigned char PaddingBegins = 0x80;
constexpr quint8 OfCommand = 0x00; // first byte of the counter
constexpr quint8 OfResponse = 0x80;
constexpr qsizetype ChecksumSize = 8; // the first half of the MAC
constexpr auto Block = static_cast<qsizetype>(SecureMessagingBlock);

struct Parts {
    std::optional<QByteArrayView> cryptogram;
    QByteArrayView status;
    QByteArrayView checksum;
    QByteArrayView underChecksum; ///< all before the checksum, as it came
};

void padToBlocks(SecretBytes& bytes) {
    bytes.append(PaddingBegins);
    while (bytes.size() % SecureMessagingBlock != 0)
        bytes.append(0x00);
}

/// 4.2.2: 80 and zeros, never more than a block.
bool removePadding(SecretBytes& bytes) {
    std::size_t end = bytes.size();
    while (end > 0 && bytes.data()[end - 1] == 0x00)
        --end;
    if (end == 0 || bytes.data()[end - 1] != PaddingBegins || bytes.size() - end >= SecureMessagingBlock)
        return false;
    bytes.truncate(end - 1);
    return true;
}

/// 4.2.3: as if the command came in one piece.
SecretBytes headerBlock(const ApduHeader& header) {
    SecretBytes block;
    for (const quint8 byte : {SecureClass, header.ins, header.p1, header.p2})
        block.append(byte);
    padToBlocks(block);
    return block;
}

Result<Parts> partsOf(QByteArrayView field) {
    TlvReader reader(field);
    Parts parts;
    auto object = reader.next();
    if (object && object->tag == Cryptogram) {
        parts.cryptogram = object->value;
        object = reader.next();
    }
    if (!object || object->tag != Status || object->value.size() != 2)
        return fail(ErrorCode::SecureMessagingFailed, u"no status word under the MAC"_s);
    parts.status = object->value;
    parts.underChecksum = field.first(parts.status.data() + parts.status.size() - field.data());
    object = reader.next();
    if (!object || object->tag != Checksum || object->value.size() != ChecksumSize || !reader.atEnd())
        return fail(ErrorCode::SecureMessagingFailed, u"no MAC at the end"_s);
    parts.checksum = object->value;
    return parts;
}

bool fits(QByteArrayView checksum, const SecretBytes& mac) {
    return CRYPTO_memcmp(checksum.data(), mac.data(), static_cast<std::size_t>(ChecksumSize)) == 0;
}

} // namespace

Result<CommandApdu> SecureMessagingSession::wrap(const CommandApdu& command) {
    if (m_state != State::Ready)
        return fail(ErrorCode::SecureMessagingFailed, u"the session is over"_s);
    m_state = State::Over;
    SecretBytes field;
    if (!command.data().isEmpty()) {
        const auto cryptogram = encrypted(command.data());
        if (!cryptogram)
            return fail(cryptogram.error());
        appendTlv(field, Cryptogram, cryptogram->view());
    }
    if (command.answer() == ApduAnswer::Data) {
        const auto wanted = static_cast<char>(command.le() % 256); // 256 is written as 00
        appendTlv(field, WantedLength, QByteArrayView(&wanted, 1));
    }
    auto mac = aesCmac(m_keys.commandMac,
                       {m_commandChain.view(), headerBlock(command.header()).view(), field.view()});
    if (!mac)
        return fail(mac.error());
    appendTlv(field, Checksum, mac->view().first(ChecksumSize));
    m_commandChain = *std::move(mac);
    m_state = State::Awaiting;
    const ApduHeader& header = command.header();
    return CommandApdu({SecureClass, header.ins, header.p1, header.p2}, std::move(field), ApduAnswer::Data);
}

Result<ResponseApdu> SecureMessagingSession::unwrap(const ResponseApdu& answer) {
    if (m_state != State::Awaiting)
        return fail(ErrorCode::SecureMessagingFailed, u"an answer to no command"_s);
    m_state = State::Over;
    if (!answer.status.isSuccess())
        return fail(ErrorCode::SecureMessagingFailed, u"outside the session: "_s + toString(answer.status));
    const auto parts = partsOf(answer.data.view());
    if (!parts)
        return fail(parts.error());
    auto mac = aesCmac(m_keys.responseMac, {m_responseChain.view(), parts->underChecksum});
    if (!mac)
        return fail(mac.error());
    if (!fits(parts->checksum, *mac))
        return fail(ErrorCode::SecureMessagingFailed, u"a wrong MAC"_s);
    auto data = parts->cryptogram ? decrypted(*parts->cryptogram) : Result<SecretBytes>();
    if (!data)
        return fail(data.error());
    m_responseChain = *std::move(mac);
    ++m_counter;
    m_state = State::Ready;
    return ResponseApdu{*std::move(data), StatusWord(qFromBigEndian<quint16>(parts->status.data()))};
}

/// With the padding indicator before it.
Result<SecretBytes> SecureMessagingSession::encrypted(const SecretBytes& data) const {
    SecretBytes padded = data.clone();
    padToBlocks(padded);
    const auto blocks = aesCbc(m_keys.encryption, counter(OfCommand), padded.view(), AesDirection::Encrypt);
    if (!blocks)
        return fail(blocks.error());
    SecretBytes cryptogram;
    cryptogram.append(IsPadded);
    cryptogram.append(blocks->view());
    return cryptogram;
}

Result<SecretBytes> SecureMessagingSession::decrypted(QByteArrayView cryptogram) const {
    if (cryptogram.size() <= Block || cryptogram.size() % Block != 1 || cryptogram.front() != IsPadded)
        return fail(ErrorCode::SecureMessagingFailed, u"not whole blocks"_s);
    auto data = aesCbc(m_keys.encryption, counter(OfResponse), cryptogram.sliced(1), AesDirection::Decrypt);
    if (data && !removePadding(*data))
        return fail(ErrorCode::SecureMessagingFailed, u"wrong padding"_s);
    return data;
}

QByteArray SecureMessagingSession::counter(quint8 first) const {
    QByteArray bytes(Block, '\0');
    bytes[0] = static_cast<char>(first);
    qToBigEndian(m_counter, bytes.data() + Block - qsizetype(sizeof m_counter));
    return bytes;
}

} // namespace madoguchi
