// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A hostile card that somebody wants to enroll: examined, proven by a PIN and taken into the register of a
// real station, all of it on record. One that has no key is never taken, and none is asked for its last try.

#include "app/base/clock.h"
#include "app/operators/enrolment.h"
#include "app/station/stationschema.h"
#include "app/storage/transaction.h"
#include "tests/fuzz/fuzzcards.h"
#include "tests/fuzz/fuzzedcard.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

using namespace madoguchi;
using namespace Qt::StringLiterals;

namespace {

constexpr int Examinations = 20'000; ///< after which the record is long enough to begin anew

struct Office {
    QTemporaryDir folder;
    SystemClock clock;
    Database database = opened(folder.filePath(u"station.db"_s));
    CertificateVerifier authority =
        expect(CertificateVerifier::fromPem(expect(fuzzAuthority().certificatePem())));
    OperatorDirectory directory{database};
    VaultKeySlots keySlots = expect(VaultKeySlots::open(database, SecretBytes::copyOf(QByteArray(32, 't'))));
    std::unique_ptr<AuditWriter> audit =
        expect(AuditWriter::open(database, clock, u"T1"_s, folder.filePath(u"checkpoint"_s)));
    ActionRunner actions{*audit};
    Enrolment enrolment{
        {database, directory, keySlots, actions, authority, clock, folder.filePath(u"vault.db"_s)}};
    int examined = 0;

    static Database opened(const QString& path) {
        Database database = expect(
            Database::open(path, SecretBytes::copyOf(QByteArray(32, 'k')), Database::Access::ReadWrite));
        expect(migrateStation(database));
        return database;
    }
};

/// None unless it came through.
std::optional<CardProof> enroll(Office& office, CardTransaction& card) {
    const auto examined = office.enrolment.examine(card, u"op1"_s);
    if (!examined)
        return std::nullopt;
    must(examined->pinTries != 0 && examined->pinTries != 1);
    auto proof = office.enrolment.prove(card, u"op1"_s, *examined, SecretBytes::copyOf(FuzzPin));
    if (!proof || proof->pin.kind != PinOutcome::Kind::Accepted)
        return std::nullopt;
    Operator person;
    person.id = u"op1"_s;
    person.name = u"窓口 花子"_s;
    person.kana = u"マドグチ ハナコ"_s;
    person.role = Role::Auditor; // no vault is made for her
    const Transaction rolledBack = expect(Transaction::begin(office.database));
    if (!office.enrolment.take(person, *proof))
        return std::nullopt;
    return *std::move(proof);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static std::unique_ptr<Office> office;
    static SimulatedPivCard known(fuzzCardContent());
    if (!office || office->examined++ == Examinations) {
        office.reset();
        office = std::make_unique<Office>();
    }
    FuzzInput input(data, size);
    if ((input.byte() & 1) == 0) {
        FuzzedCard card(input);
        must(!enroll(*office, card));
    } else {
        SpoiltCard card(known, input);
        const auto taken = enroll(*office, card);
        must(!taken || taken->certificates.authentication == known.certificate(0x9A));
    }
    return 0;
}
