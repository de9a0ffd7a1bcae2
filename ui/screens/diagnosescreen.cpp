// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/diagnosescreen.h"

#include "app/diagnostics/findingcatalogue.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column { IconColumn, TextColumn, AdviceColumn };

QString translated(const char* text) {
    return *text == '\0' ? QString() : QCoreApplication::translate("Findings", text);
}

QString textOf(const DiagnosisLine& line) {
    const QString second = line.date.isValid() ? clocktext::dayInList(line.date)
                                               : (line.count ? QString::number(*line.count) : QString());
    QString text = translated(findingEntry(line.finding).text);
    return text.replace(u"%1"_s, line.subject).replace(u"%2"_s, second);
}

} // namespace

DiagnoseScreen::DiagnoseScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_run(context.station.cards(), context.station.clock())
    , m_asOf(pageparts::text({}, theme::TextRole::Supporting))
    , m_again(new ActionButton(ActionId::DiagnosisView, tr("Check again"), ButtonKind::Primary))
    , m_lines(new QWidget) {
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
    column->addWidget(m_lines);
    column->addStretch();
    clear();
}

Result<> DiagnoseScreen::load() {
    Result<> begun = run({ActionId::DiagnosisView}, [this] { return m_run.begin(context().session); });
    if (begun)
        m_asOf->setText(tr("Looking at readers and cards ..."));
    return begun;
}

void DiagnoseScreen::clear() {
    delete m_grid;
    qDeleteAll(m_lines->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_grid = new QGridLayout(m_lines);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::px(12));
    m_grid->setVerticalSpacing(theme::px(6));
    m_grid->setColumnStretch(TextColumn, 1);
    m_grid->setColumnStretch(AdviceColumn, 1);
}

void DiagnoseScreen::showDiagnosis(const Diagnosis& diagnosis) {
    clear();
    int reader = 0;
    addHeading(tr("Card service"));
    for (const DiagnosisLine& line : diagnosis.lines) {
        if (line.reader != reader)
            addHeading(line.reader == 0 ? tr("Other programs") : diagnosis.readers.at(line.reader - 1));
        reader = line.reader;
        addLine(line);
    }
    m_asOf->setText(tr("As of %1.").arg(clocktext::time(context().station.clock().now())));
}

void DiagnoseScreen::addHeading(const QString& text) {
    m_grid->addWidget(pageparts::text(text, theme::TextRole::Heading), m_grid->rowCount(), IconColumn, 1, 3);
}

void DiagnoseScreen::addLine(const DiagnosisLine& line) {
    const FindingEntry& entry = findingEntry(line.finding);
    const bool isGood = entry.grade == FindingGrade::Good;
    const int row = m_grid->rowCount();
    m_grid->addWidget(new IconLabel(isGood ? IconShape::Success : IconShape::Warning,
                                    QColor(isGood ? theme::colour::success : theme::colour::warning)),
                      row, IconColumn, Qt::AlignTop);
    const QString grade = isGood ? tr("Good") : tr("Attention");
    m_grid->addWidget(pageparts::text(grade + u": "_s + textOf(line)), row, TextColumn, Qt::AlignTop);
    m_grid->addWidget(pageparts::text(translated(entry.advice)), row, AdviceColumn, Qt::AlignTop);
}

} // namespace madoguchi
