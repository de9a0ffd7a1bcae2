// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The room for a page between header and function keys. Where the window is small and the scale large the
// page scrolls, and whatever has the keyboard stays in sight, however it got it. GUI thread.
#pragma once

#include <QScrollArea>

namespace madoguchi {

class PageArea final : public QScrollArea {
    Q_OBJECT
public:
    explicit PageArea(QWidget* page, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void followKeyboard();
};

} // namespace madoguchi
