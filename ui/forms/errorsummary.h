// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How many fields of a form want a look, in one line above it, with a jump to each of the first few. What is
// wrong is said at the fields. Invisible while nothing is. Main thread.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace madoguchi {

class ActionButton;

class ErrorSummary final : public QWidget {
    Q_OBJECT
public:
    /// More are counted, not listed, and fewer where the line is short: F8 goes through all.
    static constexpr qsizetype listed = 3;

    struct Entry {
        QString fieldId;
        QString label;
        QString problem; ///< translated; for screen readers here
    };

    explicit ErrorSummary(QWidget* parent = nullptr);
    void setEntries(const QList<Entry>& entries);

Q_SIGNALS:
    void jumpRequested(const QString& fieldId);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showWhatFits();
    QHBoxLayout* m_row;
    QLabel* m_count;
    QLabel* m_advice;
    QList<ActionButton*> m_jumps;
};

} // namespace madoguchi
