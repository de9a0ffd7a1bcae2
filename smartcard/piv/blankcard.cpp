// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/blankcard.h"

#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivattestation.h"
#include "smartcard/piv/pivcontent.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

/// Empty for what is missing or was left by a stranger; an error only where the card itself is gone.
Result<QByteArray> ifReadable(Result<QByteArray> object) {
    constexpr std::array Harmless{ErrorCode::CardObjectMissing, ErrorCode::CardCommandRefused,
                                  ErrorCode::CardProtocolError, ErrorCode::CertificateMalformed};
    if (!object && std::ranges::find(Harmless, object.error().code) != Harmless.end())
        return QByteArray();
    return object;
}

} // namespace

Result<BlankCard> readBlankCard(CardTransaction& transaction, BlankCardQuestion question) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    auto container = ifReadable(piv->readObject(PivObject::CapabilityContainer));
    if (!container)
        return fail(container.error());
    auto chuid = ifReadable(piv->readObject(PivObject::Chuid));
    if (!chuid)
        return fail(chuid.error());
    auto authentication = ifReadable(piv->readCertificate(PivKey::Authentication));
    if (!authentication)
        return fail(authentication.error());
    auto card = ifReadable(piv->readCertificate(PivKey::CardAuthentication));
    if (!card)
        return fail(card.error());
    auto proof = MakersProof::NotAsked;
    if (question == BlankCardQuestion::AndWhoMadeIt) {
        const auto device = ifReadable(readDeviceCertificate(transaction));
        if (!device)
            return fail(device.error());
        proof = device->isEmpty() ? MakersProof::Absent : MakersProof::Present;
    }
    return BlankCard{.mark = capabilityIdentifier(*container),
                     .chuid = *std::move(chuid),
                     .authenticationCertificate = *std::move(authentication),
                     .cardCertificate = *std::move(card),
                     .makersProof = proof};
}

Result<> checkSameBlankCard(CardTransaction& transaction, const BlankCard& read) {
    Result<BlankCard> now = readBlankCard(transaction);
    if (!now)
        return fail(now.error());
    now->makersProof = read.makersProof;
    return *now == read ? Result<>()
                        : fail(ErrorCode::CardChanged, QStringLiteral("not the card that was read"));
}

} // namespace madoguchi
