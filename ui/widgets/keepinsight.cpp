// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/keepinsight.h"

#include "ui/theme.h"
#include "ui/widgets/fieldrow.h"

#include <QAbstractItemView>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace madoguchi {
namespace {

QRect placeOf(const QScrollArea& area, const QWidget& part, const QRect& inPart) {
    return inPart.translated(part.mapTo(area.widget(), QPoint()));
}

template <class Wanted>
const Wanted* around(const QWidget& control) {
    for (const QWidget* each = &control; each != nullptr; each = each->parentWidget()) {
        if (const auto* found = qobject_cast<const Wanted*>(each))
            return found;
    }
    return nullptr;
}

/// From the most that one wants to see to the least.
QList<QRect> wishes(const QScrollArea& area, const QWidget& control) {
    const QRect itself = placeOf(area, control, control.rect());
    const int ring = theme::px(theme::focusRingWidth);
    const QRect ringed = itself.adjusted(0, -ring, 0, ring);
    QList<QRect> wanted;
    if (const auto* row = around<FieldRow>(control)) {
        const QRect field = placeOf(area, *row, row->rect());
        wanted = {field | ringed, QRect(field.topLeft(), ringed.bottomRight())};
    } else {
        const int more = theme::px(theme::rowHeight); // a label above, a line below
        wanted = {itself.adjusted(0, -more, 0, more)};
    }
    wanted += ringed;
    if (const auto* list = around<QAbstractItemView>(control); list != nullptr) {
        const QRect row = list->visualRect(list->currentIndex());
        wanted += placeOf(area, *list->viewport(), row).adjusted(0, -2 * ring, 0, 2 * ring);
    }
    return wanted;
}

} // namespace

void keepInSight(QScrollArea& area, const QWidget& control) {
    if (area.widget() == nullptr || !area.widget()->isAncestorOf(&control))
        return;
    const int room = area.viewport()->height();
    const QList<QRect> wanted = wishes(area, control);
    const auto fits =
        std::ranges::find_if(wanted, [room](const QRect& each) { return each.height() <= room; });
    const QRect shown = fits == wanted.end() ? wanted.constLast() : *fits;
    area.ensureVisible(shown.center().x(), area.verticalScrollBar()->value(), 0, 0);
    QScrollBar* bar = area.verticalScrollBar();
    if (shown.bottom() >= bar->value() + room)
        bar->setValue(shown.bottom() + 1 - room);
    if (shown.top() < bar->value())
        bar->setValue(shown.top());
}

void followCurrentRow(QAbstractItemView& list) {
    const auto follow = [&list] {
        for (QWidget* each = list.parentWidget(); each != nullptr; each = each->parentWidget()) {
            auto* area = qobject_cast<QScrollArea*>(each);
            if (area != nullptr && list.hasFocus())
                keepInSight(*area, list);
        }
    };
    // Queued: the list itself scrolls to the row first.
    QObject::connect(list.selectionModel(), &QItemSelectionModel::currentChanged, &list, follow,
                     Qt::QueuedConnection);
}

} // namespace madoguchi
