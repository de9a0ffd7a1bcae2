// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a form's fields may hold: from what is typed to what is stored, and what is wrong with a value.
// Problems carry facts; their text is made in ui. Today is given by the caller. Pure; any thread.
#pragma once

#include "app/drafts/draft.h"
#include "app/procedures/procedure.h"
#include "app/text/eras.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace madoguchi {

enum class FieldFault {
    Missing,
    TooLong,            ///< `count` characters, `limit` allowed
    ForbiddenCharacter, ///< control characters and broken text; `character`
    NotKatakana,        ///< `character` is the first that a reading can't hold
    DateWrong,          ///< why: `date`
    DateBeforeOther,    ///< before the day in the field `otherField`, which is `date->limit`
    DateAfterOther,     ///< after the day in the field `otherField`, which is `date->limit`
    PostalWrong,
    PhoneWrong,
    NumberWrong,
    NumberTooSmall, ///< below `limit`
    NumberTooLarge, ///< above `limit`
    ChoiceUnknown,
    CheckWrong,
};

struct FieldProblem {
    FieldFault fault = FieldFault::Missing;
    int limit = 0;
    int count = 0;
    QString character = {};
    std::optional<DateProblem> date = {};
    QString otherField = {};
    bool operator==(const FieldProblem&) const = default;
};

/// A problem and the field that has it.
struct FoundProblem {
    QString fieldId;
    FieldProblem problem;
    bool operator==(const FoundProblem&) const = default;
};

/// Characters that the field takes: its own limit or its type's.
int maximumLength(const Field& field);

/// What is stored for what is typed: katakana for a reading, ISO 8601 for a date, seven digits for a postal
/// code, half-width digits for numbers and telephones. Names, texts and addresses stay exactly as typed, and
/// so does whatever can't be read, so that nothing typed is lost; checkField() then says why.
QString storedValue(const Field& field, const QString& typed, QDate today);

/// What is wrong with a stored value, or nothing. An empty value is only ever Missing.
std::optional<FieldProblem> checkField(const Field& field, const QString& value, const FieldValues& all,
                                       QDate today);

/// Whether the field applies to what has been entered so far. A field that does not apply keeps its value,
/// but is neither checked nor printed.
bool isShown(const Procedure& procedure, const Field& field, const FieldValues& values);

/// What a new draft begins with.
FieldValues initialValues(const Procedure& procedure, QDate today);

/// The problems of every field that applies, in the order of the form.
QList<FoundProblem> problems(const Procedure& procedure, const FieldValues& values, QDate today);

} // namespace madoguchi
