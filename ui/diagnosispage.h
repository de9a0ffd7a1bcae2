// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The diagnosis of cards and readers while nobody is logged in, when it is needed most: the lines to read,
// nothing to export. Whoever stands at the terminal may see them: readers, service, kinds of cards, counters,
// programs; nothing about persons. GUI thread.
#pragma once

#include "app/diagnostics/diagnosisrun.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class ActionButton;
class DiagnosisTable;

class DiagnosisPage final : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the page.
    DiagnosisPage(CardService& cards, const Clock& clock, QWidget* parent = nullptr);

    /// Looks at readers and cards, and takes the keyboard. The caller has it on record.
    void begin();

Q_SIGNALS:
    void checkRequested();
    void left(); ///< Esc, or F8, which opens the page

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeContent();

    const Clock& m_clock;
    DiagnosisRun m_run;
    ActionButton* m_again;
    ActionButton* m_back;
    QLabel* m_asOf;
    DiagnosisTable* m_table;
};

} // namespace madoguchi
