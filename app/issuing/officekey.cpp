// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/officekey.h"

#include "app/crypto/hkdf.h"
#include "app/crypto/keywrap.h"
#include "app/crypto/random.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr std::size_t PukBytes = 8;
constexpr std::size_t ShortestWrapped = 16; // of AES key wrap

Result<SecretBytes> derived(const SecretBytes& key, const char* purpose, const QString& issue) {
    return hkdfSha256(key, {}, QByteArray(purpose) + '\0' + issue.toUtf8(), OfficeKey::Bytes);
}

} // namespace

OfficeKey OfficeKey::make() {
    return OfficeKey(randomSecret(Bytes));
}

Result<SecretBytes> OfficeKey::managementSeed(const QString& issue) const {
    return derived(m_key, "madoguchi card management key", issue);
}

Result<QByteArray> OfficeKey::sealPuk(const QString& issue, const SecretBytes& puk) const {
    if (puk.size() != PukBytes)
        return fail(ErrorCode::InputInvalid, u"a PUK has 8 bytes"_s);
    const auto key = derived(m_key, "madoguchi PUK escrow", issue);
    if (!key)
        return fail(key.error());
    SecretBytes content = puk.clone();
    content.append(SecretBytes(ShortestWrapped - PukBytes).view());
    return wrapKey(*key, content);
}

Result<SecretBytes> OfficeKey::openPuk(const QString& issue, QByteArrayView sealed) const {
    const auto key = derived(m_key, "madoguchi PUK escrow", issue);
    if (!key)
        return fail(key.error());
    auto content = unwrapKey(*key, sealed);
    if (!content || content->size() != ShortestWrapped)
        return fail(ErrorCode::EscrowWrong);
    content->truncate(PukBytes);
    return content;
}

SecretBytes randomPuk() {
    constexpr unsigned char LargestFair = 250; // above it some digits would come more often
    SecretBytes puk;
    while (puk.size() < PukBytes) {
        const SecretBytes byte = randomSecret(1);
        if (byte.data()[0] < LargestFair)
            puk.append(static_cast<unsigned char>('0' + byte.data()[0] % 10));
    }
    return puk;
}

} // namespace madoguchi
