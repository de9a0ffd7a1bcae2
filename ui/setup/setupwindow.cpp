// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/setup/setupwindow.h"

#include "app/login/pinpolicy.h"
#include "ui/application.h"
#include "ui/errortext.h"
#include "ui/pagearea.h"
#include "ui/screens/pageparts.h"
#include "ui/setup/administratorpage.h"
#include "ui/setup/rootpage.h"
#include "ui/setup/setuppages.h"
#include "ui/setup/setupproblem.h"
#include "ui/widgets/functionkeybar.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/pagestack.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// Those that are about the PIN just chosen.
bool isAboutPin(ErrorCode code) {
    return isNewPinRule(code) || code == ErrorCode::PinMalformed;
}

bool isAboutPerson(ErrorCode code) {
    return code == ErrorCode::OperatorHasCard || code == ErrorCode::OperatorIdTaken;
}

} // namespace

SetupWindow::SetupWindow(const StationFolder& folder, std::shared_ptr<CardStack> cards,
                         std::shared_ptr<const Clock> clock, SetupNeed need)
    : m_setup(std::make_unique<StationSetup>(folder, std::move(cards), std::move(clock)))
    , m_header(new PageHeader(m_setup->clock()))
    , m_step(pageparts::text({}, theme::TextRole::Title))
    , m_problem(new Notice(NoticeKind::Error, {}))
    , m_stack(new PageStack)
    , m_keys(new FunctionKeyBar)
    , m_need(need) {
    setWindowTitle(tr("Madoguchi"));
    m_header->setTitle(tr("Set up this terminal"));
    lay();
    join();
    makePages();
    show(0);
}

SetupWindow::~SetupWindow() = default;

void SetupWindow::lay() {
    auto* pages = new QWidget;
    pages->setLayout(m_stack);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* top = new QWidget;
    auto* column = pageparts::column(top);
    column->addWidget(m_step);
    column->addWidget(m_problem);
    m_step->setObjectName(u"pageTitle"_s);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    rows->addWidget(m_header);
    rows->addWidget(top);
    rows->addWidget(m_area = new PageArea(pages), 1);
    rows->addWidget(m_keys);
}

void SetupWindow::join() {
    connect(m_setup.get(), &StationSetup::stationMade, this, &SetupWindow::onStationMade);
    connect(m_setup.get(), &StationSetup::rootOpened, this, &SetupWindow::onStationMade);
    connect(m_setup.get(), &StationSetup::cardMade, this, &SetupWindow::onCardMade);
    connect(m_setup.get(), &StationSetup::rootForgotten, this, &SetupWindow::onRootForgotten);
    connect(m_setup.get(), &StationSetup::pinRefused, this, &SetupWindow::onPinRefused);
    connect(m_setup.get(), &StationSetup::failed, this, &SetupWindow::showFailure);
}

void SetupWindow::makePages() {
    if (m_need == SetupNeed::Station) {
        add(m_authority = new AuthorityPage(m_setup->folder()));
        add(m_names = new NamesPage);
        add(m_root = new RootPage(m_setup->folder(), RootPage::Task::Make));
        return;
    }
    // A station that can't be read fails again where its card is made, with the reason.
    m_known = m_setup->authority().value_or(CardAuthority::Outside);
    if (m_known == CardAuthority::Office) {
        add(m_root = new RootPage(m_setup->folder(), RootPage::Task::Open));
    } else {
        askForAdministrator();
    }
}

void SetupWindow::begin() {
    m_setup->cards().start();
    showFitting(*this);
    page()->takeKeyboard();
}

void SetupWindow::askForAdministrator() {
    const auto which =
        m_need == SetupNeed::SecondCard ? AdministratorPage::Which::Second : AdministratorPage::Which::First;
    add(m_administrator = new AdministratorPage(*m_setup, authority(), which));
}

// ---- moving about --------------------------------------------------------------------------------------

void SetupWindow::add(SetupPage* added) {
    m_pages.append(added);
    m_stack->addWidget(added);
    connect(added, &SetupPage::completed, this, &SetupWindow::next);
}

SetupPage* SetupWindow::page() const {
    return m_pages.at(m_index);
}

CardAuthority SetupWindow::authority() const {
    return m_authority ? m_authority->authority() : m_known;
}

void SetupWindow::show(int index) {
    m_index = index;
    m_problem->hide();
    m_step->setText(page()->title());
    m_stack->setCurrentWidget(page());
    for (QWidget* each : {m_problem->parentWidget(), static_cast<QWidget*>(this)})
        each->layout()->activate(); // the page has its room before it is scrolled to its first field
    m_area->verticalScrollBar()->setValue(0);
    showKeys();
    page()->takeKeyboard();
}

// What lay before it is done.
void SetupWindow::showAlone(SetupPage* only) {
    m_firstIndex = static_cast<int>(m_pages.indexOf(only));
    show(m_firstIndex);
}

