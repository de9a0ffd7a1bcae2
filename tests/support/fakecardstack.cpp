// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakecardstack.h"

namespace madoguchi {

class FakeCardStack::Transaction final : public CardTransaction {
public:
    explicit Transaction(FakeCardStack& stack) : m_stack(stack) {}
    ~Transaction() override {
        std::unique_lock lock(m_stack.m_mutex);
        if (const auto hook = m_stack.m_onReset) {
            lock.unlock();
            hook();
            lock.lock();
        }
        m_stack.m_resets += 1;
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Result<SecretBytes> transmit(QByteArrayView command) override {
        std::unique_lock lock(m_stack.m_mutex);
        const Answer answer = m_stack.m_answer;
        lock.unlock();
        return answer(command);
    }

    Result<std::optional<quint16>> enterOnPad(const PadOrder&) override {
        std::unique_lock lock(m_stack.m_mutex);
        const auto hook = m_stack.m_onPad;
        lock.unlock();
        hook();
        return std::optional<quint16>();
    }

private:
    FakeCardStack& m_stack;
};

class FakeCardStack::Connection final : public CardConnection {
public:
    explicit Connection(FakeCardStack& stack) : m_stack(stack) {}
    ~Connection() override {
        const std::lock_guard lock(m_stack.m_mutex);
        m_stack.m_connections -= 1;
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Result<std::unique_ptr<CardTransaction>> begin() override {
        return std::make_unique<Transaction>(m_stack);
    }

private:
    FakeCardStack& m_stack;
};

void FakeCardStack::show(const QList<ReaderState>& readers) {
    const std::lock_guard lock(m_mutex);
    m_readers = readers;
    m_broken.reset();
    m_changed.notify_all();
}

void FakeCardStack::breakDown(ErrorCode code) {
    const std::lock_guard lock(m_mutex);
    m_broken = code;
    m_changed.notify_all();
}

void FakeCardStack::answerWith(Answer answer) {
    const std::lock_guard lock(m_mutex);
    m_answer = std::move(answer);
}

void FakeCardStack::onReset(std::function<void()> hook) {
    const std::lock_guard lock(m_mutex);
    m_onReset = std::move(hook);
}

void FakeCardStack::onPad(std::function<void()> hook) {
    const std::lock_guard lock(m_mutex);
    m_onPad = std::move(hook);
}

int FakeCardStack::resets() {
    const std::lock_guard lock(m_mutex);
    return m_resets;
}

Result<QList<ReaderState>> FakeCardStack::waitForChange(const QList<ReaderState>& known) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_interrupted || m_broken || m_readers != known; });
    m_interrupted = false;
    if (m_broken)
        return fail(*m_broken);
    return m_readers;
}

void FakeCardStack::interrupt() {
    const std::lock_guard lock(m_mutex);
    m_interrupted = true;
    m_changed.notify_all();
}

void FakeCardStack::holdByOther() {
    const std::lock_guard lock(m_mutex);
    m_isHeld = true;
}

void FakeCardStack::letGoByOther() {
    const std::lock_guard lock(m_mutex);
    m_isHeld = false;
    m_changed.notify_all();
}

bool FakeCardStack::isInUse(const QString&) {
    const std::lock_guard lock(m_mutex);
    return m_isHeld || m_connections > 0;
}

Result<std::unique_ptr<CardConnection>> FakeCardStack::connect(const QString&) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_isHeld; });
    m_connections += 1;
    return std::make_unique<Connection>(*this);
}

} // namespace madoguchi
