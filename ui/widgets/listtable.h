// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A dense table of rows to look through and open: arrow keys move, Enter or a double click opens, Tab leaves.
// Without rows it says what to do. Main thread.
#pragma once

#include <QMap>
#include <QTableWidget>

namespace madoguchi {

class ListTable final : public QTableWidget {
    Q_OBJECT
public:
    /// The most rows it takes; whoever fills it says when there are more.
    static constexpr qsizetype MostRows = 200;

    /// `name` is what screen readers say. Both translated.
    ListTable(const QString& name, const QStringList& headers, QWidget* parent = nullptr);

    /// What is written in place of the rows when there are none; translated.
    void setEmptyText(const QString& text);
    /// Replaces all rows, a text for each column, and stays at the row where it was.
    void setRows(const QList<QStringList>& rows);
    /// Wide for a short text such as `sample`; the other columns share what is left.
    void setColumnSample(int column, const QString& sample);
    /// People's names: in the font that has their characters.
    void setNameColumn(int column);

Q_SIGNALS:
    void rowOpened(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// No column is narrower than its heading: where they don't all fit, the table scrolls sideways.
    void fitColumns();

    QMap<int, int> m_fixedWidths;
    QString m_emptyText;
    int m_nameColumn = -1;
};

} // namespace madoguchi
