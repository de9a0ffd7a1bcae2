// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/workarea.h"

#include "app/workstation.h"
#include "ui/errortext.h"
#include "ui/freshpinpanel.h"
#include "ui/noticebar.h"
#include "ui/pagearea.h"
#include "ui/screenstack.h"
#include "ui/theme.h"
#include "ui/widgets/messagepanel.h"
#include "ui/workheader.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

/// From this size on, in pixels of the design, the frame has its usual height; below, the page needs the
/// room.
constexpr QSize Roomy{960, 600};
/// In pixels of the design. In a wider window, such as 3840 at 100 %, name and number in a row would lie an
/// arm's length apart, so that everything stands in the middle.
constexpr int Widest = 1920;
const QString LossScreen = u"loss"_s;
const QString DeskScreen = u"desk"_s;
const QString DraftScreen = u"draft"_s;

bool offers(const QList<FunctionKey>& keys, Qt::Key key) {
    return std::ranges::any_of(keys, [key](const FunctionKey& entry) { return entry.key == key; });
}

} // namespace

WorkArea::WorkArea(const ScreenContext& context, const Place& place, const Clock& clock,
                   std::span<const ScreenEntry> catalogue, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_catalogue(catalogue)
    , m_header(new WorkHeader(place, context.session, catalogue, clock))
    , m_stack(new ScreenStack(context, catalogue))
    , m_notice(new NoticeBar)
    , m_keys(new FunctionKeyBar) {
    setObjectName(PanelHostName);
    m_isConfined = context.session.isPinChangeDue();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(new PageArea(m_stack), 1);
    layout->addWidget(m_keys);
    m_panel = new MessagePanel(this);
    m_freshPin = new FreshPinPanel(context.station, context.session, context.actions, this);
    connect(m_notice, &NoticeBar::closeRequested, this, &WorkArea::closeNotice);
    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, this, &WorkArea::dismissNotice);
    join();
    setCompact(true); // so that the frame never makes a small window larger; see resizeEvent()
}

WorkArea::~WorkArea() {
    // Before the members that their signals reach.
    m_stack->clear();
}

void WorkArea::join() {
    connect(m_header, &WorkHeader::screenChosen, this, &WorkArea::choose);
    // Queued: the page that asked for it says first that it worked.
    connect(&m_context.station.pinChange(), &PinChange::changed, this, &WorkArea::openUp,
            Qt::QueuedConnection);
    connect(m_header, &WorkHeader::swapRequested, this, &WorkArea::swapRequested);
    connect(m_header, &WorkHeader::lockRequested, this, &WorkArea::lockRequested);
    connect(m_header, &WorkHeader::logOutRequested, this, [this] {
        if (mayEnd())
            Q_EMIT logOutRequested();
    });
    connect(m_stack, &ScreenStack::topChanged, this, &WorkArea::showTop);
    connect(m_stack, &ScreenStack::functionKeysChanged, this, &WorkArea::showKeys);
    connect(m_stack, &ScreenStack::failed, this, [this](const Error& error) { report(fail(error)); });
    connect(m_stack, &ScreenStack::succeeded, this,
            [this](const QString& text) { say(NoticeKind::Success, text); });
    connect(m_stack, &ScreenStack::informed, this,
            [this](const QString& text) { say(NoticeKind::Info, text); });
    // Queued: the page first deals with its failure, and may ask its question again below the panel.
    connect(m_stack, &ScreenStack::freshPinWanted, m_freshPin, &FreshPinPanel::ask, Qt::QueuedConnection);
    connect(m_freshPin, &FreshPinPanel::proven, this, [this] {
        say(NoticeKind::Info, tr("The PIN is right."), tr("Now do once more what you wanted to do."));
    });
    connect(m_freshPin, &FreshPinPanel::failed, this, [this](const Error& error) { report(fail(error)); });
    connect(m_freshPin, &FreshPinPanel::wrong, this, [this](const Error& error) {
        const ErrorText text = errorText(error.code);
        say(NoticeKind::Error, tr("The PIN is wrong."), text.happened + u'\n' + text.next);
    });
}

