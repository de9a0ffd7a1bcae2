// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/cardmessaging.h"

#include "smartcard/simulator/bertlv.h"

#include <array>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace madoguchi::simulator {
namespace {

constexpr qsizetype KeySize = 16;
constexpr int BlockSize = 16;
constexpr int ChecksumSize = 8;
constexpr qsizetype ChallengeSize = 1 + 8 + 65;
constexpr int NonceSize = 16;

enum Field : quint32 { Cryptogram = 0x87, Checksum = 0x8E, WantedLength = 0x97, Status = 0x99 };

const unsigned char* in(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* out(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArray sha256(const QByteArray& bytes) {
    QByteArray digest(32, '\0');
    EVP_Digest(in(bytes), static_cast<std::size_t>(bytes.size()), out(digest), nullptr, EVP_sha256(),
               nullptr);
    return digest;
}

/// Empty if OpenSSL can't.
QByteArray cmac(const QByteArray& key, const QByteArray& message) {
    char cipher[] = "AES-128-CBC";
    const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher, 0),
                                OSSL_PARAM_construct_end()};
    QByteArray mac(BlockSize, '\0');
    std::size_t size = 0;
    const unsigned char* done =
        EVP_Q_mac(nullptr, "CMAC", nullptr, nullptr, parameters.data(), key.constData(),
                  static_cast<std::size_t>(key.size()), in(message), static_cast<std::size_t>(message.size()),
                  out(mac), static_cast<std::size_t>(mac.size()), &size);
    return done ? mac : QByteArray();
}

QByteArray crypt(const EVP_CIPHER* cipher, const QByteArray& key, const QByteArray& vector,
                 const QByteArray& input, bool encrypt) {
    const openssl::CipherContext context(EVP_CIPHER_CTX_new());
    QByteArray output(input.size(), '\0');
    int size = 0;
    const bool done =
        context &&
        EVP_CipherInit_ex2(context.get(), cipher, in(key), in(vector), encrypt ? 1 : 0, nullptr) == 1 &&
        EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
        EVP_CipherUpdate(context.get(), out(output), &size, in(input), static_cast<int>(input.size())) == 1;
    return done ? output : QByteArray();
}

QByteArray cbc(const QByteArray& key, const QByteArray& counter, const QByteArray& input, bool encrypt) {
    const QByteArray vector = crypt(EVP_aes_128_ecb(), key, {}, counter, true);
    return crypt(EVP_aes_128_cbc(), key, vector, input, encrypt);
}

QByteArray padded(const QByteArray& bytes) {
    const qsizetype size = (bytes.size() / BlockSize + 1) * BlockSize;
    return (bytes + char(0x80)).leftJustified(size, '\0');
}

/// Nothing when there is no padding of 1 to 16 bytes at the end.
std::optional<QByteArray> unpadded(const QByteArray& bytes) {
    const qsizetype at = bytes.lastIndexOf(char(0x80));
    const bool whole = at >= 0 && bytes.size() - at <= BlockSize &&
                       bytes.sliced(at + 1) == QByteArray(bytes.size() - at - 1, '\0');
    return whole ? std::optional(bytes.first(at)) : std::nullopt;
}

/// Two rounds of SHA-256 over counter, secret and OtherInfo (SP 800-56A, 5.8.1; SP 800-73-4 part 2, 4.1.6).
QByteArray keyMaterial(const QByteArray& secret, QByteArrayView challenge, const QByteArray& cardId,
                       const QByteArray& nonce) {
    const QByteArray hostId = challenge.sliced(1, 8).toByteArray();
    const QByteArray point = challenge.sliced(10, 16).toByteArray(); // the beginning of X
    const QByteArray info = QByteArray::fromHex("0409090909") + char(8) + hostId + char(1) + '\0' + char(16) +
                            point + char(8) + cardId + char(16) + nonce + char(1) + '\0';
    return sha256(QByteArray::fromHex("00000001") + secret + info) +
           sha256(QByteArray::fromHex("00000002") + secret + info);
}

bool isCarried(quint8 instruction) {
    return instruction == 0x20 || instruction == 0x24 || instruction == 0x87 || instruction == 0xCB;
}

} // namespace

