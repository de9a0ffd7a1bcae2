// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Revocation lists, as another station might hand them over. The first byte says whether the rest is a list,
// or a list's part to be signed that is then signed, so that what comes after the signature is met too.

#include "app/crypto/revocationlist.h"
#include "app/crypto/signedder.h"
#include "app/crypto/unsignedcertificate.h"
#include "tests/fuzz/fuzzinput.h"
#include "tests/fuzz/fuzzissuer.h"

using namespace madoguchi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const FuzzIssuer issuer;
    FuzzInput input(data, size);
    const bool isToBeSigned = (input.byte() & 1) != 0;
    if (!isToBeSigned) { // nobody else has the issuer's key
        must(!RevocationList::read(input.rest(), issuer.certificate()));
        return 0;
    }
    const QByteArray toBeSigned = input.rest().toByteArray();
    const auto der = joinSigned(toBeSigned, issuer.publicKey(), issuer.sign(toBeSigned));
    const auto list = der ? RevocationList::read(*der, issuer.certificate()) : fail(der.error());
    if (list) {
        must(list->number() >= 0 && list->thisUpdate().isValid() && list->nextUpdate().isValid());
        must(RevocationList::read(list->pem(), issuer.certificate()).has_value());
        static_cast<void>(list->answerFor(issuer.certificate(), list->thisUpdate()));
    }
    return 0;
}
