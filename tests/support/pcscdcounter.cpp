// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/pcscdcounter.h"

#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/settledreader.h"
#include "tests/support/simulatedvpcd.h"

#include <QTest>

namespace madoguchi {

using namespace std::chrono_literals;

namespace {

constexpr auto Wait = 20s;

bool comesTrue(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, Wait / 1ms);
}

void mustComeTrue(const char* what, const std::function<bool()>& condition) {
    if (!comesTrue(condition))
        qFatal("in vain: %s", what);
}

} // namespace

PcscdCounter::PcscdCounter(const QString& folder, const Clock& clock)
    : m_workstation(expect(Workstation::open(folder, std::make_shared<PcscStack>(), clock))) {
    CardService& cards = m_workstation->cards();
    cards.start();
    mustComeTrue("empty readers", [&] { // pcscd may still see an earlier card
        return isReadyForACard(cards.readers(), PcscdFixture::firstReader()) &&
               isReadyForACard(cards.readers(), PcscdFixture::secondReader());
    });
}

void PcscdCounter::putIn(const QString& reader, const std::shared_ptr<SimulatedCard>& card) {
    takeOut(reader);
    auto plugged = std::make_unique<VpcdCard>(behaviourOf(card));
    expect(plugged->insert(reader == PcscdFixture::firstReader() ? PcscdFixture::FirstPort
                                                                 : PcscdFixture::SecondPort));
    m_cards[reader] = std::move(plugged);
    mustComeTrue("a card that comes", [&] { return m_workstation->cards().cardIn(reader) != 0; });
}

void PcscdCounter::takeOut(const QString& reader) {
    m_cards.erase(reader); // pulled, if there was one
    mustComeTrue("a card that goes",
                 [&] { return isReadyForACard(m_workstation->cards().readers(), reader); });
}

bool PcscdCounter::reaches(LoginState state) {
    return comesTrue([&] { return view().state == state; });
}

bool PcscdCounter::refuses(ErrorCode code) {
    return comesTrue([&] { return view().state == LoginState::TakeCardOut && view().refusal == code; });
}

void PcscdCounter::enterPin(const QByteArray& pin) {
    login().submitPin(SecretBytes::copyOf(pin));
}

bool PcscdCounter::logIn(const std::shared_ptr<SimulatedCard>& card, const QByteArray& pin) {
    putIn(PcscdFixture::firstReader(), card);
    if (!reaches(LoginState::AwaitingPin))
        return false;
    enterPin(pin);
    return reaches(LoginState::InSession);
}

bool PcscdCounter::logOut() {
    takeOut(PcscdFixture::firstReader());
    return reaches(LoginState::WaitingForCard);
}

IssuingView PcscdCounter::issue(const IssueOrder& order, IssuingOffice::Hands hands) {
    hands.insert = [this](const QString&, const std::shared_ptr<SimulatedCard>& card) {
        putIn(PcscdFixture::secondReader(), card);
    };
    return IssuingOffice::issue(m_workstation->issuing(), order, hands);
}

UnblockingView PcscdCounter::unblock(const Unblocking& order) {
    PinUnblocking& unblocking = m_workstation->unblocking();
    const auto comesTo = [&unblocking](UnblockingState state) {
        return comesTrue([&] { return unblocking.view().state == state || unblocking.view().error; }) &&
               unblocking.view().state == state;
    };
    expect(unblocking.begin(order.id));
    putIn(PcscdFixture::secondReader(), order.witness);
    if (!comesTo(UnblockingState::AwaitingWitnessPin))
        return unblocking.view();
    unblocking.submitWitnessPin(SecretBytes::copyOf(CounterStation::Pin));
    if (!comesTo(UnblockingState::AwaitingCard))
        return unblocking.view();
    putIn(PcscdFixture::secondReader(), order.card);
    if (!comesTo(UnblockingState::AwaitingNewPin))
        return unblocking.view();
    unblocking.submitNewPin(SecretBytes::copyOf(order.pin), SecretBytes::copyOf(order.pin));
    static_cast<void>(comesTo(UnblockingState::Done));
    return unblocking.view();
}

} // namespace madoguchi
