// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/certificateverifier.h"

#include <openssl/x509_vfy.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using Store = std::unique_ptr<X509_STORE, openssl::Deleter<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, openssl::Deleter<X509_STORE_CTX_free>>;

struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
};
using Stack = std::unique_ptr<STACK_OF(X509), FreeStack>;

constexpr int DeepestChain = 4;

Result<> requireSuitableKey(const Certificate& certificate, CertificateUse use) {
    const KeyAlgorithm algorithm = certificate.keyAlgorithm();
    const bool signature = use == CertificateUse::Signature;
    const bool type =
        algorithm == KeyAlgorithm::EcP256 ||
        (signature && (algorithm == KeyAlgorithm::EcP384 || algorithm == KeyAlgorithm::Rsa2048));
    if (!type)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"key type or size"_s);
    if (signature ? !certificate.allowsDigitalSignature() : !certificate.allowsKeyManagement())
        return fail(ErrorCode::CertificateKeyUnsuitable, u"key usage"_s);
    return {};
}

ErrorCode errorCode(int reason) {
    switch (reason) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return ErrorCode::CertificateExpired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return ErrorCode::CertificateNotYetValid;
    case X509_V_ERR_OUT_OF_MEM:
        return ErrorCode::CryptoFailed;
    default:
        return ErrorCode::CertificateNotTrusted;
    }
}

void configure(X509_STORE_CTX* context, const QDateTime& time) {
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(parameters, time.toSecsSinceEpoch());
    X509_VERIFY_PARAM_set_depth(parameters, DeepestChain);
    X509_VERIFY_PARAM_set_auth_level(parameters, 2); // 112 bits: RSA-2048, P-256, SHA-256 and better
    // An issuing authority may be trusted without its root.
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CHECK_SS_SIGNATURE);
}

} // namespace

CertificateVerifier::CertificateVerifier(QList<Certificate> anchors) : m_anchors(std::move(anchors)) {}

Result<CertificateVerifier> CertificateVerifier::fromPem(const QByteArray& pem) {
    Result<QList<Certificate>> anchors = Certificate::listFromPem(pem);
    if (!anchors)
        return fail(anchors.error());
    return CertificateVerifier(*std::move(anchors));
}

Result<> CertificateVerifier::verify(const Certificate& certificate, CertificateUse use,
                                     const QDateTime& time, const QList<Certificate>& intermediates) const {
    if (Result<> suitable = requireSuitableKey(certificate, use); !suitable)
        return suitable;
    const Store store(X509_STORE_new());
    const StoreContext context(X509_STORE_CTX_new());
    const Stack others(sk_X509_new_null());
    if (!store || !context || !others)
        return openssl::failure("verifying a certificate");
    for (const Certificate& anchor : m_anchors)
        X509_STORE_add_cert(store.get(), anchor.handle());
    for (const Certificate& other : intermediates)
        sk_X509_push(others.get(), other.handle());
    if (X509_STORE_CTX_init(context.get(), store.get(), certificate.handle(), others.get()) != 1)
        return openssl::failure("verifying a certificate");
    configure(context.get(), time);
    if (X509_verify_cert(context.get()) == 1)
        return {};
    const int reason = X509_STORE_CTX_get_error(context.get());
    return openssl::failure(X509_verify_cert_error_string(reason), errorCode(reason));
}

} // namespace madoguchi
