// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Widgets beside each other, in as many rows as the width needs. GUI thread.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace madoguchi {

class WrappingLayout : public QLayout {
    Q_OBJECT
public:
    explicit WrappingLayout(QWidget* parent = nullptr);
    ~WrappingLayout() override;

    void addItem(QLayoutItem* item) override; ///< takes it over
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override; ///< the caller owns it then
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, Pass::Measure); }
    QSize minimumSize() const override; ///< of the widest item, in one row
    QSize sizeHint() const override;    ///< all in one row
    void setGeometry(const QRect& area) override;

private:
    enum class Pass { Measure, Place };
    int arrange(const QRect& area, Pass pass) const;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace madoguchi
