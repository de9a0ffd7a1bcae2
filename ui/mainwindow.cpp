// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/mainwindow.h"

#include "ui/application.h"
#include "ui/cover.h"
#include "ui/diagnosispage.h"
#include "ui/greeting.h"
#include "ui/screens/loginscreen.h"
#include "ui/swappage.h"
#include "ui/theme.h"
#include "ui/widgets/messagepanel.h"
#include "ui/workarea.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace madoguchi {
namespace {

constexpr QSize StartSize{1280, 800};

Place placeOf(const Workstation& station) {
    return {station.facts().office, station.facts().terminal};
}

} // namespace

MainWindow::MainWindow(Workstation& station, std::span<const ScreenEntry> catalogue)
    : m_station(station)
    , m_catalogue(catalogue)
    , m_rows(new QVBoxLayout(this))
    , m_body(new QWidget)
    , m_pages(new QStackedLayout(m_body))
    , m_login(new LoginScreen(placeOf(station), station.clock()))
    , m_swap(new SwapPage)
    , m_diagnosis(new DiagnosisPage(station.cards(), station.clock()))
    , m_cover(new Cover(station.clock(), m_body))
    , m_idle(station.clock()) {
    setWindowTitle(tr("Madoguchi"));
    resize(StartSize);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addWidget(m_body, 1);
    m_pages->addWidget(m_login);
    m_pages->addWidget(m_swap);
    m_pages->addWidget(m_diagnosis);
    joinLogin();
    joinSwap();
    joinDiagnosis();
    connect(m_cover, &Cover::revealRequested, this, &MainWindow::reveal);
    connect(&m_idle, &IdleWatch::coverDue, this, &MainWindow::hideScreen);
    // Queued: it may come from a key event on its way to a screen that the lock destroys.
    connect(
        &m_idle, &IdleWatch::lockDue, this, [this] { m_station.login().lock(SessionEnd::Idle); },
        Qt::QueuedConnection);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::keepKeyboardOnCover);
    QCoreApplication::instance()->installEventFilter(this);
}

MainWindow::~MainWindow() {
    QCoreApplication::instance()->removeEventFilter(this);
    disconnect(qApp, nullptr, this, nullptr); // closing a window moves the focus once more
}

void MainWindow::joinLogin() {
    LoginController& login = m_station.login();
    connect(&login, &LoginController::viewChanged, this, &MainWindow::onViewChanged);
    connect(&login, &LoginController::sessionStarted, this, &MainWindow::onSessionStarted);
    connect(&login, &LoginController::sessionEnding, this, &MainWindow::onSessionEnding);
    connect(&login, &LoginController::sessionEnded, this, &MainWindow::onSessionEnded);
    connect(&login, &LoginController::sessionEndsSoon, this, &MainWindow::onSessionEndsSoon);
    connect(m_login, &LoginScreen::pinEntered, &login, [this, &login] {
        SecretBytes typed = m_login->takePin();
        if (login.view().pinOnPad) {
            login.askPinOnPad();
        } else {
            login.submitPin(std::move(typed));
        }
    });
    connect(m_login, &LoginScreen::lastTryConfirmed, &login, &LoginController::confirmLastTry);
    connect(m_login, &LoginScreen::cancelled, &login, &LoginController::cancel);
    connect(&m_cardClients, &CardClientSearch::found, m_login,
            [this](const CardClients& clients) { m_login->setOtherPrograms(clients.programs); });
    m_login->showView(login.view());
}

void MainWindow::joinSwap() {
    LoginController& login = m_station.login();
    connect(m_swap, &SwapPage::cancelled, &login, &LoginController::cancelSwap);
    // Queued, as from the work area.
    connect(
        m_swap, &SwapPage::lockRequested, this, [&login] { login.lock(SessionEnd::LockKey); },
        Qt::QueuedConnection);
}

void MainWindow::joinDiagnosis() {
    connect(m_login, &LoginScreen::diagnosisRequested, this, &MainWindow::diagnose);
    connect(m_diagnosis, &DiagnosisPage::checkRequested, this, &MainWindow::diagnose);
    connect(m_diagnosis, &DiagnosisPage::left, this, [this] {
        if (noteOutsideSession(ActionId::GoBack))
            leaveDiagnosis();
    });
    connect(&m_idle, &IdleWatch::coverDue, this, &MainWindow::leaveDiagnosis);
}

void MainWindow::onViewChanged() {
    const LoginView& view = m_station.login().view();
    if (view.state == LoginState::AwaitingPin) {
        const Result<StationPolicy> policy = m_station.policy();
        m_login->setKeypadShown(policy && policy->shuffledKeypad);
    }
    if (view.refusal == ErrorCode::CardBusy)
        m_cardClients.begin();
    m_login->showView(view);
    if (!m_login->offersDiagnosis())
        leaveDiagnosis(); // a card has come in
    if (isSwap(view.state)) {
        showSwap();
    } else if (m_isSwapping) {
        leaveSwap();
    }
}

