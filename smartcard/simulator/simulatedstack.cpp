// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/simulatedstack.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int ShortestResponse = 2;

struct Slot {
    std::shared_ptr<SimulatedCard> card;
    quint32 eventCount = 0;
    quint64 insertion = 0; ///< which insertion of all this is; 0 without a card
    bool inTransaction = false;
    bool heldByAnother = false;
};

} // namespace

struct SimulatedStack::Shared {
    std::mutex lock;
    std::condition_variable changed;
    std::map<QString, Slot> slots;
    quint64 insertions = 0;
    bool running = true;
    bool interrupted = false;
    std::chrono::milliseconds latency{0};
    SimulatedTraffic traffic;

    /// Null if there is none.
    Slot* slot(const QString& reader) {
        const auto found = slots.find(reader);
        return found == slots.end() ? nullptr : &found->second;
    }

    /// Whether the card of that insertion is still in the reader, with the service running.
    bool holds(const QString& reader, quint64 insertion) {
        const Slot* found = slot(reader);
        return running && found && found->insertion == insertion;
    }

    tl::unexpected<Error> gone() const {
        return fail(running ? ErrorCode::CardRemoved : ErrorCode::CardServiceMissing);
    }

    static void takeOut(Slot& from) {
        if (!from.card)
            return;
        from.card->reset(); // without power it forgets who was logged in
        from.card = nullptr;
        from.insertion = 0;
        from.inTransaction = false;
        ++from.eventCount;
    }

    QList<ReaderState> states() const {
        QList<ReaderState> all;
        for (const auto& [name, slot] : slots) {
            const QByteArray atr = slot.card ? slot.card->atr() : QByteArray();
            all.append({name, slot.card != nullptr, slot.card && atr.isEmpty(), slot.eventCount, atr});
        }
        return all;
    }
};

namespace {

using Shared = SimulatedStack::Shared;

class SimulatedTransaction final : public CardTransaction {
public:
    SimulatedTransaction(std::shared_ptr<Shared> shared, QString reader, quint64 insertion,
                         std::shared_ptr<SimulatedCard> card)
        : m_shared(std::move(shared))
        , m_reader(std::move(reader))
        , m_insertion(insertion)
        , m_card(std::move(card)) {}
    SimulatedTransaction(const SimulatedTransaction&) = delete;
    SimulatedTransaction& operator=(const SimulatedTransaction&) = delete;

    ~SimulatedTransaction() override {
        const std::scoped_lock locked(m_shared->lock);
        Slot* slot = m_shared->slot(m_reader);
        if (!slot || slot->insertion != m_insertion)
            return;
        m_card->reset();
        slot->inTransaction = false;
        m_shared->changed.notify_all();
    }

    Result<SecretBytes> transmit(QByteArrayView command) override {
        std::unique_lock locked(m_shared->lock);
        const auto gone = [this] { return !m_shared->holds(m_reader, m_insertion); };
        if (m_shared->changed.wait_for(locked, m_shared->latency, gone))
            return m_shared->gone();
        locked.unlock(); // a card may take its time; taking it out must not wait for it
        const QByteArray response = m_card->transmit(command);
        locked.lock();
        if (response.isEmpty()) // a silent card keeps the caller until it is taken out
            m_shared->changed.wait(locked, gone);
        if (gone())
            return m_shared->gone();
        if (response.size() < ShortestResponse)
            return fail(ErrorCode::CardProtocolError, u"a response without status bytes"_s);
        ++m_shared->traffic.commands;
        m_shared->traffic.bytes += static_cast<quint64>(command.size() + response.size());
        return SecretBytes::copyOf(response);
    }

private:
    std::shared_ptr<Shared> m_shared;
    QString m_reader;
    quint64 m_insertion;
    std::shared_ptr<SimulatedCard> m_card;
};

class SimulatedConnection final : public CardConnection {
public:
    SimulatedConnection(std::shared_ptr<Shared> shared, QString reader, quint64 insertion)
        : m_shared(std::move(shared)), m_reader(std::move(reader)), m_insertion(insertion) {}

