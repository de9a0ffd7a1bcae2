// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/setup/stationenrolment.h"

#include "app/issuing/authority.h"
#include "app/issuing/revocations.h"
#include "app/issuing/rootmedium.h"
#include "app/login/pinregister.h"
#include "app/station/policystore.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace madoguchi {
namespace {

/// Whether an office's root stands above the card, at whichever station it was issued.
Result<bool> isIssuedByOffice(Station& station, const CardProof& proof) {
    const auto card = Certificate::fromDer(proof.certificates.authentication);
    const auto anchors = Certificate::listFromPem(station.facts().authorityPem);
    const auto issuing = OfficeAuthority(station.database()).issuingCertificates();
    if (!card || !anchors || !issuing)
        return fail(!card ? card.error() : !anchors ? anchors.error() : issuing.error());
    QList<Certificate> roots;
    std::ranges::copy_if(*anchors, std::back_inserter(roots), isOfficeRoot);
    QList<Certificate> between;
    std::ranges::transform(*issuing, std::back_inserter(between), &IssuingCertificate::certificate);
    return CertificateVerifier::trusting(std::move(roots))
        .verify(*card, CertificateUse::Signature, station.clock().now(), between)
        .has_value();
}

Result<bool> isRevoked(Station& station, const Certificate& login) {
    const auto known = OfficeAuthority(station.database()).known(station.facts());
    return known ? Revocations(station.database(), known->anchors()).isRevoked(login, station.clock().now())
                 : fail(known.error());
}

/// With a card of the office's own, its holder set the PIN when it was made.
Result<> notePin(Station& station, const QString& card, const CardProof& proof) {
    const Result<bool> isOwn = isIssuedByOffice(station, proof);
    if (!isOwn)
        return fail(isOwn.error());
    return *isOwn ? Result<>() : PinRegister(station.database(), station.clock()).demandChange(card);
}

} // namespace

Result<std::unique_ptr<StationEnrolment>> StationEnrolment::open(Station& station) {
    auto authority = OfficeAuthority(station.database()).trustedForNewCards(station.facts());
    if (!authority)
        return fail(authority.error());
    return std::unique_ptr<StationEnrolment>(new StationEnrolment(station, *std::move(authority)));
}

StationEnrolment::StationEnrolment(Station& station, CertificateVerifier authority)
    : m_authority(std::move(authority))
    , m_directory(station.database())
    , m_enrolment(
          {station.database(), m_directory, station.slots(), station.actions(), m_authority, station.clock(),
           station.folder().vaultDatabase(), askSeveralCards(station.database()),
           [&station] { return station.audit().vaultChanges(); },
           [&station](const QString& card, const CardProof& proof) { return notePin(station, card, proof); },
           askCardsWithoutCardKey(station.database()),
           [&station](const Certificate& login) { return isRevoked(station, login); }}) {}

} // namespace madoguchi
