// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the login and everything else that asks for a PIN lean on. Main thread.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <functional>

namespace madoguchi {

class AuditWriter;
class CardService;
class CertificateVerifier;
class Clock;
class LockoutRegister;
class OperatorDirectory;
class PinPads;
class Revocations;
class Session;
class TerminalState;
class VaultKeyHolders;
class VaultKeySlots;
struct OperatorCard;
struct PinDue;
struct ReaderAssignment;
struct StationPolicy;

/// All must outlive whoever has a copy.
struct LoginParts {
    CardService& cards;
    OperatorDirectory& operators;
    LockoutRegister& lockout;
    VaultKeySlots& slots;
    VaultKeyHolders& keyHolders;
    TerminalState& terminalState;
    AuditWriter& audit;
    const CertificateVerifier& certificates;
    const Revocations& revocations;
    std::function<Result<StationPolicy>()> policy;     ///< as it is now
    std::function<Result<>(const Session&)> openVault; ///< with the session's vault key
    std::function<void()> closeVault;                  ///< when the session ends; wipes
    const Clock& clock;
    QString terminal;
    /// The running session, for the record of what happens in it; null outside one. May be empty.
    std::function<const Session*()> session = {};
    std::function<Result<PinDue>(const OperatorCard&)> pinDue = {}; ///< as in SessionKeeper::Parts
    PinPads* pads = nullptr;                                        ///< without, every PIN is typed
    std::function<Result<ReaderAssignment>()> readers = {};         ///< as in ReaderGate
};

} // namespace madoguchi
