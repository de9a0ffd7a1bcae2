// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/operatordirectory.h"

#include "app/crypto/hash.h"
#include "app/operators/operatorrows.h"
#include "app/operators/roleterms.h"
#include "app/storage/statement.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int MinutesPerDay = 24 * 60;

bool possible(const WorkingHours& hours) {
    return hours.fromMinute >= 0 && hours.fromMinute < MinutesPerDay && hours.toMinute > 0 &&
           hours.toMinute <= MinutesPerDay && hours.fromMinute != hours.toMinute && hours.weekdays > 0 &&
           hours.weekdays <= 0b111'1111;
}

Result<> check(const Operator& person) {
    if (person.id.isEmpty() || person.name.isEmpty() || person.kana.isEmpty())
        return fail(ErrorCode::InputInvalid, u"an operator needs an id, a name and a reading"_s);
    if (person.hours && !possible(*person.hours))
        return fail(ErrorCode::InputInvalid, u"impossible working hours"_s);
    if (person.validFrom.isValid() && person.validTo.isValid() && person.validTo < person.validFrom)
        return fail(ErrorCode::InputInvalid, u"the role ends before it begins"_s);
    return {};
}

Result<QList<Operator>> operatorsIn(Statement& statement) {
    QList<Operator> people;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return people;
        Result<Operator> person = operatorFrom(statement);
        if (!person)
            return fail(person.error());
        people.append(*std::move(person));
    }
}

Result<std::optional<OperatorCard>> cardIn(Statement& statement) {
    const Result<bool> row = statement.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(cardFrom(statement)) : std::nullopt;
}

QByteArray selectOperators(const char* rest) {
    return QByteArray("SELECT ") + OperatorColumns + " FROM operator " + rest;
}

QByteArray selectCards(const char* rest) {
    return QByteArray("SELECT ") + CardColumns + " FROM operator_card " + rest;
}

Result<QList<OperatorCard>> cardsIn(Statement& statement) {
    QList<OperatorCard> cards;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return cards;
        cards.append(cardFrom(statement));
    }
}

} // namespace

OperatorDirectory::OperatorDirectory(Database& database) : m_database(database) {}

Result<QList<OperatorDetails>> OperatorDirectory::list(const Session& session) const {
    if (const Result<> permitted = session.require(Permission::ViewCardRegister); !permitted)
        return fail(permitted.error());
    return listAtConsole();
}

Result<OperatorDetails> OperatorDirectory::details(const Session& session, const QString& operatorId) const {
    if (const Result<> permitted = session.require(Permission::ViewCardDetails); !permitted)
        return fail(permitted.error());
    Result<Operator> person = find(operatorId);
    if (!person)
        return fail(person.error());
    Result<QList<OperatorCard>> cards = cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    return OperatorDetails{*std::move(person), *std::move(cards)};
}

