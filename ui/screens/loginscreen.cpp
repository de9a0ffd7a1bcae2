// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/loginscreen.h"

#include "ui/clocktext.h"
#include "ui/screens/loginmessage.h"
#include "ui/screens/pinpage.h"
#include "ui/screens/waitingpage.h"
#include "ui/theme.h"
#include "ui/themestyle.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace madoguchi {
namespace {

constexpr std::chrono::milliseconds Tick{500};
constexpr int ContentWidth = 640;

QLabel* plain(const QString& text, theme::TextRole role) {
    auto* label = new QLabel(text);
    label->setFont(theme::font(role));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

LoginScreen::LoginScreen(const Place& place, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_pages(new QStackedLayout)
    , m_waiting(new WaitingPage(clock))
    , m_pin(new PinPage) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop(place));
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(m_waiting);
    m_pages->addWidget(m_pinFrame = framed(m_pin));
    m_pages->addWidget(m_messagePage = framed(makeMessagePage()));
    m_pages->addWidget(m_lastTryPage = framed(makeLastTryPage()));

    connect(m_pin, &PinPage::pinEntered, this, &LoginScreen::pinEntered);
    connect(m_pin, &PinPage::cancelled, this, &LoginScreen::cancelled);
    m_timer.setInterval(Tick);
    connect(&m_timer, &QTimer::timeout, this, &LoginScreen::tick);
    m_timer.start();
    showView({});
}

QWidget* LoginScreen::makeTop(const Place& place) {
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::px(24), theme::px(16), theme::px(24), theme::px(16));
    row->setSpacing(theme::px(16));
    QLabel* office = plain(place.office, theme::TextRole::Heading);
    office->setWordWrap(true); // a long name takes a second line before it widens the window
    row->addWidget(office, 1);
    row->addWidget(plain(place.terminal, theme::TextRole::Body));
    row->addWidget(m_now = plain({}, theme::TextRole::Body));
    // Up here it takes nothing from the page, which at large scales needs all the height.
    m_diagnosis = new ActionButton(ActionId::DiagnosisView, tr("Diagnosis (F8)"));
    m_diagnosis->setAccessibleName(actionText(ActionId::DiagnosisView));
    m_diagnosis->setToolTip(m_diagnosis->accessibleName());
    theme::setCompact(m_diagnosis, true);
    connect(m_diagnosis, &ActionButton::clicked, this, &LoginScreen::diagnosisRequested);
    row->addWidget(m_diagnosis);
    return top;
}

QWidget* LoginScreen::makeMessagePage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::px(24));
    m_message = new Notice(NoticeKind::Info, {});
    layout->addWidget(m_message);
    m_countdown = plain({}, theme::TextRole::Large);
    m_countdown->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_countdown);
    m_cancel = new ActionButton(ActionId::LoginCancel, tr("Cancel (Esc)"));
    connect(m_cancel, &ActionButton::clicked, this, &LoginScreen::cancelled);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    return page;
}

QWidget* LoginScreen::makeLastTryPage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::px(24));
    layout->addWidget(
        new Notice(NoticeKind::Warning, tr("This card has one try left."),
                   tr("If the next PIN is wrong, the card is blocked, and only the card administrator "
                      "can help. Nothing has been tried yet.")));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::px(16));
    m_lastTryCancel = new ActionButton(ActionId::LoginCancel, tr("Cancel (Esc)"), ButtonKind::Primary);
    auto* goOn = new ActionButton(ActionId::LastTryConfirm, ButtonKind::Danger);
    connect(m_lastTryCancel, &ActionButton::clicked, this, &LoginScreen::cancelled);
    connect(goOn, &ActionButton::clicked, this, &LoginScreen::lastTryConfirmed);
    buttons->addWidget(m_lastTryCancel);
    buttons->addWidget(goOn);
    buttons->addStretch();
    layout->addLayout(buttons);
    return page;
}

