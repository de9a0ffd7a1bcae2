// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A station taken by this process: its lock, its database, its log with this program's start and stop, and
// the single door to actions. The workstation and madoguchictl build on it. Main thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/station/stationfacts.h"
#include "app/station/stationfolder.h"

#include <memory>

namespace madoguchi {

class Station {
public:
    /// `clock` must outlive it. Errors: StationMissing; StationInUse, with who has it; those of
    /// StationFolder::terminalKey(), Database::open(), checkRegister(), migrateStation(), loadStationFacts()
    /// and AuditWriter::open().
    static Result<std::unique_ptr<Station>> open(const StationFolder& folder, const Clock& clock);
    /// Records the stop.
    ~Station();

    const Clock& clock() const;
    const StationFolder& folder() const;
    Database& database();
    AuditWriter& audit();
    VaultKeySlots& slots();
    ActionRunner& actions();
    const StationFacts& facts() const;

private:
    struct Parts;
    explicit Station(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace madoguchi
