// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What an operator's hands do: keys for what the keyboard has, the input method for the rest. Main thread.
#pragma once

#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

namespace madoguchi {

/// One step of the input method: what it shows as undecided.
inline void compose(QWidget* widget, const QString& preedit) {
    QInputMethodEvent event(preedit, {});
    QCoreApplication::sendEvent(widget, &event);
}

/// The input method hands over `text`.
inline void commit(QWidget* widget, const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(widget, &event);
}

inline void typeText(QWidget* widget, const QString& text) {
    for (const char32_t character : text.toStdU32String()) {
        if (character < 0x80)
            QTest::keyClick(widget, static_cast<char>(character));
        else
            commit(widget, QString::fromUcs4(&character, 1));
    }
}

} // namespace madoguchi
