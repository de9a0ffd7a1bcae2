// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/pinpage.h"

#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/pinfield.h"
#include "ui/widgets/shuffledkeypad.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {
namespace {

QLabel* line(theme::TextRole role, QVBoxLayout& layout, const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setFont(theme::font(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout.addWidget(label);
    return label;
}

} // namespace

PinPage::PinPage(QWidget* parent)
    : QWidget(parent)
    , m_lastTry(new Notice(NoticeKind::Error, {}))
    , m_pin(new PinField)
    , m_keypad(new ShuffledKeypad) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::px(12));
    m_title = line(theme::TextRole::Title, *layout);
    m_name = line(theme::TextRole::Name, *layout);
    m_kept =
        line(theme::TextRole::Body, *layout, tr("Your work is kept and will be back where you left it."));
    layout->addWidget(m_lastTry);
    m_tries = line(theme::TextRole::Strong, *layout);
    layout->addSpacing(theme::px(8));
    QLabel* label = line(theme::TextRole::Strong, *layout, tr("PIN"));
    label->setBuddy(m_pin);
    line(theme::TextRole::Supporting, *layout, tr("6 to 8 characters, then Enter."));
    // Beside the field, so that they are in sight with it at 200 % too.
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::px(16));
    buttons->addWidget(m_pin);
    auto* logIn = new ActionButton(ActionId::PinSubmit, ButtonKind::Primary);
    auto* cancel = new ActionButton(ActionId::LoginCancel, tr("Cancel (Esc)"));
    buttons->addWidget(logIn);
    buttons->addWidget(cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addWidget(m_keypad);
    m_keypad->setField(m_pin);
    m_keypad->hide();

    setFocusProxy(m_pin);
    connect(m_pin, &PinField::submitted, this, &PinPage::pinEntered);
    connect(logIn, &ActionButton::clicked, this, [this] {
        m_pin->setFocus(Qt::OtherFocusReason); // for another try, if this one fails
        Q_EMIT pinEntered();
    });
    connect(cancel, &ActionButton::clicked, this, &PinPage::cancelled);
}

void PinPage::showView(const LoginView& view) {
    const LoginMessage last = lastTryMessage(view);
    m_title->setText(view.isUnlocking ? tr("Enter your PIN to go on") : tr("Enter your PIN to log in"));
    m_name->setText(view.operatorName);
    m_kept->setVisible(view.isUnlocking);
    m_lastTry->setVisible(!last.title.isEmpty());
    m_lastTry->say(last.kind, last.title, last.text);
    // Said once: a wrong PIN's message has it already.
    m_tries->setVisible(!view.pinWasWrong);
    m_tries->setText(triesText(view));
    m_pin->setInvalid(!last.title.isEmpty());
    m_pin->setAccessibleDescription(triesText(view));
}

SecretBytes PinPage::takePin() {
    return m_pin->takePin();
}

void PinPage::setKeypadShown(bool shown) {
    m_keypad->setVisible(shown);
}

void PinPage::begin() {
    m_pin->clear();
    m_keypad->shuffle();
    m_pin->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
