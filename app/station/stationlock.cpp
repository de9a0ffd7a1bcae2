// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationlock.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QString ownProgram() {
    return QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).fileName();
}

const QString BeforeProcess = u", process "_s;

// "program, process 4711", as its holder wrote it.
QString holderIn(int descriptor) {
    std::array<char, 256> text{};
    const ssize_t size = pread(descriptor, text.data(), text.size(), 0);
    return size > 0 ? QString::fromUtf8(text.data(), size).trimmed() : u"another process"_s;
}

bool writeHolder(int descriptor) {
    const QByteArray text = (ownProgram() + BeforeProcess + QString::number(getpid()) + u'\n').toUtf8();
    return ftruncate(descriptor, 0) == 0 &&
           pwrite(descriptor, text.constData(), static_cast<size_t>(text.size()), 0) == text.size();
}

} // namespace

std::optional<StationHolder> stationHolder(const Error& error) {
    const qsizetype end = error.detail.lastIndexOf(BeforeProcess);
    if (error.code != ErrorCode::StationInUse || end < 0)
        return std::nullopt;
    return StationHolder{error.detail.first(end),
                         error.detail.sliced(end + BeforeProcess.size()).toLongLong()};
}

Result<StationLock> StationLock::take(const QString& path) {
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fail(ErrorCode::FileUnwritable, path + u": "_s + QString::fromLocal8Bit(std::strerror(errno)));
    StationLock lock(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::StationInUse, holderIn(descriptor));
    if (!writeHolder(descriptor))
        return fail(ErrorCode::FileUnwritable, path + u": "_s + QString::fromLocal8Bit(std::strerror(errno)));
    return lock;
}

StationLock::StationLock(int descriptor) : m_descriptor(descriptor) {}

StationLock::StationLock(StationLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

StationLock::~StationLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace madoguchi
