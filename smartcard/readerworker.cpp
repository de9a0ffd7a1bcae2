// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/readerworker.h"

#include "smartcard/countingtransaction.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using Moment = std::chrono::steady_clock::time_point;

namespace madoguchi {
namespace {

constexpr std::chrono::seconds PadAfterRemoval{2}; // how long a reader may go on asking for a PIN

enum class Step {
    Host,  ///< we compute or wait for a job
    Card,  ///< the card must answer
    Others ///< other programs must let go of the card
};

/// Counts a thread for as long as it is connected to a card.
class Connected {
public:
    explicit Connected(std::atomic<int>& count) : m_count(count) { ++m_count; }
    ~Connected() { --m_count; }
    Connected(const Connected&) = delete;
    Connected& operator=(const Connected&) = delete;

private:
    std::atomic<int>& m_count;
};

} // namespace

/// What the worker and its thread share; a thread that was left behind keeps it alive.
struct ReaderWorker::Shared {
    std::shared_ptr<CardStack> stack;
    std::shared_ptr<Mailbox> mailbox;
    QString reader;
    std::shared_ptr<std::atomic<int>> connected; ///< as m_connected
    ReaderWorker* owner = nullptr;               ///< main thread only; null when nobody listens

    std::mutex mutex;
    std::condition_variable changed;
    std::optional<CardJob> job;
    bool stopped = false;
    Step step = Step::Host;
    Moment stepBegan;
    std::chrono::milliseconds stepNeeds{0}; ///< before the patience begins: what a person may take

    void begin(Step newStep, std::chrono::milliseconds needs = {}) {
        const std::lock_guard lock(mutex);
        step = newStep;
        stepBegan = std::chrono::steady_clock::now();
        stepNeeds = needs;
    }

    bool isStopped() {
        const std::lock_guard lock(mutex);
        return stopped;
    }

    void stop() {
        const std::lock_guard lock(mutex);
        stopped = true;
        changed.notify_all();
    }

    /// Waits for the next job; none: it is time to end.
    std::optional<CardJob> nextJob() {
        std::unique_lock lock(mutex);
        if (!job)
            step = Step::Host;
        changed.wait(lock, [this] { return stopped || job; });
        return stopped ? std::nullopt : std::exchange(job, std::nullopt);
    }
};

namespace {

/// Tells the watchdog when the card is expected to answer, and sends nothing more once nobody listens: a PIN
/// must not reach a card long after the user was told that it is mute.
template <class Shared>
class WatchedTransaction final : public CardTransaction {
public:
    WatchedTransaction(CardTransaction& transaction, Shared& shared)
        : m_transaction(transaction), m_shared(shared) {}

    Result<SecretBytes> transmit(QByteArrayView command) override {
        if (m_shared.isStopped())
            return fail(ErrorCode::CardMute, u"the conversation was given up"_s);
        m_shared.begin(Step::Card);
        auto response = m_transaction.transmit(command);
        m_shared.begin(Step::Host);
        return response;
    }

    ReaderFeatures readerFeatures() override {
        if (m_shared.isStopped())
            return {};
        m_shared.begin(Step::Card);
        const ReaderFeatures features = m_transaction.readerFeatures();
        m_shared.begin(Step::Host);
        return features;
    }

    Result<std::optional<quint16>> enterOnPad(const PadOrder& order) override {
        if (m_shared.isStopped())
            return fail(ErrorCode::CardMute, u"the conversation was given up"_s);
        m_shared.begin(Step::Card, order.duration());
        auto status = m_transaction.enterOnPad(order);
        m_shared.begin(Step::Host);
        return status;
    }

private:
    CardTransaction& m_transaction;
    Shared& m_shared;
};

} // namespace

ReaderWorker::ReaderWorker(std::shared_ptr<CardStack> stack, std::shared_ptr<Mailbox> mailbox, QString reader,
                           std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_stack(std::move(stack))
    , m_mailbox(std::move(mailbox))
    , m_reader(std::move(reader))
    , m_patience(patience)
    , m_connected(std::make_shared<std::atomic<int>>(0)) {
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &ReaderWorker::checkPatience);
    startThread();
}

ReaderWorker::~ReaderWorker() {
    m_shared->owner = nullptr;
    m_shared->stop();
}

void ReaderWorker::end(std::chrono::milliseconds limit) {
    m_shared->stop();
    m_thread->join(limit);
}

void ReaderWorker::add(CardJob job) {
    m_waiting.push_back(std::move(job));
    startNext();
}

void ReaderWorker::dropWaiting() {
    m_waiting.clear();
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->job) {
        m_shared->job.reset(); // the thread still resets the card that left
        m_running = 0;
        m_watchdog.stop();
    } else if (m_shared->stepNeeds.count() > 0) {
        m_shared->stepBegan = std::chrono::steady_clock::now();
        m_shared->stepNeeds = PadAfterRemoval - m_patience;
        m_watchdog.start(PadAfterRemoval);
    }
}

