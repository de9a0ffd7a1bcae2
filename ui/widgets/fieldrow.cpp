// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/fieldrow.h"

#include "ui/theme.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QLabel* coloured(const QString& text, theme::TextRole role, QRgb colour) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(role));
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, QColor(colour));
    label->setPalette(palette);
    return label;
}

} // namespace

FieldRow::FieldRow(Texts texts, FieldEditor* editor, QWidget* parent)
    : QWidget(parent)
    , m_texts(std::move(texts))
    , m_editor(editor)
    , m_problemLine(new QWidget)
    , m_problemText(coloured({}, theme::TextRole::Body, theme::colour::errorText)) {
    auto* column = new QVBoxLayout(this);
    const int ring = theme::px(theme::focusRingWidth);
    column->setContentsMargins(ring, ring, ring, ring);
    column->setSpacing(theme::px(8));
    if (m_texts.labelShown)
        column->addWidget(makeLabels());
    if (!m_texts.hint.isEmpty()) {
        auto* hint = coloured(m_texts.hint, theme::TextRole::Supporting, theme::colour::supporting);
        hint->setWordWrap(true);
        column->addWidget(hint);
    }
    column->addLayout(makeControls());
    auto* line = new QHBoxLayout(m_problemLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::px(8));
    line->addWidget(new IconLabel(IconShape::Error, QColor(theme::colour::errorText), 20), 0, Qt::AlignTop);
    line->addWidget(m_problemText, 1);
    m_problemText->setWordWrap(true);
    m_problemLine->hide();
    column->addWidget(m_problemLine);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    describe();
}

void FieldRow::setProblem(const QString& problem) {
    if (m_problem == problem)
        return;
    m_problem = problem;
    m_problemText->setText(tr("Error: %1").arg(problem));
    m_problemLine->setVisible(!problem.isEmpty());
    m_editor->setInvalid(!problem.isEmpty());
    describe();
}

QWidget* FieldRow::makeLabels() {
    auto* labels = new QWidget;
    auto* row = new QHBoxLayout(labels);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::px(8));
    row->addWidget(coloured(m_texts.label, theme::TextRole::Strong, theme::colour::text));
    if (m_texts.required)
        row->addWidget(makeRequired());
    row->addStretch();
    return labels;
}

QWidget* FieldRow::makeRequired() {
    return coloured(tr("*Required"), theme::TextRole::Supporting, theme::colour::errorText);
}

/// A control that bears its own label, such as a box to tick, has the mark behind that.
QLayout* FieldRow::makeControls() {
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::px(8));
    const bool marked = m_texts.required && !m_texts.labelShown;
    row->addWidget(m_editor, marked ? 0 : 1);
    if (marked) {
        row->addWidget(makeRequired());
        row->addStretch(1);
    }
    return row;
}

void FieldRow::describe() {
    const QString name = m_texts.required ? tr("%1, required").arg(m_texts.label) : m_texts.label;
    m_editor->setAccessibleTexts(name, m_problem.isEmpty() ? m_texts.hint : tr("Error: %1").arg(m_problem));
}

} // namespace madoguchi
