// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Cards and readers as the rest of the program sees them: one object on the main thread. Behind it a
// monitor thread watches the readers and each reader has a worker thread that can be abandoned when a
// card never answers. Values and card ids cross the threads by queued calls; nothing here blocks.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/cardtraffic.h"

#include <QMap>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

class Mailbox;
class ReaderMonitor;
class ReaderWorker;

/// Names one insertion of one card; never used again. 0 names none.
using CardId = quint64;

enum class CardServiceCondition {
    Starting, ///< not known yet
    Running,  ///< at least one reader
    NoReader,
    ServiceMissing, ///< pcscd is not there; tried again by itself
    AccessDenied,   ///< polkit says no; tried again by itself
};

class CardService : public QObject {
    Q_OBJECT
public:
    /// Takes the stack; shared because an abandoned worker may outlive this object.
    explicit CardService(std::shared_ptr<CardStack> stack, QObject* parent = nullptr);
    /// Sends no further command and waits at most a few seconds for cards to be reset. Conversations that are
    /// still open end without `done`.
    ~CardService() override;

    void start();

    CardServiceCondition condition() const;
    QList<ReaderState> readers() const;
    /// The reader that a card is in; empty when the card has left.
    QString readerOf(CardId card) const;
    /// The card in a reader, also one that does not answer; 0 when there is none.
    CardId cardIn(const QString& reader) const;
    /// The cards in all readers, in the order of readers().
    QList<CardId> cardsPresent() const;
    /// What a card answered its reset with (ISO 7816-3); empty when the card has left.
    QByteArray atrOf(CardId card) const;

    /// How long one step of a conversation may take: to connect, to wait for another program's transaction,
    /// to answer one command; for an entry on the reader's keys its time-outs come first. 15 seconds unless
    /// set; for readers that appear from then on.
    std::chrono::milliseconds patience() const;
    void setPatience(std::chrono::milliseconds patience);

    /// What the finished conversations with a card have cost; nothing once the card has left.
    CardTraffic trafficOf(CardId card) const;

    /// Whether somebody is asked for a PIN on the keys of the reader that the card is in: nothing else can be
    /// said to the card before that ends, by itself or by the reader's cancel key. Nobody else can end it.
    bool asksOnPad(CardId card) const;

    /// What each reader says that it can do, asked on a thread of its own; a reader that can't be asked is
    /// missing. `done` is called once on the main thread, unless `context` dies first.
    void askFeatures(QObject* context, std::function<void(const QMap<QString, ReaderFeatures>&)> done);

    /// Runs `conversation` inside one transaction on the card's worker thread, then resets the card. What it
    /// captures must own its values. `done` is called exactly once on the main thread, never before
    /// converse() returns, unless `context` dies first: with the result, or at once with CardRemoved when the
    /// card leaves (the late reply is dropped), or with CardMute or CardBusy after `patience()`; the worker
    /// is then abandoned and the reader gets a new one. Also what CardStack::connect() and
    /// CardConnection::begin() fail with.
    template <class T>
    void converse(CardId card, std::function<Result<T>(CardTransaction&)> conversation, QObject* context,
                  std::function<void(Result<T>)> done);

Q_SIGNALS:
    void conditionChanged(madoguchi::CardServiceCondition condition);
    void readersChanged();
    void cardInserted(madoguchi::CardId card, const QString& reader);
    /// Comes before the card's conversations are told.
    void cardRemoved(madoguchi::CardId card, const QString& reader);

private:
    struct Private;

    /// converse() without its types: `done` gets why there was no conversation, or nothing.
    void run(CardId card, std::function<void(CardTransaction&)> conversation, QObject* context,
             std::function<void(const std::optional<Error>&)> done);
    void takeMail();
    void takeReport(const Result<QList<ReaderState>>& report);
    void takeReaders(const QList<ReaderState>& readers);
    void setCondition(CardServiceCondition condition);
    void addReader(const QString& reader);
    void settle(quint64 job, const std::optional<Error>& error);
    void settleAllOf(CardId card);

    std::unique_ptr<Private> m;
};

template <class T>
void CardService::converse(CardId card, std::function<Result<T>(CardTransaction&)> conversation,
                           QObject* context, std::function<void(Result<T>)> done) {
    // Written by the worker before, and read here after, the hand-over through the mailbox.
    auto result = std::make_shared<std::optional<Result<T>>>();
    run(
        card,
        [result, conversation = std::move(conversation)](CardTransaction& transaction) {
            result->emplace(conversation(transaction));
        },
        context,
        [result, done = std::move(done)](const std::optional<Error>& error) {
            done(error ? Result<T>(fail(*error)) : std::move(**result));
        });
}

} // namespace madoguchi
