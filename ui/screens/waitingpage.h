// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// While no card is in the reader: a large clock, and what to do. GUI thread.
#pragma once

#include "app/base/clock.h"
#include "ui/screens/loginmessage.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class WaitingPage final : public QWidget {
    Q_OBJECT
public:
    /// `clock` must outlive the page.
    explicit WaitingPage(const Clock& clock, QWidget* parent = nullptr);

    void showMessage(const LoginMessage& message);
    void showTime();

    /// Small: the clock takes what room there is.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    const Clock& m_clock;
    QLabel* m_time;
    QLabel* m_date;
    QLabel* m_year;
    QWidget* m_card;
    QLabel* m_invitation; ///< all is well: large and plain
    Notice* m_problem;    ///< something is wrong
};

} // namespace madoguchi
