// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A kind of application (手続) and its form, as data from resources/procedures/*.json. Later procedures need
// no C++. A value; any thread.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace madoguchi {

enum class FieldType {
    Name, ///< a person's name: kept exactly as entered, counted by character (grapheme)
    Kana, ///< its reading, full-width katakana
    Text,
    Date,   ///< kept as ISO 8601 "2026-04-01", typed and shown in eras
    Postal, ///< seven digits
    Address,
    Phone,
    Number, ///< a whole number from `minimum` to `maximum`
    Choice, ///< one of `options`
    Check,  ///< "yes" or empty
};

struct FieldOption {
    QString value; ///< what is stored
    QString label; ///< what the operator reads
};

/// Another field that must have a value for a field to apply.
struct FieldCondition {
    QString field;
    QStringList values;
};

struct Field {
    QString id; ///< in the log and in stored drafts; never changes
    QString label;
    QString hint; ///< supporting text; may be empty
    FieldType type = FieldType::Text;
    bool required = false;
    int maximumLength = 0; ///< characters; 0: the type's own limit
    int minimum = 0;
    int maximum = 0;
    QList<FieldOption> options;
    std::optional<FieldCondition> shownWhen; ///< none: always
    QString kanaOf;                          ///< for Kana: the name field whose reading it is
    QString postalOf;                        ///< for Address: the postal field that fills it
};

struct FieldGroup {
    QString id;
    QString title;
    QList<Field> fields;
};

struct Procedure {
    QString id;
    int version = 1;
    QString title;
    QString shortTitle;
    QList<FieldGroup> groups;
    QString nameField; ///< whose values find a draft again
    QString kanaField;
    QString birthField;

    const Field* field(const QString& id) const; ///< null when there is none
};

/// Errors: ProcedureMalformed, with the JSON path in the detail.
Result<Procedure> parseProcedure(const QByteArray& json);

} // namespace madoguchi