    Result<std::unique_ptr<CardTransaction>> begin() override {
        std::unique_lock locked(m_shared->lock);
        m_shared->changed.wait(locked, [this] {
            return !m_shared->holds(m_reader, m_insertion) || !m_shared->slot(m_reader)->inTransaction;
        });
        if (!m_shared->holds(m_reader, m_insertion))
            return m_shared->gone();
        Slot* slot = m_shared->slot(m_reader);
        slot->inTransaction = true;
        return std::make_unique<SimulatedTransaction>(m_shared, m_reader, m_insertion, slot->card);
    }

private:
    std::shared_ptr<Shared> m_shared;
    QString m_reader;
    quint64 m_insertion;
};

} // namespace

SimulatedStack::SimulatedStack(const QStringList& readers) : m_shared(std::make_shared<Shared>()) {
    for (const QString& reader : readers)
        m_shared->slots.try_emplace(reader);
}

SimulatedStack::~SimulatedStack() {
    setServiceRunning(false);
}

void SimulatedStack::insert(const QString& reader, std::shared_ptr<SimulatedCard> card) {
    const std::scoped_lock locked(m_shared->lock);
    Slot* slot = m_shared->slot(reader);
    if (!slot || !card)
        return;
    Shared::takeOut(*slot);
    card->reset();
    slot->card = std::move(card);
    slot->insertion = ++m_shared->insertions;
    ++slot->eventCount;
    m_shared->changed.notify_all();
}

void SimulatedStack::remove(const QString& reader) {
    const std::scoped_lock locked(m_shared->lock);
    if (Slot* slot = m_shared->slot(reader))
        Shared::takeOut(*slot);
    m_shared->changed.notify_all();
}

void SimulatedStack::plugReader(const QString& reader) {
    const std::scoped_lock locked(m_shared->lock);
    m_shared->slots.try_emplace(reader);
    m_shared->changed.notify_all();
}

void SimulatedStack::unplugReader(const QString& reader) {
    const std::scoped_lock locked(m_shared->lock);
    m_shared->slots.erase(reader);
    m_shared->changed.notify_all();
}

void SimulatedStack::setServiceRunning(bool running) {
    const std::scoped_lock locked(m_shared->lock);
    if (m_shared->running == running)
        return;
    m_shared->running = running;
    for (auto& [name, slot] : m_shared->slots) { // connections do not survive the service
        slot.inTransaction = false;
        if (slot.card)
            slot.insertion = ++m_shared->insertions;
    }
    m_shared->changed.notify_all();
}

void SimulatedStack::setHeldByAnother(const QString& reader, bool held) {
    const std::scoped_lock locked(m_shared->lock);
    if (Slot* slot = m_shared->slot(reader))
        slot->heldByAnother = held;
}

void SimulatedStack::setLatency(std::chrono::milliseconds latency) {
    const std::scoped_lock locked(m_shared->lock);
    m_shared->latency = latency;
}

SimulatedTraffic SimulatedStack::traffic() const {
    const std::scoped_lock locked(m_shared->lock);
    return m_shared->traffic;
}

Result<QList<ReaderState>> SimulatedStack::waitForChange(const QList<ReaderState>& known) {
    std::unique_lock locked(m_shared->lock);
    m_shared->changed.wait(locked, [this, &known] {
        return m_shared->interrupted || !m_shared->running || m_shared->states() != known;
    });
    m_shared->interrupted = false;
    if (!m_shared->running)
        return fail(ErrorCode::CardServiceMissing);
    return m_shared->states();
}

void SimulatedStack::interrupt() {
    const std::scoped_lock locked(m_shared->lock);
    m_shared->interrupted = true;
    m_shared->changed.notify_all();
}

Result<std::unique_ptr<CardConnection>> SimulatedStack::connect(const QString& reader) {
    const std::scoped_lock locked(m_shared->lock);
    if (!m_shared->running)
        return fail(ErrorCode::CardServiceMissing);
    const Slot* slot = m_shared->slot(reader);
    if (!slot)
        return fail(ErrorCode::ReaderMissing);
    if (!slot->card)
        return fail(ErrorCode::CardMissing);
    if (slot->heldByAnother)
        return fail(ErrorCode::CardBusy);
    if (slot->card->atr().isEmpty())
        return fail(ErrorCode::CardMute);
    return std::make_unique<SimulatedConnection>(m_shared, reader, slot->insertion);
}

} // namespace madoguchi
