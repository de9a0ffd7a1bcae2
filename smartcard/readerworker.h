// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Runs conversations with the cards of one reader, one after another, on a thread of its own. A thread that a
// mute card holds is abandoned and replaced. Made, used and destroyed on the main thread.
#pragma once

#include "smartcard/abandonablethread.h"
#include "smartcard/cardstack.h"
#include "smartcard/cardtraffic.h"
#include "smartcard/mailbox.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

struct CardJob {
    quint64 id = 0;
    std::function<void(CardTransaction&)> conversation;
};

class ReaderWorker : public QObject {
    Q_OBJECT
public:
    ReaderWorker(std::shared_ptr<CardStack> stack, std::shared_ptr<Mailbox> mailbox, QString reader,
                 std::chrono::milliseconds patience, QObject* parent = nullptr);
    /// Lets the thread end by itself: no further command goes out, the card is reset. Does not wait.
    ~ReaderWorker() override;

    /// Asks the thread to end and waits at most `limit`, so that the card is reset before the program ends.
    void end(std::chrono::milliseconds limit);

    /// Does the job after those that wait already.
    void add(CardJob job);
    /// The card has left: forgets the jobs that have not begun. The running one goes on, but for an entry on
    /// the reader's keys, which is given up when it has not ended after a moment.
    void dropWaiting();
    /// Whether somebody is asked for a PIN on the reader's keys.
    bool asksOnPad() const;

Q_SIGNALS:
    /// The conversation ran, or `error` says why it could not: an error of connect() or begin(), or CardMute
    /// or CardBusy (another program had the card) when a single step took longer than the patience; an entry
    /// on the reader's keys has its own time besides.
    void finished(quint64 job, const std::optional<madoguchi::Error>& error,
                  const madoguchi::CardTraffic& traffic);

private:
    struct Shared;
    static void work(const std::shared_ptr<Shared>& shared);
    static void report(const std::shared_ptr<Shared>& shared, quint64 job, const std::optional<Error>& error,
                       const CardTraffic& traffic);
    void startThread();
    void startNext();
    void finish(quint64 job, const std::optional<Error>& error, const CardTraffic& traffic);
    void checkPatience();
    void abandon(ErrorCode reason);

    std::shared_ptr<CardStack> m_stack;
    std::shared_ptr<Mailbox> m_mailbox;
    QString m_reader;
    std::chrono::milliseconds m_patience;
    std::shared_ptr<std::atomic<int>> m_connected; ///< our threads that have the card, also those left behind
    std::deque<CardJob> m_waiting;
    quint64 m_running = 0; ///< id of the job that the thread has or is to take; 0 is none
    QTimer m_watchdog;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<AbandonableThread> m_thread;
};

} // namespace madoguchi
