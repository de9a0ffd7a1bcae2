// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A counter where a card is destroyed: an administrator is logged in on the first reader, the operator's card
// is invalidated, and the witness's goes into the second reader. Main thread with an event loop; whatever
// must hold aborts the test program when it does not.
#pragma once

#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

namespace madoguchi {

class DestructionCounter {
public:
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card administrator = station.employ(QStringLiteral("adm1"), Role::CardAdministrator);
    CounterStation::Card supervisor = station.employ(QStringLiteral("sup1"), Role::Supervisor);
    CounterStation::Card hanako = station.employ(QStringLiteral("op1"));

    /// Else nobody gets a second one. Before start().
    void allowSeveralCards() {
        station.open();
        StationPolicy policy = expect(station.workstation().policy());
        policy.severalCards = true;
        expect(station.workstation().policies().change(CounterStation::session(Role::SystemAdministrator),
                                                       policy));
        station.close();
    }
    void start() {
        station.open();
        if (!station.logIn(administrator))
            qFatal("the administrator can't log in");
        expect(station.workstation().cardLife().invalidate(session(), card(), QStringLiteral("broken")));
    }

    const Session& session() { return *station.login().session(); }
    QString card() const { return station.idOf(hanako); }
    CardDestruction& destruction() { return station.workstation().destruction(); }
    const DestructionView& view() { return destruction().view(); }

    void putIn(const std::shared_ptr<SimulatedCard>& card) {
        takeOut();
        station.insert(card, CounterStation::secondReader());
    }
    bool isThere() {
        return QTest::qWaitFor(
            [this] { return station.workstation().cards().cardIn(CounterStation::secondReader()) != 0; });
    }
    void takeOut() {
        station.takeOut(CounterStation::secondReader());
        if (!QTest::qWaitFor(
                [this] { return station.workstation().cards().cardIn(CounterStation::secondReader()) == 0; }))
            qFatal("the card stays");
    }
    bool comesTo(DestructionState state) {
        return QTest::qWaitFor([this, state] { return view().state == state; });
    }
    /// Waits until another witness is awaited, and why.
    bool asksAgain(ErrorCode why) {
        return QTest::qWaitFor([&] {
            return view().state == DestructionState::AwaitingWitness && view().error &&
                   view().error->code == why;
        });
    }
};

} // namespace madoguchi
