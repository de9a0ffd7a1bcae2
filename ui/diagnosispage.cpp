// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diagnosispage.h"

#include "ui/clocktext.h"
#include "ui/errortext.h"
#include "ui/pagearea.h"
#include "ui/screens/diagnosistable.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace madoguchi {

DiagnosisPage::DiagnosisPage(CardService& cards, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_run(cards, clock)
    , m_again(new ActionButton(ActionId::DiagnosisView, tr("Check again"), ButtonKind::Primary))
    , m_back(new ActionButton(ActionId::GoBack, tr("Back (Esc)")))
    , m_asOf(pageparts::text({}, theme::TextRole::Supporting))
    , m_table(new DiagnosisTable) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(makeContent());
    connect(m_again, &ActionButton::clicked, this, &DiagnosisPage::checkRequested);
    connect(m_back, &ActionButton::clicked, this, &DiagnosisPage::left);
    connect(&m_run, &DiagnosisRun::finished, this, [this](const Diagnosis& diagnosis) {
        m_table->showDiagnosis(diagnosis);
        m_asOf->setText(tr("As of %1.").arg(clocktext::time(m_clock.now())));
    });
}

QWidget* DiagnosisPage::makeContent() {
    auto* content = new QWidget;
    QVBoxLayout* column = pageparts::column(content);
    column->addWidget(pageparts::text(tr("Diagnosis of cards and readers"), theme::TextRole::Title));
    QBoxLayout* row = pageparts::row();
    row->addWidget(m_again);
    row->addWidget(m_back);
    row->addWidget(m_asOf, 1);
    column->addLayout(row);
    column->addWidget(pageparts::text(
        tr("Nothing here asks for a PIN or costs a try. Cards in the readers are asked for a moment.")));
    auto* area = new PageArea(m_table);
    area->setAccessibleName(tr("Diagnosis of cards and readers"));
    area->setFocusPolicy(Qt::StrongFocus); // nothing in it takes the keyboard, and it may be long
    column->addWidget(area, 1);
    return content;
}

void DiagnosisPage::begin() {
    const Result<> begun = m_run.beginWithoutSession();
    m_asOf->setText(begun ? tr("Looking at readers and cards ...") : errorSentence(begun.error().code));
    m_again->setFocus(Qt::OtherFocusReason);
}

void DiagnosisPage::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_F8 || event->key() == Qt::Key_Escape) && !event->isAutoRepeat()) {
        Q_EMIT left();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace madoguchi
