// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Making an operator card from a hostile blank one: without the management key it never succeeds, and the
// keys that it shows are points on the curve.

#include "smartcard/piv/cardpersonalisation.h"
#include "smartcard/piv/pivsignature.h"
#include "tests/fuzz/fuzzcards.h"
#include "tests/fuzz/fuzzedcard.h"

using namespace madoguchi;

namespace {

const QByteArray FactoryKey = QByteArray::fromHex("010203040506070801020304050607080102030405060708");

CardSecrets secrets() {
    CardSecrets secrets;
    for (const auto algorithm : {PivManagementAlgorithm::Aes192, PivManagementAlgorithm::TripleDes})
        secrets.managementKeys.push_back({algorithm, SecretBytes::copyOf(FactoryKey)});
    secrets.nextManagementSeed = SecretBytes::copyOf(QByteArray(32, 's'));
    secrets.puks.push_back(SecretBytes::copyOf("12345678"));
    secrets.puks.push_back(SecretBytes::copyOf("84071629"));
    secrets.nextPuk = SecretBytes::copyOf("84071629");
    return secrets;
}

CardContent blank(bool isYubikey) {
    CardContent content;
    content.personality = isYubikey ? CardPersonality::yubikey() : CardPersonality::plain();
    content.managementKey = {ManagementKeyAlgorithm::TripleDes, FactoryKey};
    content.pin.value = CardReferenceValue::padded("123456");
    content.puk.value = CardReferenceValue::padded("12345678");
    return content;
}

CardContents contents() {
    return {.guid = QByteArray(16, 'g'),
            .lastDay = QDate(2029, 11, 20),
            .authentication = QByteArray(400, 'a'),
            .signature = QByteArray(400, 'c'),
            .keyManagement = QByteArray(400, 'd'),
            .cardAuthentication = QByteArray(400, 'e')};
}

void mustBePoints(const CardPublicKeys& keys) {
    for (const QByteArray* point :
         {&keys.authentication, &keys.signature, &keys.keyManagement, &keys.cardAuthentication})
        must(checkP256Point(*point).has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FuzzInput input(data, size);
    const quint8 mode = input.byte();
    if ((mode & 1) == 0) {
        FuzzedCard card(input);
        must((mode & 2) != 0 ? !writeCardContents(card, secrets().managementKeys, contents())
                             : !makeCardKeys(card, secrets()));
        return 0;
    }
    SimulatedPivCard blankCard(blank((mode & 2) != 0));
    SpoiltCard card(blankCard, input);
    const auto made = makeCardKeys(card, secrets());
    if (!made)
        return 0;
    mustBePoints(made->keys);
    std::vector<PivManagementKey> keys = secrets().managementKeys;
    keys.push_back({PivManagementAlgorithm::TripleDes, SecretBytes::copyOf(QByteArray(24, 's'))});
    if (!writeCardContents(card, keys, contents()))
        return 0;
    const auto first = setFirstPin(card, {.contents = contents(),
                                          .puk = SecretBytes::copyOf("84071629"),
                                          .pin = SecretBytes::copyOf(FuzzPin),
                                          .challenge = QByteArray(32, 'c'),
                                          .vaultPeer = made->keys.keyManagement});
    must(!first);
    return 0;
}