void MainWindow::addStrip(QWidget* strip) {
    m_rows->insertWidget(0, strip);
}

// ---- the session ---------------------------------------------------------------------------------------

WorkArea* MainWindow::makeWorkArea() {
    LoginController& login = m_station.login();
    const ScreenContext context{m_station, *login.session(), m_station.actions()};
    auto* work = new WorkArea(context, placeOf(m_station), m_station.clock(), m_catalogue);
    connect(work, &WorkArea::hideRequested, this, &MainWindow::hideScreen);
    connect(work, &WorkArea::swapRequested, this, &MainWindow::beginSwap);
    // Queued: the button that asks is destroyed with the session.
    connect(
        work, &WorkArea::lockRequested, this, [&login] { login.lock(SessionEnd::LockKey); },
        Qt::QueuedConnection);
    connect(
        work, &WorkArea::logOutRequested, this, [&login] { login.logOut(); }, Qt::QueuedConnection);
    connect(
        work, &WorkArea::recordLost, this, [&login] { login.recordLost(); }, Qt::QueuedConnection);
    return work;
}

void MainWindow::onSessionStarted(const LoginGreeting& greeting) {
    const SessionFacts facts = m_station.login().session()->facts();
    m_work = makeWorkArea();
    m_pages->addWidget(m_work);
    m_pages->setCurrentWidget(m_work);
    const QList<ScreenPosition> left = m_positions.take(facts.operatorId);
    m_work->start(left);
    const LoginMessage message =
        withLoss(greetingMessage(greeting, facts.role), m_lost.take(facts.operatorId));
    if (left.isEmpty()) {
        m_work->say(message.kind, message.title, message.text);
    } else if (message.kind != NoticeKind::Info) // who comes back has seen the rest and wants to go on
        m_work->say(message.kind, message.title, message.text, tr("Go on with your work"));
    startIdling();
}

void MainWindow::startIdling() {
    // Lost since the login: then as short as it can be.
    constexpr IdleLimits Strictest{std::chrono::minutes(1), std::chrono::minutes(1)};
    const Result<StationPolicy> policy = m_station.policy();
    m_idle.start(policy ? IdleLimits{policy->coverAfter, policy->lockAfter} : Strictest);
}

namespace {

/// What was copied or selected must not be pasted in the next session.
void forgetCopies() {
    QClipboard* clipboard = QGuiApplication::clipboard();
    clipboard->clear(QClipboard::Clipboard);
    if (clipboard->supportsSelection())
        clipboard->clear(QClipboard::Selection);
}

} // namespace

void MainWindow::onSessionEnding(SessionEnd why) {
    if (m_work == nullptr)
        return;
    m_idle.stop();
    closePopups();
    m_cover->coverNow();
    forgetCopies();
    m_work->save();
    const QStringList lost = m_work->unsaved();
    const QString person = m_station.login().session()->facts().operatorId;
    if (why == SessionEnd::LoggedOut) {
        m_positions.remove(person);
    } else {
        m_positions.insert(person, m_work->positions());
    }
    if (!lost.isEmpty())
        m_lost.insert(person, lost);
    m_login->tellLoss(lost);
    delete m_work; // before the session and the vault that its screens refer to
    m_keyboard = nullptr;
}

void MainWindow::onSessionEndsSoon() {
    if (m_work == nullptr)
        return;
    //: %n: minutes
    m_work->say(
        NoticeKind::Warning,
        tr("This session will be locked within %n minute(s).", nullptr,
           static_cast<int>(AdmissionWatch::Warning.count())),
        tr("Your working hours, your role, your card's certificate or the list of revoked cards end then. "
           "Drafts are saved, as at every lock."));
}

void MainWindow::onSessionEnded() {
    m_login->showView(m_station.login().view());
    m_pages->setCurrentWidget(m_login);
    m_cover->hide();
    m_login->setFocus(Qt::OtherFocusReason);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    // By a person: what can't be saved is told first. By the system, there is no time for that.
    if (m_work != nullptr && event->spontaneous() && !m_work->mayEnd()) {
        event->ignore();
        return;
    }
    // As at any other end of a session: saved and recorded.
    if (m_work != nullptr)
        m_station.login().logOut();
    event->accept();
}

// ---- the diagnosis, while nobody is logged in ---------------------------------------------------------

DiagnosisPage* MainWindow::diagnosisPage() const {
    return m_pages->currentWidget() == m_diagnosis ? m_diagnosis : nullptr;
}

void MainWindow::diagnose() {
    if (!m_login->offersDiagnosis() || !noteOutsideSession(ActionId::DiagnosisView))
        return;
    m_pages->setCurrentWidget(m_diagnosis);
    m_diagnosis->begin();
    startIdling();
}

