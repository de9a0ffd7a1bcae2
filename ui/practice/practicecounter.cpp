// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicecounter.h"

#include "ui/forms/errorsummary.h"
#include "ui/noticebar.h"
#include "ui/practice/practicepeople.h"
#include "ui/practice/practicestrip.h"
#include "ui/screens/draftheader.h"
#include "ui/screens/loginscreen.h"
#include "ui/screens/receptionpanel.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QByteArray WrongPin = "000000";
const QString NewPin = u"482915"_s;

/// What is said where all was saved before F9.
bool isUnchanged(const DraftHeader* header) {
    return header &&
           header->state().endsWith(DraftHeader::tr("Saved %1, nothing changed since").section(u"%1"_s, -1));
}

} // namespace

using namespace practicepeople;

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
    keys(
        u"reception-open"_s, [this] { fill(u"2"_s); },
        [this] {
            const auto* panel = seen<ReceptionPanel>();
            return panel && panel->asksProcedure();
        });
    quietly(u"message-closed"_s, [this] {
        if (seen<NoticeBar>()) // it goes by itself, too
            pressButton(ActionId::DismissMessage);
    });
    keys(
        u"draft-new"_s, [this] { m_typist.press(Qt::Key_Return); }, [this] { return isOn(u"draft"_s); });
}

void PracticeCounter::writeDraft() {
    const QString moved = QDate::currentDate().addDays(-3).toString(Qt::ISODate);
    keys(
        u"notice-filled"_s,
        [this, moved] {
            fill(moved);
            fill({}); // the day of the notification is there
            fill({}); // no reason for being late
            fill(u"1"_s);
            fill(u"1"_s);
        },
        [this, moved] { return holds(u"moved-date"_s, moved) && holds(u"certificate"_s, u"paper"); });
    onwards();
    keys(
        u"address-filled"_s, [this] { typeAddress(); },
        [this] {
            return holds(u"householder-name"_s, Applicant) && holds(u"householder-kana"_s, ApplicantKana) &&
                   holds(u"contact-phone"_s, Phone);
        });
    onwards();
    keys(
        u"previous-address-filled"_s,
        [this] {
            fill({}); // no postal code
            fillJapanese(u"かくうけん"_s, PreviousAddress.toString());
            fillJapanese(u"かつらぎ"_s, Applicant.toString());
        },
        [this] {
            return holds(u"previous-address"_s, PreviousAddress) &&
                   holds(u"previous-householder"_s, Applicant);
        });
    onwards();
    keys(
        u"name-half-typed"_s, [this] { m_typist.compose(u"かつらぎ"_s, Surname.toString()); },
        [this] { return isAt(u"person-name"_s) && holds(u"person-name"_s, Surname); });
}

void PracticeCounter::typeAddress() {
    m_typist.type(u"1000001"_s);
    m_typist.press(Qt::Key_F5); // fills the address and goes there
    m_typist.press(Qt::Key_End);
    fillJapanese(u"いちのいち"_s, Lot.toString());
    fill({}); // no building
    fill(u"1"_s);
    fillJapanese(u"かつらぎ"_s, Applicant.toString());
    fillJapanese(u"かつらぎたかこ"_s, ApplicantKana.toString());
    fill(Phone.toString());
}

// With one reader in use: hers goes out for the applicant's, and proves that it is back.
void PracticeCounter::lookAtApplicantsCard() {
    keys(
        u"swap-begun"_s, [this] { pressNamed(u"swap"_s); },
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
    keys(
        u"person-filled"_s,
        [this] {
            fillJapanese(u"たかこ"_s, Applicant.sliced(Surname.size()).toString());
            fillJapanese(u"かつらぎたかこ"_s, ApplicantKana.toString());
            fill({}); // no former surname
            fill(BirthTyped.toString());
            fill(u"2"_s);
            fill(u"1"_s);
            fill(u"1"_s);
        },
        [this] {
            return holds(u"person-name"_s, Applicant) && holds(u"person-kana"_s, ApplicantKana) &&
                   holds(u"person-birth"_s, Birth) && holds(u"person-nationality"_s, u"japanese");
        });
    keys(
        u"errors-shown"_s, [this] { m_typist.press(Qt::Key_F12); },
        [this] { return seen<ErrorSummary>() != nullptr; });
    keys(
        u"draft-saved"_s, [this] { m_typist.press(Qt::Key_F9); },
        [this] { return isUnchanged(seen<DraftHeader>()); });
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
        u"hand-over"_s, [this] { m_typist.press(Qt::Key_F6); },
        [this] { return asks(ActionId::ListSelect); });
    keys(
        u"hand-over-confirm"_s, [this] { fill(u"1"_s); }, [this] { return asks(ActionId::DraftHandOver); });
    keys(
        u"handed-over"_s, [this] { pressButton(ActionId::DraftHandOver); },
        [this] { return isOn(u"desk"_s); });
    choose(u"history"_s);
    changePin();
    logOut();
}

void PracticeCounter::changePin() {
    choose(u"pin"_s);
    keys(
        u"pin-too-simple"_s,
        [this] {
            fill(QString::fromLatin1(pinOf(u"op01"_s)));
            fill(u"345678"_s);
            fill(u"345678"_s);
        },
        [this] { return isMarked(u"next"_s); });
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
