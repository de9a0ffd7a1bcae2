// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/setup/setupneed.h"

#include "app/station/stationfacts.h"
#include "app/storage/databaseheader.h"
#include "app/storage/statement.h"

#include <QFile>

namespace madoguchi {
namespace {

// The key is written before all of them.
bool holdsWorkWithoutKey(const StationFolder& folder) {
    return QFile::exists(folder.stationDatabase()) || QFile::exists(folder.vaultDatabase()) ||
           QFile::exists(folder.checkpointFile());
}

// Cut off before its first table, or never begun; not one that is gone.
bool wasNeverMade(const StationFolder& folder, const SecretBytes& key) {
    if (QFile::exists(folder.vaultDatabase()))
        return false;
    const Result<DatabaseHeader> header = readDatabaseHeader(folder.stationDatabase(), key);
    return header ? !header->ready
                  : header.error().code == ErrorCode::FileMissing && !QFile::exists(folder.stationDatabase());
}

Result<bool> isThere(Database& database, const char* question) {
    Result<Statement> statement = database.prepare(question);
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->step();
    return row ? Result<bool>(*row && statement->integer(0) != 0) : row;
}

Result<SetupNeed> needOf(Database& database) {
    const Result<bool> tables =
        isThere(database, "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'operator_card')");
    if (!tables)
        return fail(tables.error());
    if (!*tables)
        return SetupNeed::Station;
    if (const auto facts = loadStationFacts(database); !facts) {
        return facts.error().code == ErrorCode::StationMissing ? Result<SetupNeed>(SetupNeed::Station)
                                                               : fail(facts.error());
    }
    const Result<bool> cards = isThere(database, "SELECT EXISTS (SELECT 1 FROM operator_card)");
    if (!cards)
        return fail(cards.error());
    if (!*cards)
        return SetupNeed::FirstCard;
    // State 0: OperatorCardState::Active.
    const Result<bool> alone = isThere(
        database, "SELECT (SELECT count(*) FROM operator_card) = 1 AND EXISTS "
                  "(SELECT 1 FROM card_issue i JOIN operator_card c ON c.id = i.card AND c.state = 0)");
    if (!alone)
        return fail(alone.error());
    return *alone ? SetupNeed::SecondCard : SetupNeed::Nothing;
}

} // namespace

Result<SetupNeed> setupNeedOf(const StationFolder& folder) {
    const Result<SecretBytes> key = folder.terminalKey();
    if (!key) {
        return key.error().code == ErrorCode::StationMissing && !holdsWorkWithoutKey(folder)
                   ? Result<SetupNeed>(SetupNeed::Station)
                   : fail(key.error());
    }
    if (wasNeverMade(folder, *key))
        return SetupNeed::Station;
    Result<Database> database = folder.openToRead();
    return database ? needOf(*database) : fail(database.error());
}

} // namespace madoguchi
