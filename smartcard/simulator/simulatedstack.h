// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Simulated readers as a CardStack, in the same process: for the practice station and for tests. It keeps the
// promises of the real stack, the unpleasant ones included: a card can leave in the middle of a command, stay
// silent for ever or be held by another program, and the service itself can be away. Any thread.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/simulator/simulatedcard.h"

#include <QStringList>

#include <chrono>

namespace madoguchi {

/// What has passed through all readers so far.
struct SimulatedTraffic {
    quint64 commands = 0;
    quint64 bytes = 0; ///< both ways
};

class SimulatedStack final : public CardStack {
public:
    explicit SimulatedStack(const QStringList& readers);
    /// Whoever still waits for a silent card is told CardServiceMissing.
    ~SimulatedStack() override;

    /// A card already there is taken out first. Nothing happens if there is no such reader. The same card may
    /// be put in again later, but not into two readers at once.
    void insert(const QString& reader, std::shared_ptr<SimulatedCard> card);
    void remove(const QString& reader);
    void plugReader(const QString& reader);
    /// The card in it, if any, is out as well.
    void unplugReader(const QString& reader);
    /// As if pcscd were stopped (every call fails with CardServiceMissing) and started again.
    void setServiceRunning(bool running);
    /// As if another program had connected exclusively: connect() fails with CardBusy.
    void setHeldByAnother(const QString& reader, bool held);
    /// How long each command takes from now on; 0 at first.
    void setLatency(std::chrono::milliseconds latency);
    SimulatedTraffic traffic() const;

    Result<QList<ReaderState>> waitForChange(const QList<ReaderState>& known) override;
    void interrupt() override;
    Result<std::unique_ptr<CardConnection>> connect(const QString& reader) override;

    struct Shared; ///< outlives the stack while connections do

private:
    std::shared_ptr<Shared> m_shared;
};

} // namespace madoguchi
