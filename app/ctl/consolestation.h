// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A station opened by madoguchictl for a change: no other process has it meanwhile, and the log notes this
// program's start and stop like any other's. Main thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/station/stationfacts.h"
#include "app/station/stationfolder.h"

#include <memory>

namespace madoguchi {

class ConsoleStation {
public:
    /// `clock` must outlive it. Errors: StationInUse, with who has it; those of StationFolder::terminalKey(),
    /// Database::open(), loadStationFacts() and AuditWriter::open().
    static Result<std::unique_ptr<ConsoleStation>> open(const StationFolder& folder, const Clock& clock);
    /// Records the stop.
    ~ConsoleStation();

    Database& database();
    VaultKeySlots& slots();
    ActionRunner& actions();
    const StationFacts& facts() const;

private:
    struct Parts;
    explicit ConsoleStation(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace madoguchi
