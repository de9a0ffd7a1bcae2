// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/receptionpanel.h"

#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/numberedlist.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QLabel* makeLabel(theme::TextRole role) {
    auto* label = new QLabel;
    label->setFont(theme::font(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ReceptionPanel::ReceptionPanel(QList<Purpose> purposes, QList<Procedure> procedures, QWidget* parent)
    : QWidget(parent)
    , m_purposes(std::move(purposes))
    , m_procedures(std::move(procedures))
    , m_title(makeLabel(theme::TextRole::Heading))
    , m_hint(makeLabel(theme::TextRole::Supporting))
    , m_choices(new NumberedList(tr("Purpose of the visit"))) {
    auto* column = new QVBoxLayout(this);
    const int ring = theme::px(theme::focusRingWidth);
    column->setContentsMargins(ring, ring, ring, ring);
    column->setSpacing(theme::px(8));
    m_choices->setObjectName(u"choices"_s);
    column->addWidget(m_title);
    column->addWidget(makeNumber());
    column->addWidget(m_hint);
    column->addWidget(m_choices, 1);
    column->addWidget(makeButtons());
    connect(m_choices, &NumberedList::chosen, this, &ReceptionPanel::take);
    askPurpose();
}

QWidget* ReceptionPanel::makeNumber() {
    m_number = new QWidget;
    m_numberText = makeLabel(theme::TextRole::Large);
    m_purposeText = makeLabel(theme::TextRole::Body);
    auto* caption = makeLabel(theme::TextRole::Supporting);
    caption->setText(tr("Reception number"));
    auto* column = new QVBoxLayout(m_number);
    column->setContentsMargins(0, 0, 0, theme::px(8));
    column->setSpacing(0);
    for (QLabel* label : {caption, m_numberText, m_purposeText})
        column->addWidget(label);
    return m_number;
}

QWidget* ReceptionPanel::makeButtons() {
    m_open = new ActionButton(ActionId::ReceptionOpen, tr("Start reception"), ButtonKind::Primary);
    m_create = new ActionButton(ActionId::DraftCreate, tr("Make the draft"), ButtonKind::Primary);
    m_back = new ActionButton(ActionId::GoBack, tr("Choose the purpose again"));
    m_again = new ActionButton(ActionId::ListSelect, QString());
    auto* bar = new QWidget;
    auto* column = new QVBoxLayout(bar);
    const int ring = theme::px(theme::focusRingWidth);
    column->setContentsMargins(0, ring, 0, ring);
    column->setSpacing(theme::px(12));
    for (ActionButton* button : {m_open, m_create, m_back, m_again})
        column->addWidget(button);
    for (ActionButton* button : {m_open, m_create})
        connect(button, &ActionButton::clicked, this, [this] { take(m_choices->currentRow()); });
    connect(m_back, &ActionButton::clicked, this, &ReceptionPanel::purposeWanted);
    connect(m_again, &ActionButton::clicked, this, &ReceptionPanel::procedureWanted);
    return bar;
}

void ReceptionPanel::askPurpose() {
    m_asksProcedure = false;
    QStringList labels;
    for (const Purpose& purpose : std::as_const(m_purposes))
        labels.append(purpose.label);
    m_choices->setAccessibleName(tr("Purpose of the visit"));
    show(tr("Start a reception"), tr("Choose the purpose by its digit or the arrow keys, then press Enter."),
         labels);
    //: %1 is the reception number of the visitor before
    const QString again = tr("Another procedure for %1").arg(m_reception.number);
    m_again->setText(again);
    m_again->setAccessibleName(again);
    m_again->setVisible(!m_reception.number.isEmpty());
}

void ReceptionPanel::askProcedure(const Reception& reception) {
    m_asksProcedure = true;
    m_reception = reception;
    m_numberText->setText(reception.number);
    //: %1 is the purpose of the visit
    m_purposeText->setText(tr("Purpose: %1").arg(purposeLabel()));
    QStringList titles;
    for (const Procedure& procedure : std::as_const(m_procedures))
        titles.append(procedure.title);
    m_choices->setAccessibleName(tr("Procedure"));
    show(tr("Choose the procedure"),
         tr("Choose the procedure by its digit or the arrow keys, then press Enter."), titles);
    m_choices->setCurrentRow(fittingProcedure());
    m_again->hide();
}

void ReceptionPanel::takeKeyboard() {
    m_choices->setFocus(Qt::OtherFocusReason);
}

void ReceptionPanel::show(const QString& title, const QString& hint, const QStringList& choices) {
    m_title->setText(title);
    m_hint->setText(hint);
    m_choices->setChoices(choices);
    m_number->setVisible(m_asksProcedure);
    m_open->setVisible(!m_asksProcedure);
    m_create->setVisible(m_asksProcedure);
    m_back->setVisible(m_asksProcedure);
}

void ReceptionPanel::take(int row) {
    if (m_asksProcedure && row >= 0 && row < m_procedures.size()) {
        Q_EMIT procedureChosen(m_procedures.at(row).id);
    } else if (!m_asksProcedure && row >= 0 && row < m_purposes.size()) {
        Q_EMIT purposeChosen(m_purposes.at(row).id);
    }
}

const Purpose* ReceptionPanel::purpose() const {
    const auto found = std::ranges::find(m_purposes, m_reception.purpose, &Purpose::id);
    return found == m_purposes.cend() ? nullptr : &*found;
}

QString ReceptionPanel::purposeLabel() const {
    const Purpose* known = purpose();
    return known == nullptr ? m_reception.purpose : known->label;
}

/// The row of the procedure that the purpose mostly leads to; the first where it leads to none.
int ReceptionPanel::fittingProcedure() const {
    const Purpose* known = purpose();
    const QString wanted = known == nullptr ? QString() : known->procedure;
    const auto found = std::ranges::find(m_procedures, wanted, &Procedure::id);
    return found == m_procedures.cend() ? 0 : static_cast<int>(found - m_procedures.cbegin());
}

} // namespace madoguchi
