// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/vault.h"

#include "app/drafts/vaultwitness.h"
#include "app/storage/migrations.h"
#include "app/storage/statement.h"

#include <QFile>

#include <array>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// Searches are always one operator's own, hence the indexes begin with the owner.
constexpr const char* Drafts = R"(
CREATE TABLE reception (
  number TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  UNIQUE (day, sequence)
) STRICT;
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  reception TEXT NOT NULL REFERENCES reception (number),
  procedure TEXT NOT NULL,
  procedure_version INTEGER NOT NULL,
  owner TEXT NOT NULL,
  handed_over_by TEXT NOT NULL DEFAULT '',
  field_values TEXT NOT NULL,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  birth TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kana_key TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  delete_reason TEXT
) STRICT;
CREATE INDEX draft_kana ON draft (owner, kana_key) WHERE deleted_at IS NULL;
CREATE INDEX draft_name ON draft (owner, name_key) WHERE deleted_at IS NULL;
CREATE INDEX draft_birth ON draft (owner, birth) WHERE deleted_at IS NULL;
CREATE INDEX draft_reception ON draft (reception);
)";

Result<> migrateVault(Database& database) {
    const std::array<const char*, 4> Steps{Drafts, VaultWitness::Schema, ContentSum::Schema,
                                           VaultWitness::WithoutCount};
    ContentSum content = VaultWitness::contentOf(database);
    return migrate(database, Steps, &content);
}

} // namespace

Result<> Vault::create(const QString& path, const SecretBytes& vaultKey, quint64 changesBefore) {
    if (QFile::exists(path))
        return fail(ErrorCode::StationExists, u"there is a vault already"_s);
    Result<Database> database = Database::open(path, vaultKey, Database::Access::ReadWrite);
    if (!database)
        return fail(database.error());
    if (Result<> migrated = migrateVault(*database); !migrated)
        return migrated;
    Result<Statement> countOn = database->prepare("UPDATE content_sum SET changes = changes + ?1");
    if (!countOn)
        return fail(countOn.error());
    return countOn->bind(1, static_cast<qint64>(changesBefore)).run();
}

Result<Vault> Vault::open(const QString& path, const Session& session) {
    if (!session.isActive())
        return fail(ErrorCode::SessionEnded);
    const SecretBytes* key = session.vaultKey();
    if (!key)
        return fail(ErrorCode::VaultKeyMissing);
    if (!QFile::exists(path)) // never made anew here: a vault that vanished must be noticed
        return fail(ErrorCode::FileMissing, path);
    Result<Database> database = Database::open(path, *key, Database::Access::ReadWrite);
    if (!database)
        return fail(database.error());
    if (const Result<> migrated = migrateVault(*database); !migrated)
        return fail(migrated.error());
    return Vault(*std::move(database));
}

Vault::Vault(Database database) : m_database(std::move(database)) {}

} // namespace madoguchi
