// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practiceissuing.h"

#include "ui/practice/practicepeople.h"
#include "ui/practice/practicestrip.h"
#include "ui/screens/loginscreen.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QByteArray WrongPin = "000000";
const QString IssuedPin = u"271828"_s;    // of the card that is issued
const QString UnblockedPin = u"619043"_s; // of the same, later
const QString DayCardPin = u"805317"_s;   // of the same for somebody else

} // namespace

void PracticeIssuing::issueCard() {
    logIn(u"issuing-administrator"_s, u"ca01"_s);
    choose(u"issue"_s);
    keys(
        u"issue-order"_s,
        [this] {
            focus(u"operator"_s);
            fill(u"op03"_s);
            fillJapanese(u"みほんさぶろう"_s, practicepeople::NewOperator.toString());
            fillJapanese(u"みほんさぶろう"_s, practicepeople::NewOperatorKana.toString());
            fill(u"1"_s);
        },
        [this] {
            return holds(u"name"_s, practicepeople::NewOperator) &&
                   holds(u"kana"_s, practicepeople::NewOperatorKana) && holds(u"role"_s, u"Operator");
        });
    makeCard(u"issue"_s);
    finishCard(u"issue"_s, IssuedPin);
    logOut();
    logIn(u"first-login"_s, u"blank"_s);
    logOut();
    // He can open the drafts: now the new card can too, and that of the colleague who was suspended.
    logIn(u"colleague-hands-on-the-key"_s, u"op02"_s);
    logOut();
}

// From the order to the PIN that is asked for the signatures.
void PracticeIssuing::makeCard(const QString& name) {
    keys(
        name + u"-witness"_s, [this] { pressButton(ActionId::CardIssueOrder); },
        [this] { return issuingIs(IssuingState::AwaitingWitness); });
    insertSecond(name + u"-witness-pin"_s, u"sv01"_s, IssuingState::AwaitingWitnessPin);
    enterPinOf(name + u"-blank-card"_s, u"sv01"_s,
               [this] { return issuingIs(IssuingState::AwaitingBlankCard); });
    insertSecond(name + u"-sign"_s, u"blank"_s, IssuingState::AwaitingIssuerPin);
}

void PracticeIssuing::finishCard(const QString& name, const QString& pin) {
    enterPinOf(name + u"-first-pin"_s, u"ca01"_s,
               [this] { return issuingIs(IssuingState::AwaitingFirstPin); });
    keys(
        name + u"-done"_s,
        [this, pin] {
            fill(pin);
            fill(pin);
        },
        [this] { return issuingIs(IssuingState::Done); });
    quietly(u"new-card-out"_s, [this] { m_strip.takeOff(PracticeStrip::Second); });
}

// The new card has three tries: two are lost here, after which the station makes her wait, and the last one
// at another terminal.
void PracticeIssuing::blockIssuedCard() {
    quietly(
        u"issued-card"_s, [this] { m_strip.insert(u"blank"_s); },
        [this] { return isIn(LoginState::AwaitingPin); });
    quietly(
        u"issued-card-wrong"_s, [this] { fill(QString::fromLatin1(WrongPin)); },
        [this] { return isIn(LoginState::AwaitingPin) && m_window.loginScreen().view().pinWasWrong; });
    enterPin(u"issued-card-waits"_s, WrongPin, [this] { return isIn(LoginState::PinDelayed); });
    quietly(
        u"issued-card-out"_s, [this] { m_strip.takeOff(); },
        [this] { return isIn(LoginState::WaitingForCard); });
    quietly(u"wrong-elsewhere"_s, [this] { enterWrongPinElsewhere(u"blank"_s); });
    insert(u"card-blocked"_s, u"blank"_s, LoginState::TakeCardOut);
}

void PracticeIssuing::unblockIssuedCard() {
    logIn(u"unblocking-administrator"_s, u"ca01"_s);
    choose(u"cards"_s);
    keys(
        u"blocked-card-in-the-register"_s,
        [this] {
            m_typist.press(Qt::Key_F6);
            m_typist.type(u"op03"_s);
            m_typist.press(Qt::Key_F4);
            m_typist.press(Qt::Key_Return);
        },
        [this] { return hasRows(u"history"_s); });
    keys(
        u"unblock-witness"_s, [this] { pressButton(ActionId::PinUnblock); },
        [this] { return unblockingIs(UnblockingState::AwaitingWitness); });
    insertSecond(u"unblock-witness-pin"_s, u"sv01"_s, UnblockingState::AwaitingWitnessPin);
    enterPinOf(u"unblock-card"_s, u"sv01"_s, [this] { return unblockingIs(UnblockingState::AwaitingCard); });
    insertSecond(u"unblock-new-pin"_s, u"blank"_s, UnblockingState::AwaitingNewPin);
    keys(
        u"unblock-done"_s,
        [this] {
            fill(UnblockedPin);
            fill(UnblockedPin);
        },
        [this] { return unblockingIs(UnblockingState::Done); });
    quietly(u"unblocked-card-out"_s, [this] { m_strip.takeOff(PracticeStrip::Second); });
    keys(
        u"unblocked-in-the-register"_s, [this] { pressButton(ActionId::GoBack); },
        [this] { return isOn(u"cards"_s); });
    logOut();
    logIn(u"login-with-the-new-pin"_s, u"blank"_s);
    logOut();
}

// With the card that was issued before. It is pulled half way, and the order is taken up again.
void PracticeIssuing::issueDayCard() {
    logIn(u"administrator-of-the-day-card"_s, u"ca01"_s);
    choose(u"issue"_s);
    keys(
        u"day-card-order"_s,
        [this] {
            focus(u"operator"_s);
            fill(u"op01"_s);
            focus(u"term"_s);
            fill(u"3"_s); // until tomorrow: the day may be played late in the evening
            m_typist.selectAll();
            m_typist.type(u"16:45"_s);
        },
        [this] { return holds(u"term"_s, u"tomorrow") && holds(u"dayCardEnd"_s, u"16:45"); });
    makeCard(u"day-card"_s);
    keys(
        u"day-card-cut-off"_s, [this] { m_strip.takeOff(PracticeStrip::Second); },
        [this] { return issuingIs(IssuingState::Stopped); });
    keys(
        u"day-card-unfinished"_s, [this] { pressButton(ActionId::GoBack); },
        [this] { return hasRows(u"unfinished"_s); });
    keys(
        u"day-card-again"_s, [this] { pressButton(ActionId::ListSelect); },
        [this] { return holds(u"operator"_s, u"op01"); });
    makeCard(u"day-card-again"_s);
    finishCard(u"day-card"_s, DayCardPin);
    logOut();
    insert(u"card-at-home-refused"_s, u"op01"_s, LoginState::TakeCardOut);
    logIn(u"day-card-login"_s, u"blank"_s);
    logOut();
}

} // namespace madoguchi
