// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/eradateedit.h"

#include "ui/widgets/lineedit.h"

namespace madoguchi {

EraDateEdit::EraDateEdit(QDate today, EraGuess guess, QWidget* parent)
    : LineField(0, 200, parent), m_today(today), m_guess(guess) {}

QString EraDateEdit::value() const {
    const DateReading date = reading();
    return date ? date->toString(Qt::ISODate) : line()->text();
}

void EraDateEdit::setValue(const QString& value) {
    if (!value.isEmpty() && value == this->value())
        return;
    const QDate date = QDate::fromString(value, Qt::ISODate);
    LineField::setValue(date.isValid() ? formatEraDate(date) : value);
}

DateReading EraDateEdit::reading() const {
    return readDate(line()->text(), m_today, m_guess);
}

QString EraDateEdit::noteFor(const QString& text) const {
    const DateReading date = readDate(text, m_today, m_guess);
    return date ? formatEraDateWithWesternYear(*date) : QString();
}

} // namespace madoguchi