std::optional<CardMessaging::Agreement>
CardMessaging::agree(const CardKey& key, const QByteArray& certificate, QByteArrayView challenge) {
    if (challenge.size() != ChallengeSize || (challenge.front() & 0xF0) != 0)
        return {};
    const Result<QByteArray> secret = key.agree(challenge.sliced(9));
    QByteArray nonce(NonceSize, '\0');
    if (!secret || RAND_bytes(out(nonce), NonceSize) != 1)
        return {};
    const QByteArray cardId = sha256(certificate).first(8);
    const QByteArray keys = keyMaterial(*secret, challenge, cardId, nonce);
    const QByteArray cryptogram =
        cmac(keys.first(KeySize),
             "KC_1_V" + cardId + challenge.sliced(1, 8).toByteArray() + challenge.sliced(10).toByteArray());
    CardMessaging session;
    session.m_commandMac = keys.sliced(KeySize, KeySize);
    session.m_encryption = keys.sliced(2 * KeySize, KeySize);
    session.m_responseMac = keys.sliced(3 * KeySize, KeySize);
    return Agreement{std::move(session), QByteArray(1, '\0') + nonce + cryptogram + certificate};
}

CardMessaging::Opened CardMessaging::open(const ReceivedCommand& command) {
    if (!isCarried(command.ins))
        return {StatusWord::SecureMessagingUnsupported};
    const auto fields = decodeTlvs(command.data);
    const auto checksum = fields ? findTlv(*fields, Checksum) : std::nullopt;
    if (!checksum || fields->last().tag != Checksum)
        return {StatusWord::MessagingObjectMissing};
    if (checksum->size() != ChecksumSize)
        return {StatusWord::MessagingObjectWrong};
    const QByteArray header = padded(QByteArray(1, 0x0C) + static_cast<char>(command.ins) +
                                     static_cast<char>(command.p1) + static_cast<char>(command.p2));
    const QByteArray mac =
        cmac(m_commandMac, m_commandChain + header + command.data.chopped(2 + ChecksumSize));
    if (mac.isEmpty() || CRYPTO_memcmp(mac.constData(), checksum->constData(), ChecksumSize) != 0)
        return {StatusWord::MessagingObjectWrong};
    m_commandChain = mac;
    ++m_count;
    ReceivedCommand plain{.cla = 0, .ins = command.ins, .p1 = command.p1, .p2 = command.p2, .data = {}};
    if (const auto cryptogram = findTlv(*fields, Cryptogram)) {
        if (cryptogram->size() % BlockSize != 1 || cryptogram->front() != 0x01)
            return {StatusWord::MessagingObjectWrong};
        const auto data = unpadded(cbc(m_encryption, counter(0x00), cryptogram->sliced(1), false));
        if (!data)
            return {StatusWord::MessagingObjectWrong};
        plain.data = *data;
    }
    return {StatusWord::Success, plain};
}

QByteArray CardMessaging::seal(const Reply& reply) {
    QByteArray fields;
    if (!reply.data.isEmpty()) {
        const QByteArray blocks = cbc(m_encryption, counter(0x80), padded(reply.data), true);
        fields += encodeTlv(Cryptogram, QByteArray(1, 0x01) + blocks);
    }
    fields += encodeTlv(Status, statusBytes(reply.status));
    m_responseChain = cmac(m_responseMac, m_responseChain + fields);
    return fields + encodeTlv(Checksum, m_responseChain.first(ChecksumSize));
}

QByteArray CardMessaging::counter(quint8 first) const {
    return QByteArray(1, static_cast<char>(first)) +
           QByteArray::fromHex(QByteArray::number(m_count, 16).rightJustified(30, '0'));
}

} // namespace madoguchi::simulator