void WorkArea::start(const QList<ScreenPosition>& positions) {
    if (m_isConfined) {
        m_left = positions; // for when the PIN is changed
    } else if (!positions.isEmpty() && m_stack->reopen(positions))
        return;
    const auto first = std::ranges::find_if(m_catalogue, [this](const ScreenEntry& entry) {
        return entry.inNavigation && m_context.session.may(entry.permission);
    });
    if (first == m_catalogue.end()) {
        showKeys();
    } else {
        report(m_stack->openAlone(QString::fromLatin1(first->name)));
    }
}

QList<ScreenPosition> WorkArea::positions() const {
    return m_isConfined ? m_left : m_stack->positions();
}

void WorkArea::save() {
    m_stack->save();
}

QStringList WorkArea::unsaved() const {
    return m_stack->unsaved();
}

bool WorkArea::mayEnd() {
    if (!mayLeaveTop()) // a card is at work, or the page has asked
        return false;
    save();
    const QStringList lost = unsaved();
    if (lost.isEmpty() || m_warnedOfLoss)
        return true;
    m_warnedOfLoss = true;
    say(NoticeKind::Error, tr("What you typed last is not saved."),
        (lost + QStringList{tr("Enter it again or save it. Ending the session once more gives it up.")})
            .join(u'\n'));
    return false;
}

void WorkArea::takeKeyboard() {
    m_stack->focusTop();
}

Result<> WorkArea::note(ActionId id) {
    return m_context.actions.note({id}, &m_context.session);
}

// ---- moving about --------------------------------------------------------------------------------------

void WorkArea::choose(const QString& screen) {
    if (!mayLeaveTop())
        return;
    dismissNotice();
    report(m_stack->openAlone(screen));
}

bool WorkArea::mayLeaveTop() {
    return m_stack->top() == nullptr || m_stack->top()->mayLeave();
}

void WorkArea::reportLoss() {
    if (mayLeaveTop())
        report(m_stack->openOnTop(LossScreen, {}));
}

void WorkArea::openUp() {
    const bool wasForced = m_isConfined;
    m_isConfined = false;
    m_header->offer(m_context.session, m_catalogue);
    if (wasForced)
        start(std::exchange(m_left, {}));
}

void WorkArea::back() {
    if (m_stack->depth() < 2 || !mayLeaveTop())
        return;
    dismissNotice();
    const Result<> noted = note(ActionId::GoBack);
    report(noted ? m_stack->close() : noted);
}

void WorkArea::help() {
    if (const Result<> noted = note(ActionId::ShowHelp); !noted) {
        report(noted);
        return;
    }
    QStringList lines{tr("Tab and Enter go to the next field, Shift+Tab and Shift+Enter to the one before.")};
    for (const FunctionKey& entry : m_keys->keys()) {
        //: %1 is a key such as F9, %2 what it does now
        lines += tr("%1: %2").arg(QKeySequence(entry.key).toString(), entry.label);
    }
    if (m_header->offersSwap())
        lines += tr("%1: %2").arg(u"Alt+K"_s, tr("Take your card out for an applicant's"));
    lines += tr("%1: %2").arg(tr("Esc"), tr("One level up"));
    lines += tr("Page Up and Page Down scroll a page that does not fit.");
    m_panel->ask({.kind = NoticeKind::Info,
                  .title = tr("Keys on this page"),
                  .text = lines.join(u'\n'),
                  .choices = {{ActionId::DismissMessage, tr("Close"), ButtonKind::Primary,
                               [this] { report(note(ActionId::DismissMessage)); }}}});
}

void WorkArea::keyPressEvent(QKeyEvent* event) {
    // From a page that scrolls itself these keys do not get here.
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        m_notice->scroll(event->key() == Qt::Key_PageUp ? -1 : 1);
        return;
    }
    if (event->key() != Qt::Key_Escape || event->isAutoRepeat()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_notice->isVisible()) { // the nearest thing that Esc can leave
        closeNotice();
        return;
    }
    // Esc does what F3 does now, which a screen may have made its own.
    for (const FunctionKey& entry : m_keys->keys()) {
        if (entry.key == Qt::Key_F3 && entry.enabled) {
            const auto callback = entry.callback; // it may replace the keys
            callback();
            return;
        }
    }
}

void WorkArea::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int side = std::max(0, (width() - theme::px(Widest)) / 2);
    layout()->setContentsMargins(side, 0, side, 0);
    setCompact(width() < theme::px(Roomy.width()) || height() < theme::px(Roomy.height()));
    shareHeight();
}

