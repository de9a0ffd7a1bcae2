// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/procedurechecks.h"

#include "app/procedures/procedure.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestIdentifier = 64;

bool isIdentifier(const QString& id) {
    static const QRegularExpression shape(u"\\A[a-z][a-z0-9]*(-[a-z0-9]+)*\\z"_s);
    return id.size() <= longestIdentifier && shape.match(id).hasMatch();
}

bool hasLength(FieldType type) {
    return type == FieldType::Name || type == FieldType::Kana || type == FieldType::Text ||
           type == FieldType::Address;
}

/// A rule that only some types have.
struct TypeRule {
    bool used;
    bool allowed;
    QString key;
};

bool canHaveValue(const Field& field, const QString& value) {
    if (field.type == FieldType::Check)
        return value == u"yes";
    return field.type == FieldType::Choice &&
           std::any_of(field.options.begin(), field.options.end(),
                       [&value](const FieldOption& option) { return option.value == value; });
}

/// `initial` is a value, except for a day, which would be past tomorrow.
bool canBegin(const Field& field) {
    if (field.type == FieldType::Date)
        return field.initial == u"today";
    return field.type == FieldType::Choice && canHaveValue(field, field.initial);
}

QString wrongRule(const Field& field) {
    const bool isNumber = field.type == FieldType::Number;
    const bool isDate = field.type == FieldType::Date;
    const std::array<TypeRule, 6> rules = {{
        {field.maximumLength != 0, hasLength(field.type), u"maximumLength"_s},
        {field.minimum != 0 || field.maximum != 0, isNumber, u"maximum"_s},
        {!field.options.isEmpty(), field.type == FieldType::Choice, u"options"_s},
        {!field.kanaOf.isEmpty(), field.type == FieldType::Kana, u"kanaOf"_s},
        {!field.postalOf.isEmpty(), field.type == FieldType::Address, u"postalOf"_s},
        {field.dates != DateRange::Any || !field.notBefore.isEmpty() || !field.notAfter.isEmpty(), isDate,
         u"dates"_s},
    }};
    for (const TypeRule& rule : rules) {
        if (rule.used && !rule.allowed)
            return rule.key + u": not a rule of this type"_s;
    }
    if (!field.initial.isEmpty() && !canBegin(field))
        return u"initial: not a value that this field can begin with"_s;
    if (field.type == FieldType::Choice && field.options.isEmpty())
        return u"options: missing"_s;
    if (isNumber && (field.maximum <= 0 || field.minimum > field.maximum))
        return u"maximum: must be there and not below minimum"_s;
    return {};
}

QString wrongOptions(const Field& field) {
    static const QRegularExpression shape(u"\\A[a-z0-9]+(-[a-z0-9]+)*\\z"_s);
    QSet<QString> values;
    for (const FieldOption& option : field.options) {
        if (!shape.match(option.value).hasMatch() || values.contains(option.value))
            return u"options: value '%1' is repeated or not in small letters"_s.arg(option.value);
        values.insert(option.value);
    }
    return {};
}

/// A condition of the field's own, in a group that has one too, must hang on a field of that group; otherwise
/// the field would stay on the screen when its group leaves it.
bool outlivesItsGroup(const Field& field, const FieldGroup& group) {
    if (!group.shownWhen || field.shownWhen == group.shownWhen)
        return false;
    return std::none_of(group.fields.begin(), group.fields.end(),
                        [&field](const Field& one) { return one.id == field.shownWhen->field; });
}

/// Walks the form from the top, so that references can be held to point upwards.
class Checker {
public:
    explicit Checker(const Procedure& procedure) : m_procedure(procedure) {}
    QString problem();

private:
    QString groupProblem(const FieldGroup& group, const QString& path);
    QString fieldProblem(const Field& field, const FieldGroup& group) const;
    QString conditionProblem(const std::optional<FieldCondition>& condition) const;
    QString referenceProblem(const QString& key, const QString& id, FieldType type) const;
    QString delayProblem(const std::optional<FieldDelay>& delay) const;
    QString rootProblem() const;
    const Field* earlier(const QString& id) const {
        return m_earlier.contains(id) ? m_procedure.field(id) : nullptr;
    }

