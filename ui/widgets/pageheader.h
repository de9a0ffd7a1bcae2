// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The top of every page: its title, who is working in which role, and the time in era years
// (without the date where there is no room, as at 200 % on a small screen). Main thread.
#pragma once

#include <QFrame>

class QLabel;

namespace madoguchi {

class Clock;

class PageHeader final : public QFrame {
    Q_OBJECT
public:
    /// `clock` must outlive the header.
    explicit PageHeader(const Clock& clock, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    /// Both empty: nobody is logged in.
    void setOperator(const QString& name, const QString& role);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showTime();
    const Clock& m_clock;
    QLabel* m_title;
    QWidget* m_icon;
    QLabel* m_operator;
    QLabel* m_time;
};

} // namespace madoguchi
