// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One line of text that gives way: in too narrow a room that is high enough for two it is broken at its first
// space (a name after the surname); what still does not fit ends in an ellipsis, and a tool tip has all of
// it. GUI thread.
#pragma once

#include <QLabel>

namespace madoguchi {

class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool fits(const QString& line) const;
    QStringList lines() const;
};

} // namespace madoguchi
