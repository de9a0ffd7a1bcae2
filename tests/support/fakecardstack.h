// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A stack whose readers and timing the test holds in its hand. Set-up functions from any thread.
#pragma once

#include "smartcard/cardstack.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace madoguchi {

class FakeCardStack : public CardStack {
public:
    using Answer = std::function<Result<SecretBytes>(QByteArrayView)>;

    /// What the readers show from now on.
    void show(const QList<ReaderState>& readers);
    /// The service is gone until show() is called.
    void breakDown(ErrorCode code);
    /// How cards answer; called on the workers' threads, may block.
    void answerWith(Answer answer);
    /// Another program is connected; connect() waits for it until it lets go.
    void holdByOther();
    void letGoByOther();
    /// What happens while a PIN is asked for on the reader's keys; may block. Nobody ever enters one.
    void onPad(std::function<void()> hook);
    /// Called on the worker's thread when a transaction ends; may block. Empty: nothing.
    void onReset(std::function<void()> hook);
    /// How many transactions have ended, each with a reset.
    int resets();

    Result<QList<ReaderState>> waitForChange(const QList<ReaderState>& known) override;
    void interrupt() override;
    Result<std::unique_ptr<CardConnection>> connect(const QString& reader) override;
    bool isInUse(const QString& reader) override;

private:
    class Connection;
    class Transaction;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<ReaderState> m_readers;
    std::optional<ErrorCode> m_broken;
    bool m_interrupted = false;
    bool m_isHeld = false;
    int m_connections = 0;
    int m_resets = 0;
    Answer m_answer;
    std::function<void()> m_onReset;
    std::function<void()> m_onPad;
};

} // namespace madoguchi
