// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What names a card: CHUID, capability container and discovery object as anybody may have written them, and
// certificates that claim to belong to the card. What is taken from an object is a part of it.

#include "app/operators/cardbinding.h"
#include "smartcard/piv/blankcard.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivcontent.h"
#include "tests/fuzz/fuzzcards.h"
#include "tests/fuzz/fuzzedcard.h"

using namespace madoguchi;

namespace {

/// Selects as a PIV card does; what it says then is the input's.
class SelectedCard final : public CardTransaction {
public:
    explicit SelectedCard(FuzzedCard& card) : m_card(card) {}
    Result<SecretBytes> transmit(QByteArrayView command) override {
        if (command.at(1) != '\xA4')
            return m_card.transmit(command);
        return SecretBytes::copyOf(QByteArray::fromHex("61114F0600001000010079074F05A0000003089000"));
    }

private:
    FuzzedCard& m_card;
};

void fuzzChuid(QByteArrayView content) {
    const ChuidIdentifiers identifiers = chuidIdentifiers(content);
    must(identifiers.guid.isEmpty() || identifiers.guid.size() == 16);
    must(identifiers.fascN.isEmpty() || identifiers.fascN.size() == 25);
    must(content.contains(identifiers.guid) && content.contains(identifiers.fascN));
}

void fuzzCapabilities(QByteArrayView content) {
    const QByteArray identifier = capabilityIdentifier(content);
    must(identifier.isEmpty() || identifier.size() == CapabilityIdentifierBytes);
    must(content.contains(identifier));
}

void fuzzDiscovery(FuzzInput& input) {
    FuzzedCard bytes(input);
    SelectedCard card(bytes);
    auto piv = PivApplet::select(card);
    must(piv.has_value());
    static_cast<void>(piv->readPinReference());
}

void fuzzBlankCard(FuzzInput& input) {
    FuzzedCard bytes(input);
    SelectedCard card(bytes);
    const auto blank = readBlankCard(card);
    must(!blank || blank->mark.isEmpty() || blank->mark.size() == CapabilityIdentifierBytes);
}

/// An empty CHUID names no card, and no one names everybody's.
void fuzzBinding(FuzzInput& input) {
    static const CardContent known = fuzzCardContent();
    const QByteArray chuid = input.bytes(input.byte());
    const QByteArray certificate = input.rest().toByteArray();
    const CardCertificates asCardKey{known.certificate(0x9A), {}, certificate};
    const bool fits = checkBelongTogether(chuid, asCardKey).has_value();
    must(!fits || certificate.isEmpty() || !chuid.isEmpty() || checkBelongTogether({}, asCardKey));
    static_cast<void>(checkBelongTogether(chuid, {known.certificate(0x9A), certificate, {}}));
    static_cast<void>(checkBelongTogether(chuid, {certificate, {}, known.certificate(0x9E)}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FuzzInput input(data, size);
    switch (input.byte() % 5) {
    case 0:
        fuzzChuid(input.rest());
        break;
    case 1:
        fuzzCapabilities(input.rest());
        break;
    case 2:
        fuzzDiscovery(input);
        break;
    case 3:
        fuzzBlankCard(input);
        break;
    default:
        fuzzBinding(input);
        break;
    }
    return 0;
}