bool ReaderWorker::asksOnPad() const {
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->stepNeeds.count() > 0;
}

void ReaderWorker::startThread() {
    m_shared = std::make_shared<Shared>();
    m_shared->stack = m_stack;
    m_shared->mailbox = m_mailbox;
    m_shared->reader = m_reader;
    m_shared->connected = m_connected;
    m_shared->owner = this;
    m_thread = std::make_unique<AbandonableThread>([shared = m_shared] { work(shared); });
}

void ReaderWorker::startNext() {
    if (m_running != 0 || m_waiting.empty())
        return;
    m_running = m_waiting.front().id;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->job = std::move(m_waiting.front());
        m_shared->step = Step::Card;
        m_shared->stepBegan = std::chrono::steady_clock::now();
        m_shared->stepNeeds = {};
        m_shared->changed.notify_all();
    }
    m_waiting.pop_front();
    m_watchdog.start(m_patience);
}

void ReaderWorker::finish(quint64 job, const std::optional<Error>& error, const CardTraffic& traffic) {
    m_running = 0;
    m_watchdog.stop();
    startNext();
    Q_EMIT finished(job, error, traffic);
}

void ReaderWorker::checkPatience() {
    Step step = Step::Host;
    Moment began;
    std::chrono::milliseconds limit = m_patience;
    {
        const std::lock_guard lock(m_shared->mutex);
        step = m_shared->step;
        began = m_shared->stepBegan;
        limit += m_shared->stepNeeds;
    }
    const auto age =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (step == Step::Host) {
        m_watchdog.start(m_patience);
    } else if (age < limit) {
        m_watchdog.start(limit - age);
    } else {
        abandon(step == Step::Others ? ErrorCode::CardBusy : ErrorCode::CardMute);
    }
}

void ReaderWorker::abandon(ErrorCode reason) {
    m_shared->owner = nullptr;
    m_shared->stop();
    startThread(); // the old thread's handle is dropped, the thread goes on without us
    finish(m_running, Error{reason, u"no answer within %1 ms"_s.arg(m_patience.count())}, {});
}

void ReaderWorker::report(const std::shared_ptr<Shared>& shared, quint64 job,
                          const std::optional<Error>& error, const CardTraffic& traffic) {
    shared->mailbox->post([shared, job, error, traffic] {
        if (shared->owner)
            shared->owner->finish(job, error, traffic);
    });
}

void ReaderWorker::work(const std::shared_ptr<Shared>& shared) {
    while (std::optional<CardJob> job = shared->nextJob()) {
        const quint64 id = job->id;
        // Asked before: once we are connected it is in use. pcscd makes us wait for others' transactions
        // while we connect; a card that a thread of ours was left behind with is waited for in the same way.
        const bool isLeft = shared->connected->load() > 0;
        const bool isBusy = !isLeft && shared->stack->isInUse(shared->reader);
        shared->begin(isBusy ? Step::Others : Step::Card);
        std::optional<Connected> connected; // ends after the connection
        const auto connection = shared->stack->connect(shared->reader);
        if (!connection) {
            report(shared, id, connection.error(), {});
            continue;
        }
        connected.emplace(*shared->connected);
        shared->begin(isLeft ? Step::Card : Step::Others);
        const auto transaction = (*connection)->begin();
        shared->begin(Step::Host);
        if (!transaction) {
            report(shared, id, transaction.error(), {});
            continue;
        }
        CountingTransaction counting(**transaction);
        WatchedTransaction watched(counting, *shared);
        job->conversation(watched);
        job.reset(); // wipes what the conversation kept, such as a PIN, before anybody hears of its end
        report(shared, id, std::nullopt, counting.traffic());
        shared->begin(Step::Card); // the transaction ends here and resets the card
    }
}

} // namespace madoguchi
