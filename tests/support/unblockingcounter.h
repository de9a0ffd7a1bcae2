// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A counter where a card is unblocked: an administrator is logged in on the first reader, everybody else's
// card goes into the second, and the operator's card counts as issued here. Main thread with an event loop;
// whatever must hold aborts the test program when it does not.
#pragma once

#include "app/issuing/officekey.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/wrongpin.h"

#include <QTest>

namespace madoguchi {

class UnblockingCounter {
public:
    static constexpr char Puk[] = "73915428"; ///< as CounterStation::order() makes cards
    static constexpr char NewPin[] = "482915";

    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card administrator = station.employ(QStringLiteral("adm1"), Role::CardAdministrator);
    CounterStation::Card supervisor = station.employ(QStringLiteral("sup1"), Role::Supervisor);
    CounterStation::Card hanako = station.employ(QStringLiteral("op1"));

    /// The administrator logs in; hanako's card has this PUK in escrow, or, empty, was made elsewhere.
    void start(const QByteArray& puk = Puk) {
        station.open();
        if (!station.logIn(administrator))
            qFatal("the administrator can't log in");
        if (!puk.isEmpty())
            noteIssued(hanako, QStringLiteral("op1"), puk);
    }
    void noteIssued(const CounterStation::Card& card, const QString& person, const QByteArray& puk = Puk) {
        IssueRegister& issues = workstation().issues();
        CardIssue issue;
        issue.id = expect(issues.nextId());
        issue.operatorId = person;
        issue.startedBy = QStringLiteral("adm1");
        issue.witness = QStringLiteral("sup1");
        issue.startedAt = clock.now();
        issue.guid = issue.id.toLatin1().leftJustified(16, 'g');
        issue.lastDay = clock.now().date().addYears(3);
        issue.sealedPuk = expect(session().officeKey()->sealPuk(issue.id, SecretBytes::copyOf(puk)));
        expect(issues.add(issue));
        expect(issues.finish(issue.id, station.idOf(card), clock.now()));
    }

    Workstation& workstation() { return station.workstation(); }
    const Session& session() { return *station.login().session(); }
    PinUnblocking& unblocking() { return workstation().unblocking(); }
    const UnblockingView& view() { return unblocking().view(); }
    QString cardOf(const CounterStation::Card& card) const { return station.idOf(card); }
    Result<> begin() { return unblocking().begin(cardOf(hanako)); }

    void putIn(const std::shared_ptr<SimulatedCard>& card) {
        takeOut();
        station.insert(card, CounterStation::secondReader());
    }
    void takeOut() {
        station.takeOut(CounterStation::secondReader());
        if (!QTest::qWaitFor(
                [this] { return workstation().cards().cardIn(CounterStation::secondReader()) == 0; }))
            qFatal("the card stays");
    }
    bool comesTo(UnblockingState state) {
        return QTest::qWaitFor([this, state] { return view().state == state; });
    }
    /// Waits until it asks again, and why.
    bool asksAgain(UnblockingState state, ErrorCode why) {
        return QTest::qWaitFor(
            [&] { return view().state == state && view().error && view().error->code == why; });
    }
    /// From the beginning until the second person has confirmed.
    bool isWitnessed() {
        expect(begin());
        putIn(supervisor);
        if (!comesTo(UnblockingState::AwaitingWitnessPin))
            return false;
        unblocking().submitWitnessPin(SecretBytes::copyOf(CounterStation::Pin));
        return comesTo(UnblockingState::AwaitingCard);
    }
    /// From the beginning until the holder may type.
    bool isAtNewPin() {
        if (!isWitnessed())
            return false;
        putIn(hanako);
        return comesTo(UnblockingState::AwaitingNewPin);
    }
    void submit(const QByteArray& pin, const QByteArray& repeated) {
        unblocking().submitNewPin(SecretBytes::copyOf(pin), SecretBytes::copyOf(repeated));
    }
    void submit(const QByteArray& pin = NewPin) { submit(pin, pin); }
};

} // namespace madoguchi
