// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practiceday.h"

#include "ui/mainwindow.h"
#include "ui/practice/practicestrip.h"
#include "ui/screens/loginscreen.h"
#include "ui/widgets/actionbutton.h"
#include "ui/workarea.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QByteArray WrongPin = "000000";
const QString NewPin = u"482915"_s;
const QString IssuedPin = u"271828"_s;       // of the card that is issued
const QString UnblockedPin = u"619043"_s;    // of the same, later
const QString Surname = u"葛\U000E0100城"_s; // with a variation sequence
const QString Householder = u"葛\U000E0100城 髙子"_s;

} // namespace

PracticeDay::PracticeDay(MainWindow& window, Workstation& station, PracticeStrip& strip,
                         const PracticeStation& practice, const QString& pictures)
    : PracticeCards(window, station, strip, practice), m_pictures(pictures) {
    logInAtLast();
    openReception();
    writeDraft();
    lookAtApplicantsCard();
    loseCardAndComeBack();
    finishDraft();
    findAndHandOver();
    lockCard();
    unlockCard();
    closeAndOpenTerminal();
    suspendAndResume();
    suspendCardAndResume();
    issueCard();
    blockIssuedCard();
    unblockIssuedCard();
    reportLostCard();
    lookAtCards();
    findAndDestroyLostCard();
    readTheLog();
    lookAtStation();
}

void PracticeDay::start() {
    m_tour = std::make_unique<Tour>(m_window, m_pictures, steps());
    connect(m_tour.get(), &Tour::finished, this, &PracticeDay::finished);
    m_tour->start();
}

// ---- the day -------------------------------------------------------------------------------------------

void PracticeDay::logInAtLast() {
    keys(u"waiting"_s, {}, [this] { return isIn(LoginState::WaitingForCard); });
    insert(u"foreign-card"_s, u"foreign"_s, LoginState::TakeCardOut);
    insert(u"operator-card"_s, u"op01"_s, LoginState::AwaitingPin);
    enterPin(u"wrong-pin"_s, WrongPin,
             [this] { return isIn(LoginState::AwaitingPin) && m_window.loginScreen().view().pinWasWrong; });
    enterPinOf(u"desk"_s, u"op01"_s, [this] { return isOn(u"desk"_s); });
}

void PracticeDay::openReception() {
    // 転入の届出 is the second purpose, 転入届 the first procedure.
    keys(u"reception-open"_s, [this] { fill(u"2"_s); });
    quietly(u"message-closed"_s, [this] { pressButton(ActionId::DismissMessage); });
    keys(
        u"draft-new"_s, [this] { m_typist.press(Qt::Key_Return); }, [this] { return isOn(u"draft"_s); });
}

