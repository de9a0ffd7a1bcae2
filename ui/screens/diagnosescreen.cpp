// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/diagnosescreen.h"

#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/diagnosistable.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

DiagnoseScreen::DiagnoseScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_run(context.station.cards(), context.station.clock())
    , m_asOf(pageparts::text({}, theme::TextRole::Supporting))
    , m_again(new ActionButton(ActionId::DiagnosisView, tr("Check again"), ButtonKind::Primary))
    , m_table(new DiagnosisTable) {
    lay();
    connect(m_again, &ActionButton::clicked, this, [this] {
        if (const Result<> begun = load(); !begun)
            Q_EMIT failed(begun.error());
    });
    connect(&m_run, &DiagnosisRun::finished, this, &DiagnoseScreen::showDiagnosis);
}

void DiagnoseScreen::lay() {
    auto* column = pageparts::column(this);
    column->addWidget(pageparts::text(
        tr("Nothing here asks for a PIN or costs a try. Cards in the readers are asked for a moment.")));
    QBoxLayout* row = pageparts::row();
    row->addWidget(m_again);
    row->addWidget(m_asOf, 1);
    column->addLayout(row);
    column->addWidget(m_table);
    column->addStretch();
}

Result<> DiagnoseScreen::load() {
    Result<> begun = run({ActionId::DiagnosisView}, [this] { return m_run.begin(context().session); });
    if (begun)
        m_asOf->setText(tr("Looking at readers and cards ..."));
    return begun;
}

void DiagnoseScreen::showDiagnosis(const Diagnosis& diagnosis) {
    m_table->showDiagnosis(diagnosis);
    m_asOf->setText(tr("As of %1.").arg(clocktext::time(context().station.clock().now())));
}

} // namespace madoguchi
