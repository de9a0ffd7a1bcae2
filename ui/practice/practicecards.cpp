// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicecards.h"

#include "ui/practice/practicestrip.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QString OtherTerminal = u"練習用-2"_s;

} // namespace

void PracticeCards::openCardOf(const QString& person) {
    choose(u"cards"_s);
    quietly(
        u"card-of-"_s + person,
        [this, person] {
            m_typist.press(Qt::Key_F6);
            m_typist.type(person);
            m_typist.press(Qt::Key_F4);
            m_typist.press(Qt::Key_Return);
        },
        [this] { return hasRows(u"history"_s); });
}

void PracticeCards::change(const QString& name, ActionId action, const QString& reason) {
    keys(
        name + u"-confirm"_s, [this, action] { pressButton(action); },
        [this, action] { return asks(action); });
    keys(
        name,
        [this, action, reason] {
            m_typist.type(reason);
            pressButton(action);
        },
        [this] { return isDone(); });
}

void PracticeCards::openOperator(const QString& name) {
    logIn(name, u"ca01"_s);
    choose(u"cards"_s);
    keys(
        u"card-details"_s,
        [this] {
            m_typist.press(Qt::Key_Down, 2); // by number: au01, ca01, op01
            m_typist.press(Qt::Key_Return);
        },
        [this] { return hasRows(u"history"_s); });
}

void PracticeCards::suspendAndResume() {
    openOperator(u"administrator"_s);
    keys(
        u"suspend-needs-a-reason"_s, [this] { pressButton(ActionId::OperatorSuspend); },
        [this] { return isMarked(u"reason"_s); });
    keys(
        u"suspend-confirm"_s,
        [this] {
            m_typist.type(u"1"_s);
            pressButton(ActionId::OperatorSuspend);
        },
        [this] { return asks(ActionId::OperatorSuspend); });
    keys(
        u"suspended"_s, [this] { pressButton(ActionId::OperatorSuspend); }, [this] { return isDone(); });
    logOut();
    insert(u"operator-suspended"_s, u"op01"_s, LoginState::TakeCardOut);
    openOperator(u"administrator-again"_s);
    quietly(
        u"resume-confirm"_s, [this] { pressButton(ActionId::OperatorResume); },
        [this] { return asks(ActionId::OperatorResume); });
    keys(
        u"resumed"_s, [this] { pressButton(ActionId::OperatorResume); }, [this] { return isDone(); });
    logOut();
}

void PracticeCards::suspendCardAndResume() {
    logIn(u"administrator-suspends-a-card"_s, u"ca01"_s);
    openCardOf(u"op01"_s);
    change(u"card-suspended"_s, ActionId::CardSuspend, u"1"_s);
    logOut();
    insert(u"suspended-card-refused"_s, u"op01"_s, LoginState::TakeCardOut);
    logIn(u"administrator-resumes-a-card"_s, u"ca01"_s);
    openCardOf(u"op01"_s);
    change(u"card-resumed"_s, ActionId::CardResume);
    logOut();
}

// A colleague's: whoever lost her card can't log in to say so.
void PracticeCards::reportLostCard() {
    logIn(u"colleague-of-the-loser"_s, u"op01"_s);
    keys(
        u"loss"_s, [this] { m_typist.press(Qt::Key_F10); }, [this] { return isOn(u"loss"_s); });
    keys(
        u"loss-confirm"_s,
        [this] {
            m_typist.press(Qt::Key_F6);
            fill(u"op02"_s);
            m_typist.press(Qt::Key_Return);
        },
        [this] { return asks(ActionId::CardReportLost); });
    keys(
        u"loss-reported"_s, [this] { pressButton(ActionId::CardReportLost); },
        [this] { return seen<QWidget>(u"incident"_s) != nullptr; });
    logOut();
    insert(u"lost-card-refused"_s, u"op02"_s, LoginState::TakeCardOut);
}

