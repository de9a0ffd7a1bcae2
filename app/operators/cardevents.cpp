// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardevents.h"

#include "app/operators/operatorrows.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

using State = OperatorCardState;
using Event = CardEvent;

struct Step {
    std::optional<State> from; ///< none: not in the register yet
    Event event;
    State to;
};

// A lost card has to be found before it can be dealt with further: nobody destroys what is not there.
constexpr std::array Steps{
    Step{std::nullopt, Event::Enrolled, State::Active},
    Step{std::nullopt, Event::Issued, State::Active},

    Step{State::Active, Event::Lent, State::Active}, // noted, or with another day due back
    Step{State::Active, Event::Returned, State::Returned},
    Step{State::Active, Event::Suspended, State::Suspended},
    Step{State::Active, Event::SuspendedAlone, State::SuspendedAlone},
    Step{State::Active, Event::Lost, State::Lost},
    Step{State::Active, Event::Invalidated, State::Invalidated},
    Step{State::Active, Event::PinUnblocked, State::Active},

    Step{State::Suspended, Event::Resumed, State::Active},
    Step{State::Suspended, Event::Returned, State::Returned},
    Step{State::Suspended, Event::Lost, State::Lost},
    Step{State::Suspended, Event::Invalidated, State::Invalidated},

    Step{State::SuspendedAlone, Event::ResumedAlone, State::Active},
    Step{State::SuspendedAlone, Event::Returned, State::Returned},
    Step{State::SuspendedAlone, Event::Lost, State::Lost},
    Step{State::SuspendedAlone, Event::Invalidated, State::Invalidated},

    Step{State::Returned, Event::Lent, State::Active},
    Step{State::Returned, Event::Lost, State::Lost},
    Step{State::Returned, Event::Invalidated, State::Invalidated},

    Step{State::Lost, Event::Found, State::Found},

    Step{State::Found, Event::Lost, State::Lost},
    Step{State::Found, Event::Invalidated, State::Invalidated},

    Step{State::Invalidated, Event::Lost, State::Lost}, // from the drawer, before it was destroyed
    Step{State::Invalidated, Event::Destroyed, State::Destroyed},
};

struct EventName {
    Event event;
    const char* name;
};

constexpr std::array EventNames{
    EventName{Event::Enrolled, "enrolled"},
    EventName{Event::Issued, "issued"},
    EventName{Event::Lent, "lent"},
    EventName{Event::Returned, "returned"},
    EventName{Event::Suspended, "suspended"},
    EventName{Event::Resumed, "resumed"},
    EventName{Event::SuspendedAlone, "suspended-alone"},
    EventName{Event::ResumedAlone, "resumed-alone"},
    EventName{Event::Lost, "lost"},
    EventName{Event::Found, "found"},
    EventName{Event::Invalidated, "invalidated"},
    EventName{Event::Destroyed, "destroyed"},
    EventName{Event::PinUnblocked, "pin-unblocked"},
};

constexpr char Columns[] = "card, at, event, actor, witness, witness_by_card, reason, incident, due_back";

Result<CardEventEntry> entryFrom(const Statement& row) {
    const QString name = row.text(2);
    const auto known = std::ranges::find_if(
        EventNames, [&](const EventName& each) { return name == QLatin1StringView(each.name); });
    if (known == EventNames.end())
        return fail(ErrorCode::DatabaseCorrupt, u"card event %1"_s.arg(name));
    return CardEventEntry{.card = row.text(0),
                          .at = QDateTime::fromMSecsSinceEpoch(row.integer(1), QTimeZone::utc()),
                          .event = known->event,
                          .by = row.text(3),
                          .witness = row.text(4),
                          .witnessByCard = row.integer(5) != 0,
                          .reason = row.text(6),
                          .incident = row.text(7),
                          .dueBack = QDate::fromString(row.text(8), Qt::ISODate)};
}

Result<QList<CardEventEntry>> entriesIn(Statement& statement) {
    QList<CardEventEntry> entries;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return entries;
        Result<CardEventEntry> entry = entryFrom(statement);
        if (!entry)
            return fail(entry.error());
        entries.append(*std::move(entry));
    }
}

QByteArray select(const char* rest) {
    return QByteArray("SELECT ") + Columns + " FROM card_event " + rest;
}

} // namespace

std::optional<OperatorCardState> nextCardState(std::optional<OperatorCardState> state, CardEvent event) {
    const auto found = std::ranges::find_if(
        Steps, [&](const Step& step) { return step.from == state && step.event == event; });
    return found == Steps.end() ? std::nullopt : std::optional(found->to);
}

