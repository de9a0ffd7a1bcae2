// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationfolder.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

struct Descriptor {
    int value;
    ~Descriptor() {
        if (value >= 0)
            ::close(value);
    }
};

} // namespace

StationFolder::StationFolder(const QString& path) : m_path(QDir::cleanPath(QDir(path).absolutePath())) {}

Result<Database> StationFolder::openToRead() const {
    const Result<SecretBytes> key = terminalKey();
    if (!key)
        return fail(key.error());
    return Database::open(stationDatabase(), *key, Database::Access::ReadOnly);
}

QString StationFolder::file(const char* name) const {
    return m_path + u'/' + QLatin1StringView(name);
}

QString StationFolder::stationDatabase() const {
    return file("station.db");
}

QString StationFolder::vaultDatabase() const {
    return file("vault.db");
}

QString StationFolder::terminalKeyFile() const {
    return file("terminal.key");
}

QString StationFolder::checkpointFile() const {
    return file("audit.checkpoint");
}

QString StationFolder::lockFile() const {
    return file("station.lock");
}

Result<SecretBytes> StationFolder::terminalKey() const {
    // Plain system calls, so that no buffer of a library keeps a copy.
    const Descriptor key{::open(QFile::encodeName(terminalKeyFile()).constData(), O_RDONLY | O_CLOEXEC)};
    if (key.value < 0) {
        return errno == ENOENT ? fail(ErrorCode::StationMissing, m_path)
                               : fail(ErrorCode::FileUnreadable, terminalKeyFile());
    }
    struct stat facts {};
    if (::fstat(key.value, &facts) != 0 || (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::FileUnreadable, u"others may read %1"_s.arg(terminalKeyFile()));
    if (facts.st_size != static_cast<off_t>(TerminalKeyBytes))
        return fail(ErrorCode::FileMalformed, terminalKeyFile());
    SecretBytes bytes(TerminalKeyBytes);
    if (::read(key.value, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        return fail(ErrorCode::FileUnreadable, terminalKeyFile());
    return bytes;
}

} // namespace madoguchi
