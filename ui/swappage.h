// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// All that is seen while an operator's card is out of the reader for an applicant's: how long still, what to
// do, what is in the reader. Nothing of a draft. GUI thread.
#pragma once

#include "app/login/swapview.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class ActionButton;
class Notice;

class SwapPage final : public QWidget {
    Q_OBJECT
public:
    explicit SwapPage(QWidget* parent = nullptr);

    /// A change begins: the page takes the keyboard when it is shown.
    void begin();
    void showView(const SwapView& view);

Q_SIGNALS:
    /// Her card is still in: back to work.
    void cancelled();
    void lockRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Step { TakeOwnOut, PutIn, Wait, TakeOut, PutOwnIn, Steps };
    QWidget* makeContent();
    Step stepNow() const;
    void showStep();
    void showReader();
    void showTime();

    SwapView m_view;
    bool m_hadOther = false; ///< an applicant's card was in
    QLabel* m_time;
    QList<QLabel*> m_steps;
    Notice* m_reader;
    ActionButton* m_cancel;
    ActionButton* m_lock;
};

} // namespace madoguchi
