// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 診断: what is the matter with the card service, the readers and the cards in them, each line with what to
// do. GUI thread.
#pragma once

#include "app/diagnostics/diagnosisrun.h"
#include "ui/screens/screen.h"

class QLabel;

namespace madoguchi {

class ActionButton;
class DiagnosisTable;

class DiagnoseScreen final : public Screen {
    Q_OBJECT
public:
    explicit DiagnoseScreen(const ScreenContext& context, const QString& target = {},
                            QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("diagnose"); }
    QString title() const override { return tr("Diagnosis of cards and readers"); }
    Result<> load() override;

private:
    void lay();
    void showDiagnosis(const Diagnosis& diagnosis);

    DiagnosisRun m_run;
    QLabel* m_asOf;
    ActionButton* m_again;
    DiagnosisTable* m_table;
};

} // namespace madoguchi
