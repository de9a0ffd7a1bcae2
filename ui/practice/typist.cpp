// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/typist.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QWidget>

namespace madoguchi {

Typist::Typist(QWidget& window) : m_window(window) {}

QWidget* Typist::target() const {
    QWidget* focused = QApplication::focusWidget();
    return focused ? focused : &m_window;
}

void Typist::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    // A shortcut override first, as the window system does, then the press and the release.
    for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers);
        QCoreApplication::sendEvent(target(), &event);
    }
}

void Typist::press(Qt::Key key, int times) const {
    for (int i = 0; i < times; ++i)
        press(key);
}

void Typist::selectAll() const {
    press(Qt::Key_A, Qt::KeyboardModifiers(Qt::ControlModifier));
}

void Typist::type(const QString& text) const {
    for (const QChar character : text) {
        const int key = character.toUpper().unicode();
        for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier, QString(character));
            QCoreApplication::sendEvent(target(), &event);
        }
    }
}

void Typist::compose(const QString& reading, const QString& text) const {
    QWidget* widget = target();
    for (qsizetype length = 1; length <= reading.size(); ++length) {
        QInputMethodEvent composing(reading.left(length), {});
        QCoreApplication::sendEvent(widget, &composing);
    }
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QCoreApplication::sendEvent(widget, &commit);
}

} // namespace madoguchi
