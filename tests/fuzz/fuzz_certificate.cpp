// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card's certificate objects: unpacking, reading, and what a login asks of a certificate.

#include "app/crypto/certificate.h"
#include "smartcard/piv/pivcertificate.h"
#include "smartcard/piv/pivsignature.h"
#include "tests/fuzz/fuzzinput.h"

using namespace madoguchi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto der = certificateOfObject({data, static_cast<qsizetype>(size)});
    if (!der)
        return 0;
    if (algorithmOfCertificate(*der))
        must(!verifySignature(*der, "a challenge", "no signature"));
    const auto certificate = Certificate::fromDer(*der);
    if (certificate) {
        must(certificate->der() == *der);
        must(certificate->fingerprint().size() == 32);
        static_cast<void>(certificate->allowsDigitalSignature() || certificate->allowsKeyManagement());
    }
    return 0;
}