    const Procedure& m_procedure;
    QSet<QString> m_groups;
    QSet<QString> m_earlier;
};

QString Checker::problem() {
    for (qsizetype i = 0; i < m_procedure.groups.size(); ++i) {
        const QString path = u"$.groups[%1]"_s.arg(i);
        if (QString problem = groupProblem(m_procedure.groups[i], path); !problem.isEmpty())
            return problem;
    }
    const QString problem = rootProblem();
    return problem.isEmpty() ? QString() : u"$."_s + problem;
}

QString Checker::groupProblem(const FieldGroup& group, const QString& path) {
    if (!isIdentifier(group.id) || m_groups.contains(group.id))
        return path + u".id: repeated or no identifier"_s;
    m_groups.insert(group.id);
    if (const QString problem = conditionProblem(group.shownWhen); !problem.isEmpty())
        return path + u'.' + problem;
    for (qsizetype i = 0; i < group.fields.size(); ++i) {
        const Field& field = group.fields[i];
        if (const QString problem = fieldProblem(field, group); !problem.isEmpty())
            return u"%1.fields[%2].%3"_s.arg(path).arg(i).arg(problem);
        m_earlier.insert(field.id);
    }
    return {};
}

QString Checker::fieldProblem(const Field& field, const FieldGroup& group) const {
    if (!isIdentifier(field.id) || m_earlier.contains(field.id))
        return u"id: repeated or no identifier"_s;
    if (outlivesItsGroup(field, group))
        return u"shownWhen.field: must be in the same group, as the group has a condition"_s;
    QString problems[] = {
        wrongRule(field),
        wrongOptions(field),
        conditionProblem(field.shownWhen),
        referenceProblem(u"kanaOf"_s, field.kanaOf, FieldType::Name),
        referenceProblem(u"postalOf"_s, field.postalOf, FieldType::Postal),
        referenceProblem(u"notBefore"_s, field.notBefore, FieldType::Date),
        referenceProblem(u"notAfter"_s, field.notAfter, FieldType::Date),
        delayProblem(field.requiredAfter),
    };
    for (QString& problem : problems) {
        if (!problem.isEmpty())
            return std::move(problem);
    }
    return {};
}

QString Checker::conditionProblem(const std::optional<FieldCondition>& condition) const {
    if (!condition)
        return {};
    const Field* other = earlier(condition->field);
    if (!other)
        return u"shownWhen.field: no earlier field '%1'"_s.arg(condition->field);
    for (const QString& value : condition->values) {
        if (!canHaveValue(*other, value))
            return u"shownWhen.values: '%1' can't have '%2'"_s.arg(other->id, value);
    }
    return {};
}

QString Checker::referenceProblem(const QString& key, const QString& id, FieldType type) const {
    if (id.isEmpty())
        return {};
    const Field* other = earlier(id);
    return other && other->type == type ? QString() : key + u": no earlier field '%1' of that type"_s.arg(id);
}

QString Checker::delayProblem(const std::optional<FieldDelay>& delay) const {
    if (!delay)
        return {};
    const QString from = referenceProblem(u"requiredAfter.from"_s, delay->from, FieldType::Date);
    return from.isEmpty() ? referenceProblem(u"requiredAfter.until"_s, delay->until, FieldType::Date) : from;
}

QString Checker::rootProblem() const {
    if (!isIdentifier(m_procedure.id))
        return u"id: no identifier"_s;
    if (m_procedure.version < 1)
        return u"version: must be 1 or more"_s;
    QString problems[] = {
        referenceProblem(u"nameField"_s, m_procedure.nameField, FieldType::Name),
        referenceProblem(u"kanaField"_s, m_procedure.kanaField, FieldType::Kana),
        referenceProblem(u"birthField"_s, m_procedure.birthField, FieldType::Date),
    };
    for (QString& problem : problems) {
        if (!problem.isEmpty())
            return std::move(problem);
    }
    return {};
}

} // namespace

QString procedureProblem(const Procedure& procedure) {
    return Checker(procedure).problem();
}

} // namespace madoguchi
