// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/setup/administratorpage.h"

#include "smartcard/piv/pivpin.h"
#include "ui/screens/loginmessage.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pinrow.h"

#include <QVBoxLayout>

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestName = 64;
constexpr int LongestNumber = 32;
constexpr int NumberWidth = 160;

} // namespace

AdministratorPage::AdministratorPage(StationSetup& setup, CardAuthority authority, Which which,
                                     QWidget* parent)
    : SetupPage(parent)
    , m_setup(setup)
    , m_authority(authority)
    , m_which(which)
    , m_card(new Notice(NoticeKind::Info, {}))
    , m_number(new LineField(LongestNumber, NumberWidth))
    , m_name(new NameEdit(LongestName))
    , m_kana(new KanaEdit(LongestName))
    , m_pin(new PinRow(
          ActionId::PinSubmit,
          authority == CardAuthority::Office ? tr("PIN, chosen by herself") : tr("PIN of the card"),
          authority == CardAuthority::Office
              ? tr("6 to 8 digits. Nothing that counts up or down, nothing repeated, no date. Nobody else "
                   "may see it.")
              : QString()))
    , m_repeat(new PinRow(ActionId::PinSubmit, tr("PIN once more"))) {
    explain(purpose());
    m_card->setObjectName(u"card"_s);
    column()->addWidget(m_card);
    m_numberRow = add(u"operator"_s, m_number, tr("Operator number"), tr("In the log and on papers."));
    m_nameRow = add(u"name"_s, m_name, tr("Name"));
    m_kanaRow = add(u"kana"_s, m_kana, tr("Reading"));
    m_pin->field()->setObjectName(u"pin"_s);
    m_repeat->field()->setObjectName(u"repeatedPin"_s);
    column()->addWidget(m_pin);
    column()->addWidget(m_repeat);
    column()->addStretch();
    m_repeat->setVisible(authority == CardAuthority::Office);
    chain(m_pin->field(), m_repeat->field());
    chain(m_repeat->field(), nullptr);
    for (FieldEditor* field : {static_cast<FieldEditor*>(m_number), static_cast<FieldEditor*>(m_name),
                               static_cast<FieldEditor*>(m_kana)})
        connect(field, &FieldEditor::edited, &m_setup, &StationSetup::keepRoot);
    for (const PinRow* row : {m_pin, m_repeat})
        connect(row->field(), &PinField::edited, &m_setup, &StationSetup::keepRoot);
    connect(&m_setup.cards(), &CardService::cardInserted, &m_setup, &StationSetup::keepRoot);
    connect(&m_setup.cards(), &CardService::readersChanged, this, &AdministratorPage::showCards);
    connect(&m_setup.cards(), &CardService::conditionChanged, this, &AdministratorPage::showCards);
    connect(&m_setup.cards(), &CardService::cardInserted, this, &AdministratorPage::showCards);
    connect(&m_setup.cards(), &CardService::cardRemoved, this, &AdministratorPage::showCards);
    showCards();
}

QString AdministratorPage::title() const {
    return m_which == Which::First ? tr("The first card administrator") : tr("The second card administrator");
}

QString AdministratorPage::purpose() const {
    if (m_authority == CardAuthority::Outside) {
        return tr("Her card is taken into the register now, as its maker delivered it. All further ones "
                  "follow with madoguchictl card enroll.");
    }
    return m_which == Which::First
               ? tr("Two people make all further cards together. So two get theirs now, each from a new "
                    "card; this is the first.")
               : tr("The first one's card is made. The second one confirms what she does, and does the "
                    "same herself. Her card is made now, from another new card.");
}

QString AdministratorPage::askForCard() const {
    if (m_authority == CardAuthority::Outside)
        return tr("Put her card into the reader.");
    return m_which == Which::First ? tr("Put a new card into the reader.")
                                   : tr("Take the first card out and put another new card into the reader.");
}

void AdministratorPage::takeKeyboard() {
    const bool isNew = m_number->value().isEmpty();
    (isNew ? static_cast<QWidget*>(m_number) : m_pin->field())->setFocus(Qt::OtherFocusReason);
}

void AdministratorPage::forgetPins() {
    for (PinRow* row : {m_pin, m_repeat})
        row->field()->takePin().clear();
    m_taken.clear();
}

void AdministratorPage::takeKeyboardForNumber() {
    m_number->setFocus(Qt::OtherFocusReason);
}

void AdministratorPage::showCards() {
    const CardServiceCondition condition = m_setup.cards().condition();
    if (condition != CardServiceCondition::Running) {
        const LoginMessage message = waitingMessage({.condition = condition});
        m_card->say(message.kind, message.title, message.text);
    } else if (m_setup.cardCount() == 0) {
        m_card->say(NoticeKind::Info, askForCard());
    } else if (m_setup.cardCount() > 1) {
        m_card->say(NoticeKind::Warning, tr("There are several cards in readers."),
                    tr("Leave only hers in, so that no other card is changed."));
    } else {
        //: %1 is the name of a card reader
        m_card->say(NoticeKind::Success, tr("A card is in the reader."),
                    tr("Reader: %1").arg(m_setup.cards().readerOf(m_setup.card())));
    }
}

Operator AdministratorPage::person() const {
    return firstAdministrator(m_number->value().trimmed(), m_name->value(), m_kana->value());
}

bool AdministratorPage::check() {
    beginCheck();
    require(m_numberRow, !m_number->value().trimmed().isEmpty(), tr("Enter the operator number."));
    require(m_nameRow, !m_name->value().trimmed().isEmpty(), tr("Enter the name."));
    require(m_kanaRow, !m_kana->value().trimmed().isEmpty(), tr("Enter the reading."));
    if (!endCheck())
        return false;
    m_taken = m_pin->field()->takePin();
    const SecretBytes repeated = m_repeat->field()->takePin();
    const bool formed = checkPinFormat(m_taken).has_value();
    const bool same = m_authority == CardAuthority::Outside || m_taken == repeated;
    m_pin->setProblem(formed ? QString() : tr("A PIN has 6 to 8 characters. Nothing was sent to the card."));
    m_repeat->setProblem(formed && !same ? tr("The two are not the same. Type both again.") : QString());
    if (!formed || !same) {
        m_taken.clear();
        noteWrong(m_pin->field());
    }
    return endCheck();
}

void AdministratorPage::setBusy(bool busy) {
    for (QWidget* part :
         {static_cast<QWidget*>(m_numberRow), static_cast<QWidget*>(m_nameRow),
          static_cast<QWidget*>(m_kanaRow), static_cast<QWidget*>(m_pin), static_cast<QWidget*>(m_repeat)})
        part->setEnabled(!busy);
}

SecretBytes AdministratorPage::takePin() {
    return std::exchange(m_taken, SecretBytes());
}

void AdministratorPage::showPinProblem(const QString& problem) {
    m_pin->setProblem(problem);
    m_pin->field()->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
