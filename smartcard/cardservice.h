// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Cards and readers as the rest of the program sees them: one object on the main thread. Behind it a
// monitor thread watches the readers and each reader has a worker thread that can be abandoned when a
// card never answers. Values and card ids cross the threads by queued calls; nothing here blocks.
#pragma once

#include "smartcard/cardstack.h"

#include <QObject>

#include <functional>

namespace madoguchi {

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
    ~CardService() override;

    void start();

    CardServiceCondition condition() const;
    QList<ReaderState> readers() const;
    /// The reader that a card is in; empty when the card has left.
    QString readerOf(CardId card) const;

    /// Runs `conversation` inside one transaction on the card's worker thread, then resets the card.
    /// `done` is called exactly once on the main thread unless `context` dies first: with the result, or at
    /// once with CardRemoved when the card leaves (the late reply is dropped), or with CardMute after
    /// `patience()`; the worker is then abandoned and the reader gets a new one.
    template <class T>
    void converse(CardId card, std::function<Result<T>(CardTransaction&)> conversation, QObject* context,
                  std::function<void(Result<T>)> done);

Q_SIGNALS:
    void conditionChanged(madoguchi::CardServiceCondition condition);
    void readersChanged();
    void cardInserted(madoguchi::CardId card, const QString& reader);
    void cardRemoved(madoguchi::CardId card, const QString& reader);
};

} // namespace madoguchi
