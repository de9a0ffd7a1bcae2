// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/databaseheader.h"

#include "app/crypto/hash.h"
#include "app/crypto/hkdf.h"
#include "app/crypto/random.h"
#include "app/storage/durablefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qint64 LargestHeader = 4096;
constexpr qsizetype IdBytes = 16;

// What both sums cover. The plain one tells damage from a wrong key, the keyed one proves the origin.
QByteArray coveredText(const DatabaseHeader& header) {
    return "madoguchi-database\n" + QByteArray::number(header.format) + '\n' + header.id.toHex() + '\n' +
           (header.ready ? "ready" : "new") + '\n';
}

Result<QByteArray> keyedSum(const SecretBytes& key, const DatabaseHeader& header) {
    const Result<SecretBytes> headerKey = hkdfSha256(key, header.id, "madoguchi database header", 32);
    if (!headerKey)
        return fail(headerKey.error());
    return hmacSha256(*headerKey, coveredText(header));
}

Result<DatabaseHeader> parse(const QByteArray& bytes, QByteArray& mac) {
    const auto damaged = [](const QString& what) {
        return fail(ErrorCode::DatabaseCorrupt, u"the database's header is damaged: "_s + what);
    };
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value("kind"_L1).toString() != "madoguchi-database"_L1)
        return damaged(u"not a header"_s);
    DatabaseHeader header;
    header.format = object.value("format"_L1).toInt();
    if (header.format > DatabaseHeader::CurrentFormat)
        return fail(ErrorCode::DatabaseVersionUnknown, u"the database has format %1"_s.arg(header.format));
    header.id = QByteArray::fromHex(object.value("id"_L1).toString().toLatin1());
    header.ready = object.value("state"_L1).toString() == "ready"_L1;
    mac = QByteArray::fromHex(object.value("mac"_L1).toString().toLatin1());
    if (header.format < 1 || header.id.size() != IdBytes)
        return damaged(u"no format or id"_s);
    if (Sha256().digest(coveredText(header) + mac).toHex() != object.value("sum"_L1).toString().toLatin1())
        return damaged(u"its sum does not fit"_s);
    return header;
}

} // namespace

DatabaseHeader DatabaseHeader::make() {
    return {.format = CurrentFormat, .id = randomBytes(IdBytes), .ready = false};
}

qint32 DatabaseHeader::applicationId() const {
    return qFromBigEndian<qint32>(id.constData()) | 1;
}

QString databaseHeaderPath(const QString& path) {
    return path + ".head"_L1;
}

Result<DatabaseHeader> readDatabaseHeader(const QString& path, const SecretBytes& key) {
    QFile file(databaseHeaderPath(path));
    if (!file.exists())
        return fail(ErrorCode::FileMissing, file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.fileName() + ": "_L1 + file.errorString());
    QByteArray mac;
    Result<DatabaseHeader> header = parse(file.read(LargestHeader), mac);
    if (!header)
        return header;
    const Result<QByteArray> expected = keyedSum(key, *header);
    if (!expected)
        return fail(expected.error());
    if (mac.size() != expected->size() ||
        CRYPTO_memcmp(mac.constData(), expected->constData(), static_cast<std::size_t>(mac.size())) != 0)
        return fail(ErrorCode::DatabaseKeyWrong, u"this key did not make the database at "_s + path);
    return header;
}

Result<> writeDatabaseHeader(const QString& path, const SecretBytes& key, const DatabaseHeader& header) {
    const Result<QByteArray> mac = keyedSum(key, header);
    if (!mac)
        return fail(mac.error());
    const QJsonObject object{
        {u"kind"_s, u"madoguchi-database"_s},
        {u"format"_s, header.format},
        {u"id"_s, QString::fromLatin1(header.id.toHex())},
        {u"state"_s, header.ready ? u"ready"_s : u"new"_s},
        {u"mac"_s, QString::fromLatin1(mac->toHex())},
        {u"sum"_s, QString::fromLatin1(Sha256().digest(coveredText(header) + *mac).toHex())},
    };
    return writeDurably(databaseHeaderPath(path), QJsonDocument(object).toJson());
}

} // namespace madoguchi
