// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/numberedlist.h"

#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/keepinsight.h"

#include <QKeyEvent>

#include <algorithm>

namespace madoguchi {
namespace {

constexpr int Digits = 10;
constexpr int LowestRows = 4;

/// -1 for a key that is no digit. 0 stands for the tenth row, as on the keyboard.
int rowOfDigit(int key) {
    if (key < Qt::Key_0 || key > Qt::Key_9)
        return -1;
    return (key - Qt::Key_0 + Digits - 1) % Digits;
}

bool movesInList(int key) {
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right ||
           key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

NumberedList::NumberedList(const QString& name, QWidget* parent) : QListWidget(parent) {
    setAction(this, ActionId::ListSelect);
    setAccessibleName(name);
    setContextMenuPolicy(Qt::NoContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(true);
    connect(this, &QListWidget::itemDoubleClicked, this, [this] { Q_EMIT chosen(currentRow()); });
    followCurrentRow(*this);
}

void NumberedList::setChoices(const QStringList& choices) {
    clear();
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (i < Digits) {
            //: %1 is the digit key that selects this row, %2 the row
            addItem(tr("%1 %2").arg((i + 1) % Digits).arg(choices.at(i)));
        } else {
            addItem(choices.at(i));
        }
    }
    setCurrentRow(0);
    updateGeometry();
}

QSize NumberedList::sizeHint() const {
    const int frame = 2 * frameWidth();
    const int rows = std::max(1, count()) * std::max(sizeHintForRow(0), theme::px(theme::rowHeight));
    return {std::max(sizeHintForColumn(0) + frame, theme::px(280)), rows + frame};
}

QSize NumberedList::minimumSizeHint() const {
    const int rows = std::min(LowestRows, std::max(1, count()));
    return {theme::px(240), rows * theme::px(theme::rowHeight) + 2 * frameWidth()};
}

void NumberedList::keyPressEvent(QKeyEvent* event) {
    const int row = event->modifiers() & ~Qt::KeypadModifier ? -1 : rowOfDigit(event->key());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (row >= 0 && row < count()) {
        setCurrentRow(row);
    } else if (enter && currentRow() >= 0 && !event->isAutoRepeat()) {
        Q_EMIT chosen(currentRow());
    } else if (!enter) {
        QListWidget::keyPressEvent(event);
    }
    // At its ends, too: the arrows never lead out of the list, Tab does.
    if (movesInList(event->key()))
        event->accept();
}

} // namespace madoguchi
