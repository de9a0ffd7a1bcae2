// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/pinrow.h"

#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

namespace {

QLabel* line(const QString& text, theme::TextRole role, QRgb colour) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(role));
    label->setWordWrap(true);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, QColor(colour));
    label->setPalette(palette);
    return label;
}

} // namespace

PinRow::PinRow(ActionId action, const QString& label, const QString& hint, SecretKind kind, QWidget* parent)
    : QWidget(parent)
    , m_field(new PinField(kind))
    , m_line(new QWidget)
    , m_text(line({}, theme::TextRole::Body, theme::colour::errorText)) {
    setAction(m_field, action);
    m_field->setAccessibleName(label);
    auto* column = new QVBoxLayout(this);
    const int ring = theme::px(theme::focusRingWidth);
    column->setContentsMargins(ring, ring, ring, ring);
    column->setSpacing(theme::px(8)); // the focus ring stands clear of the hint
    column->addWidget(line(label, theme::TextRole::Strong, theme::colour::text));
    if (!hint.isEmpty())
        column->addWidget(line(hint, theme::TextRole::Supporting, theme::colour::supporting));
    column->addWidget(m_field);
    auto* problem = new QHBoxLayout(m_line);
    problem->setContentsMargins(0, 0, 0, 0);
    problem->setSpacing(theme::px(8));
    problem->addWidget(new IconLabel(IconShape::Error, QColor(theme::colour::errorText), 20), 0,
                       Qt::AlignTop);
    problem->addWidget(m_text, 1);
    m_line->hide();
    column->addWidget(m_line);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PinRow::setProblem(const QString& problem) {
    m_problem = problem;
    m_text->setText(tr("Error: %1").arg(problem));
    m_line->setVisible(!problem.isEmpty());
    m_field->setInvalid(!problem.isEmpty());
}

} // namespace madoguchi
