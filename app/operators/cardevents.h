// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What happens to a card from the day on which it came into the register (操作者識別カード管理簿): one table
// of which event may follow which state, and the rows that tell who, when, why and before whom. Permission
// and record are CardLife's. Rows of station.db; the thread of the Database.
#pragma once

#include "app/operators/operatorcard.h"
#include "app/storage/database.h"

#include <QDate>
#include <QList>

#include <optional>

namespace madoguchi {

enum class CardEvent {
    Enrolled, ///< made elsewhere
    Issued,   ///< made here
    Lent,
    Returned,
    Suspended, ///< with its operator
    Resumed,
    SuspendedAlone, ///< this card only: its operator's resumption does not end that
    ResumedAlone,
    Lost, ///< or stolen: the reason tells
    Found,
    Invalidated,
    Destroyed,
    PinUnblocked, ///< its holder has a new PIN, which two people let her set
};

/// Where an event leads; none: it can't happen. `state`: none before the card is in the register. Pure.
std::optional<OperatorCardState> nextCardState(std::optional<OperatorCardState> state, CardEvent event);

/// What its holder has with her, or what somebody who finds it could try.
bool isInHands(OperatorCardState state);
/// In use, or it may be again.
bool mayComeBack(OperatorCardState state);

// In the table, in exports and in the log: "invalidated". Never change. They are not for screens.
QString cardEventName(CardEvent event);
QString cardStateName(OperatorCardState state);

/// As CardEventEntry::by: whoever may read the station's files, with madoguchictl.
inline constexpr char ByConsole[] = "console";

struct CardEventEntry {
    QString card;
    QDateTime at;
    CardEvent event = CardEvent::Enrolled;
    QString by = {};      ///< operator id or ByConsole; empty for an enrolment, and before this register
    QString witness = {}; ///< operator id; empty for none
    bool witnessByCard = false; ///< proven by card and PIN; otherwise only named by `by`
    QString reason = {};        ///< an id such as "stolen"
    QString incident = {};      ///< such as "2026-0001", of a loss and what follows from it
    QDate dueBack = {};         ///< of a lent card; null for no day

    bool operator==(const CardEventEntry&) const = default;
};

class CardEvents {
public:
    /// `database` is station.db, migrated; it must outlive the object.
    explicit CardEvents(Database& database) : m_database(database) {}

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull.

    /// Notes the event and puts the card into the state it leads to; within a transaction of the caller.
    /// Errors: CardUnknown, CardEventImpossible.
    Result<> append(const CardEventEntry& entry);
    /// Oldest first; empty for an unknown card.
    Result<QList<CardEventEntry>> ofCard(const QString& card) const;
    /// The newest lending or loss of every card that has one, by the event's name.
    Result<QList<CardEventEntry>> newest(CardEvent event) const;
    /// The next number of a year, such as "2026-0001".
    Result<QString> nextIncident(int year) const;

private:
    Result<std::optional<OperatorCardState>> stateBefore(const CardEventEntry& entry) const;
    Result<> setState(const QString& card, OperatorCardState state);
    Database& m_database;
};

} // namespace madoguchi
