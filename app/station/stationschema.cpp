// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationschema.h"

#include "app/audit/registersum.h"
#include "app/storage/migrations.h"

#include <array>

namespace madoguchi {
namespace {

constexpr const char* Register = R"(
CREATE TABLE operator (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  role TEXT NOT NULL,
  status INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  hours_from INTEGER,
  hours_to INTEGER,
  weekdays INTEGER,
  terminals TEXT NOT NULL
) STRICT;
CREATE TABLE operator_card (
  id TEXT PRIMARY KEY,
  operator TEXT NOT NULL REFERENCES operator (id),
  chuid_hash BLOB NOT NULL,
  certificate_9a BLOB NOT NULL,
  certificate_9d BLOB NOT NULL,
  certificate_9e BLOB NOT NULL,
  fingerprint_9a BLOB NOT NULL UNIQUE,
  fingerprint_9e BLOB UNIQUE,
  global_pin INTEGER NOT NULL,
  state INTEGER NOT NULL,
  enrolled_at INTEGER NOT NULL,
  last_login_at INTEGER,
  last_login_terminal TEXT NOT NULL DEFAULT '',
  failures_since_login INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX operator_card_chuid ON operator_card (chuid_hash) WHERE length(chuid_hash) > 0;
CREATE INDEX operator_card_operator ON operator_card (operator);

CREATE TABLE card_lockout (
  card TEXT PRIMARY KEY REFERENCES operator_card (id),
  failures INTEGER NOT NULL,
  locked INTEGER NOT NULL,
  remaining_ms INTEGER NOT NULL,
  observed_ms INTEGER NOT NULL,
  boot_id BLOB NOT NULL,
  last_failure_at INTEGER NOT NULL
) STRICT;

CREATE TABLE vault_slot (
  card TEXT PRIMARY KEY REFERENCES operator_card (id),
  public_key BLOB NOT NULL,
  ephemeral_key BLOB,
  wrapped_key BLOB
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
)";

// A slot is wrapped to the 9D certificate of the register; a second copy of the key could only differ from
// it. Slots of roles that do not work with drafts go, unless nobody else could open the drafts then.
constexpr const char* SlotsOfOperatorsOnly = R"(
ALTER TABLE vault_slot DROP COLUMN public_key;
DELETE FROM vault_slot
WHERE card NOT IN (SELECT c.id FROM operator_card c JOIN operator o ON o.id = c.operator WHERE o.role = 'Operator')
  AND (wrapped_key IS NULL OR EXISTS (
    SELECT 1 FROM vault_slot s JOIN operator_card c ON c.id = s.card JOIN operator o ON o.id = c.operator
    WHERE s.wrapped_key IS NOT NULL AND c.state = 0 AND o.role = 'Operator' AND o.status = 0));
)";

constexpr const char* Issuing = R"(
CREATE TABLE card_issue (
  id TEXT PRIMARY KEY,
  operator TEXT NOT NULL REFERENCES operator (id),
  started_by TEXT NOT NULL,
  witness TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  step INTEGER NOT NULL,
  guid BLOB NOT NULL UNIQUE,
  last_day TEXT NOT NULL,
  sealed_puk BLOB NOT NULL,
  card TEXT NOT NULL
) STRICT;
CREATE INDEX card_issue_card ON card_issue (card);
CREATE TABLE issued_certificate (
  serial BLOB PRIMARY KEY,
  issue TEXT NOT NULL REFERENCES card_issue (id),
  kind INTEGER NOT NULL,
  not_after INTEGER NOT NULL,
  revoked_at INTEGER,
  reason INTEGER
) STRICT;
CREATE INDEX issued_certificate_issue ON issued_certificate (issue);
)";

constexpr const char* Pins = R"(
CREATE TABLE card_pin (
  card TEXT PRIMARY KEY REFERENCES operator_card (id),
  salt BLOB NOT NULL,
  set_at INTEGER,
  must_change INTEGER NOT NULL
) STRICT;
CREATE TABLE former_pin (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  card TEXT NOT NULL REFERENCES operator_card (id),
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX former_pin_card ON former_pin (card);
)";

// The office key has slots of the same kind as the vault key; administrators' cards that are there wait for
// it.
constexpr const char* SlotsByPurpose = R"(
CREATE TABLE key_slot (
  purpose TEXT NOT NULL,
  card TEXT NOT NULL REFERENCES operator_card (id),
  ephemeral_key BLOB,
  wrapped_key BLOB,
  PRIMARY KEY (purpose, card)
) STRICT;
INSERT INTO key_slot SELECT 'vault', card, ephemeral_key, wrapped_key FROM vault_slot;
INSERT INTO key_slot (purpose, card) SELECT 'office', c.id
  FROM operator_card c JOIN operator o ON o.id = c.operator
  WHERE o.role = 'CardAdministrator' AND o.status = 0 AND c.state = 0 AND length(c.certificate_9d) > 0;
DROP TABLE vault_slot;
)";