void WorkArea::paintEvent(QPaintEvent*) {
    const int side = layout()->contentsMargins().left();
    QPainter painter(this);
    for (const int left : {0, width() - side})
        painter.fillRect(left, 0, side, height(), QColor(theme::colour::surface));
}

// ---- showing -------------------------------------------------------------------------------------------

void WorkArea::showTop() {
    if (m_stack->depth() > m_depth)
        dismissNotice(); // read on the page below; the new one needs the room
    m_depth = m_stack->depth();
    const Screen* top = m_stack->top();
    m_header->setTitle(top == nullptr ? QString() : top->title());
    // A page that has a tab is marked there, also when it was opened from another.
    const bool marked = top != nullptr && m_header->hasTab(top->name());
    m_header->setCurrent(marked ? top->name() : m_stack->root());
    m_header->offerSwap(offersSwap());
    showKeys();
}

/// Where visitors are served; not where the card itself is at work, as on the page of the PIN.
bool WorkArea::offersSwap() const {
    const Screen* top = m_stack->top();
    return top != nullptr && (top->name() == DeskScreen || top->name() == DraftScreen) &&
           m_context.session.may(Permission::SwapCard) && !m_context.station.login().hasApplicantsReader();
}

void WorkArea::showKeys() {
    QList<FunctionKey> keys =
        m_stack->top() == nullptr ? QList<FunctionKey>() : m_stack->top()->functionKeys();
    if (!offers(keys, Qt::Key_F1))
        keys.append({.key = Qt::Key_F1, .action = ActionId::ShowHelp, .callback = [this] { help(); }});
    if (!offers(keys, Qt::Key_F3) && m_stack->depth() > 1)
        keys.append({.key = Qt::Key_F3, .action = ActionId::GoBack, .callback = [this] { back(); }});
    // From every page of the navigation: whoever lost a card can't log in, so a colleague reports it.
    if (m_stack->depth() == 1 && screenEntry(m_catalogue, LossScreen) != nullptr &&
        m_context.session.may(Permission::ReportCardLoss)) {
        keys.append({.key = Qt::Key_F10,
                     .action = ActionId::CardHoldersView,
                     .label = tr("Lost card"),
                     .callback = [this] { reportLoss(); }});
    }
    keys.append(
        {.key = Qt::Key_F11, .action = ActionId::ScreenHide, .callback = [this] { Q_EMIT hideRequested(); }});
    for (FunctionKey& entry : keys) {
        if (entry.action != ActionId::FocusList)
            continue;
        entry.callback = [this, go = std::move(entry.callback)] { // has no door of its own
            if (const Result<> noted = note(ActionId::FocusList); !noted)
                return report(noted);
            go();
        };
    }
    m_keys->setKeys(std::move(keys));
}

void WorkArea::report(const Result<>& result) {
    if (result)
        return;
    if (result.error().code == ErrorCode::RecordFailed)
        Q_EMIT recordLost();
    const ErrorText text = errorText(result.error().code);
    QString advice = text.safe + u'\n' + text.next;
    if (m_stack->wouldLoseInput())
        advice += u'\n' + tr("Leaving this page once more gives up what was typed and not saved.");
    say(NoticeKind::Error, text.happened, advice);
}

void WorkArea::say(NoticeKind kind, const QString& title, const QString& text, const QString& close) {
    m_notice->say(kind, title, text, close);
    shareHeight();
    // What needs no answer makes room again by itself.
    if (kind == NoticeKind::Info || kind == NoticeKind::Success) {
        m_noticeTimer.start(NoticeStays);
    } else {
        m_noticeTimer.stop();
    }
}

void WorkArea::setCompact(bool compact) {
    m_header->setCompact(compact);
    m_notice->setCompact(compact);
    m_keys->setCompact(compact);
}

/// The larger part of what header and keys leave is the message's, if it needs it.
void WorkArea::shareHeight() {
    const int left = height() - m_header->sizeHint().height() - m_keys->height();
    m_notice->setMostHeight(left * 3 / 5);
}

void WorkArea::closeNotice() {
    if (const Result<> noted = note(ActionId::DismissMessage); noted) {
        dismissNotice();
    } else {
        report(noted);
    }
}

void WorkArea::dismissNotice() {
    m_noticeTimer.stop();
    if (m_notice->isAncestorOf(focusWidget()))
        m_stack->focusTop();
    m_notice->hide();
}

} // namespace madoguchi
