// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Cards behind pcscd, the PC/SC service of Linux. Threads as cardstack.h says.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/pcsc/pcsccontext.h"

#include <atomic>
#include <mutex>
#include <optional>

namespace madoguchi {

class PcscStack final : public CardStack {
public:
    Result<QList<ReaderState>> waitForChange(const QList<ReaderState>& known) override;
    void interrupt() override;
    Result<std::unique_ptr<CardConnection>> connect(const QString& reader) override;
    bool isInUse(const QString& reader) override;
    Result<ReaderFeatures> featuresOf(const QString& reader) override;

private:
    /// A reader and the event word that pcscd last gave for it, which says more than we pass on.
    struct Seen {
        ReaderState state;
        DWORD word = SCARD_STATE_UNAWARE;
    };

    Result<> ensureContext();
    void dropContext();
    /// Takes in readers that came and forgets those that went.
    Result<> listReaders();
    /// Waits until a reader differs from what was seen last, or another came or went; 0 only looks.
    Result<> watchReaders(DWORD milliseconds);
    QList<ReaderState> states() const;

    std::atomic<bool> m_interrupted = false;
    std::mutex m_mutex; ///< keeps the context alive while another thread cancels
    std::optional<PcscContext> m_context;
    QList<Seen> m_seen; ///< monitor thread only
};

} // namespace madoguchi
