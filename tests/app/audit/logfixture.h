// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A log in a temporary folder, as words for the tests: open, fill, attack, verify.
#pragma once

#include "app/audit/auditverifier.h"
#include "app/audit/auditwriter.h"

#include <QFile>
#include <QTemporaryDir>

#include <optional>

namespace madoguchi {

inline Session sessionOf(Role role, const QString& operatorId = QStringLiteral("op1")) {
    SessionFacts facts;
    facts.operatorId = operatorId;
    facts.role = role;
    return Session(std::move(facts), std::nullopt);
}

class LogFixture {
public:
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString databasePath() const { return path("station.db"); }
    QString checkpointFile() const { return path("audit.checkpoint"); }

    Result<Database> connect(Database::Access access = Database::Access::ReadWrite) const {
        return Database::open(databasePath(), SecretBytes::copyOf(QByteArray(32, 'k')), access);
    }

    /// Opens the log; the writer lives until close(), kill() or the end.
    AuditWriter& open() {
        Result<Database> database = connect();
        require(database);
        m_database = std::make_unique<Database>(*std::move(database));
        Result<std::unique_ptr<AuditWriter>> writer = tryOpen();
        require(writer);
        m_writer = *std::move(writer);
        return *m_writer;
    }
    Result<std::unique_ptr<AuditWriter>> tryOpen() {
        if (!m_database)
            m_database = std::make_unique<Database>(connect().value());
        return AuditWriter::open(*m_database, m_clock, QStringLiteral("M01"), checkpointFile());
    }
    AuditWriter& writer() { return *m_writer; }
    Database& database() { return *m_database; }

    void fill(int count) {
        for (int i = 0; i < count; ++i) {
            AuditRecord record;
            record.operatorId = QStringLiteral("op%1").arg(i % 3);
            record.action = i % 2 ? QStringLiteral("draft.save") : QStringLiteral("draft.open");
            record.target = QStringLiteral("draft:%1").arg(i % 7);
            record.details = {{QStringLiteral("fields"), QString::number(i)}};
            require(m_writer->append(record));
        }
    }
    /// A clean end.
    void close() {
        require(m_writer->stop());
        kill();
    }
    /// As if the program had been killed (the write-ahead log is tidied by SQLite, though).
    void kill() {
        m_writer.reset();
        m_database.reset();
    }

    /// An attacker who has the key, and drops the triggers first.
    void attack(const char* sql) {
        Result<Database> database = connect();
        require(database);
        require(database->execute("DROP TRIGGER IF EXISTS record_keeps; DROP TRIGGER IF EXISTS record_stays;"
                                  "DROP TRIGGER IF EXISTS checkpoint_keeps;"
                                  "DROP TRIGGER IF EXISTS checkpoint_stays"));
        require(database->execute(sql));
    }

    AuditVerification verify(const QList<QByteArray>& keptCheckpoints = {}) const {
        Result<Database> database = connect(Database::Access::ReadOnly);
        require(database);
        Result<AuditVerification> answer = verifyAuditAsAdministrator(
            *database, {.checkpointFile = checkpointFile(), .keptCheckpoints = keptCheckpoints});
        require(answer);
        return *answer;
    }

    /// All files of the station, to be put back later.
    QMap<QString, QByteArray> copyFiles() const {
        QMap<QString, QByteArray> files;
        for (const char* name : {"station.db", "station.db-wal", "audit.checkpoint"}) {
            QFile file(path(name));
            if (file.open(QIODevice::ReadOnly))
                files.insert(file.fileName(), file.readAll());
        }
        return files;
    }
    static void putBack(const QString& path, const QByteArray& content) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", qPrintable(path));
    }

    template <class T>
    static void require(const Result<T>& result) {
        if (!result)
            qFatal("%s", qPrintable(toString(result.error())));
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<AuditWriter> m_writer;
};

} // namespace madoguchi
