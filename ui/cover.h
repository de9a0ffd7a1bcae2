// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Lies over the whole window and shows a clock only, so that nobody at the counter reads what is below. The
// owner takes what is below out of sight and decides whether it may come back. GUI thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/errorcode.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace madoguchi {

class Cover final : public QWidget {
    Q_OBJECT
public:
    /// `clock` must outlive the cover. Hidden until asked for.
    Cover(const Clock& clock, QWidget* parent);

    /// Over the whole parent, painted before this returns.
    void coverNow();
    /// Said on the cover, because the screen can't come back.
    void showError(ErrorCode code);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// F11, Enter, Esc or a click asks to see the screen again.
    void revealRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void tick();

    const Clock& m_clock;
    QLabel* m_time;
    QLabel* m_date;
    QLabel* m_text;
    QLabel* m_hint;
    QTimer m_timer;
};

} // namespace madoguchi
