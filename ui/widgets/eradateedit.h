// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A date as counters type it (R6.4.1, 0605 0401); what it means is said beside it at once (令和6年4月1日).
// What was typed stays as typed. Main thread.
#pragma once

#include "app/text/eras.h"
#include "ui/widgets/linefield.h"

namespace madoguchi {

class EraDateEdit final : public LineField {
    Q_OBJECT
public:
    explicit EraDateEdit(QDate today, EraGuess guess = EraGuess::Current, QWidget* parent = nullptr);

    /// ISO 8601 when the text is a date, otherwise the text.
    QString value() const override;
    /// An ISO date is shown in its era, anything else as it is. Text that already means this value stays.
    void setValue(const QString& value) override;
    DateReading reading() const;

protected:
    QString noteFor(const QString& text) const override;

private:
    QDate m_today;
    EraGuess m_guess;
};

} // namespace madoguchi
