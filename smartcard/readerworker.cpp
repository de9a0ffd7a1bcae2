// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/readerworker.h"

#include "smartcard/countingtransaction.h"

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using Moment = std::chrono::steady_clock::time_point;

namespace madoguchi {
namespace {

enum class Step {
    Host,  ///< we compute or wait for a job
    Card,  ///< the card must answer
    Others ///< other programs must let go of the card
};

} // namespace

/// What the worker and its thread share; a thread that was left behind keeps it alive.
struct ReaderWorker::Shared {
    std::shared_ptr<CardStack> stack;
    std::shared_ptr<Mailbox> mailbox;
    QString reader;
    ReaderWorker* owner = nullptr; ///< main thread only; null when nobody listens

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
    , m_patience(patience) {
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
}

void ReaderWorker::startThread() {
    m_shared = std::make_shared<Shared>();
    m_shared->stack = m_stack;
    m_shared->mailbox = m_mailbox;
    m_shared->reader = m_reader;
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

void ReaderWorker::work(const std::shared_ptr<Shared>& shared) {
    while (std::optional<CardJob> job = shared->nextJob()) {
        const auto report = [&shared, id = job->id](const std::optional<Error>& error,
                                                    const CardTraffic& traffic) {
            shared->mailbox->post([shared, id, error, traffic] {
                if (shared->owner)
                    shared->owner->finish(id, error, traffic);
            });
        };
        shared->begin(Step::Card);
        const auto connection = shared->stack->connect(shared->reader);
        if (!connection) {
            report(connection.error(), {});
            continue;
        }
        shared->begin(Step::Others);
        const auto transaction = (*connection)->begin();
        shared->begin(Step::Host);
        if (!transaction) {
            report(transaction.error(), {});
            continue;
        }
        CountingTransaction counting(**transaction);
        WatchedTransaction watched(counting, *shared);
        job->conversation(watched);
        job.reset(); // wipes what the conversation kept, such as a PIN, before anybody hears of its end
        report(std::nullopt, counting.traffic());
        shared->begin(Step::Card); // the transaction ends here and resets the card
    }
}

} // namespace madoguchi
