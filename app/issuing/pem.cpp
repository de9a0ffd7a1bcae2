// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/pem.h"

#include "app/crypto/revocationlist.h"

#include <algorithm>
#include <openssl/err.h>
#include <openssl/pem.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype LargestText = 2 * RevocationList::LargestDer;

/// What PEM_read_bio() allocates.
struct Block {
    char* name = nullptr;
    char* header = nullptr;
    unsigned char* data = nullptr;
    long size = 0;

    Block() = default;
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;
    ~Block() {
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_free(data);
    }
    bool read(BIO* text) { return PEM_read_bio(text, &name, &header, &data, &size) == 1; }
    QByteArray der() const { return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)}; }
};

bool isAtEnd() {
    const bool end = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    return end;
}

} // namespace

QByteArray pemOf(const Certificate& certificate) {
    constexpr qsizetype LineLength = 64; // RFC 7468, clause 2
    const QByteArray base64 = certificate.der().toBase64();
    QByteArray text = "-----BEGIN CERTIFICATE-----\n";
    for (qsizetype at = 0; at < base64.size(); at += LineLength)
        text += base64.sliced(at, std::min(LineLength, base64.size() - at)) + '\n';
    return text + "-----END CERTIFICATE-----\n";
}

Result<PemParts> partsOfPem(const QByteArray& text) {
    if (text.size() > LargestText)
        return fail(ErrorCode::InputTooLarge, u"certificates and lists"_s);
    const openssl::BioStream stream(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    if (!stream)
        return openssl::failure("reading PEM");
    ERR_clear_error();
    PemParts parts;
    for (;;) {
        Block block;
        if (!block.read(stream.get()))
            break;
        if (QByteArrayView(block.name) == PEM_STRING_X509) {
            parts.certificates.append(block.der());
        } else if (QByteArrayView(block.name) == PEM_STRING_X509_CRL) {
            parts.lists.append(block.der());
        }
    }
    if (!isAtEnd() || (parts.certificates.isEmpty() && parts.lists.isEmpty()))
        return fail(ErrorCode::FileMalformed, u"neither certificates nor revocation lists in PEM"_s);
    return parts;
}

} // namespace madoguchi
