// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/setup/firstadministrator.h"

#include "app/setup/officeroot.h"
#include "app/setup/stationenrolment.h"

#include <utility>

namespace madoguchi {
namespace {

constexpr int CardYears = 5;

Result<RootOnMedium> rootOf(const Station& station, const QString& medium, const SecretBytes& passphrase) {
    const auto roots = CertificateVerifier::fromPem(station.facts().authorityPem);
    return roots ? openTrustedRoot(*roots, medium, passphrase) : fail(roots.error());
}

} // namespace

Operator firstAdministrator(const QString& id, const QString& name, const QString& kana) {
    Operator person;
    person.id = id;
    person.name = name;
    person.kana = kana;
    person.role = Role::CardAdministrator;
    return person;
}

FirstCardOrder firstCardOrder(const Operator& person, SecretBytes pin, const CardCatalogue& catalogue,
                              const QByteArray& atr, const Clock& clock) {
    const QDate lastDay = clock.now().toLocalTime().date().addYears(CardYears);
    return {person, lastDay, std::move(pin), catalogue, atr};
}

Result<> checkRootForFirstCard(const StationFolder& folder, const QString& medium,
                               const SecretBytes& passphrase, const Clock& clock) {
    const auto station = Station::open(folder, clock);
    if (!station)
        return fail(station.error());
    const auto root = rootOf(**station, medium, passphrase);
    return root ? mayMakeFirstCard(**station, *root) : fail(root.error());
}

Result<> makeFirstAdministrator(const FirstAdministrator& order, const QString& medium,
                                const SecretBytes& passphrase, const Clock& clock,
                                CardTransaction& transaction) {
    const auto catalogue = CardCatalogue::load();
    if (!catalogue)
        return fail(catalogue.error());
    const auto station = Station::open(order.folder, clock);
    if (!station)
        return fail(station.error());
    const auto root = rootOf(**station, medium, passphrase);
    if (!root)
        return fail(root.error());
    const auto made = makeFirstCard(
        **station, *root, firstCardOrder(order.person, order.pin.clone(), *catalogue, order.atr, clock),
        transaction);
    return made ? Result<>() : fail(made.error());
}

Result<PinOutcome> enrollFirstAdministrator(const FirstAdministrator& order, const Clock& clock,
                                            CardTransaction& transaction) {
    const auto station = Station::open(order.folder, clock);
    if (!station)
        return fail(station.error());
    const auto desk = StationEnrolment::open(**station);
    if (!desk)
        return fail(desk.error());
    Enrolment& enrolment = (*desk)->enrolment();
    const auto card = enrolment.examine(transaction, order.person.id);
    if (!card)
        return fail(card.error());
    const auto proof = enrolment.prove(transaction, order.person.id, *card, order.pin.clone());
    if (!proof)
        return fail(proof.error());
    if (proof->pin.kind != PinOutcome::Kind::Accepted)
        return proof->pin;
    const auto enrolled = enrolment.enroll(order.person, *proof);
    return enrolled ? Result<PinOutcome>(proof->pin) : fail(enrolled.error());
}

} // namespace madoguchi
