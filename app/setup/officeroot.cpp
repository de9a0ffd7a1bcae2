// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/setup/officeroot.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// Of the folder itself, or where it is going to be.
std::optional<dev_t> deviceOf(QString path) {
    struct stat facts {};
    while (::stat(QFile::encodeName(path).constData(), &facts) != 0) {
        const QString above = QFileInfo(path).path();
        if (above == path)
            return std::nullopt;
        path = above;
    }
    return facts.st_dev;
}

} // namespace

Result<QString> placeForRoot(const StationFolder& station, const QString& folder) {
    const QString place = folder.isEmpty() ? QString() : QDir(folder).canonicalPath();
    if (place.isEmpty())
        return fail(ErrorCode::FileMissing, folder);
    const QString inside = QFileInfo(station.path()).canonicalFilePath();
    if (!inside.isEmpty() && (place + u'/').startsWith(inside + u'/'))
        return fail(ErrorCode::InputInvalid, u"the root does not belong on the station: "_s + folder);
    return place;
}

bool isOnDiskOf(const StationFolder& station, const QString& folder) {
    return deviceOf(station.path()) == deviceOf(folder);
}

Result<RootOnMedium> openTrustedRoot(const CertificateVerifier& roots, const QString& folder,
                                     const SecretBytes& passphrase) {
    Result<RootOnMedium> root = openRootIn(folder, passphrase);
    if (!root)
        return root;
    const QList<Certificate>& trusted = roots.anchors();
    const bool known = std::ranges::any_of(trusted, [&](const Certificate& anchor) {
        return anchor.fingerprint() == root->certificate.fingerprint();
    });
    return known ? std::move(root)
                 : fail(ErrorCode::CertificateNotTrusted, u"the station was set up with another root"_s);
}

} // namespace madoguchi
