// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A short list to choose from by keyboard: a digit selects its row, Enter takes it. Main thread.
#pragma once

#include <QListWidget>

namespace madoguchi {

class NumberedList final : public QListWidget {
    Q_OBJECT
public:
    /// `name` is what screen readers say, translated.
    explicit NumberedList(const QString& name, QWidget* parent = nullptr);

    /// Replaces the rows and selects the first. The first ten have digits, the tenth 0.
    void setChoices(const QStringList& choices);
    /// Wide enough for its longest row and as high as all of them.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter was pressed, or the row double-clicked.
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace madoguchi