bool isInHands(OperatorCardState state) {
    return state == State::Active || state == State::Suspended || state == State::SuspendedAlone;
}

bool mayComeBack(OperatorCardState state) {
    return isInHands(state) || state == State::Returned;
}

QString cardEventName(CardEvent event) {
    const auto found = std::ranges::find(EventNames, event, &EventName::event);
    return QString::fromLatin1(found->name);
}

QString cardStateName(OperatorCardState state) {
    switch (state) {
    case State::Active:
        return u"active"_s;
    case State::Invalidated:
        return u"invalidated"_s;
    case State::Suspended:
        return u"suspended"_s;
    case State::Returned:
        return u"returned"_s;
    case State::Lost:
        return u"lost"_s;
    case State::Found:
        return u"found"_s;
    case State::Destroyed:
        return u"destroyed"_s;
    case State::SuspendedAlone:
        return u"suspended-alone"_s;
    }
    Q_UNREACHABLE();
}

// None: the card has only just come into the register, which is what the event is about.
Result<std::optional<OperatorCardState>> CardEvents::stateBefore(const CardEventEntry& entry) const {
    Result<Statement> statement = m_database.prepare("SELECT state, EXISTS (SELECT 1 FROM card_event e WHERE "
                                                     "e.card = c.id) FROM operator_card c WHERE id = ?1");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, entry.card);
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::CardUnknown);
    const bool isFirst = statement->integer(1) == 0;
    const bool begins = entry.event == Event::Enrolled || entry.event == Event::Issued;
    return isFirst && begins ? std::nullopt : std::optional(cardStateFrom(statement->integer(0)));
}

Result<> CardEvents::setState(const QString& card, OperatorCardState state) {
    Result<Statement> update = m_database.prepare("UPDATE operator_card SET state = ?2 WHERE id = ?1");
    if (!update)
        return fail(update.error());
    return update->bind(1, card).bind(2, static_cast<qint64>(state)).run();
}

Result<> CardEvents::append(const CardEventEntry& entry) {
    const Result<std::optional<OperatorCardState>> state = stateBefore(entry);
    if (!state)
        return fail(state.error());
    const std::optional<OperatorCardState> next = nextCardState(*state, entry.event);
    if (!next)
        return fail(ErrorCode::CardEventImpossible, cardEventName(entry.event));
    Result<Statement> insert = m_database.prepare("INSERT INTO card_event (card, at, event, actor, witness, "
                                                  "witness_by_card, reason, incident, due_back) "
                                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    if (!insert)
        return fail(insert.error());
    const Result<> inserted = insert->bind(1, entry.card)
                                  .bind(2, entry.at.toMSecsSinceEpoch())
                                  .bind(3, cardEventName(entry.event))
                                  .bind(4, entry.by)
                                  .bind(5, entry.witness)
                                  .bind(6, qint64(entry.witnessByCard ? 1 : 0))
                                  .bind(7, entry.reason)
                                  .bind(8, entry.incident)
                                  .bind(9, entry.dueBack.toString(Qt::ISODate))
                                  .run();
    return inserted ? setState(entry.card, *next) : inserted;
}

Result<QList<CardEventEntry>> CardEvents::ofCard(const QString& card) const {
    Result<Statement> statement = m_database.prepare(select("WHERE card = ?1 ORDER BY number"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, card);
    return entriesIn(*statement);
}

Result<QList<CardEventEntry>> CardEvents::newest(CardEvent event) const {
    Result<Statement> statement = m_database.prepare(
        select("WHERE number IN (SELECT max(number) FROM card_event WHERE event = ?1 GROUP BY card)"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, cardEventName(event));
    return entriesIn(*statement);
}

Result<QString> CardEvents::nextIncident(int year) const {
    const QString prefix = u"%1-"_s.arg(year, 4, 10, QChar(u'0'));
    Result<Statement> statement =
        m_database.prepare("SELECT coalesce(max(CAST(substr(incident, 6) AS INTEGER)), 0) FROM card_event "
                           "WHERE substr(incident, 1, 5) = ?1");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, prefix);
    if (const Result<bool> row = statement->step(); !row)
        return fail(row.error());
    return prefix + u"%1"_s.arg(statement->integer(0) + 1, 4, 10, QChar(u'0'));
}

} // namespace madoguchi
