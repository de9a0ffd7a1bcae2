// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/signedder.h"

#include <openssl/asn1.h>
#include <openssl/ec.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using Algorithm = std::unique_ptr<X509_ALGOR, openssl::Deleter<X509_ALGOR_free>>;
using BitString = std::unique_ptr<ASN1_BIT_STRING, openssl::Deleter<ASN1_BIT_STRING_free>>;
using Any = std::unique_ptr<ASN1_TYPE, openssl::Deleter<ASN1_TYPE_free>>;

struct FreeSequence {
    void operator()(ASN1_SEQUENCE_ANY* sequence) const { sk_ASN1_TYPE_pop_free(sequence, ASN1_TYPE_free); }
};
using Sequence = std::unique_ptr<ASN1_SEQUENCE_ANY, FreeSequence>;

template <auto Encode, class T>
QByteArray derOf(const T* object) {
    unsigned char* bytes = nullptr;
    const int size = Encode(object, &bytes);
    if (size <= 0)
        return {};
    QByteArray der(reinterpret_cast<const char*>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

int signatureAlgorithm(const PublicKey& key) {
    return key.algorithm() == KeyAlgorithm::EcP384 ? NID_ecdsa_with_SHA384 : NID_ecdsa_with_SHA256;
}

QByteArray algorithmDer(const PublicKey& key) {
    const Algorithm algorithm(X509_ALGOR_new());
    if (!algorithm ||
        X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(signatureAlgorithm(key)), V_ASN1_UNDEF, nullptr) != 1)
        return {};
    return derOf<i2d_X509_ALGOR>(algorithm.get());
}

QByteArray bitStringDer(QByteArrayView content) {
    const BitString bits(ASN1_BIT_STRING_new());
    if (!bits || ASN1_BIT_STRING_set(bits.get(),
                                     const_cast<unsigned char*>( // copied, never written to
                                         reinterpret_cast<const unsigned char*>(content.data())),
                                     static_cast<int>(content.size())) != 1)
        return {};
    bits->flags &= ~(ASN1_STRING_FLAG_BITS_LEFT | 7L); // whole bytes, also when the last one ends in zeros
    bits->flags |= ASN1_STRING_FLAG_BITS_LEFT;
    return derOf<i2d_ASN1_BIT_STRING>(bits.get());
}

bool push(ASN1_SEQUENCE_ANY* sequence, QByteArrayView der) {
    const auto* next = reinterpret_cast<const unsigned char*>(der.data());
    Any any(d2i_ASN1_TYPE(nullptr, &next, static_cast<long>(der.size())));
    if (!any || sk_ASN1_TYPE_push(sequence, any.get()) == 0)
        return false;
    static_cast<void>(any.release());
    return true;
}

} // namespace

const EVP_MD* signatureHash(const PublicKey& key) {
    return key.algorithm() == KeyAlgorithm::EcP384 ? EVP_sha384() : EVP_sha256();
}

Result<openssl::Key> standInFor(const PublicKey& key) {
    if (key.algorithm() != KeyAlgorithm::EcP256 && key.algorithm() != KeyAlgorithm::EcP384)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"an authority signs with P-256 or P-384"_s);
    openssl::Key standIn(EVP_EC_gen(key.algorithm() == KeyAlgorithm::EcP384 ? "secp384r1" : "prime256v1"));
    if (!standIn)
        return openssl::failure("making a key");
    return standIn;
}

Result<QByteArray> joinSigned(QByteArrayView toBeSigned, const PublicKey& key, QByteArrayView signature) {
    const Result<bool> fits = key.verifies(toBeSigned, signature);
    if (!fits)
        return fail(fits.error());
    if (!*fits)
        return fail(ErrorCode::SignatureWrong, u"not signed by the authority's key"_s);
    const Sequence sequence(sk_ASN1_TYPE_new_null());
    if (!sequence || !push(sequence.get(), toBeSigned) || !push(sequence.get(), algorithmDer(key)) ||
        !push(sequence.get(), bitStringDer(signature)))
        return openssl::failure("joining a signature");
    return derOf<i2d_ASN1_SEQUENCE_ANY>(sequence.get());
}

} // namespace madoguchi
