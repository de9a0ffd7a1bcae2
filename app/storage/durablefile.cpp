// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

class Descriptor {
public:
    Descriptor(const QByteArray& path, int flags, mode_t mode = 0)
        : m_number(::open(path.constData(), flags | O_CLOEXEC | O_NOFOLLOW, mode)) {}
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

tl::unexpected<Error> systemFailure(const QString& path) {
    const int reason = errno;
    const ErrorCode code =
        reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
    return fail(code, path + ": "_L1 + QString::fromLocal8Bit(std::strerror(reason)));
}

bool writeAll(int number, const QByteArray& content) {
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t written =
            ::write(number, content.constData() + done, static_cast<std::size_t>(content.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

} // namespace

Result<> writeDurably(const QString& path, const QByteArray& content, FileReaders readers) {
    const QByteArray target = QFile::encodeName(path);
    const QByteArray temporary = target + ".new";
    const mode_t mode = readers == FileReaders::Everybody ? 0644 : 0600;
    const bool mayBeIgnored = readers == FileReaders::OwnerIfTheMediumKnowsPermissions;
    ::unlink(temporary.constData()); // left by a kill
    const Descriptor file(temporary, O_WRONLY | O_CREAT | O_EXCL, mode);
    if (file.number() < 0)
        return systemFailure(path);
    const bool moded = ::fchmod(file.number(), mode) == 0 || mayBeIgnored;
    const bool whole = moded && writeAll(file.number(), content) && ::fsync(file.number()) == 0 &&
                       ::rename(temporary.constData(), target.constData()) == 0;
    if (!whole) {
        auto failure = systemFailure(path);
        ::unlink(temporary.constData());
        return failure;
    }
    return syncFolderOf(path);
}

Result<QByteArray> contentOfFile(const QString& path, qint64 largest) {
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileMissing, path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) // a pipe would never end
        return fail(ErrorCode::FileUnreadable, path);
    QByteArray content = file.read(largest + 1);
    if (content.size() > largest || file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, path);
    return content;
}

Result<> syncFolderOf(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath();
    const Descriptor descriptor(QFile::encodeName(folder), O_RDONLY | O_DIRECTORY);
    if (descriptor.number() < 0 || ::fsync(descriptor.number()) != 0)
        return systemFailure(folder);
    return {};
}

} // namespace madoguchi
