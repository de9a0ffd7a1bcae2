// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/listtable.h"

#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/keepinsight.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace madoguchi {
namespace {

constexpr int NameSize = 17;
constexpr int NameWidth = 120; ///< of the column: five characters and more

QFont nameFont() {
    QFont font = theme::font(theme::TextRole::Name);
    font.setPixelSize(theme::px(NameSize));
    return font;
}

} // namespace

ListTable::ListTable(const QString& name, const QStringList& headers, QWidget* parent)
    : QTableWidget(0, static_cast<int>(headers.size()), parent) {
    setAction(this, ActionId::ListSelect);
    setAccessibleName(name);
    setHorizontalHeaderLabels(headers);
    setFont(theme::font(theme::TextRole::Dense));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setContextMenuPolicy(Qt::NoContextMenu);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setMinimumHeight(theme::px(5 * theme::rowHeight));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme::px(theme::rowHeight));
    QHeaderView* header = horizontalHeader();
    header->setFont(theme::font(theme::TextRole::Dense));
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableWidget::cellDoubleClicked, this, [this](int row) { Q_EMIT rowOpened(row); });
    followCurrentRow(*this);
}

void ListTable::setEmptyText(const QString& text) {
    m_emptyText = text;
    setAccessibleDescription(rowCount() == 0 ? text : QString());
    viewport()->update();
}

void ListTable::setRows(const QList<QStringList>& rows) {
    const int before = currentRow();
    setRowCount(static_cast<int>(std::min(rows.size(), MostRows)));
    setAccessibleDescription(rows.isEmpty() ? m_emptyText : QString());
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            auto* cell = new QTableWidgetItem(rows.at(row).value(column));
            cell->setToolTip(cell->text());
            if (column == m_nameColumn)
                cell->setFont(nameFont());
            setItem(row, column, cell);
        }
    }
    if (rowCount() > 0)
        setCurrentCell(std::clamp(before, 0, rowCount() - 1), 0);
}

void ListTable::setColumnSample(int column, const QString& sample) {
    const int width = QFontMetrics(theme::font(theme::TextRole::Dense)).horizontalAdvance(sample);
    m_fixedWidths.insert(column, width + theme::px(24));
    fitColumns();
}

void ListTable::fitColumns() {
    const QFontMetrics metrics(theme::font(theme::TextRole::Dense));
    QList<int> shared;
    int room = viewport()->width();
    for (int column = 0; column < columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int heading = metrics.horizontalAdvance(horizontalHeaderItem(column)->text()) + theme::px(24);
        const int width = std::max(heading, m_fixedWidths.value(column));
        setColumnWidth(column, column == m_nameColumn ? std::max(width, theme::px(NameWidth)) : width);
        room -= columnWidth(column);
        if (!m_fixedWidths.contains(column))
            shared.append(column);
    }
    for (qsizetype i = 0; i < shared.size() && room > 0; ++i) {
        const int share = room / static_cast<int>(shared.size() - i);
        setColumnWidth(shared.at(i), columnWidth(shared.at(i)) + share);
        room -= share;
    }
}

void ListTable::resizeEvent(QResizeEvent* event) {
    QTableWidget::resizeEvent(event);
    fitColumns();
}

void ListTable::setNameColumn(int column) {
    m_nameColumn = column;
}

void ListTable::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QTableWidget::keyPressEvent(event);
    } else if (currentRow() >= 0 && !event->isAutoRepeat()) {
        Q_EMIT rowOpened(currentRow());
    }
}

void ListTable::paintEvent(QPaintEvent* event) {
    QTableWidget::paintEvent(event);
    if (rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(theme::font(theme::TextRole::Body));
    painter.setPen(QColor(theme::colour::body));
    const int margin = theme::px(24);
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

} // namespace madoguchi
