// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/managementkey.h"

#include "app/base/openssl.h"

#include <array>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

struct AlgorithmRow {
    ManagementKeyAlgorithm algorithm;
    const char* cipher;
    int keySize;
    int block;
};

constexpr std::array<AlgorithmRow, 4> Algorithms = {{
    {ManagementKeyAlgorithm::TripleDes, "DES-EDE3-ECB", 24, 8},
    {ManagementKeyAlgorithm::Aes128, "AES-128-ECB", 16, 16},
    {ManagementKeyAlgorithm::Aes192, "AES-192-ECB", 24, 16},
    {ManagementKeyAlgorithm::Aes256, "AES-256-ECB", 32, 16},
}};

const AlgorithmRow& rowOf(ManagementKeyAlgorithm algorithm) {
    for (const AlgorithmRow& row : Algorithms) {
        if (row.algorithm == algorithm)
            return row;
    }
    Q_UNREACHABLE();
}

enum class Direction { Decrypt = 0, Encrypt = 1 };

Result<QByteArray> crypt(const ManagementKey& key, QByteArrayView block, Direction direction) {
    const AlgorithmRow& row = rowOf(key.algorithm);
    if (block.size() != row.block || key.value.size() != row.keySize)
        return fail(ErrorCode::InputInvalid, u"not one block of the management key"_s);
    const std::unique_ptr<EVP_CIPHER, openssl::Deleter<EVP_CIPHER_free>> cipher(
        EVP_CIPHER_fetch(nullptr, row.cipher, nullptr));
    const openssl::CipherContext context(EVP_CIPHER_CTX_new());
    QByteArray output(qsizetype(2) * row.block, '\0');
    int size = 0;
    if (!cipher || !context ||
        EVP_CipherInit_ex2(context.get(), cipher.get(),
                           reinterpret_cast<const unsigned char*>(key.value.constData()), nullptr,
                           static_cast<int>(direction), nullptr) != 1 ||
        EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1 ||
        EVP_CipherUpdate(context.get(), reinterpret_cast<unsigned char*>(output.data()), &size,
                         reinterpret_cast<const unsigned char*>(block.data()), row.block) != 1)
        return openssl::failure("using the management key");
    output.truncate(size);
    return output;
}

} // namespace

std::optional<ManagementKeyAlgorithm> managementKeyAlgorithmOf(quint8 identifier) {
    if (identifier == 0)
        return ManagementKeyAlgorithm::TripleDes;
    for (const AlgorithmRow& row : Algorithms) {
        if (static_cast<quint8>(row.algorithm) == identifier)
            return row.algorithm;
    }
    return {};
}

int managementKeySize(ManagementKeyAlgorithm algorithm) {
    return rowOf(algorithm).keySize;
}

int managementKeyBlock(ManagementKeyAlgorithm algorithm) {
    return rowOf(algorithm).block;
}

ManagementKey ManagementKey::factoryDefault(ManagementKeyAlgorithm algorithm) {
    return {algorithm, QByteArray::fromHex("0102030405060708").repeated(4).first(rowOf(algorithm).keySize)};
}

Result<QByteArray> ManagementKey::encrypt(QByteArrayView block) const {
    return crypt(*this, block, Direction::Encrypt);
}

Result<QByteArray> ManagementKey::decrypt(QByteArrayView block) const {
    return crypt(*this, block, Direction::Decrypt);
}

} // namespace madoguchi
