// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practiceoffice.h"

#include "ui/practice/practicestrip.h"
#include "ui/screens/loginscreen.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QByteArray WrongPin = "000000";

} // namespace

void PracticeOffice::lockCard() {
    quietly(
        u"colleague"_s, [this] { m_strip.insert(u"op02"_s); },
        [this] { return isIn(LoginState::AwaitingPin); });
    for (int failure = 1; failure < 3; ++failure) {
        enterPin(u"colleague-wrong-%1"_s.arg(failure), WrongPin, [this] {
            return isIn(LoginState::AwaitingPin) && m_window.loginScreen().view().pinWasWrong;
        });
    }
    enterPin(u"card-locked"_s, WrongPin, [this] { return isIn(LoginState::PinDelayed); });
}

void PracticeOffice::unlockCard() {
    logIn(u"supervisor"_s, u"sv01"_s);
    choose(u"locked"_s);
    keys(
        u"unlock-confirm"_s, [this] { pressButton(ActionId::CardUnlock); },
        [this] { return asks(ActionId::CardUnlock); });
    keys(
        u"unlocked"_s, [this] { pressButton(ActionId::CardUnlock); }, [this] { return isDone(); });
}

void PracticeOffice::closeAndOpenTerminal() {
    choose(u"today"_s);
    keys(
        u"close-confirm"_s, [this] { pressButton(ActionId::TerminalClose); },
        [this] { return asks(ActionId::TerminalClose); });
    keys(
        u"closed"_s, [this] { pressButton(ActionId::TerminalClose); }, [this] { return isDone(); });
    logOut();
    insert(u"terminal-closed"_s, u"op01"_s, LoginState::TakeCardOut);
    logIn(u"supervisor-again"_s, u"sv01"_s);
    choose(u"today"_s);
    quietly(
        u"open-confirm"_s, [this] { pressButton(ActionId::TerminalOpen); },
        [this] { return asks(ActionId::TerminalOpen); });
    keys(
        u"opened"_s, [this] { pressButton(ActionId::TerminalOpen); }, [this] { return isDone(); });
    logOut();
}

void PracticeOffice::readTheLog() {
    logIn(u"auditor"_s, u"au01"_s);
    choose(u"audit"_s);
    keys(
        u"log-verified"_s, [this] { pressButton(ActionId::AuditVerify); }, [this] { return isDone(); });
    logOut();
}

void PracticeOffice::lookAtStation() {
    logIn(u"system-administrator"_s, u"sa01"_s);
    choose(u"station"_s);
    choose(u"diagnose"_s);
    assignReaders();
    logOut();
    keys(
        u"wrong-reader"_s, [this] { m_strip.insert(u"op01"_s, PracticeStrip::Second); },
        [this] { return isIn(LoginState::TakeCardOut); });
}

// The first for operators, the second for applicants.
void PracticeOffice::assignReaders() {
    choose(u"readers"_s);
    keys(
        u"readers-assigned"_s,
        [this] {
            focus(u"reader.operators"_s);
            fill(u"2"_s);
            m_typist.type(u"3"_s);
            pressButton(ActionId::ReadersAssign);
        },
        [this] { return isDone(); });
}

} // namespace madoguchi
