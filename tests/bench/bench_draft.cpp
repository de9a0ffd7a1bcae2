// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Prints what saving and opening a draft cost, in the vault alone and through the single door with its two
// records, as ratios to a raw write and fdatasync of the same length in the same run. Fails on no time.

#include "tests/bench/timing.h"
#include "tests/support/counterstation.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Rounds = 600;
constexpr int Drafts = 200;
constexpr int PageBytes = 4096; // what the least change of a database writes

void print(const char* what, const bench::Times& times, const bench::Times& raw) {
    std::printf("%s: p50 %.0f us, p99 %.0f us; ratio to raw p50 %.2f, p99 %.2f\n", what, times.p50, times.p99,
                times.p50 / raw.p50, times.p99 / raw.p99);
}

void benchDraft() {
    const SystemClock clock;
    CounterStation station(clock);
    const auto card = station.employ(u"op1"_s);
    station.open();
    if (!station.logIn(card))
        qFatal("no session");
    const Session& session = *station.login().session();
    DraftStore& drafts = station.workstation().work()->drafts;
    const Procedure& procedure = *station.workstation().procedures().procedure(u"moving-in"_s);
    const QString reception =
        expect(station.workstation().work()->receptions.open(session, u"moving-in"_s)).number;
    FieldValues values;
    for (const FieldGroup& group : procedure.groups) {
        for (const Field& field : group.fields)
            values[field.id] = u"みどり野市若葉台四丁目"_s;
    }
    QList<Draft> made;
    for (int i = 0; i < Drafts; ++i)
        made.append(expect(drafts.create(session, reception, procedure, values)));

    const bench::Times raw = bench::measureRawWrites(station.folder() + u"/raw"_s, Rounds, PageBytes);
    std::printf("raw write+fdatasync of %d bytes: p50 %.0f us, p99 %.0f us; a draft has %d fields\n",
                PageBytes, raw.p50, raw.p99, static_cast<int>(values.size()));
    const auto save = [&](int i) {
        Draft& draft = made[i % Drafts];
        draft.values[procedure.nameField] = u"渡邉 美咲 %1"_s.arg(i);
        draft = expect(drafts.save(session, procedure, draft));
    };
    print("save", bench::measure(Rounds, save), raw);
    print("save with its records",
          bench::measure(Rounds,
                         [&](int i) {
                             const ActionCall call{ActionId::DraftSave, u"draft:"_s + made[i % Drafts].id};
                             expect(station.workstation().actions().run(call, &session, [&]() -> Result<> {
                                 save(i);
                                 return {};
                             }));
                         }),
          raw);
    print("open", bench::measure(Rounds, [&](int i) { expect(drafts.load(session, made[i % Drafts].id)); }),
          raw);
    print("open with its records",
          bench::measure(Rounds,
                         [&](int i) {
                             const ActionCall call{ActionId::DraftOpen, u"draft:"_s + made[i % Drafts].id};
                             expect(station.workstation().actions().run(
                                 call, &session, [&] { return drafts.load(session, made[i % Drafts].id); }));
                         }),
          raw);
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    madoguchi::benchDraft();
    return 0;
}