constexpr const char* OwnAuthority = R"(
CREATE TABLE issuing_certificate (
  fingerprint BLOB PRIMARY KEY,
  certificate BLOB NOT NULL,
  chuid_hash BLOB NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;
CREATE TABLE revocation_list (
  issuer BLOB PRIMARY KEY,
  number INTEGER NOT NULL,
  list BLOB NOT NULL
) STRICT;
)";

// What happened to cards before is known as far as the register told it. The time of an earlier suspension is
// not: it counts from now, and says so.
constexpr const char* CardEvents = R"(
CREATE TABLE card_event (
  number INTEGER PRIMARY KEY,
  card TEXT NOT NULL REFERENCES operator_card (id),
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  actor TEXT NOT NULL,
  witness TEXT NOT NULL,
  witness_by_card INTEGER NOT NULL,
  reason TEXT NOT NULL,
  incident TEXT NOT NULL,
  due_back TEXT NOT NULL
) STRICT;
CREATE INDEX card_event_card ON card_event (card);
CREATE UNIQUE INDEX card_event_incident ON card_event (incident) WHERE event = 'lost';
INSERT INTO card_event (card, at, event, actor, witness, witness_by_card, reason, incident, due_back)
  SELECT id, enrolled_at, 'enrolled', '', '', 0, '', '', '' FROM operator_card ORDER BY id;
UPDATE operator_card SET state = 2
  WHERE state = 0 AND operator IN (SELECT id FROM operator WHERE status = 1);
INSERT INTO card_event (card, at, event, actor, witness, witness_by_card, reason, incident, due_back)
  SELECT id, CAST(strftime('%s', 'now') AS INTEGER) * 1000,
    CASE state WHEN 1 THEN 'invalidated' ELSE 'suspended' END, '', '', 0, 'before-this-register', '', ''
  FROM operator_card WHERE state IN (1, 2) ORDER BY id;
)";

// Which PUK and which management key a card still has follows from the issue that it was in before.
constexpr const char* FormerIssues = "ALTER TABLE card_issue ADD COLUMN former TEXT NOT NULL DEFAULT '';";

// A day card ends at a time of day. What was issued before has none.
constexpr const char* DayCards = "ALTER TABLE operator_card ADD COLUMN ends_at INTEGER;";

// Readers that have a part; without a row any reader has.
constexpr const char* ReaderParts = R"(
CREATE TABLE reader_part (
  part TEXT PRIMARY KEY CHECK (part IN ('operators', 'applicants')),
  reader TEXT NOT NULL UNIQUE
) STRICT;
)";

// A card without a row has not shown who made it.
constexpr const char* Attestation = R"(
CREATE TABLE attestation_maker (
  fingerprint BLOB PRIMARY KEY,
  certificate BLOB NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;
CREATE TABLE attested_device (
  issue TEXT PRIMARY KEY REFERENCES card_issue (id),
  maker TEXT NOT NULL,
  serial TEXT NOT NULL,
  version TEXT NOT NULL
) STRICT;
)";

// Of what was issued before only the day is known.
constexpr const char* EndOfDayCards = "ALTER TABLE card_issue ADD COLUMN day_card_end INTEGER;";

// A card that was enrolled before may be spoken to in clear, as it was.
constexpr const char* MessagingKeys =
    "ALTER TABLE operator_card ADD COLUMN messaging_key BLOB NOT NULL DEFAULT x'';";

// From ContentSum on, migrate() watches every table of ours, also those of later steps.
constexpr std::array Steps{
    Register,     SlotsOfOperatorsOnly, Issuing,  Pins,        SlotsByPurpose, OwnAuthority,  CardEvents,
    FormerIssues, ContentSum::Schema,   DayCards, ReaderParts, Attestation,    EndOfDayCards, MessagingKeys};

} // namespace

std::span<const char* const> stationMigrations() {
    return Steps;
}

Result<> migrateStation(Database& database) {
    ContentSum content = registerSum(database);
    if (Result<> migrated = migrate(database, Steps, &content); !migrated)
        return migrated;
    const Result<quint64> counted = content.changes();
    return counted ? Result<>() : fail(counted.error());
}

} // namespace madoguchi
