// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screenstack.h"

#include "ui/errorpage.h"
#include "ui/widgets/pagestack.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <tuple>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

bool takesFocus(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

/// Typing and clicking, but no keys such as F3 that lead away.
bool worksOn(const QEvent& event) {
    if (event.type() != QEvent::KeyPress)
        return event.type() == QEvent::InputMethod || event.type() == QEvent::MouseButtonPress;
    const auto& key = static_cast<const QKeyEvent&>(event);
    return (!key.text().isEmpty() && key.text().front().isPrint()) || key.key() == Qt::Key_Backspace ||
           key.key() == Qt::Key_Delete;
}

QWidget* firstControl(QWidget* page) {
    for (QWidget* next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain()) {
        if (page->isAncestorOf(next) && takesFocus(*next))
            return next;
    }
    return page;
}

} // namespace

ScreenStack::ScreenStack(const ScreenContext& context, std::span<const ScreenEntry> catalogue,
                         QWidget* parent)
    : QWidget(parent), m_context(context), m_catalogue(catalogue), m_layout(new PageStack(this)) {}

ScreenStack::~ScreenStack() = default;

// ---- opening and closing -------------------------------------------------------------------------------

Result<const ScreenEntry*> ScreenStack::admit(const ScreenPosition& position) {
    const ScreenEntry* entry = screenEntry(m_catalogue, position.screen);
    if (entry == nullptr)
        return fail(ErrorCode::InputInvalid, u"no screen "_s + position.screen);
    if (!m_context.session.may(entry->permission)) {
        // Through the door, so that the refusal is on record.
        const Result<> refused =
            m_context.actions.run({ActionId::ScreenShow, u"screen:"_s + position.screen}, &m_context.session,
                                  [&] { return m_context.session.require(entry->permission); });
        if (!refused)
            return fail(refused.error());
    }
    if (const Result<> noted = note(position); !noted)
        return fail(noted.error());
    return entry;
}

Result<> ScreenStack::note(const ScreenPosition& position) {
    return m_context.actions.note({ActionId::ScreenShow, u"screen:"_s + position.screen}, &m_context.session);
}

Result<> ScreenStack::openAlone(const QString& name, const QString& target) {
    return reopen({ScreenPosition{name, target}});
}

Result<> ScreenStack::openOnTop(const QString& name, const QString& target) {
    const ScreenPosition position{name, target};
    if (!m_open.empty()) {
        if (Result<> left = leave(m_open.back()); !left)
            return left;
    }
    const Result<const ScreenEntry*> entry = admit(position);
    if (!entry)
        return fail(entry.error());
    if (!m_open.empty())
        m_open.back().focused = m_open.back().page->focusWidget();
    m_open.push_back({.position = position, .screen = {}, .page = {}, .focused = {}});
    make(m_open.back(), **entry);
    present(m_open.back());
    return {};
}

bool ScreenStack::comesBack(const ScreenPosition& position) const {
    const ScreenEntry* entry = screenEntry(m_catalogue, position.screen);
    return entry == nullptr || entry->comesBack;
}

Result<> ScreenStack::reopen(QList<ScreenPosition> positions) {
    if (positions.isEmpty())
        return {};
    while (positions.size() > 1 && !comesBack(positions.last()))
        positions.removeLast();
    if (Result<> left = leaveAll(); !left)
        return left;
    const Result<const ScreenEntry*> entry = admit(positions.last());
    if (!entry)
        return fail(entry.error());
    for (Open& open : m_open)
        discard(open);
    m_open.clear();
    for (const ScreenPosition& position : positions)
        m_open.push_back({.position = position, .screen = {}, .page = {}, .focused = {}});
    make(m_open.back(), **entry);
    present(m_open.back());
    return {};
}

Result<> ScreenStack::close() {
    if (m_open.size() < 2)
        return {};
    if (Result<> left = leave(m_open.back()); !left)
        return left;
    Open& below = m_open[m_open.size() - 2];
    // The one below is seen again, which is a showing of its own.
    const Result<const ScreenEntry*> entry = admit(below.position);
    if (!entry)
        return fail(entry.error());
    discard(m_open.back());
    m_open.pop_back();
    Result<> refreshed;
    if (below.page == nullptr) {
        make(below, **entry);
    } else if (below.screen != nullptr) {
        const QWidget* before = below.page->focusWidget();
        refreshed = below.screen->refresh();
        if (below.page->focusWidget() != before) // work goes on elsewhere, as where a list is empty now
            below.focused = nullptr;
    }
    present(below);
    if (!refreshed)
        Q_EMIT failed(refreshed.error());
    return {};
}

