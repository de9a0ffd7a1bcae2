// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A PIV card made of software (SP 800-73-4), at the level of APDUs. With a path, whatever changes (counters,
// PIN, keys, objects) is in the file before the command is answered. Any thread.
#pragma once

#include "smartcard/simulator/pivstate.h"
#include "smartcard/simulator/receivedcommand.h"
#include "smartcard/simulator/simulatedcard.h"

#include <memory>
#include <mutex>
#include <optional>

namespace madoguchi {

class SimulatedPivCard final : public SimulatedCard {
public:
    /// Lives in memory; or in the file at `path`, which is written at the first change.
    explicit SimulatedPivCard(CardContent content, const QString& path = {});
    /// Errors as for CardContent::load.
    static Result<std::shared_ptr<SimulatedPivCard>> load(const QString& path);

    QByteArray atr() const override;
    void reset() override;
    QByteArray transmit(QByteArrayView command) override;

    /// What is printed on the practice picture: the PIN as it is now, without padding.
    QByteArray pin() const;
    int pinTriesLeft() const;
    int pukTriesLeft() const;
    /// In DER; empty if there is none.
    QByteArray certificate(quint8 keyReference) const;
    /// Whether a PIN is verified at this moment: tests ask whether anybody left one behind.
    bool isPinVerified() const;

private:
    simulator::Reply accept(const simulator::ReceivedCommand& command);
    simulator::Reply collect(const simulator::ReceivedCommand& command);
    simulator::Reply execute(const simulator::ReceivedCommand& command);
    simulator::Reply executeProtected(const simulator::ReceivedCommand& command);
    simulator::Reply executePlain(const simulator::ReceivedCommand& command, bool wasProtected);
    simulator::Reply select(const simulator::ReceivedCommand& command);
    QByteArray respond(const simulator::Reply& reply, int expected);
    QByteArray respondWithRest(int expected);

    mutable std::mutex m_lock;
    simulator::PivState m_state;
    std::optional<simulator::ReceivedCommand> m_chain; ///< what has come of a chained command
    QByteArray m_rest;                                 ///< what GET RESPONSE will fetch
};

} // namespace madoguchi
