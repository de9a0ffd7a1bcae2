// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/linefield.h"

#include "app/text/graphemes.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/lineedit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

LineField::LineField(int maximumLength, int width, QWidget* parent)
    : FieldEditor(parent)
    , m_maximumLength(maximumLength)
    , m_line(new LineEdit)
    , m_note(new QLabel)
    , m_remarkIcon(new IconLabel(IconShape::Warning, QColor(theme::colour::warning), 20))
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::px(12));
    row->addWidget(m_line, width == 0 ? 1 : 0);
    row->addWidget(m_remarkIcon);
    row->addWidget(m_note);
    m_remarkIcon->hide();
    if (width > 0)
        row->addStretch(1);
    m_column->addLayout(row);
    if (width > 0)
        m_line->setFixedWidth(theme::px(width));
    m_note->setFont(theme::font(theme::TextRole::Strong));
    m_note->hide();
    adopt(m_line);
    connect(m_line, &LineEdit::textChanged, this, &LineField::refreshNote);
    connect(m_line, &LineEdit::textEdited, this, &FieldEditor::edited);
}

QString LineField::value() const {
    return m_line->text();
}

void LineField::setValue(const QString& value) {
    m_line->setText(value);
    refreshNote();
}

int LineField::cursorPosition() const {
    return m_line->cursorPosition();
}

void LineField::setCursorPosition(int position) {
    m_line->deselect();
    m_line->setCursorPosition(std::clamp(position, 0, static_cast<int>(m_line->text().size())));
}

QString LineField::note() const {
    return m_note->text();
}

void LineField::setRemark(const QString& remark) {
    showNote(remark);
    m_remarkIcon->setVisible(!remark.isEmpty());
}

void LineField::showNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_remarkIcon->hide();
}

QString LineField::noteFor(const QString& text) const {
    const qsizetype count = characterCount(text);
    if (m_maximumLength == 0 || count <= m_maximumLength)
        return {};
    return tr("%n character(s) too many", nullptr, static_cast<int>(count - m_maximumLength));
}

void LineField::refreshNote() {
    showNote(noteFor(m_line->text()));
}

} // namespace madoguchi
