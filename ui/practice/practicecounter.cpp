// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicecounter.h"

#include "ui/mainwindow.h"
#include "ui/practice/practicestrip.h"
#include "ui/screens/loginscreen.h"
#include "ui/widgets/actionbutton.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QByteArray WrongPin = "000000";
const QString NewPin = u"482915"_s;
const QString Surname = u"葛\U000E0100城"_s; // with a variation sequence
const QString Householder = u"葛\U000E0100城 髙子"_s;

} // namespace

void PracticeCounter::logInAtLast() {
    keys(u"waiting"_s, {}, [this] { return isIn(LoginState::WaitingForCard); });
    insert(u"foreign-card"_s, u"foreign"_s, LoginState::TakeCardOut);
    insert(u"operator-card"_s, u"op01"_s, LoginState::AwaitingPin);
    enterPin(u"wrong-pin"_s, WrongPin,
             [this] { return isIn(LoginState::AwaitingPin) && m_window.loginScreen().view().pinWasWrong; });
    enterPinOf(u"desk"_s, u"op01"_s, [this] { return isOn(u"desk"_s); });
}

void PracticeCounter::openReception() {
    // 転入の届出 is the second purpose, 転入届 the first procedure.
    keys(u"reception-open"_s, [this] { fill(u"2"_s); });
    quietly(u"message-closed"_s, [this] { pressButton(ActionId::DismissMessage); });
    keys(
        u"draft-new"_s, [this] { m_typist.press(Qt::Key_Return); }, [this] { return isOn(u"draft"_s); });
}

void PracticeCounter::writeDraft() {
    const QDate today = QDate::currentDate();
    keys(u"notice-filled"_s, [this, today] {
        fill(today.addDays(-3).toString(Qt::ISODate));
        fill({}); // the day of the notification is there
        fill({}); // no reason for being late
        fill(u"1"_s);
        fill(u"1"_s);
    });
    onwards();
    keys(u"address-filled"_s, [this] {
        m_typist.type(u"1000001"_s);
        m_typist.press(Qt::Key_F5); // fills the address and goes there
        m_typist.press(Qt::Key_End);
        fillJapanese(u"いちのいち"_s, u"１番１号"_s);
        fill({}); // no building
        fill(u"1"_s);
        fillJapanese(u"かつらぎ"_s, Householder);
        fillJapanese(u"かつらぎたかこ"_s, u"カツラギ タカコ"_s);
        fill(u"03-0000-0000"_s);
    });
    onwards();
    keys(u"previous-address-filled"_s, [this] {
        fill({}); // no postal code
        fillJapanese(u"かくうけん"_s, u"架空県見本町一丁目２番３号"_s);
        fillJapanese(u"かつらぎ"_s, Householder);
    });
    onwards();
    keys(
        u"name-half-typed"_s, [this] { m_typist.compose(u"かつらぎ"_s, Surname); },
        [this] { return isAt(u"person-name"_s); });
}

// With one reader in use: hers goes out for the applicant's, and proves that it is back.
void PracticeCounter::lookAtApplicantsCard() {
    keys(
        u"swap-begun"_s,
        [this] {
            if (auto* button = m_window.findChild<ActionButton*>(u"swap"_s))
                button->click();
        },
        [this] { return isIn(LoginState::CardMayLeave); });
    keys(
        u"swap-card-out"_s, [this] { m_strip.takeOff(); }, [this] { return isIn(LoginState::CardAway); });
    keys(
        u"swap-applicants-card"_s, [this] { m_strip.insert(u"foreign"_s); },
        [this] { return m_window.loginScreen().view().swap.reader == SwapReader::OtherCard; });
    keys(
        u"swap-put-back"_s, [this] { m_strip.takeOff(); }, [this] { return isIn(LoginState::CardAway); });
    keys(
        u"swap-over"_s, [this] { m_strip.insert(u"op01"_s); },
        [this] { return isIn(LoginState::InSession) && isAt(u"person-name"_s); });
}

void PracticeCounter::loseCardAndComeBack() {
    keys(
        u"card-pulled"_s, [this] { m_strip.takeOff(); },
        [this] { return isIn(LoginState::WaitingForCard) && m_window.workArea() == nullptr; });
    insert(u"unlock"_s, u"op01"_s, LoginState::AwaitingPin);
    enterPinOf(u"back-at-the-cursor"_s, u"op01"_s, [this] { return isAt(u"person-name"_s); });
}

void PracticeCounter::finishDraft() {
    keys(u"person-filled"_s, [this] {
        fillJapanese(u"たかこ"_s, u" 髙子"_s);
        fillJapanese(u"かつらぎたかこ"_s, u"カツラギ タカコ"_s);
        fill({}); // no former surname
        fill(u"S60.4.1"_s);
        fill(u"2"_s);
        fill(u"1"_s);
        fill(u"1"_s);
    });
    keys(u"errors-shown"_s, [this] { m_typist.press(Qt::Key_F12); });
    keys(u"draft-saved"_s, [this] { m_typist.press(Qt::Key_F9); });
    keys(
        u"hidden"_s, [this] { m_typist.press(Qt::Key_F11); }, [this] { return m_window.isCovered(); });
    quietly(
        u"shown-again"_s, [this] { m_typist.press(Qt::Key_F11); }, [this] { return !m_window.isCovered(); });
    keys(
        u"desk-with-draft"_s, [this] { m_typist.press(Qt::Key_F3); },
        [this] { return isOn(u"desk"_s) && hasRows(u"drafts"_s); });
}

void PracticeCounter::findAndHandOver() {
    keys(
        u"found-by-kana"_s,
        [this] {
            m_typist.press(Qt::Key_F6);
            fill(u"2"_s);
            m_typist.compose(u"かつらぎ"_s, u"カツラギ"_s);
            m_typist.press(Qt::Key_Return);
        },
        [this] { return hasRows(u"drafts"_s); });
    quietly(
        u"open-again"_s,
        [this] {
            m_typist.press(Qt::Key_F4);
            m_typist.press(Qt::Key_Return);
        },
        [this] { return isOn(u"draft"_s); });
    keys(
        u"hand-over"_s, [this] { m_typist.press(Qt::Key_F6); }, [this] { return hasPanel(); });
    keys(u"hand-over-confirm"_s, [this] { fill(u"1"_s); });
    keys(
        u"handed-over"_s, [this] { pressButton(ActionId::DraftHandOver); },
        [this] { return isOn(u"desk"_s); });
    choose(u"history"_s);
    changePin();
    logOut();
}

void PracticeCounter::changePin() {
    choose(u"pin"_s);
    keys(u"pin-too-simple"_s, [this] {
        fill(QString::fromLatin1(pinOf(u"op01"_s)));
        fill(u"345678"_s);
        fill(u"345678"_s);
    });
    keys(
        u"pin-changed"_s,
        [this] {
            fill(QString::fromLatin1(pinOf(u"op01"_s)));
            fill(NewPin);
            fill(NewPin);
        },
        [this] { return pinOf(u"op01"_s) == NewPin.toLatin1() && isAt(u"present"_s); });
}

} // namespace madoguchi
