// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/station.h"

#include "app/audit/auditwriter.h"
#include "app/audit/registersum.h"
#include "app/station/stationlock.h"
#include "app/station/stationschema.h"

#include <QFileInfo>

#include <optional>
#include <utility>

namespace madoguchi {

struct Station::Parts {
    const Clock& clock;
    StationFolder folder;
    StationLock lock;
    Database database;
    StationFacts facts = {};
    std::optional<VaultKeySlots> slots = {};
    std::unique_ptr<AuditWriter> audit = {};
    std::optional<ActionRunner> actions = {};
};

Result<std::unique_ptr<Station>> Station::open(const StationFolder& folder, const Clock& clock) {
    const Result<SecretBytes> key = folder.terminalKey();
    if (!key)
        return fail(key.error());
    Result<StationLock> lock = StationLock::take(folder.lockFile());
    if (!lock)
        return fail(lock.error());
    // Opening would make a new one, and the log of the old one would be gone with its -wal.
    if (!QFileInfo::exists(folder.stationDatabase()))
        return fail(ErrorCode::FileMissing, folder.stationDatabase());
    Result<Database> database = Database::open(folder.stationDatabase(), *key, Database::Access::ReadWrite);
    if (!database)
        return fail(database.error());
    // Before anything is read or written: evidence stays as it is.
    if (const Result<> whole = checkRegister(*database); !whole)
        return fail(whole.error());
    if (const Result<> migrated = migrateStation(*database); !migrated)
        return fail(migrated.error());

    // From here on the database stays where it is: the others hold references to it.
    auto parts = std::unique_ptr<Parts>(new Parts{clock, folder, *std::move(lock), *std::move(database)});
    Result<StationFacts> facts = loadStationFacts(parts->database);
    if (!facts)
        return fail(facts.error());
    parts->facts = *std::move(facts);
    Result<VaultKeySlots> slots = VaultKeySlots::open(parts->database, *key);
    if (!slots)
        return fail(slots.error());
    parts->slots.emplace(*std::move(slots));
    Result<std::unique_ptr<AuditWriter>> audit =
        AuditWriter::open(parts->database, clock, parts->facts.terminal, folder.checkpointFile());
    if (!audit)
        return fail(audit.error());
    parts->audit = *std::move(audit);
    parts->actions.emplace(*parts->audit);
    return std::unique_ptr<Station>(new Station(std::move(parts)));
}

Station::Station(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Station::~Station() {
    // A stop that can't be recorded is found at the next start, as an unclean one.
    [[maybe_unused]] const Result<> stopped = m_parts->audit->stop();
}

const Clock& Station::clock() const {
    return m_parts->clock;
}

const StationFolder& Station::folder() const {
    return m_parts->folder;
}

AuditWriter& Station::audit() {
    return *m_parts->audit;
}

Database& Station::database() {
    return m_parts->database;
}

VaultKeySlots& Station::slots() {
    return *m_parts->slots;
}

ActionRunner& Station::actions() {
    return *m_parts->actions;
}

const StationFacts& Station::facts() const {
    return m_parts->facts;
}

} // namespace madoguchi
