// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/grouplist.h"

#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace madoguchi {

GroupList::GroupList(const QStringList& titles, QWidget* parent) : QListWidget(parent), m_titles(titles) {
    setAction(this, ActionId::ListSelect);
    setAccessibleName(tr("Steps of the form"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setContextMenuPolicy(Qt::NoContextMenu);
    for (int i = 0; i < m_titles.size(); ++i) {
        addItem(new QListWidgetItem);
        writeText(i, 0);
    }
    connect(this, &QListWidget::currentRowChanged, this, &GroupList::chosen);
}

void GroupList::setCurrent(int group) {
    const QSignalBlocker quiet(this);
    setCurrentRow(group);
}

void GroupList::setShown(int group, bool shown) {
    setRowHidden(group, !shown);
}

bool GroupList::isShown(int group) const {
    return !isRowHidden(group);
}

void GroupList::setErrorCount(int group, int count) {
    writeText(group, count);
}

QSize GroupList::sizeHint() const {
    return {theme::px(232), theme::px(400)};
}

void GroupList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT finished();
    } else {
        QListWidget::keyPressEvent(event);
    }
}

void GroupList::writeText(int group, int errors) {
    QListWidgetItem* step = item(group);
    step->setText(errors == 0 ? m_titles.at(group)
                              : tr("%1 (%n error(s))", nullptr, errors).arg(m_titles.at(group)));
    step->setIcon(errors == 0 ? QIcon() : icon(IconShape::Error, QColor(theme::colour::errorText)));
}

} // namespace madoguchi
