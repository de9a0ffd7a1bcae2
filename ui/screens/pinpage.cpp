// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/pinpage.h"

#include "ui/theme.h"
#include "ui/widgets/action.h"
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
    , m_logIn(new ActionButton(ActionId::PinSubmit, ButtonKind::Primary))
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
    m_label = line(theme::TextRole::Strong, *layout, tr("PIN"));
    m_label->setBuddy(m_pin);
    m_hint = line(theme::TextRole::Supporting, *layout);
    layout->addLayout(makeEntry());
    layout->addWidget(m_keypad);
    m_keypad->setField(m_pin);
    m_keypad->hide();
    showEntry(false);
}

// The buttons beside the field, so that they are in sight with it at 200 % too.
QLayout* PinPage::makeEntry() {
    auto* entry = new QHBoxLayout;
    entry->setSpacing(theme::px(16));
    entry->addWidget(m_pin);
    auto* cancel = new ActionButton(ActionId::LoginCancel, tr("Cancel (Esc)"));
    entry->addWidget(m_logIn);
    entry->addWidget(cancel);
    entry->addStretch();
    connect(m_pin, &PinField::submitted, this, &PinPage::pinEntered);
    connect(m_logIn, &ActionButton::clicked, this, [this] {
        if (!m_onPad)
            m_pin->setFocus(Qt::OtherFocusReason); // for another try, if this one fails
        Q_EMIT pinEntered();
    });
    connect(cancel, &ActionButton::clicked, this, &PinPage::cancelled);
    return entry;
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
    m_pin->setInvalid(view.pinWasWrong || view.pinWasMalformed);
    m_pin->setAccessibleDescription(triesText(view));
    showEntry(view.pinOnPad);
}

void PinPage::showEntry(bool onPad) {
    m_onPad = onPad;
    m_label->setVisible(!onPad);
    m_hint->setText(onPad ? tr("The PIN is entered on the keys of the reader. Press Enter here to begin.")
                          : tr("6 to 8 characters, then Enter."));
    m_pin->setVisible(!onPad);
    m_keypad->setVisible(m_keypadWanted && !onPad);
    const QString text = onPad ? tr("Enter on the reader") : actionText(ActionId::PinSubmit);
    m_logIn->setText(text);
    m_logIn->setAccessibleName(text);
    setFocusProxy(onPad ? static_cast<QWidget*>(m_logIn) : m_pin);
}

SecretBytes PinPage::takePin() {
    return m_pin->takePin();
}

void PinPage::setKeypadShown(bool shown) {
    m_keypadWanted = shown;
    m_keypad->setVisible(shown && !m_onPad);
}

void PinPage::begin() {
    m_pin->clear();
    m_keypad->shuffle();
    setFocus(Qt::OtherFocusReason); // of the field, or of the button that has the reader ask
}

} // namespace madoguchi