void PracticeCards::lookAtCards() {
    logIn(u"administrator-after-the-loss"_s, u"ca01"_s);
    choose(u"cards"_s);
    keys(
        u"lost-card-in-the-register"_s,
        [this] {
            m_typist.press(Qt::Key_F6);
            m_typist.type(u"op02"_s);
        },
        [this] { return holds(u"search"_s, u"op02") && hasRows(u"operators"_s); });
    keys(
        u"lost-card-history"_s,
        [this] {
            m_typist.press(Qt::Key_F4);
            m_typist.press(Qt::Key_Return);
        },
        [this] { return hasRows(u"history"_s); });
    choose(u"reminders"_s);
    keys(
        u"list-signing"_s, [this] { pressButton(ActionId::RevocationListSign); },
        [this] { return listSigningIs(ListSigningState::AwaitingPin); });
    enterPinOf(u"list-signed"_s, u"ca01"_s, [this] { return listSigningIs(ListSigningState::Done); });
    quietly(
        u"list-signing-left"_s, [this] { pressButton(ActionId::GoBack); },
        [this] { return isOn(u"reminders"_s); });
    choose(u"rights"_s);
    keys(
        u"rights-of-a-person"_s, [this] { m_typist.press(Qt::Key_Return); },
        [this] { return offers(ActionId::GoBack); });
    logOut();
}

void PracticeCards::findAndDestroyLostCard() {
    logIn(u"administrator-of-the-found-card"_s, u"ca01"_s);
    openCardOf(u"op02"_s);
    change(u"card-found"_s, ActionId::CardFound);
    change(u"card-invalidated"_s, ActionId::CardInvalidate, u"1"_s);
    keys(
        u"destroy-witness"_s, [this] { pressButton(ActionId::CardDestroy); },
        [this] { return destructionIs(DestructionState::AwaitingWitness); });
    keys(
        u"destroy-witness-pin"_s, [this] { m_strip.insert(u"sv01"_s, PracticeStrip::Second); },
        [this] { return destructionIs(DestructionState::AwaitingPin); });
    enterPinOf(u"destroyed"_s, u"sv01"_s, [this] { return destructionIs(DestructionState::Done); });
    quietly(u"destroy-witness-out"_s, [this] { m_strip.takeOff(PracticeStrip::Second); });
    keys(
        u"destroyed-in-the-register"_s, [this] { pressButton(ActionId::GoBack); },
        [this] { return isOn(u"cards"_s); });
    logOut();
}

void PracticeCards::changeRole() {
    logIn(u"administrator-changes-a-role"_s, u"ca01"_s);
    openCardOf(u"op03"_s);
    keys(
        u"role"_s, [this] { pressButton(ActionId::OperatorChange); }, [this] { return isOn(u"role"_s); });
    keys(
        u"role-errors"_s,
        [this] {
            focus(u"hours"_s);
            m_typist.type(u"8:30-25:00"_s);
            pressButton(ActionId::OperatorChange);
        },
        [this] { return isMarked(u"hours"_s); });
    keys(
        u"role-filled"_s,
        [this] {
            focus(u"role-until"_s);
            fill(QDate::currentDate().addMonths(4).toString(Qt::ISODate));
            m_typist.selectAll();
            fill(u"8:30-17:15"_s);
            focus(u"terminals"_s);
            fillJapanese(u"れんしゅうよう"_s, OtherTerminal);
            m_typist.type(u"1"_s);
        },
        [this] { return holds(u"terminals"_s, OtherTerminal) && holds(u"reason"_s, u"duties"); });
    keys(
        u"role-confirm"_s, [this] { pressButton(ActionId::OperatorChange); },
        [this] { return asks(ActionId::OperatorChange); });
    keys(
        u"role-changed"_s, [this] { pressButton(ActionId::OperatorChange); },
        [this] { return isDone() && isOn(u"cards"_s); });
    logOut();
    insert(u"wrong-terminal-refused"_s, u"blank"_s, LoginState::TakeCardOut);
}

void PracticeCards::takeBackAndLend() {
    logIn(u"administrator-takes-a-card-back"_s, u"ca01"_s);
    openCardOf(u"op03"_s);
    change(u"card-taken-back"_s, ActionId::CardTakeBack);
    logOut();
    insert(u"returned-card-refused"_s, u"blank"_s, LoginState::TakeCardOut);
    logIn(u"administrator-lends-a-card"_s, u"ca01"_s);
    openCardOf(u"op03"_s);
    change(u"card-lent"_s, ActionId::CardLend, QDate::currentDate().addDays(7).toString(Qt::ISODate));
    change(u"card-of-the-leaver"_s, ActionId::CardInvalidate, u"1"_s);
    logOut();
}

} // namespace madoguchi
