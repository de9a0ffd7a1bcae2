// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/cardservice.h"

#include "smartcard/abandonablethread.h"
#include "smartcard/mailbox.h"
#include "smartcard/readermonitor.h"
#include "smartcard/readerworker.h"

#include <QPointer>
#include <QSocketNotifier>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

constexpr auto DefaultPatience = 15s;
constexpr auto EndingLimit = 1s;

struct Reader {
    std::unique_ptr<ReaderWorker> worker;
    CardId card = 0;
};

struct Conversation {
    CardId card = 0;
    QPointer<QObject> context;
    std::function<void(const std::optional<Error>&)> done;
};

struct CardMove {
    CardId card = 0;
    QString reader;
};

CardServiceCondition conditionFor(ErrorCode code) {
    return code == ErrorCode::CardServiceDenied ? CardServiceCondition::AccessDenied
                                                : CardServiceCondition::ServiceMissing;
}

const ReaderState* find(const QList<ReaderState>& readers, const QString& name) {
    const auto found = std::find_if(readers.begin(), readers.end(),
                                    [&name](const ReaderState& reader) { return reader.name == name; });
    return found == readers.end() ? nullptr : &*found;
}

/// Whether the card of `before` is still the one in the reader: a fast swap shows in the count only.
bool sameCard(const ReaderState* before, const ReaderState* after) {
    return before && after && after->cardPresent && after->eventCount == before->eventCount;
}

} // namespace

struct CardService::Private {
    std::shared_ptr<CardStack> stack;
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
    std::unique_ptr<ReaderMonitor> monitor;
    std::chrono::milliseconds patience = DefaultPatience;

    CardServiceCondition condition = CardServiceCondition::Starting;
    QList<ReaderState> states;
    std::map<QString, Reader> readers;
    std::map<quint64, Conversation> conversations; ///< by job
    std::map<CardId, CardTraffic> traffic;         ///< of the cards that are in
    CardId lastCard = 0;
    quint64 lastJob = 0;
};

CardService::CardService(std::shared_ptr<CardStack> stack, QObject* parent)
    : QObject(parent), m(std::make_unique<Private>()) {
    m->stack = std::move(stack);
    const auto* bell = new QSocketNotifier(m->mailbox->bell(), QSocketNotifier::Read, this);
    connect(bell, &QSocketNotifier::activated, this, &CardService::takeMail);
}

CardService::~CardService() {
    m->monitor.reset();
    for (auto& [name, reader] : m->readers)
        reader.worker->end(EndingLimit);
    m->readers.clear();
    m->mailbox->close();
}

void CardService::start() {
    if (!m->monitor) {
        m->monitor = std::make_unique<ReaderMonitor>(
            m->stack, m->mailbox, [this](const Result<QList<ReaderState>>& report) { takeReport(report); });
    }
}

CardServiceCondition CardService::condition() const {
    return m->condition;
}

QList<ReaderState> CardService::readers() const {
    return m->states;
}

QString CardService::readerOf(CardId card) const {
    const auto found = std::find_if(m->readers.begin(), m->readers.end(),
                                    [card](const auto& entry) { return entry.second.card == card; });
    return card == 0 || found == m->readers.end() ? QString() : found->first;
}

CardId CardService::cardIn(const QString& reader) const {
    const auto found = m->readers.find(reader);
    return found == m->readers.end() ? 0 : found->second.card;
}

QList<CardId> CardService::cardsPresent() const {
    QList<CardId> present;
    for (const ReaderState& reader : std::as_const(m->states)) {
        if (const CardId card = cardIn(reader.name); card != 0)
            present.append(card);
    }
    return present;
}

QByteArray CardService::atrOf(CardId card) const {
    const QString reader = readerOf(card);
    const auto found = std::ranges::find(m->states, reader, &ReaderState::name);
    return reader.isEmpty() || found == m->states.end() ? QByteArray() : found->atr;
}

std::chrono::milliseconds CardService::patience() const {
    return m->patience;
}

void CardService::setPatience(std::chrono::milliseconds patience) {
    m->patience = patience;
}

CardTraffic CardService::trafficOf(CardId card) const {
    const auto found = m->traffic.find(card);
    return found == m->traffic.end() ? CardTraffic() : found->second;
}

bool CardService::asksOnPad(CardId card) const {
    const auto reader = m->readers.find(readerOf(card));
    return reader != m->readers.end() && reader->second.worker->asksOnPad();
}

