// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/procedure.h"

#include "app/procedures/procedurechecks.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// Reads the objects in turn and remembers the first thing that is wrong; what it returned before is then
/// void.
class ProcedureReader {
public:
    Result<Procedure> read(const QByteArray& json);

private:
    enum class Presence { Required, Optional };

    void refuse(const QString& path, const QString& what);
    QJsonObject object(const QJsonValue& value, const QString& path, ProcedurePart part);
    QString text(const QJsonObject& from, const QString& path, const QString& key, Presence presence);
    int number(const QJsonObject& from, const QString& path, const QString& key, int missing);
    bool flag(const QJsonObject& from, const QString& path, const QString& key);
    int nameIndex(const QJsonObject& from, const QString& path, const QString& key, const QStringList& names);
    QJsonArray array(const QJsonObject& from, const QString& path, const QString& key, Presence presence);

    Procedure procedure(const QJsonValue& value);
    FieldGroup group(const QJsonValue& value, const QString& path);
    Field field(const QJsonValue& value, const QString& path);
    FieldOption option(const QJsonValue& value, const QString& path);
    std::optional<FieldCondition> condition(const QJsonObject& from, const QString& path);
    std::optional<FieldDelay> delay(const QJsonObject& from, const QString& path);

    QString m_problem;
};

QString at(const QString& path, const QString& key) {
    return path + u'.' + key;
}

QString at(const QString& path, const QString& key, qsizetype index) {
    return path + u'.' + key + u'[' + QString::number(index) + u']';
}

Result<Procedure> ProcedureReader::read(const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorCode::ProcedureMalformed,
                    u"$: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    }
    Procedure result = procedure(document.isObject() ? QJsonValue(document.object()) : QJsonValue());
    if (m_problem.isEmpty())
        m_problem = procedureProblem(result);
    if (!m_problem.isEmpty())
        return fail(ErrorCode::ProcedureMalformed, m_problem);
    return result;
}

void ProcedureReader::refuse(const QString& path, const QString& what) {
    if (m_problem.isEmpty())
        m_problem = path + u": "_s + what;
}

QJsonObject ProcedureReader::object(const QJsonValue& value, const QString& path, ProcedurePart part) {
    if (!value.isObject())
        refuse(path, u"must be an object"_s);
    QJsonObject result = value.toObject();
    const QStringList known = procedureKeys(part);
    const QStringList keys = result.keys();
    for (const QString& key : keys) {
        if (!known.contains(key))
            refuse(at(path, key), u"unknown key"_s);
    }
    for (const QString& key : requiredProcedureKeys(part)) {
        if (!result.contains(key))
            refuse(at(path, key), u"missing"_s);
    }
    return result;
}

QString ProcedureReader::text(const QJsonObject& from, const QString& path, const QString& key,
                              Presence presence) {
    const QJsonValue value = from[key];
    if (value.isUndefined() && presence == Presence::Optional)
        return {};
    if (!value.isString() || value.toString().trimmed().isEmpty())
        refuse(at(path, key), u"must be a text that is not empty"_s);
    return value.toString();
}

int ProcedureReader::number(const QJsonObject& from, const QString& path, const QString& key, int missing) {
    const QJsonValue value = from[key];
    if (value.isUndefined())
        return missing;
    const int result = value.toInt(-1);
    if (!value.isDouble() || result < 0)
        refuse(at(path, key), u"must be a whole number from 0"_s);
    return result;
}

bool ProcedureReader::flag(const QJsonObject& from, const QString& path, const QString& key) {
    const QJsonValue value = from[key];
    if (!value.isUndefined() && !value.isBool())
        refuse(at(path, key), u"must be true or false"_s);
    return value.toBool();
}

int ProcedureReader::nameIndex(const QJsonObject& from, const QString& path, const QString& key,
                               const QStringList& names) {
    if (!from.contains(key))
        return 0;
    const qsizetype index = names.indexOf(from[key].toString());
    if (index < 0)
        refuse(at(path, key), u"must be one of "_s + names.join(u", "_s));
    return static_cast<int>(std::max<qsizetype>(index, 0));
}

