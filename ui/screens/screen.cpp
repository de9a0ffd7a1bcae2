// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/screen.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextCursor>

#include <algorithm>

namespace madoguchi {
namespace {

/// The nearest widget with a name, from the focused one up to the screen: a field may be made of several.
const QWidget* namedFocus(const QWidget& screen) {
    const QWidget* widget = screen.focusWidget();
    while (widget != nullptr && widget != &screen && widget->objectName().isEmpty())
        widget = widget->parentWidget();
    return widget == &screen ? nullptr : widget;
}

int cursorOf(const QWidget* widget) {
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return line->cursorPosition();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return text->textCursor().position();
    return 0;
}

void placeCursor(QWidget* widget, int cursor) {
    if (auto* line = qobject_cast<QLineEdit*>(widget)) {
        line->deselect();
        line->setCursorPosition(cursor);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(widget)) {
        QTextCursor moved = text->textCursor();
        moved.setPosition(std::min(cursor, static_cast<int>(text->toPlainText().size())));
        text->setTextCursor(moved);
    }
}

} // namespace

Screen::Screen(const ScreenContext& context, QString target, QWidget* parent)
    : QWidget(parent), m_context(context), m_target(std::move(target)) {}

bool Screen::note(const ActionCall& call) {
    const Result<> noted = m_context.actions.note(call, &m_context.session);
    if (!noted)
        Q_EMIT failed(noted.error());
    return noted.has_value();
}

bool Screen::isPinFresh() {
    const Result<> fresh = m_context.session.requireFreshPin();
    if (!fresh) {
        Q_EMIT failed(fresh.error());
        Q_EMIT freshPinWanted();
    }
    return fresh.has_value();
}

void Screen::report(const Result<>& changed, const QString& done,
                    const std::function<Result<>()>& readAgain) {
    if (!changed) {
        Q_EMIT failed(changed.error());
        return;
    }
    const Result<> read = readAgain();
    Q_EMIT succeeded(
        read ? done : done + u'\n' + tr("The page could not be read again and shows what was there before."));
}

ScreenPosition Screen::position() const {
    const QWidget* field = namedFocus(*this);
    return {name(), m_target, field == nullptr ? QString() : field->objectName(), cursorOf(focusWidget())};
}

void Screen::restore(const ScreenPosition& position) {
    if (position.field.isEmpty())
        return;
    auto* field = findChild<QWidget*>(position.field);
    if (field == nullptr)
        return;
    field->setFocus(Qt::OtherFocusReason);
    // The focus may have gone on to a part of the field.
    placeCursor(field->focusProxy() == nullptr ? field : field->focusProxy(), position.cursor);
}

QWidget* Screen::panelHost() {
    for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (above->objectName() == PanelHostName)
            return above;
    }
    return this;
}

} // namespace madoguchi
