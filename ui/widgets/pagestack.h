// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Pages of which one is seen, whose size alone counts: a long one does not stretch the others, as it would in
// a plain QStackedLayout. GUI thread.
#pragma once

#include <QStackedLayout>

namespace madoguchi {

class PageStack final : public QStackedLayout {
    Q_OBJECT
public:
    explicit PageStack(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
};

} // namespace madoguchi
