// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardregisterexport.h"

#include "app/operators/roleterms.h"
#include "app/text/csv.h"
#include "app/text/daytime.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

template <class E>
QString nameOf(E value) {
    return QString::fromLatin1(QMetaEnum::fromType<E>().valueToKey(static_cast<int>(value)));
}

QString day(QDate date) {
    return date.toString(Qt::ISODate);
}

QString statusName(OperatorStatus status) {
    return status == OperatorStatus::Active ? u"active"_s : u"suspended"_s;
}

QString stateName(const RegisteredCard& registered) {
    return registered.card.id.isEmpty() ? QString() : cardStateName(registered.card.state);
}

QString witnessProof(const CardEventEntry& event) {
    if (event.witness.isEmpty())
        return {};
    return event.witnessByCard ? u"card"_s : u"named"_s;
}

QString time(const QDateTime& utc) {
    return utc.toUTC().toString(Qt::ISODateWithMs);
}

QString dayCardEnd(const RegisteredCard& registered) {
    return registered.card.endsAt.isValid() ? time(registered.card.endsAt) : QString();
}

QStringList cells(const RegisteredCard& registered) {
    const Operator& person = registered.person;
    return {registered.card.id,    stateName(registered), person.id,
            person.name,           person.kana,           nameOf(person.role),
            day(person.validFrom), day(person.validTo),   statusName(person.status),
            dayCardEnd(registered)};
}

QStringList cells(const CardEventEntry& event) {
    return {time(event.at), cardEventName(event.event), event.by,       event.reason,
            event.witness,  witnessProof(event),        event.incident, day(event.dueBack)};
}

const QStringList& registerHead() {
    static const QStringList head{
        u"card"_s,      u"state"_s,      u"operator"_s, u"name"_s,           u"reading"_s,  u"role"_s,
        u"role_from"_s, u"role_until"_s, u"status"_s,   u"day_card_until"_s, u"time"_s,     u"event"_s,
        u"by"_s,        u"reason"_s,     u"witness"_s,  u"witness_proof"_s,  u"incident"_s, u"due_back"_s};
    return head;
}

QByteArray csvHead(const QStringList& columns, const TableWords& words) {
    QStringList headings;
    for (const QString& column : columns)
        headings += words.heading(column);
    return CsvMark + csvLine(headings);
}

QByteArray csvRow(const QStringList& columns, const QStringList& cells, const TableWords& words) {
    QStringList inWords;
    for (qsizetype i = 0; i < columns.size(); ++i)
        inWords += words.cell(columns.at(i), cells.value(i));
    return csvLine(inWords);
}

QByteArray csvOf(const RegisteredCard& registered, const QList<CardEventEntry>& events,
                 const TableWords& words) {
    if (events.isEmpty())
        return csvRow(registerHead(), cells(registered), words);
    QByteArray lines;
    for (const CardEventEntry& event : events)
        lines += csvRow(registerHead(), cells(registered) + cells(event), words);
    return lines;
}

QJsonObject jsonOf(const QStringList& names, const QStringList& values) {
    QJsonObject object;
    for (qsizetype i = 0; i < names.size(); ++i)
        object.insert(names.at(i), values.at(i));
    return object;
}

QJsonObject jsonOf(const RegisteredCard& registered, const QList<CardEventEntry>& events) {
    const QStringList own = cells(registered);
    QJsonObject object = jsonOf(registerHead().first(own.size()), own);
    QJsonArray history;
    for (const CardEventEntry& event : events)
        history.append(jsonOf(registerHead().sliced(own.size()), cells(event)));
    object.insert(u"events"_s, history);
    return object;
}

Result<> write(QIODevice& out, const QByteArray& bytes) {
    return out.write(bytes) == bytes.size() ? Result<>() : fail(ErrorCode::FileUnwritable, out.errorString());
}

QStringList namesOf(const QList<Permission>& permissions) {
    QStringList names;
    for (const Permission permission : permissions)
        names += nameOf(permission);
    return names;
}

QStringList cells(const PersonRights& rights) {
    const Operator& person = rights.person;
    return {person.id,
            person.name,
            person.kana,
            nameOf(person.role),
            day(person.validFrom),
            day(person.validTo),
            statusName(person.status),
            person.hours ? spanText(person.hours->fromMinute, person.hours->toMinute) : QString(),
            person.hours ? weekdayDigits(person.hours->weekdays) : QString(),
            person.terminals.join(u' '),
            namesOf(rights.permissions).join(u' ')};
}

const QStringList& rightsHead() {
    static const QStringList head{u"operator"_s,  u"name"_s,       u"reading"_s,    u"role"_s,
                                  u"role_from"_s, u"role_until"_s, u"status"_s,     u"hours"_s,
                                  u"weekdays"_s,  u"terminals"_s,  u"permissions"_s};
    return head;
}

} // namespace

Result<int> exportCardRegister(const Session& session, const CardLife& life, TableFormat format,
                               const TableWords& words, QIODevice& out) {
    if (const Result<> permitted = session.require(Permission::ExportCardRegister); !permitted)
        return fail(permitted.error());
    const Result<QList<RegisteredCard>> cards = life.registered(session);
    if (!cards)
        return fail(cards.error());
    QByteArray csv = csvHead(registerHead(), words);
    QJsonArray json;
    int count = 0;
    for (const RegisteredCard& registered : *cards) {
        const auto events = life.history(session, registered.card.id);
        if (!events)
            return fail(events.error());
        count += registered.card.id.isEmpty() ? 0 : 1;
        csv += csvOf(registered, *events, words);
        json.append(jsonOf(registered, *events));
    }
    const Result<> written = write(out, format == TableFormat::Csv ? csv : QJsonDocument(json).toJson());
    return written ? Result<int>(count) : fail(written.error());
}

Result<QList<PersonRights>> reviewRights(const Session& session, const OperatorDirectory& directory) {
    if (const Result<> permitted = session.require(Permission::ReviewRights); !permitted)
        return fail(permitted.error());
    const Result<QList<OperatorDetails>> people = directory.listAtConsole();
    if (!people)
        return fail(people.error());
    const QMetaEnum permissions = QMetaEnum::fromType<Permission>();
    QList<PersonRights> all;
    for (const OperatorDetails& details : *people) {
        PersonRights rights{details.person, {}};
        for (int i = 0; i < permissions.keyCount(); ++i) {
            const auto permission = static_cast<Permission>(permissions.value(i));
            if (roleMay(details.person.role, permission))
                rights.permissions.append(permission);
        }
        all.append(std::move(rights));
    }
    return all;
}

Result<int> exportRights(const Session& session, const OperatorDirectory& directory, TableFormat format,
                         const TableWords& words, QIODevice& out) {
    const Result<QList<PersonRights>> people = reviewRights(session, directory);
    if (!people)
        return fail(people.error());
    QByteArray csv = csvHead(rightsHead(), words);
    QJsonArray json;
    for (const PersonRights& rights : *people) {
        csv += csvRow(rightsHead(), cells(rights), words);
        QJsonObject object = jsonOf(rightsHead(), cells(rights));
        object.insert(u"permissions"_s, QJsonArray::fromStringList(namesOf(rights.permissions)));
        json.append(object);
    }
    const Result<> written = write(out, format == TableFormat::Csv ? csv : QJsonDocument(json).toJson());
    return written ? Result<int>(static_cast<int>(people->size())) : fail(written.error());
}

} // namespace madoguchi
