// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The login's conversation with a hostile card. One that has no key never logs anybody in, whatever it says
// about the PIN; nor does one that has it, when only its reader says that the PIN was right.

#include "smartcard/piv/pinlogin.h"
#include "tests/fuzz/fuzzcards.h"
#include "tests/fuzz/fuzzedcard.h"

using namespace madoguchi;

namespace {

/// The generator of P-256: a point that every card can agree with (SEC 2, 2.4.2).
QByteArray peer() {
    return QByteArray::fromHex("046B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296"
                               "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const CardContent content = fuzzCardContent();
    static const QByteArray chuid = content.objects.at(pivtag::CardholderId);
    static SimulatedPivCard known(fuzzCardContent());
    static const QByteArray knownChuid = [] {
        FuzzInput nothing(nullptr, 0);
        SpoiltCard card(known, nothing);
        return expect(readCardIdentity(card, [](const QByteArray&) { return std::nullopt; })).chuid;
    }();
    FuzzInput input(data, size);
    const int mode = input.byte();
    const bool hasKeys = (mode & 1) != 0;
    PinLoginRequest request;
    request.chuid = hasKeys ? knownChuid : chuid;
    request.authenticationCertificate = hasKeys ? known.certificate(0x9A) : content.certificate(0x9A);
    if ((mode & 2) != 0)
        request.cardCertificate = hasKeys ? known.certificate(0x9E) : content.certificate(0x9E);
    const bool onPad = (mode & 4) != 0;
    if (onPad)
        request.entry = PinEntry::OnPad;
    else
        request.pin = SecretBytes::copyOf(FuzzPin);
    request.challenge = QByteArray(32, 'c');
    request.vaultPeer = peer();
    if (hasKeys) {
        SpoiltCard card(known, input);
        const auto login = logInWithPin(card, request);
        must(!login || (login->pin.kind == PinOutcome::Kind::Accepted) == !login->signature.isEmpty());
        must(!login || !login->vaultSecret || login->vaultSecret->size() == 32);
        must(!onPad || !login || login->pin.kind != PinOutcome::Kind::Accepted);
    } else {
        FuzzedCard card(input);
        const auto login = logInWithPin(card, request);
        must(!login || login->pin.kind != PinOutcome::Kind::Accepted);
    }
    return 0;
}