/// In the middle, no wider than can be read, and scrolled where the window is small and the scale large.
QWidget* LoginScreen::framed(QWidget* content) {
    content->setMaximumWidth(theme::px(ContentWidth));
    auto* middle = new QWidget;
    auto* layout = new QHBoxLayout(middle);
    const int margin = theme::px(24);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addStretch(1);
    layout->addWidget(content, 100, Qt::AlignVCenter);
    layout->addStretch(1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(middle);
    middle->installEventFilter(this);
    return area;
}

QWidget* LoginScreen::pageOf(LoginState state) const {
    switch (state) {
    case LoginState::WaitingForCard:
        return m_waiting;
    case LoginState::AwaitingPin:
        return m_pinFrame;
    case LoginState::ConfirmingLastTry:
        return m_lastTryPage;
    case LoginState::ReadingCard:
    case LoginState::TakeCardOut:
    case LoginState::PinDelayed:
    case LoginState::CheckingPin:
    case LoginState::OpeningSession:
    case LoginState::Halted:
    case LoginState::InSession: // the work area is about to take the window, or has it
    case LoginState::CardMayLeave:
    case LoginState::CardAway:
    case LoginState::OtherCardIn:
        return m_messagePage;
    }
    Q_UNREACHABLE();
}

bool LoginScreen::canCancel() const {
    return m_view.state == LoginState::AwaitingPin || m_view.state == LoginState::ConfirmingLastTry ||
           m_view.state == LoginState::PinDelayed;
}

bool LoginScreen::offersDiagnosis() const {
    return m_view.state == LoginState::WaitingForCard || m_view.state == LoginState::TakeCardOut;
}

void LoginScreen::showView(const LoginView& view) {
    const bool entered = view.state != m_view.state || (view.pinWasMalformed && !m_view.pinWasMalformed);
    m_view = view;
    m_waiting->showMessage(waitingMessage(view));
    m_pin->showView(view);
    LoginMessage message = progressMessage(view, m_programs);
    if (view.state == LoginState::Halted && !m_lost.isEmpty())
        message.text += u'\n' + tr("What was typed last could not be saved:") + u'\n' + m_lost.join(u'\n');
    m_message->say(message.kind, message.title, message.text);
    m_message->setVisible(!message.title.isEmpty());
    m_countdown->setText(countdown(view.delay));
    m_countdown->setVisible(view.state == LoginState::PinDelayed);
    m_cancel->setVisible(canCancel());
    m_diagnosis->setVisible(offersDiagnosis());
    m_pages->setCurrentWidget(pageOf(view.state));
    tick();
    if (entered)
        takeKeyboard();
}

void LoginScreen::setOtherPrograms(const QStringList& programs) {
    m_programs = programs;
    showView(LoginView(m_view));
}

SecretBytes LoginScreen::takePin() {
    return m_pin->takePin();
}

void LoginScreen::setKeypadShown(bool shown) {
    m_pin->setKeypadShown(shown);
}

void LoginScreen::takeKeyboard() {
    if (m_view.state == LoginState::AwaitingPin) {
        m_pin->begin();
    } else if (m_view.state == LoginState::ConfirmingLastTry) {
        m_lastTryCancel->setFocus(Qt::OtherFocusReason);
    } else
        setFocus(Qt::OtherFocusReason); // also while a PIN has to wait: who types on must not cancel
    showFocused();
}

/// A page that got another text finds its height later.
bool LoginScreen::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &LoginScreen::showFocused, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void LoginScreen::showFocused() {
    auto* area = qobject_cast<QScrollArea*>(m_pages->currentWidget());
    if (area != nullptr && area->isAncestorOf(focusWidget()))
        area->ensureWidgetVisible(focusWidget(), 0, theme::px(24));
}

void LoginScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    takeKeyboard();
}

void LoginScreen::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !event->isAutoRepeat() && canCancel()) {
        Q_EMIT cancelled();
    } else if (event->key() == Qt::Key_F8 && !event->isAutoRepeat() && offersDiagnosis()) {
        Q_EMIT diagnosisRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LoginScreen::tick() {
    m_waiting->showTime();
    m_now->setText(m_view.state == LoginState::WaitingForCard ? QString()
                                                              : clocktext::dateAndTime(m_clock.now()));
}

} // namespace madoguchi