Result<QList<Colleague>> OperatorDirectory::colleagues(const Session& session) const {
    if (const Result<> permitted = session.require(Permission::HandOverDraft); !permitted)
        return fail(permitted.error());
    Result<Statement> statement = m_database.prepare(
        selectOperators("WHERE role = 'Operator' AND status = 0 AND id <> ?1 AND EXISTS (SELECT 1 FROM "
                        "operator_card WHERE operator = operator.id) ORDER BY kana, id"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, session.facts().operatorId);
    const Result<QList<Operator>> people = operatorsIn(*statement);
    if (!people)
        return fail(people.error());
    QList<Colleague> colleagues;
    for (const Operator& person : *people)
        colleagues.append({person.id, person.name, person.kana});
    return colleagues;
}

Result<QMap<QString, QString>> OperatorDirectory::names(const Session& session) const {
    if (const Result<> permitted = session.require(Permission::ViewTodayActivity); !permitted)
        return fail(permitted.error());
    Result<Statement> statement = m_database.prepare(selectOperators(""));
    if (!statement)
        return fail(statement.error());
    const Result<QList<Operator>> people = operatorsIn(*statement);
    if (!people)
        return fail(people.error());
    QMap<QString, QString> names;
    for (const Operator& person : *people)
        names.insert(person.id, person.name);
    return names;
}

Result<> OperatorDirectory::suspend(const Session& session, const QString& operatorId) {
    if (const Result<> permitted = session.require(Permission::SuspendOperator); !permitted)
        return fail(permitted.error());
    if (operatorId == session.facts().operatorId)
        return fail(ErrorCode::InputInvalid, u"nobody suspends herself"_s);
    return setStatus(operatorId, OperatorStatus::Suspended);
}

Result<> OperatorDirectory::resume(const Session& session, const QString& operatorId) {
    if (const Result<> permitted = session.require(Permission::ResumeOperator); !permitted)
        return fail(permitted.error());
    return setStatus(operatorId, OperatorStatus::Active);
}

Result<> OperatorDirectory::change(const Session& session, const Operator& person) {
    if (Result<> permitted = session.require(Permission::ChangeOperator); !permitted)
        return permitted;
    const Result<Operator> known = find(person.id);
    if (!known)
        return fail(known.error());
    return write(withTerms(*known, termsOf(person)));
}

Result<> OperatorDirectory::write(const Operator& person) {
    if (Result<> sound = check(person); !sound)
        return sound;
    Result<Statement> statement = m_database.prepare(
        "UPDATE operator SET name = ?2, kana = ?3, role = ?4, status = ?5, valid_from = ?6, valid_to = ?7, "
        "hours_from = ?8, hours_to = ?9, weekdays = ?10, terminals = ?11 WHERE id = ?1");
    if (!statement)
        return fail(statement.error());
    bindOperator(*statement, person);
    return statement->run();
}

Result<QList<OperatorCard>> OperatorDirectory::cardsForLogin() const {
    Result<Statement> statement = m_database.prepare(selectCards("ORDER BY id"));
    if (!statement)
        return fail(statement.error());
    return cardsIn(*statement);
}

Result<std::optional<OperatorCard>> OperatorDirectory::cardByChuid(const QByteArray& hash) const {
    if (hash.isEmpty())
        return std::optional<OperatorCard>();
    Result<Statement> statement = m_database.prepare(selectCards("WHERE chuid_hash = ?1"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, hash);
    return cardIn(*statement);
}

Result<std::optional<OperatorCard>>
OperatorDirectory::cardByCertificate(const QByteArray& fingerprint) const {
    Result<Statement> statement =
        m_database.prepare(selectCards("WHERE fingerprint_9a = ?1 OR fingerprint_9e = ?1"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, fingerprint);
    return cardIn(*statement);
}

Result<Operator> OperatorDirectory::find(const QString& operatorId) const {
    Result<Statement> statement = m_database.prepare(selectOperators("WHERE id = ?1"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, operatorId);
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::OperatorUnknown);
    return operatorFrom(*statement);
}

Result<LastLogin> OperatorDirectory::recordLogin(const QString& cardId, const QDateTime& at,
                                                 const QString& terminal) {
    const Result<OperatorCard> before = card(cardId);
    if (!before)
        return fail(before.error());
    Result<Statement> write =
        m_database.prepare("UPDATE operator_card SET last_login_at = ?2, last_login_terminal = ?3, "
                           "failures_since_login = 0 WHERE id = ?1");
    if (!write)
        return fail(write.error());
    write->bind(1, cardId).bind(2, at.toMSecsSinceEpoch()).bind(3, terminal);
    if (const Result<> written = write->run(); !written)
        return fail(written.error());
    return LastLogin{before->lastLoginAt, before->lastLoginTerminal, before->failuresSinceLogin};
}

Result<OperatorCard> OperatorDirectory::card(const QString& cardId) const {
    Result<Statement> statement = m_database.prepare(selectCards("WHERE id = ?1"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, cardId);
    Result<std::optional<OperatorCard>> found = cardIn(*statement);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorCode::CardUnknown);
    return **std::move(found);
}

Result<CardHolder> OperatorDirectory::holderOf(const QString& cardId) const {
    Result<OperatorCard> held = card(cardId);
    if (!held)
        return fail(held.error());
    Result<Operator> person = find(held->operatorId);
    if (!person)
        return fail(person.error());
    return CardHolder{*std::move(held), *std::move(person)};
}

Result<> OperatorDirectory::add(const Operator& person) {
    if (const Result<> sound = check(person); !sound)
        return fail(sound.error());
    if (find(person.id))
        return fail(ErrorCode::InputInvalid, u"the operator id is taken"_s);
    Result<Statement> statement =
        m_database.prepare(QByteArray("INSERT INTO operator (") + OperatorColumns +
                           ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    if (!statement)
        return fail(statement.error());
    bindOperator(*statement, person);
    return statement->run();
}

Result<> OperatorDirectory::addOrReplace(const Operator& person) {
    const Result<Operator> known = find(person.id);
    if (!known)
        return known.error().code == ErrorCode::OperatorUnknown ? add(person) : fail(known.error());
    const Result<QList<OperatorCard>> cards = cardsOf(person.id);
    if (!cards)
        return fail(cards.error());
    if (!cards->isEmpty())
        return fail(ErrorCode::OperatorIdTaken, person.id);
    if (known->status != OperatorStatus::Active)
        return fail(ErrorCode::OperatorSuspended, person.id);
    Operator corrected = *known;
    corrected.name = person.name;
    corrected.kana = person.kana;
    corrected.role = person.role;
    corrected.validTo = person.validTo;
    return write(corrected);
}

Result<QString> OperatorDirectory::nextCardId() const {
    Result<Statement> count = m_database.prepare("SELECT count(*) FROM operator_card");
    if (!count)
        return fail(count.error());
    if (const Result<bool> row = count->step(); !row)
        return fail(row.error());
    return u"C-%1"_s.arg(count->integer(0) + 1, 4, 10,
                         QChar(u'0')); // cards are never removed from the register
}

Result<> OperatorDirectory::refuseKnown(const OperatorCard& card) const {
    const Result<std::optional<OperatorCard>> same = cardByChuid(card.chuidHash);
    if (!same)
        return fail(same.error());
    bool known = same->has_value();
    for (const QByteArray& certificate : {card.authenticationCertificate, card.cardCertificate}) {
        if (certificate.isEmpty())
            continue;
        const Result<std::optional<OperatorCard>> holder = cardByCertificate(Sha256().digest(certificate));
        if (!holder)
            return fail(holder.error());
        known = known || holder->has_value();
    }
    if (known)
        return fail(ErrorCode::InputInvalid, u"the card is in the register already"_s);
    return {};
}

Result<QString> OperatorDirectory::add(const OperatorCard& card) {
    if (const Result<Operator> holder = find(card.operatorId); !holder)
        return fail(holder.error());
    if (const Result<> fresh = refuseKnown(card); !fresh)
        return fail(fresh.error());
    Result<QString> id = nextCardId();
    if (!id)
        return fail(id.error());
    Result<Statement> statement = m_database.prepare(
        "INSERT INTO operator_card (id, operator, chuid_hash, certificate_9a, certificate_9d, "
        "certificate_9e, fingerprint_9a, fingerprint_9e, state, enrolled_at, "
        "global_pin, ends_at, messaging_key) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, *id)
        .bind(2, card.operatorId)
        .bind(3, card.chuidHash)
        .bind(4, card.authenticationCertificate)
        .bind(5, card.keyManagementCertificate)
        .bind(6, card.cardCertificate)
        .bind(7, Sha256().digest(card.authenticationCertificate))
        .bind(9, static_cast<qint64>(card.state))
        .bind(10, card.enrolledAt.toMSecsSinceEpoch())
        .bind(11, qint64(card.usesGlobalPin ? 1 : 0))
        .bind(13, card.messagingKey);
    if (card.cardCertificate.isEmpty()) {
        statement->bindNull(8);
    } else {
        statement->bind(8, Sha256().digest(card.cardCertificate));
    }
    if (card.endsAt.isValid()) {
        statement->bind(12, card.endsAt.toMSecsSinceEpoch());
    } else {
        statement->bindNull(12);
    }
    if (const Result<> written = statement->run(); !written)
        return fail(written.error());
    return id;
}

Result<QList<OperatorDetails>> OperatorDirectory::listAtConsole() const {
    Result<Statement> statement = m_database.prepare(selectOperators("ORDER BY id"));
    if (!statement)
        return fail(statement.error());
    const Result<QList<Operator>> people = operatorsIn(*statement);
    if (!people)
        return fail(people.error());
    QList<OperatorDetails> all;
    for (const Operator& person : *people) {
        Result<QList<OperatorCard>> cards = cardsOf(person.id);
        if (!cards)
            return fail(cards.error());
        all.append({person, *std::move(cards)});
    }
    return all;
}

Result<> OperatorDirectory::setStatus(const QString& operatorId, OperatorStatus status) {
    if (const Result<Operator> person = find(operatorId); !person)
        return fail(person.error());
    Result<Statement> statement = m_database.prepare("UPDATE operator SET status = ?2 WHERE id = ?1");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, operatorId).bind(2, static_cast<qint64>(status));
    return statement->run();
}

Result<QList<OperatorCard>> OperatorDirectory::cardsOf(const QString& operatorId) const {
    Result<Statement> statement = m_database.prepare(selectCards("WHERE operator = ?1 ORDER BY id"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, operatorId);
    return cardsIn(*statement);
}

} // namespace madoguchi
