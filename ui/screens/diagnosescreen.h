// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 診断: what is the matter with the card service, the readers and the cards in them, each line with what to
// do. GUI thread.
#pragma once

#include "app/diagnostics/diagnosisrun.h"
#include "ui/screens/screen.h"

class QGridLayout;
class QLabel;

namespace madoguchi {

class ActionButton;

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
    void addLine(const DiagnosisLine& line);
    void addHeading(const QString& text);
    void clear();

    DiagnosisRun m_run;
    QLabel* m_asOf;
    ActionButton* m_again;
    QWidget* m_lines; ///< holds what is replaced with each diagnosis
    QGridLayout* m_grid = nullptr;
};

} // namespace madoguchi