QJsonArray ProcedureReader::array(const QJsonObject& from, const QString& path, const QString& key,
                                  Presence presence) {
    const QJsonValue value = from[key];
    if (value.isUndefined() && presence == Presence::Optional)
        return {};
    if (!value.isArray() || value.toArray().isEmpty())
        refuse(at(path, key), u"must be a list that is not empty"_s);
    return value.toArray();
}

Procedure ProcedureReader::procedure(const QJsonValue& value) {
    const QString path = u"$"_s;
    const QJsonObject from = object(value, path, ProcedurePart::Procedure);
    Procedure result;
    result.id = text(from, path, u"id"_s, Presence::Required);
    result.version = number(from, path, u"version"_s, 0);
    result.title = text(from, path, u"title"_s, Presence::Required);
    result.shortTitle = text(from, path, u"shortTitle"_s, Presence::Required);
    result.nameField = text(from, path, u"nameField"_s, Presence::Required);
    result.kanaField = text(from, path, u"kanaField"_s, Presence::Required);
    result.birthField = text(from, path, u"birthField"_s, Presence::Required);
    const QJsonArray groups = array(from, path, u"groups"_s, Presence::Required);
    for (qsizetype i = 0; i < groups.size(); ++i)
        result.groups.append(group(groups[i], at(path, u"groups"_s, i)));
    return result;
}

FieldGroup ProcedureReader::group(const QJsonValue& value, const QString& path) {
    const QJsonObject from = object(value, path, ProcedurePart::Group);
    FieldGroup result;
    result.id = text(from, path, u"id"_s, Presence::Required);
    result.title = text(from, path, u"title"_s, Presence::Required);
    result.hint = text(from, path, u"hint"_s, Presence::Optional);
    result.shownWhen = condition(from, path);
    const QJsonArray fields = array(from, path, u"fields"_s, Presence::Required);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        result.fields.append(field(fields[i], at(path, u"fields"_s, i)));
        if (!result.fields.back().shownWhen)
            result.fields.back().shownWhen = result.shownWhen;
    }
    return result;
}

Field ProcedureReader::field(const QJsonValue& value, const QString& path) {
    const QJsonObject from = object(value, path, ProcedurePart::Field);
    Field result;
    result.id = text(from, path, u"id"_s, Presence::Required);
    result.label = text(from, path, u"label"_s, Presence::Required);
    result.hint = text(from, path, u"hint"_s, Presence::Optional);
    result.type = static_cast<FieldType>(nameIndex(from, path, u"type"_s, fieldTypeNames()));
    result.required = flag(from, path, u"required"_s);
    result.maximumLength = number(from, path, u"maximumLength"_s, 0);
    result.minimum = number(from, path, u"minimum"_s, 0);
    result.maximum = number(from, path, u"maximum"_s, 0);
    const QJsonArray options = array(from, path, u"options"_s, Presence::Optional);
    for (qsizetype i = 0; i < options.size(); ++i)
        result.options.append(option(options[i], at(path, u"options"_s, i)));
    result.shownWhen = condition(from, path);
    result.kanaOf = text(from, path, u"kanaOf"_s, Presence::Optional);
    result.postalOf = text(from, path, u"postalOf"_s, Presence::Optional);
    result.dates = static_cast<DateRange>(nameIndex(from, path, u"dates"_s, dateRangeNames()));
    result.notBefore = text(from, path, u"notBefore"_s, Presence::Optional);
    result.notAfter = text(from, path, u"notAfter"_s, Presence::Optional);
    result.requiredAfter = delay(from, path);
    result.initial = text(from, path, u"initial"_s, Presence::Optional);
    return result;
}

FieldOption ProcedureReader::option(const QJsonValue& value, const QString& path) {
    const QJsonObject from = object(value, path, ProcedurePart::Option);
    return {text(from, path, u"value"_s, Presence::Required),
            text(from, path, u"label"_s, Presence::Required)};
}