bool MainWindow::noteOutsideSession(ActionId id) {
    const Result<> noted = m_station.actions().note({id}, nullptr);
    if (!noted)
        m_station.login().recordLost();
    return noted.has_value();
}

void MainWindow::leaveDiagnosis() {
    if (diagnosisPage() == nullptr)
        return;
    m_idle.stop();
    m_pages->setCurrentWidget(m_login); // whose page takes the keyboard when it is shown
}

// ---- hiding --------------------------------------------------------------------------------------------

WorkArea* MainWindow::workArea() const {
    return m_work;
}

SwapPage* MainWindow::swapPage() const {
    return m_isSwapping ? m_swap : nullptr;
}

bool MainWindow::isCovered() const {
    return m_cover->isVisibleTo(m_body);
}

void MainWindow::hideScreen() {
    if (m_work == nullptr || isCovered())
        return;
    if (!m_isSwapping)
        m_keyboard = QApplication::focusWidget();
    closePopups();
    m_cover->coverNow();
    seen()->hide(); // so that nothing below reacts to keys or is read out
    m_idle.setCovered(true);
    // Hiding needs no record to be allowed; without one it can't be undone, as reveal() then fails too.
    std::ignore = m_station.actions().note({ActionId::ScreenHide}, m_station.login().session());
}

void MainWindow::reveal() {
    if (m_work == nullptr)
        return;
    const Result<> noted = m_station.actions().note({ActionId::ScreenReveal}, m_station.login().session());
    if (!noted) {
        m_cover->showError(noted.error().code);
        return;
    }
    m_idle.setCovered(false);
    seen()->show();
    m_cover->hide();
    giveKeyboardBack();
}

// A page that goes on below, such as when its card has answered, would take it.
void MainWindow::keepKeyboardOnCover(QWidget*, QWidget* now) {
    if (m_work == nullptr || !isCovered() || !m_work->isAncestorOf(now))
        return;
    m_keyboard = now; // for afterwards
    m_cover->setFocus(Qt::OtherFocusReason);
}

QWidget* MainWindow::seen() const {
    return m_isSwapping ? static_cast<QWidget*>(m_swap) : m_work;
}

void MainWindow::giveKeyboardBack() {
    if (m_isSwapping) {
        m_swap->setFocus(Qt::OtherFocusReason);
    } else if (MessagePanel* asking = MessagePanel::openIn(m_work);
               asking != nullptr && asking != m_keyboard && !asking->isAncestorOf(m_keyboard)) {
        if (m_keyboard != nullptr)
            MessagePanel::giveKeyboard(*m_keyboard); // afterwards
        asking->takeKeyboard();                      // it opened under the cover
    } else if (m_keyboard != nullptr && m_keyboard->isVisible()) {
        m_keyboard->setFocus(Qt::OtherFocusReason);
    } else {
        m_work->takeKeyboard();
    }
}

// ---- an applicant's card -------------------------------------------------------------------------------

void MainWindow::beginSwap() {
    m_work->save();
    if (const QStringList unsaved = m_work->unsaved(); !unsaved.isEmpty()) {
        m_work->say(NoticeKind::Error, tr("Your card has to stay, because this could not be saved:"),
                    unsaved.join(u'\n'));
        return;
    }
    const Result<> begun = m_station.login().beginSwap();
    if (m_work == nullptr || begun) // it could not be recorded: all is over; or the page is there
        return;
    if (begun.error().code == ErrorCode::CardWithoutCardKey) {
        m_work->say(NoticeKind::Error,
                    tr("Your card has no key (9E) to prove with that it has come back, so it has to stay."),
                    tr("Ask the card administrator for a card with this key."));
    } else {
        m_work->report(begun);
    }
}

void MainWindow::showSwap() {
    if (!m_isSwapping) {
        m_keyboard = QApplication::focusWidget();
        m_isSwapping = true;
        closePopups();
        m_pages->setCurrentWidget(m_swap);
        m_swap->begin();
    }
    m_swap->showView(m_station.login().view().swap);
}

void MainWindow::leaveSwap() {
    m_isSwapping = false;
    if (m_work == nullptr) // the session ended: the login has the window
        return;
    m_pages->setCurrentWidget(m_work);
    if (isCovered()) {
        m_work->hide();
    } else {
        giveKeyboardBack();
    }
}

void MainWindow::closePopups() {
    // Lists and menus are windows of their own and would stay above the cover. Closing one can show none.
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->hide();
    const QList<QWidget*> windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        const QWidget* owner = window->parentWidget();
        if (owner != nullptr && owner->window() == this)
            window->hide();
    }
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    // Before any popup, panel or field: F11 hides whatever has the focus.
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_F11 || m_work == nullptr || isCovered())
        return false;
    if (!key->isAutoRepeat())
        hideScreen();
    return true;
}

} // namespace madoguchi
