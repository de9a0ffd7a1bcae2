// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationinit.h"

#include "app/actions/actionrunner.h"
#include "app/crypto/certificateverifier.h"
#include "app/crypto/random.h"
#include "app/station/policystore.h"
#include "app/station/stationfacts.h"
#include "app/station/stationlock.h"
#include "app/station/stationschema.h"
#include "app/storage/durablefile.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

Result<> makeFolder(const QString& path) {
    if (!QDir().mkpath(path) || ::chmod(QFile::encodeName(path).constData(), 0700) != 0)
        return fail(ErrorCode::FileUnwritable, path);
    return {};
}

// The key that is there, or a new one, durable before anything is encrypted with it.
Result<SecretBytes> terminalKeyIn(const StationFolder& folder) {
    if (QFile::exists(folder.terminalKeyFile()))
        return folder.terminalKey();
    SecretBytes key = randomSecret(StationFolder::TerminalKeyBytes);
    // A view, not a copy: the key must not stay behind in ordinary memory.
    const QByteArray bytes = QByteArray::fromRawData(key.view().data(), key.view().size());
    if (const Result<> written = writeDurably(folder.terminalKeyFile(), bytes); !written)
        return fail(written.error());
    return key;
}

Result<> fill(Database& database, const StationFolder& folder, const StationOrder& order,
              const Clock& clock) {
    Result<std::unique_ptr<AuditWriter>> audit =
        AuditWriter::open(database, clock, order.terminal, folder.checkpointFile());
    if (!audit)
        return fail(audit.error());
    ActionRunner actions(**audit);
    const ActionCall call{
        ActionId::StationInit,
        {},
        {{u"office"_s, order.office},
         {u"allowCardWithoutCardKey"_s, order.policy.allowCardWithoutCardKey ? u"true"_s : u"false"_s}}};
    const Result<> stored = actions.runAtConsole(call, [&]() -> Result<> {
        // The facts come last: with them the station is there.
        if (Result<> ruled = PolicyStore(database).changeAtConsole(order.policy); !ruled)
            return ruled;
        return storeStationFacts(database,
                                 {randomId(), order.office, order.terminal, clock.now(), order.authorityPem});
    });
    const Result<> stopped = (*audit)->stop();
    return stored ? stopped : stored;
}

} // namespace

Result<> initialiseStation(const StationFolder& folder, const StationOrder& order, const Clock& clock) {
    if (const auto authority = CertificateVerifier::fromPem(order.authorityPem); !authority)
        return fail(authority.error());
    if (Result<> named = checkStationNames(order.office, order.terminal); !named)
        return named;
    if (Result<> made = makeFolder(folder.path()); !made)
        return made;
    const Result<StationLock> lock = StationLock::take(folder.lockFile());
    if (!lock)
        return fail(lock.error());
    if (QFile::exists(folder.vaultDatabase()))
        return fail(ErrorCode::StationExists, u"there is a vault already"_s);
    const Result<SecretBytes> key = terminalKeyIn(folder);
    if (!key)
        return fail(key.error());
    Result<Database> database = Database::open(folder.stationDatabase(), *key, Database::Access::ReadWrite);
    if (!database)
        return fail(database.error());
    if (Result<> migrated = migrateStation(*database); !migrated)
        return migrated;
    if (loadStationFacts(*database))
        return fail(ErrorCode::StationExists);
    return fill(*database, folder, order, clock);
}

} // namespace madoguchi