void SetupWindow::showKeys() {
    const bool free = !m_setup->isBusy();
    QList<FunctionKey> keys{{.key = Qt::Key_F12,
                             .action = ActionId::StationInit,
                             .label = tr("Next"),
                             .enabled = free,
                             .callback = [this] { next(); }}};
    if (m_index > m_firstIndex) {
        keys.append(
            {.key = Qt::Key_F3, .action = ActionId::GoBack, .label = {}, .enabled = free, .callback = [this] {
                 back();
             }});
    }
    m_keys->setKeys(std::move(keys));
}

void SetupWindow::next() {
    if (m_setup->isBusy())
        return;
    m_problem->hide();
    if (page()->check())
        leave(page());
}

void SetupWindow::leave(SetupPage* left) {
    if (left == m_authority) {
        show(m_index + 1);
    } else if (left == m_names) {
        if (authority() == CardAuthority::Office) {
            show(m_index + 1);
        } else {
            makeStation();
        }
    } else if (left == m_root) {
        makeStation();
    } else if (left == m_administrator) {
        makeCard();
    } else
        Q_EMIT finished();
}

void SetupWindow::back() {
    if (m_index > m_firstIndex && !m_setup->isBusy())
        show(m_index - 1);
}

// ---- doing it ------------------------------------------------------------------------------------------

void SetupWindow::setBusy(bool busy) {
    page()->setBusy(busy);
    showKeys();
}

void SetupWindow::makeStation() {
    if (m_need != SetupNeed::Station) {
        m_setup->openRoot(m_root->medium(), m_root->takePassphrase());
    } else {
        SetupOrder order{.office = m_names->office(), .terminal = m_names->terminal()};
        order.authority = authority();
        if (order.authority == CardAuthority::Office) {
            order.medium = m_root->medium();
            order.passphrase = m_root->takePassphrase();
        } else
            order.certificates = m_authority->certificates();
        m_setup->makeStation(std::move(order));
    }
    m_problem->say(NoticeKind::Info, tr("This takes a moment."), tr("Leave the medium where it is."));
    m_problem->show();
    setBusy(true);
}

void SetupWindow::makeCard() {
    if (authority() == CardAuthority::Office) {
        m_setup->makeCard(m_administrator->person(), m_administrator->takePin());
    } else {
        m_setup->enrollCard(m_administrator->person(), m_administrator->takePin());
    }
    if (!m_setup->isBusy())
        return; // it was refused, and that is said
    m_problem->say(NoticeKind::Info, tr("The card is being worked on."),
                   tr("This takes up to half a minute. Leave the card in the reader."));
    m_problem->show();
    setBusy(true);
}

void SetupWindow::onStationMade() {
    setBusy(false);
    if (m_need == SetupNeed::Station)
        m_need = SetupNeed::FirstCard;
    if (m_administrator == nullptr) // else the root was forgotten, and she has been named already
        askForAdministrator();
    showAlone(m_administrator);
}

void SetupWindow::onCardMade(SetupNeed next) {
    setBusy(false);
    m_need = next;
    if (next == SetupNeed::SecondCard) {
        askForAdministrator();
    } else {
        add(new DonePage(m_setup->folder(), authority(), m_root ? m_root->medium() : QString()));
    }
    showAlone(m_pages.constLast());
}

void SetupWindow::onRootForgotten() {
    if (page() != m_administrator)
        return;
    m_administrator->forgetPins();
    add(m_root = new RootPage(m_setup->folder(), RootPage::Task::Open));
    showAlone(m_root);
    m_problem->say(NoticeKind::Info, tr("Nothing was done for five minutes."),
                   tr("Enter the root's passphrase again, so that nobody else makes a card here meanwhile."));
    m_problem->show();
}

void SetupWindow::onPinRefused(const PinOutcome& pin) {
    setBusy(false);
    m_problem->hide();
    m_administrator->showPinProblem(
        pin.kind == PinOutcome::Kind::Blocked
            ? tr("The card is blocked. Use another one.")
            : tr("The PIN is wrong. %n more wrong one(s) block the card.", nullptr, pin.triesLeft));
}

void SetupWindow::showFailure(const Error& error) {
    setBusy(false);
    const SetupProblem problem = setupProblem(error);
    if (page() == m_root && error.code == ErrorCode::PassphraseWrong) {
        m_problem->hide();
        m_root->showWrongPassphrase(problem.title);
        return;
    }
    if (page() == m_administrator && isAboutPin(error.code)) {
        m_problem->hide();
        m_administrator->showPinProblem(problem.title + u' ' + errorText(error.code).next);
        return;
    }
    //: %1 is a name for support, such as DiskFull
    m_problem->say(NoticeKind::Error, problem.title,
                   problem.text + u'\n' + tr("Error: %1").arg(errorName(error.code)));
    m_problem->show();
    if (page() == m_administrator && isAboutPerson(error.code)) {
        m_administrator->takeKeyboardForNumber();
    } else {
        page()->takeKeyboard();
    }
}

} // namespace madoguchi
