// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivmanagementkey.h"

#include "app/base/openssl.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

enum class Direction { Decrypt = 0, Encrypt = 1 };

const EVP_CIPHER* cipherOf(PivManagementAlgorithm algorithm) {
    switch (algorithm) {
    case PivManagementAlgorithm::TripleDes:
        return EVP_des_ede3_ecb();
    case PivManagementAlgorithm::Aes128:
        return EVP_aes_128_ecb();
    case PivManagementAlgorithm::Aes192:
        return EVP_aes_192_ecb();
    case PivManagementAlgorithm::Aes256:
        return EVP_aes_256_ecb();
    }
    Q_UNREACHABLE();
}

Result<SecretBytes> transform(const PivManagementKey& key, QByteArrayView block, Direction direction) {
    const std::size_t size = PivManagementKey::blockBytes(key.algorithm);
    if (static_cast<std::size_t>(block.size()) != size ||
        key.value.size() != PivManagementKey::keyBytes(key.algorithm))
        return fail(ErrorCode::InputInvalid, u"a management key or block of another size"_s);
    const openssl::CipherContext context(EVP_CIPHER_CTX_new());
    SecretBytes out(size);
    int written = 0;
    if (!context ||
        EVP_CipherInit_ex2(context.get(), cipherOf(key.algorithm), key.value.data(), nullptr,
                           static_cast<int>(direction), nullptr) != 1 ||
        EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1 ||
        EVP_CipherUpdate(context.get(), out.data(), &written,
                         reinterpret_cast<const unsigned char*>(block.data()), static_cast<int>(size)) != 1 ||
        static_cast<std::size_t>(written) != size)
        return openssl::failure("one block with the management key");
    return out;
}

} // namespace

std::optional<PivManagementAlgorithm> managementAlgorithmOf(quint8 identifier) {
    switch (identifier) {
    case 0x00:
    case 0x03:
        return PivManagementAlgorithm::TripleDes;
    case 0x08:
        return PivManagementAlgorithm::Aes128;
    case 0x0A:
        return PivManagementAlgorithm::Aes192;
    case 0x0C:
        return PivManagementAlgorithm::Aes256;
    default:
        return {};
    }
}

std::size_t PivManagementKey::keyBytes(PivManagementAlgorithm algorithm) {
    return static_cast<std::size_t>(EVP_CIPHER_get_key_length(cipherOf(algorithm)));
}

std::size_t PivManagementKey::blockBytes(PivManagementAlgorithm algorithm) {
    return static_cast<std::size_t>(EVP_CIPHER_get_block_size(cipherOf(algorithm)));
}

Result<SecretBytes> PivManagementKey::encrypt(QByteArrayView block) const {
    return transform(*this, block, Direction::Encrypt);
}

Result<SecretBytes> PivManagementKey::decrypt(QByteArrayView block) const {
    return transform(*this, block, Direction::Decrypt);
}

} // namespace madoguchi
