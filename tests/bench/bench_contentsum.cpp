// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Prints what it costs to find older pages: starting a station with many people, and opening a vault with
// many drafts, beside opening their databases alone. Fails on no time.

#include "app/audit/registersum.h"
#include "app/crypto/random.h"
#include "app/drafts/vault.h"
#include "app/drafts/vaultwitness.h"
#include "app/station/station.h"
#include "app/storage/transaction.h"
#include "tests/bench/timing.h"
#include "tests/support/counterstation.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Rounds = 20;
constexpr int People = 300;
constexpr int Drafts = 1000;
constexpr int CertificateBytes = 1200;

void print(const char* what, const bench::Times& times) {
    std::printf("%s: p50 %.1f ms, p99 %.1f ms\n", what, times.p50 / 1000, times.p99 / 1000);
}

void fillRegister(Database& database, const Clock& clock) {
    auto transaction = expect(Transaction::begin(database));
    OperatorDirectory directory(database);
    for (int i = 0; i < People; ++i) {
        const QString id = u"p%1"_s.arg(i);
        expect(directory.add(CounterStation::person(id)));
        OperatorCard card;
        card.operatorId = id;
        card.chuidHash = randomBytes(32);
        card.authenticationCertificate = randomBytes(CertificateBytes);
        card.keyManagementCertificate = randomBytes(CertificateBytes);
        card.cardCertificate = randomBytes(CertificateBytes);
        card.enrolledAt = clock.now();
        expect(directory.add(card));
    }
    expect(transaction.commit());
}

void benchRegister(const CounterStation& counter, const Clock& clock) {
    const StationFolder folder(counter.folder());
    fillRegister(expect(Station::open(folder, clock))->database(), clock);
    print("station opened, 300 people with cards",
          bench::measure(Rounds, [&](int) { expect(Station::open(folder, clock)); }));
    const auto station = expect(Station::open(folder, clock));
    print("  database opened alone", bench::measure(Rounds, [&](int) { expect(folder.openToRead()); }));
    print("  and added up", bench::measure(Rounds, [&](int) {
              Database database = expect(folder.openToRead());
              expect(checkRegister(database));
          }));
}

void fillVault(CounterStation& counter) {
    const Session& session = *counter.login().session();
    Work& work = *counter.workstation().work();
    const Procedure& procedure = *counter.workstation().procedures().procedure(u"moving-in"_s);
    const QString reception = expect(work.receptions.open(session, u"moving-in"_s)).number;
    FieldValues values;
    for (const FieldGroup& group : procedure.groups) {
        for (const Field& field : group.fields)
            values[field.id] = u"みどり野市若葉台四丁目"_s;
    }
    for (int i = 0; i < Drafts; ++i)
        expect(work.drafts.create(session, reception, procedure, values));
}

void benchVault(CounterStation& counter, const CounterStation::Card& card, const Clock& clock) {
    counter.open();
    if (!counter.logIn(card))
        qFatal("no session");
    fillVault(counter);
    const Session session({u"s"_s, u"op1"_s, {}, Role::Operator, {}, {}},
                          counter.login().session()->vaultKey()->clone());
    counter.close();
    const StationFolder folder(counter.folder());
    const auto station = expect(Station::open(folder, clock));
    const auto open = [&] { return expect(Vault::open(folder.vaultDatabase(), session)); };
    print("vault opened alone, 1000 drafts", bench::measure(Rounds, [&](int) { open(); }));
    print("  and compared with the log", bench::measure(Rounds, [&](int) {
              Vault vault = open();
              expect(VaultWitness::begin(vault.database(), station->database(), station->audit()));
          }));
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    using namespace madoguchi;
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const SystemClock clock;
    CounterStation counter(clock);
    const auto card = counter.employ(u"op1"_s);
    benchVault(counter, card, clock);
    benchRegister(counter, clock);
    return 0;
}
