// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/lineedit.h"

#include "app/text/graphemes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

#include <algorithm>

namespace madoguchi {

namespace {

QString withoutControls(QString text) {
    std::replace_if(
        text.begin(), text.end(),
        [](QChar character) {
            return character.category() == QChar::Other_Control ||
                   character.category() == QChar::Separator_Line ||
                   character.category() == QChar::Separator_Paragraph;
        },
        u' ');
    return text;
}

} // namespace

LineEdit::LineEdit(QWidget* parent) : QLineEdit(parent) {
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(false);
    setDragEnabled(false);
}

void LineEdit::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    const bool erase = plain && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete);
    if (isComposing() && (enter || erase)) {
        event->accept(); // it was meant for the input method
    } else if (erase && !hasSelectedText() && !isReadOnly()) {
        const qsizetype cursor = cursorPosition();
        if (event->key() == Qt::Key_Backspace) {
            removeBetween(previousCharacterStart(text(), cursor), cursor);
        } else {
            removeBetween(cursor, nextCharacterEnd(text(), cursor));
        }
        event->accept();
    } else if (event->matches(QKeySequence::Paste)) {
        pasteClean();
        event->accept();
    } else if (enter) {
        event->ignore(); // the field around it decides where Enter goes
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void LineEdit::inputMethodEvent(QInputMethodEvent* event) {
    const QString before = m_preedit;
    m_preedit = event->preeditString();
    if (!event->commitString().isEmpty()) {
        const bool appended = cursorPosition() == text().size() && !hasSelectedText();
        Q_EMIT committed(event->commitString(), appended);
    }
    QLineEdit::inputMethodEvent(event);
    if (m_preedit != before)
        Q_EMIT preeditChanged(m_preedit);
}

// The middle button would paste the mouse selection past pasteClean().
void LineEdit::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::MiddleButton)
        QLineEdit::mousePressEvent(event);
}

void LineEdit::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::MiddleButton)
        QLineEdit::mouseReleaseEvent(event);
}

void LineEdit::removeBetween(qsizetype begin, qsizetype end) {
    if (begin == end)
        return;
    setSelection(static_cast<int>(begin), static_cast<int>(end - begin));
    del();
}

void LineEdit::pasteClean() {
    const qsizetype room = std::max<qsizetype>(0, hardLimit - characterCount(text()));
    insert(firstCharacters(withoutControls(QGuiApplication::clipboard()->text()), room));
}

} // namespace madoguchi
