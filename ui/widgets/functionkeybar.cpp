// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/functionkeybar.h"

#include "ui/theme.h"
#include "ui/themestyle.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/messagepanel.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QKeySequence>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

bool isFunctionKey(int key) {
    return (key >= Qt::Key_F1 && key <= Qt::Key_F12) || key == Qt::Key_Escape;
}

QString keyName(Qt::Key key) {
    return QKeySequence(key).toString(QKeySequence::PortableText);
}

} // namespace

FunctionKeyBar::FunctionKeyBar(QWidget* parent) : QFrame(parent) {
    setAutoFillBackground(true);
    QPalette grey = palette();
    grey.setColor(QPalette::Window, QColor(theme::colour::surface));
    setPalette(grey);
    setAccessibleName(tr("Function keys"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QCoreApplication::instance()->installEventFilter(this);
}

FunctionKeyBar::~FunctionKeyBar() = default;

void FunctionKeyBar::setKeys(QList<FunctionKey> keys) {
    std::stable_sort(keys.begin(), keys.end(),
                     [](const FunctionKey& left, const FunctionKey& right) { return left.key < right.key; });
    m_keys = std::move(keys);
    for (ActionButton* button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // it may be the sender of the click that brought us here
    }
    m_buttons.clear();
    for (FunctionKey& entry : m_keys) {
        if (entry.label.isEmpty())
            entry.label = usualLabel(entry.key);
        //: %1 is a key such as F9, %2 what it does
        auto* button = new ActionButton(entry.action, tr("%1 %2").arg(keyName(entry.key), entry.label));
        button->setFocusPolicy(Qt::NoFocus);
        button->setFont(theme::font(theme::TextRole::Dense));
        button->setEnabled(entry.enabled);
        theme::setCompact(button, m_compact);
        connect(button, &ActionButton::clicked, this, [this, key = entry.key] { trigger(key); });
        button->setParent(this);
        button->show();
        m_buttons.append(button);
    }
    placeButtons();
}

void FunctionKeyBar::setCompact(bool compact) {
    m_compact = compact;
    for (ActionButton* button : std::as_const(m_buttons))
        theme::setCompact(button, compact);
    placeButtons();
}

ActionButton* FunctionKeyBar::button(Qt::Key key) const {
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        if (m_keys.at(i).key == key)
            return m_buttons.at(i);
    }
    return nullptr;
}

QString FunctionKeyBar::usualLabel(Qt::Key key) {
    static constexpr std::pair<Qt::Key, const char*> labels[] = {
        {Qt::Key_Escape, QT_TR_NOOP("One level up")},
        {Qt::Key_F1, QT_TR_NOOP("Help")},
        {Qt::Key_F2, QT_TR_NOOP("Previous value")},
        {Qt::Key_F3, QT_TR_NOOP("Back")},
        {Qt::Key_F4, QT_TR_NOOP("List")},
        {Qt::Key_F5, QT_TR_NOOP("Postal code")},
        {Qt::Key_F8, QT_TR_NOOP("Next error")},
        {Qt::Key_F9, QT_TR_NOOP("Save draft")},
        {Qt::Key_F11, QT_TR_NOOP("Hide screen")},
        {Qt::Key_F12, QT_TR_NOOP("Confirm")},
    };
    for (const auto& [labelKey, label] : labels) {
        if (labelKey == key)
            return tr(label);
    }
    return {};
}

// An event filter rather than shortcuts: a shortcut would take F6 to F10 from the input method.
bool FunctionKeyBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == this && event->type() == QEvent::Resize)
        placeButtons();
    if (event->type() == QEvent::InputMethod) {
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        return false;
    }
    if (event->type() == QEvent::FocusIn)
        m_composing = false;
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (!isFunctionKey(key->key()) || key->modifiers() != Qt::NoModifier)
        return false;
    if (!isVisible() || static_cast<QWidget*>(watched)->window() != window())
        return false;
    return handleKey(static_cast<Qt::Key>(key->key()), key->isAutoRepeat());
}

/// In as many rows as the width needs: no key may be cut, also on a small screen at 200 %.
void FunctionKeyBar::placeButtons() {
    const int gap = theme::px(m_compact ? 4 : 8);
    QPoint next(gap, gap);
    int rowHeight = m_compact ? 0 : theme::px(theme::targetHeight);
    for (ActionButton* button : std::as_const(m_buttons)) {
        const QSize size = button->sizeHint();
        if (next.x() > gap && next.x() + size.width() + gap > width())
            next = {gap, next.y() + rowHeight + gap};
        rowHeight = std::max(rowHeight, size.height());
        button->setGeometry(QRect(next, size));
        next.rx() += size.width() + gap;
    }
    setFixedHeight(next.y() + rowHeight + gap);
}

bool FunctionKeyBar::handleKey(Qt::Key key, bool autoRepeat) {
    const bool offered = std::any_of(m_keys.cbegin(), m_keys.cend(),
                                     [key](const FunctionKey& entry) { return entry.key == key; });
    const bool onlyHide = m_composing || MessagePanel::openIn(window()) != nullptr;
    if (!offered || (onlyHide && key != Qt::Key_F11))
        return false;
    if (!autoRepeat)
        trigger(key);
    return true;
}

void FunctionKeyBar::trigger(Qt::Key key) {
    const auto entry = std::find_if(m_keys.cbegin(), m_keys.cend(),
                                    [key](const FunctionKey& candidate) { return candidate.key == key; });
    if (entry == m_keys.cend() || !entry->enabled || !entry->callback)
        return;
    const auto callback = entry->callback; // the callback may replace m_keys
    callback();
}

} // namespace madoguchi
