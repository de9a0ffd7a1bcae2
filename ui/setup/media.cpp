// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/setup/media.h"

#include "app/setup/officeroot.h"

#include <QDir>
#include <QStorageInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// The Filesystem Hierarchy Standard's places, and udisks'.
bool isForMedia(const QString& path) {
    constexpr std::array Places{"/media/"_L1, "/run/media/"_L1, "/mnt/"_L1};
    return std::ranges::any_of(Places, [&](QLatin1StringView place) { return path.startsWith(place); });
}

QList<QStorageInfo> media(const StationFolder& station) {
    QList<QStorageInfo> found;
    const QList<QStorageInfo> volumes = QStorageInfo::mountedVolumes();
    for (const QStorageInfo& volume : volumes) {
        if (isForMedia(volume.rootPath()) && volume.isReady() && !isOnDiskOf(station, volume.rootPath()))
            found.append(volume);
    }
    return found;
}

} // namespace

QStringList writableMedia(const StationFolder& station) {
    QStringList folders;
    const QList<QStorageInfo> volumes = media(station);
    for (const QStorageInfo& volume : volumes) {
        if (!volume.isReadOnly())
            folders.append(volume.rootPath());
    }
    return folders;
}

QStringList certificateFiles(const StationFolder& station) {
    QStringList files;
    const QList<QStorageInfo> volumes = media(station);
    for (const QStorageInfo& volume : volumes) {
        const QDir root(volume.rootPath());
        const QStringList names =
            root.entryList({u"*.pem"_s, u"*.crt"_s, u"*.cer"_s}, QDir::Files | QDir::Readable, QDir::Name);
        for (const QString& name : names)
            files.append(root.filePath(name));
    }
    return files;
}

} // namespace madoguchi
