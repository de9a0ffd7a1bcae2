// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Names and values in two columns, to be read and not changed. Main thread.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace madoguchi {

struct Fact {
    QString name;  ///< translated
    QString value; ///< empty is shown as a dash
};

class FactList final : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    /// Replaces what is shown.
    void setFacts(const QList<Fact>& facts);

private:
    QLabel* add(int row, int column, const QString& text);
    QGridLayout* m_grid;
    QList<QLabel*> m_labels;
};

/// Hexadecimal digits in groups of four, eight groups a line.
QString groupedHex(const QByteArray& bytes);

} // namespace madoguchi
