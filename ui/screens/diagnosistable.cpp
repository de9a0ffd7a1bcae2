// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/diagnosistable.h"

#include "app/diagnostics/findingcatalogue.h"
#include "ui/clocktext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/icons.h"

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

DiagnosisTable::DiagnosisTable(QWidget* parent) : QWidget(parent) {
    clear();
}

void DiagnosisTable::clear() {
    delete m_grid;
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::px(12));
    m_grid->setVerticalSpacing(theme::px(6));
    m_grid->setColumnStretch(TextColumn, 1);
    m_grid->setColumnStretch(AdviceColumn, 1);
}

void DiagnosisTable::showDiagnosis(const Diagnosis& diagnosis) {
    clear();
    int reader = 0;
    addHeading(tr("Card service"));
    for (const DiagnosisLine& line : diagnosis.lines) {
        if (line.reader != reader)
            addHeading(line.reader == 0 ? tr("Other programs") : diagnosis.readers.at(line.reader - 1));
        reader = line.reader;
        addLine(line);
    }
}

void DiagnosisTable::addHeading(const QString& text) {
    m_grid->addWidget(pageparts::text(text, theme::TextRole::Heading), m_grid->rowCount(), IconColumn, 1, 3);
}

void DiagnosisTable::addLine(const DiagnosisLine& line) {
    const FindingEntry& entry = findingEntry(line.finding);
    const bool isGood = entry.grade == FindingGrade::Good;
    const int row = m_grid->rowCount();
    m_grid->addWidget(new IconLabel(isGood ? IconShape::Success : IconShape::Warning,
                                    QColor(isGood ? theme::colour::success : theme::colour::warning)),
                      row, IconColumn, Qt::AlignTop);
    const QString grade = isGood ? tr("Good") : tr("Attention");
    //: %1 is "Good" or "Attention", %2 what was found
    m_grid->addWidget(pageparts::text(tr("%1: %2").arg(grade, textOf(line))), row, TextColumn, Qt::AlignTop);
    m_grid->addWidget(pageparts::text(translated(entry.advice)), row, AdviceColumn, Qt::AlignTop);
}

} // namespace madoguchi
