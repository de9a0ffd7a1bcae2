// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The lines of a diagnosis, by reader: good or not, what it is, what to do. GUI thread.
#pragma once

#include "app/diagnostics/diagnosis.h"

#include <QWidget>

class QGridLayout;

namespace madoguchi {

class DiagnosisTable final : public QWidget {
    Q_OBJECT
public:
    explicit DiagnosisTable(QWidget* parent = nullptr);

    /// In place of what was shown.
    void showDiagnosis(const Diagnosis& diagnosis);

private:
    void clear();
    void addHeading(const QString& text);
    void addLine(const DiagnosisLine& line);

    QGridLayout* m_grid = nullptr;
};

} // namespace madoguchi