std::optional<FieldCondition> ProcedureReader::condition(const QJsonObject& owner, const QString& ownerPath) {
    if (!owner.contains(u"shownWhen"_s))
        return std::nullopt;
    const QString path = at(ownerPath, u"shownWhen"_s);
    const QJsonObject from = object(owner[u"shownWhen"_s], path, ProcedurePart::Condition);
    FieldCondition result{text(from, path, u"field"_s, Presence::Required), {}};
    const QJsonArray values = array(from, path, u"values"_s, Presence::Required);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values[i].isString() || values[i].toString().isEmpty())
            refuse(at(path, u"values"_s, i), u"must be a text that is not empty"_s);
        result.values.append(values[i].toString());
    }
    return result;
}

std::optional<FieldDelay> ProcedureReader::delay(const QJsonObject& owner, const QString& ownerPath) {
    if (!owner.contains(u"requiredAfter"_s))
        return std::nullopt;
    const QString path = at(ownerPath, u"requiredAfter"_s);
    const QJsonObject from = object(owner[u"requiredAfter"_s], path, ProcedurePart::Delay);
    return FieldDelay{text(from, path, u"from"_s, Presence::Required),
                      text(from, path, u"until"_s, Presence::Required), number(from, path, u"days"_s, 0)};
}

} // namespace

const Field* Procedure::field(const QString& wanted) const {
    for (const FieldGroup& group : groups) {
        for (const Field& candidate : group.fields) {
            if (candidate.id == wanted)
                return &candidate;
        }
    }
    return nullptr;
}

Result<Procedure> parseProcedure(const QByteArray& json) {
    return ProcedureReader().read(json);
}

QStringList procedureKeys(ProcedurePart part) {
    switch (part) {
    case ProcedurePart::Procedure:
        return requiredProcedureKeys(part);
    case ProcedurePart::Group:
        return requiredProcedureKeys(part) + QStringList{u"hint"_s, u"shownWhen"_s};
    case ProcedurePart::Field:
        return requiredProcedureKeys(part) +
               QStringList{u"hint"_s,     u"required"_s,     u"maximumLength"_s, u"minimum"_s,
                           u"maximum"_s,  u"options"_s,      u"shownWhen"_s,     u"kanaOf"_s,
                           u"postalOf"_s, u"dates"_s,        u"notBefore"_s,     u"notAfter"_s,
                           u"initial"_s,  u"requiredAfter"_s};
    case ProcedurePart::Option:
    case ProcedurePart::Condition:
    case ProcedurePart::Delay:
        return requiredProcedureKeys(part);
    }
    Q_UNREACHABLE();
}

QStringList requiredProcedureKeys(ProcedurePart part) {
    switch (part) {
    case ProcedurePart::Procedure:
        return {u"id"_s,        u"version"_s,   u"title"_s,      u"shortTitle"_s,
                u"nameField"_s, u"kanaField"_s, u"birthField"_s, u"groups"_s};
    case ProcedurePart::Group:
        return {u"id"_s, u"title"_s, u"fields"_s};
    case ProcedurePart::Field:
        return {u"id"_s, u"label"_s, u"type"_s};
    case ProcedurePart::Option:
        return {u"value"_s, u"label"_s};
    case ProcedurePart::Condition:
        return {u"field"_s, u"values"_s};
    case ProcedurePart::Delay:
        return {u"from"_s, u"until"_s, u"days"_s};
    }
    Q_UNREACHABLE();
}

QStringList fieldTypeNames() {
    return {u"name"_s,    u"kana"_s,  u"text"_s,   u"date"_s,   u"postal"_s,
            u"address"_s, u"phone"_s, u"number"_s, u"choice"_s, u"check"_s};
}

QStringList dateRangeNames() {
    return {u"any"_s, u"past"_s, u"birth"_s};
}

} // namespace madoguchi