Result<> ScreenStack::leave(const Open& open) {
    if (open.screen == nullptr)
        return {};
    const Result<> saved = open.screen->save();
    const bool warned = m_refused == open.screen;
    m_refused = saved || warned ? nullptr : open.screen;
    if (m_refused != nullptr)
        qApp->installEventFilter(this);
    return warned ? Result<>() : saved;
}

// Whoever goes on working on the page after the warning is warned anew.
bool ScreenStack::eventFilter(QObject* watched, QEvent* event) {
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || !worksOn(*event) || m_refused == nullptr || !m_refused->isAncestorOf(widget))
        return false;
    m_refused = nullptr;
    qApp->removeEventFilter(this);
    return false;
}

Result<> ScreenStack::leaveAll() {
    for (const Open& open : m_open) {
        if (Result<> left = leave(open); !left)
            return left;
    }
    return {};
}

void ScreenStack::make(Open& open, const ScreenEntry& entry) {
    std::unique_ptr<Screen> screen = entry.make(m_context, open.position.target);
    screen->setParent(this);
    if (const Result<> loaded = screen->load(); !loaded) {
        open.page = new ErrorPage(loaded.error(), this);
        return;
    }
    open.screen = screen.get();
    open.page = screen.release(); // owned by its parent from here on
    join(open.screen);
}

void ScreenStack::join(Screen* screen) {
    // Queued, because a screen may be in the middle of its own work when it asks to be covered or closed.
    connect(
        screen, &Screen::openRequested, this,
        [this, screen](const QString& name, const QString& target) {
            if (top() != screen)
                return;
            if (const Result<> opened = openOnTop(name, target); !opened)
                Q_EMIT failed(opened.error());
        },
        Qt::QueuedConnection);
    connect(
        screen, &Screen::closeRequested, this,
        [this, screen] {
            if (top() != screen)
                return;
            if (const Result<> closed = close(); !closed)
                Q_EMIT failed(closed.error());
        },
        Qt::QueuedConnection);
    connect(screen, &Screen::functionKeysChanged, this, [this, screen] {
        if (top() == screen)
            Q_EMIT functionKeysChanged();
    });
    connect(screen, &Screen::failed, this, &ScreenStack::failed);
    connect(screen, &Screen::succeeded, this, &ScreenStack::succeeded);
    connect(screen, &Screen::informed, this, &ScreenStack::informed);
    connect(screen, &Screen::freshPinWanted, this, &ScreenStack::freshPinWanted);
}

void ScreenStack::present(Open& open) {
    const bool isNew = m_layout->indexOf(open.page) < 0;
    if (isNew)
        m_layout->addWidget(open.page);
    m_layout->setCurrentWidget(open.page);
    Q_EMIT topChanged();
    if (isNew && open.screen != nullptr && !open.position.field.isEmpty()) {
        open.screen->restore(open.position);
    } else {
        focusTop();
    }
}

void ScreenStack::discard(Open& open) {
    if (open.page == nullptr)
        return;
    open.page->hide();
    // Later: it may be the sender of the signal that brought us here.
    open.page->deleteLater();
    open.page = nullptr;
    open.screen = nullptr;
}

// ---- asking --------------------------------------------------------------------------------------------

QList<ScreenPosition> ScreenStack::positions() const {
    QList<ScreenPosition> positions;
    for (const Open& open : m_open)
        positions.append(open.screen != nullptr ? open.screen->position() : open.position);
    return positions;
}

void ScreenStack::save() {
    for (const Open& open : m_open) {
        if (open.screen != nullptr)
            std::ignore = open.screen->save();
    }
}

QStringList ScreenStack::unsaved() const {
    QStringList lost;
    for (const Open& open : m_open) {
        if (open.screen != nullptr)
            lost += open.screen->unsaved();
    }
    return lost;
}

void ScreenStack::clear() {
    for (Open& open : m_open)
        delete open.page;
    m_open.clear();
}

void ScreenStack::focusTop() {
    if (m_open.empty() || m_open.back().page == nullptr)
        return;
    const Open& open = m_open.back();
    QWidget* inside = open.page->focusWidget();
    QWidget* target = open.focused != nullptr ? open.focused.data() : inside;
    if (target == nullptr || target == open.page)
        target = firstControl(open.page);
    target->setFocus(Qt::OtherFocusReason);
}

Screen* ScreenStack::top() const {
    return m_open.empty() ? nullptr : m_open.back().screen.data();
}

QString ScreenStack::root() const {
    return m_open.empty() ? QString() : m_open.front().position.screen;
}

} // namespace madoguchi
