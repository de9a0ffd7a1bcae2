// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicecards.h"

#include "ui/practice/practicestrip.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

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
        name + u"-confirm"_s, [this, action] { pressButton(action); }, [this] { return hasPanel(); });
    keys(
        name,
        [this, action, reason] {
            m_typist.type(reason);
            pressButton(action);
        },
        [this] { return !hasPanel(); });
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

} // namespace madoguchi
