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

/// Another field that must have one of these values for a field to apply. That field comes earlier in the
/// form, and where it does not apply itself, neither does what depends on it.
struct FieldCondition {
    QString field;
    QStringList values;
    bool operator==(const FieldCondition&) const = default;
};

/// Two earlier Date fields, and how many days may lie between them before a field must be filled in.
struct FieldDelay {
    QString from;
    QString until;
    int days = 0;
    bool operator==(const FieldDelay&) const = default;
};

/// Which days a Date field accepts.
enum class DateRange {
    Any,
    Past,  ///< up to today
    Birth, ///< up to today and at most 130 years ago; a year without its era is refused, as it could be three
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
    std::optional<FieldCondition>
        shownWhen;                    ///< none: always; a group's own condition is copied to its fields
    QString kanaOf;                   ///< for Kana: the name field whose reading it is
    QString postalOf;                 ///< for Address: the postal field that fills it
    DateRange dates = DateRange::Any; ///< for Date
    QString notBefore;                ///< for Date: an earlier date field that this one can't precede
    QString notAfter;                 ///< for Date: an earlier date field that this one can't follow
    /// Required, too, when more days lie between two dates, such as the reason for a late notice.
    std::optional<FieldDelay> requiredAfter;
    QString initial; ///< in a new draft: "today" for Date, an option's value for Choice; empty: nothing
};

struct FieldGroup {
    QString id;
    QString title;
    QString hint;                            ///< supporting text for the whole group; may be empty
    std::optional<FieldCondition> shownWhen; ///< none: always
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

/// Refuses unknown keys, wrong types, repeated ids, references to nowhere and rules that a type does not
/// have. Errors: ProcedureMalformed, with the JSON path in the detail.
Result<Procedure> parseProcedure(const QByteArray& json);

/// The objects that a procedure's JSON is made of.
enum class ProcedurePart { Procedure, Group, Field, Option, Condition, Delay };

/// Every key that parseProcedure() knows in such an object, and those of them that must be there. The schema
/// in resources/procedures is checked against them.
QStringList procedureKeys(ProcedurePart part);
QStringList requiredProcedureKeys(ProcedurePart part);

/// The names of the field types and date ranges in JSON, in the order of the enums.
QStringList fieldTypeNames();
QStringList dateRangeNames();

} // namespace madoguchi
