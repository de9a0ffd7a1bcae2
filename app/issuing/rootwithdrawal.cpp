// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/rootwithdrawal.h"

#include "app/issuing/revocations.h"
#include "app/storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QMap>

#include <algorithm>
#include <openssl/x509v3.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QString listFile(const QString& folder) {
    return QDir(folder).filePath(u"root-list.pem"_s);
}

using Entries = QMap<QByteArray, RevokedCertificate>;

// A certificate whose cards were refused stays so; one whose cards stay may still come to be refused.
void add(Entries& entries, const RevokedCertificate& entry) {
    const auto present = entries.constFind(entry.serialNumber);
    if (present == entries.constEnd() || (isKept(*present) && !isKept(entry)))
        entries.insert(entry.serialNumber, entry);
}

} // namespace

Result<std::optional<RevocationList>> rootListIn(const QString& folder, const Certificate& root) {
    QFile file(listFile(folder));
    if (!file.exists())
        return std::optional<RevocationList>();
    if (!file.open(QIODevice::ReadOnly) || file.size() > 2 * RevocationList::LargestDer)
        return fail(ErrorCode::FileUnreadable, file.fileName());
    const auto list = RevocationList::read(file.readAll(), root);
    return list ? Result<std::optional<RevocationList>>(*list) : fail(list.error());
}

Result<> writeRootListIn(const QString& folder, const RevocationList& list) {
    return writeDurably(listFile(folder), list.pem(), FileReaders::OwnerIfTheMediumKnowsPermissions);
}

Result<RevocationList> signWithdrawal(const RootOnMedium& root, const QList<RevocationList>& known,
                                      const QList<Certificate>& issuing, IssuedCards issued,
                                      const QDateTime& now) {
    if (root.certificate.notAfter() <= now)
        return fail(ErrorCode::CertificateExpired, u"the root's certificate is over"_s);
    Entries entries;
    qint64 number = 0;
    for (const RevocationList& list : known) {
        number = std::max(number, list.number());
        for (const RevokedCertificate& entry : list.revoked())
            add(entries, entry);
    }
    const RevocationReason reason = issued == IssuedCards::Stay ? RevocationReason::CessationOfOperation
                                                                : RevocationReason::KeyCompromise;
    for (const Certificate& certificate : issuing) {
        if (X509_check_issued(root.certificate.handle(), certificate.handle()) != X509_V_OK)
            return fail(ErrorCode::InputInvalid, u"another root's certificate"_s);
        add(entries, {.serialNumber = serialNumberOf(certificate), .at = now, .reason = reason});
    }
    const auto made =
        UnsignedRevocationList::make(root.certificate, {.number = number + 1,
                                                        .thisUpdate = now,
                                                        .nextUpdate = root.certificate.notAfter(),
                                                        .revoked = entries.values()});
    if (!made)
        return fail(made.error());
    const auto signature = root.key.sign(made->toBeSigned());
    return signature ? made->withSignature(*signature) : Result<RevocationList>(fail(signature.error()));
}

} // namespace madoguchi