void CardService::run(CardId card, std::function<void(CardTransaction&)> conversation, QObject* context,
                      std::function<void(const std::optional<Error>&)> done) {
    const quint64 job = ++m->lastJob;
    m->conversations[job] = {.card = card, .context = context, .done = std::move(done)};
    const auto reader = m->readers.find(readerOf(card));
    if (reader != m->readers.end()) {
        reader->second.worker->add({.id = job, .conversation = std::move(conversation)});
    } else {
        m->mailbox->post([this, job] { settle(job, Error{ErrorCode::CardRemoved, u"before it began"_s}); });
    }
}

void CardService::askFeatures(QObject* context,
                              std::function<void(const QMap<QString, ReaderFeatures>&)> done) {
    auto answer = [context = QPointer(context),
                   done = std::move(done)](const QMap<QString, ReaderFeatures>& features) {
        if (context)
            done(features);
    };
    // Left behind when a reader does not answer: it holds nothing but what it shares.
    const AbandonableThread asking(
        [stack = m->stack, mailbox = m->mailbox, readers = m->states, answer = std::move(answer)]() mutable {
            QMap<QString, ReaderFeatures> features;
            for (const ReaderState& reader : std::as_const(readers)) {
                if (const auto said = stack->featuresOf(reader.name))
                    features.insert(reader.name, *said);
            }
            mailbox->post([answer = std::move(answer), features] { answer(features); });
        });
}

void CardService::takeMail() {
    for (const auto& call : m->mailbox->takeAll())
        call();
}

void CardService::takeReport(const Result<QList<ReaderState>>& report) {
    takeReaders(report ? *report : QList<ReaderState>());
    if (!report) {
        setCondition(conditionFor(report.error().code));
    } else {
        setCondition(report->isEmpty() ? CardServiceCondition::NoReader : CardServiceCondition::Running);
    }
}

void CardService::takeReaders(const QList<ReaderState>& readers) {
    if (readers == m->states)
        return;
    QList<CardMove> removed;
    QList<CardMove> inserted;
    for (auto& [name, reader] : m->readers) {
        if (reader.card == 0 || sameCard(find(m->states, name), find(readers, name)))
            continue;
        reader.worker->dropWaiting(); // meant for the card that left, not for the next one
        removed.append({std::exchange(reader.card, 0), name});
    }
    std::erase_if(m->readers, [&readers](const auto& entry) { return !find(readers, entry.first); });
    for (const ReaderState& state : readers) {
        addReader(state.name);
        Reader& reader = m->readers[state.name];
        if (state.cardPresent && reader.card == 0) {
            reader.card = ++m->lastCard;
            inserted.append({reader.card, state.name});
        }
    }
    m->states = readers;
    for (const CardMove& move : removed) {
        Q_EMIT cardRemoved(move.card, move.reader);
        settleAllOf(move.card);
        m->traffic.erase(move.card);
    }
    Q_EMIT readersChanged();
    for (const CardMove& move : inserted)
        Q_EMIT cardInserted(move.card, move.reader);
}

void CardService::setCondition(CardServiceCondition condition) {
    if (std::exchange(m->condition, condition) != condition)
        Q_EMIT conditionChanged(condition);
}

void CardService::addReader(const QString& reader) {
    if (m->readers.contains(reader))
        return;
    auto worker = std::make_unique<ReaderWorker>(m->stack, m->mailbox, reader, m->patience);
    connect(worker.get(), &ReaderWorker::finished, this,
            [this](quint64 job, const std::optional<Error>& error, const CardTraffic& traffic) {
                const auto found = m->conversations.find(job);
                if (found == m->conversations.end())
                    return; // the card has left since
                m->traffic[found->second.card] += traffic;
                settle(job, error);
            });
    m->readers[reader].worker = std::move(worker);
}

void CardService::settle(quint64 job, const std::optional<Error>& error) {
    auto node = m->conversations.extract(job);
    if (!node || !node.mapped().context)
        return;
    // The id named a card that was there: its reader noticed before the monitor did.
    const bool hasLeft = error && error->code == ErrorCode::CardMissing;
    node.mapped().done(hasLeft ? Error{ErrorCode::CardRemoved, error->detail} : error);
}

void CardService::settleAllOf(CardId card) {
    QList<quint64> jobs;
    for (const auto& [job, conversation] : m->conversations) {
        if (conversation.card == card)
            jobs.append(job);
    }
    for (const quint64 job : jobs)
        settle(job, Error{ErrorCode::CardRemoved, u"during the conversation"_s});
}

} // namespace madoguchi
