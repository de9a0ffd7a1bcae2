// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The mark that everything on a practice station carries (練習用). Main thread.
#pragma once

#include <QWidget>

namespace madoguchi {

class PracticeRibbon final : public QWidget {
    Q_OBJECT
public:
    explicit PracticeRibbon(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace madoguchi