void PracticeDay::writeDraft() {
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
void PracticeDay::lookAtApplicantsCard() {
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

void PracticeDay::loseCardAndComeBack() {
    keys(
        u"card-pulled"_s, [this] { m_strip.takeOff(); },
        [this] { return isIn(LoginState::WaitingForCard) && m_window.workArea() == nullptr; });
    insert(u"unlock"_s, u"op01"_s, LoginState::AwaitingPin);
    enterPinOf(u"back-at-the-cursor"_s, u"op01"_s, [this] { return isAt(u"person-name"_s); });
}

void PracticeDay::finishDraft() {
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

void PracticeDay::findAndHandOver() {
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

void PracticeDay::changePin() {
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

void PracticeDay::lockCard() {
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

void PracticeDay::unlockCard() {
    logIn(u"supervisor"_s, u"sv01"_s);
    choose(u"locked"_s);
    keys(
        u"unlock-confirm"_s, [this] { pressButton(ActionId::CardUnlock); }, [this] { return hasPanel(); });
    keys(
        u"unlocked"_s, [this] { pressButton(ActionId::CardUnlock); }, [this] { return !hasPanel(); });
}

void PracticeDay::closeAndOpenTerminal() {
    choose(u"today"_s);
    keys(
        u"close-confirm"_s, [this] { pressButton(ActionId::TerminalClose); }, [this] { return hasPanel(); });
    keys(
        u"closed"_s, [this] { pressButton(ActionId::TerminalClose); }, [this] { return !hasPanel(); });
    logOut();
    insert(u"terminal-closed"_s, u"op01"_s, LoginState::TakeCardOut);
    logIn(u"supervisor-again"_s, u"sv01"_s);
    choose(u"today"_s);
    quietly(
        u"open-confirm"_s, [this] { pressButton(ActionId::TerminalOpen); }, [this] { return hasPanel(); });
    keys(
        u"opened"_s, [this] { pressButton(ActionId::TerminalOpen); }, [this] { return !hasPanel(); });
    logOut();
}

void PracticeDay::suspendAndResume() {
    openOperator(u"administrator"_s);
    keys(u"suspend-needs-a-reason"_s, [this] { pressButton(ActionId::OperatorSuspend); });
    keys(
        u"suspend-confirm"_s,
        [this] {
            m_typist.type(u"1"_s);
            pressButton(ActionId::OperatorSuspend);
        },
        [this] { return hasPanel(); });
    keys(
        u"suspended"_s, [this] { pressButton(ActionId::OperatorSuspend); }, [this] { return !hasPanel(); });
    logOut();
    insert(u"operator-suspended"_s, u"op01"_s, LoginState::TakeCardOut);
    openOperator(u"administrator-again"_s);
    quietly(
        u"resume-confirm"_s, [this] { pressButton(ActionId::OperatorResume); },
        [this] { return hasPanel(); });
    keys(
        u"resumed"_s, [this] { pressButton(ActionId::OperatorResume); }, [this] { return !hasPanel(); });
    logOut();
}

void PracticeDay::issueCard() {
    logIn(u"issuing-administrator"_s, u"ca01"_s);
    choose(u"issue"_s);
    keys(u"issue-order"_s, [this] {
        if (auto* number = m_window.findChild<QWidget*>(u"operator"_s))
            number->setFocus(Qt::TabFocusReason);
        fill(u"op03"_s);
        fillJapanese(u"みほんさぶろう"_s, u"見本 三郎"_s);
        fillJapanese(u"みほんさぶろう"_s, u"ミホン サブロウ"_s);
        fill(u"1"_s);
    });
    keys(
        u"issue-witness"_s, [this] { pressButton(ActionId::CardIssueOrder); },
        [this] { return issuingIs(IssuingState::AwaitingWitness); });
    insertSecond(u"issue-witness-pin"_s, u"sv01"_s, IssuingState::AwaitingWitnessPin);
    enterIssuingPin(u"issue-blank-card"_s, u"sv01"_s, IssuingState::AwaitingBlankCard);
    insertSecond(u"issue-sign"_s, u"blank"_s, IssuingState::AwaitingIssuerPin);
    enterIssuingPin(u"issue-first-pin"_s, u"ca01"_s, IssuingState::AwaitingFirstPin);
    keys(
        u"issue-done"_s,
        [this] {
            fill(IssuedPin);
            fill(IssuedPin);
        },
        [this] { return issuingIs(IssuingState::Done); });
    quietly(u"new-card-out"_s, [this] { m_strip.takeOff(PracticeStrip::Second); });
    logOut();
    logIn(u"first-login"_s, u"blank"_s);
    logOut();
    // He can open the drafts: now the new card can too, and that of the colleague who was suspended.
    logIn(u"colleague-hands-on-the-key"_s, u"op02"_s);
    logOut();
}

// The new card has three tries: two are lost here, after which the station makes her wait, and the last one
// at another terminal.
void PracticeDay::blockIssuedCard() {
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

void PracticeDay::unblockIssuedCard() {
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

void PracticeDay::openOperator(const QString& name) {
    logIn(name, u"ca01"_s);
    choose(u"cards"_s);
    keys(u"card-details"_s, [this] {
        m_typist.press(Qt::Key_Down, 2); // by number: au01, ca01, op01
        m_typist.press(Qt::Key_Return);
    });
}

// A colleague's: whoever lost her card can't log in to say so.
void PracticeDay::reportLostCard() {
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
        [this] { return hasPanel(); });
    keys(
        u"loss-reported"_s, [this] { pressButton(ActionId::CardReportLost); },
        [this] { return !hasPanel(); });
    logOut();
    insert(u"lost-card-refused"_s, u"op02"_s, LoginState::TakeCardOut);
}

void PracticeDay::lookAtCards() {
    logIn(u"administrator-after-the-loss"_s, u"ca01"_s);
    choose(u"cards"_s);
    keys(u"lost-card-in-the-register"_s, [this] {
        m_typist.press(Qt::Key_F6);
        m_typist.type(u"op02"_s);
    });
    keys(
        u"lost-card-history"_s,
        [this] {
            m_typist.press(Qt::Key_F4);
            m_typist.press(Qt::Key_Return);
        },
        [this] { return hasRows(u"history"_s); });
    choose(u"reminders"_s);
    choose(u"rights"_s);
    keys(u"rights-of-a-person"_s, [this] { m_typist.press(Qt::Key_Return); });
    logOut();
}

void PracticeDay::readTheLog() {
    logIn(u"auditor"_s, u"au01"_s);
    choose(u"audit"_s);
    keys(u"log-verified"_s, [this] { pressButton(ActionId::AuditVerify); });
    logOut();
}

void PracticeDay::lookAtStation() {
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
void PracticeDay::assignReaders() {
    choose(u"readers"_s);
    keys(u"readers-assigned"_s, [this] {
        if (auto* first = m_window.findChild<QWidget*>(u"reader.operators"_s))
            first->setFocus(Qt::TabFocusReason);
        fill(u"2"_s);
        m_typist.type(u"3"_s);
        pressButton(ActionId::ReadersAssign);
    });
}

} // namespace madoguchi
