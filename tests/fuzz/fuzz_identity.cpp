// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who is this card? CHUID, discovery object, certificates and the proof of 9E from a hostile card. One that
// has no key never proves to be genuine.

#include "app/base/openssl.h"
#include "smartcard/piv/cardidentity.h"
#include "tests/fuzz/fuzzcards.h"
#include "tests/fuzz/fuzzedcard.h"

#include <openssl/x509.h>

using namespace madoguchi;

namespace {

openssl::Key keyOf(const QByteArray& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const openssl::X509Certificate certificate(d2i_X509(nullptr, &at, der.size()));
    return openssl::Key(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
}

/// What was spoilt beside the key says nothing about who holds it: whether to trust that certificate is the
/// caller's to check.
bool sameKey(const QByteArray& one, const QByteArray& other) {
    const openssl::Key first = keyOf(one);
    const openssl::Key second = keyOf(other);
    return first && second && EVP_PKEY_eq(first.get(), second.get()) == 1;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static SimulatedPivCard known(fuzzCardContent());
    static const QByteArray cardKey = known.certificate(0x9E);
    FuzzInput input(data, size);
    const quint8 mode = input.byte();
    const KnownCardLookup lookup = [mode](const QByteArray&) {
        return (mode & 2) != 0 ? std::optional(KnownCard{.certificates = {{}, {}, cardKey}}) : std::nullopt;
    };
    if ((mode & 1) == 0) {
        FuzzedCard card(input);
        const auto identity = readCardIdentity(card, lookup);
        must(!identity || identity->genuineness == Genuineness::NotProven);
    } else {
        SpoiltCard card(known, input);
        const auto identity = readCardIdentity(card, lookup);
        must(!identity || identity->genuineness == Genuineness::NotProven ||
             sameKey(identity->certificates.cardAuthentication, cardKey));
        must(!identity || !identity->pinTries || (*identity->pinTries >= 0 && *identity->pinTries <= 15));
    }
    return 0;
}
