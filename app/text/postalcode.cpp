// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/postalcode.h"

#include "app/text/kana.h"
#include "app/text/width.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <iterator>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic = "MPC1";
constexpr int municipalityBlock = 1000;
constexpr qint64 largestBlock = 1 << 20; // packed or unpacked; the real ones stay below 128 KiB

Result<QByteArray> readExactly(QFile& file, qint64 offset, qint64 size) {
    if (!file.seek(offset))
        return fail(ErrorCode::FileMalformed, u"postal codes: offset"_s);
    QByteArray bytes = file.read(size);
    if (bytes.size() != size)
        return fail(ErrorCode::FileMalformed, u"postal codes: cut short"_s);
    return bytes;
}

/// The unpacked block as lines of fields; none when the block is empty. The format is described in
/// resources/postal/make.py.
Result<QList<QStringList>> readBlock(QFile& file, int block) {
    const Result<QByteArray> bounds = readExactly(file, magic.size() + 4 * qsizetype(block), 8);
    if (!bounds)
        return fail(bounds.error());
    const qint64 begin = qFromBigEndian<quint32>(bounds->constData());
    const qint64 size = qFromBigEndian<quint32>(bounds->constData() + 4) - begin;
    if (size == 0)
        return QList<QStringList>();
    if (size < 4 || size > largestBlock)
        return fail(ErrorCode::FileMalformed, u"postal codes: block size"_s);
    const Result<QByteArray> packed = readExactly(file, begin, size);
    if (!packed)
        return fail(packed.error());
    if (qFromBigEndian<quint32>(packed->constData()) > largestBlock)
        return fail(ErrorCode::FileMalformed, u"postal codes: unpacked size"_s);
    const QByteArray text = qUncompress(*packed);
    if (text.isEmpty())
        return fail(ErrorCode::FileMalformed, u"postal codes: damaged block"_s);
    QList<QStringList> lines;
    for (const QString& line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.split(u'\t'));
    return lines;
}

Result<> openDirectory(QFile& file) {
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileMissing, u"postal codes"_s);
    const Result<QByteArray> start = readExactly(file, 0, magic.size());
    if (!start || QByteArrayView(*start) != magic)
        return fail(ErrorCode::FileMalformed, u"postal codes: not such a file"_s);
    return {};
}

Result<PostalPlace> place(const QList<QStringList>& municipalities, const QString& code,
                          const QString& town) {
    for (const QStringList& line : municipalities) {
        if (line.size() == 5 && line[0] == code)
            return PostalPlace{line[1], line[2], town, toKatakana(line[3]), toKatakana(line[4]), code};
    }
    return fail(ErrorCode::FileMalformed, u"postal codes: municipality unknown"_s);
}

/// The places of lines that hold last digits, municipality code and town.
Result<QList<PostalPlace>> places(QFile& file, const QList<QStringList>& lines) {
    const Result<QList<QStringList>> municipalities = readBlock(file, municipalityBlock);
    if (!municipalities)
        return fail(municipalities.error());
    QList<PostalPlace> found;
    for (const QStringList& line : lines) {
        Result<PostalPlace> one = place(*municipalities, line[1], line[2]);
        if (!one)
            return fail(one.error());
        found.append(std::move(*one));
    }
    return found;
}

} // namespace

std::optional<QString> readPostalCode(const QString& typed) {
    static const QRegularExpression shape(u"^〒?\\s*([0-9]{3})[\\s\\-]*([0-9]{4})$"_s);
    const QRegularExpressionMatch match = shape.match(toHalfWidth(typed));
    return match.hasMatch() ? std::optional(match.captured(1) + match.captured(2)) : std::nullopt;
}

bool isPostalCode(const QString& text) {
    static const QRegularExpression shape(u"\\A[0-9]{7}\\z"_s);
    return shape.match(text).hasMatch();
}

QString formatPostalCode(const QString& sevenDigits) {
    return isPostalCode(sevenDigits) ? sevenDigits.left(3) + u'-' + sevenDigits.mid(3) : sevenDigits;
}

PostalDirectory::PostalDirectory(QString path) : m_path(std::move(path)) {}

Result<QList<PostalPlace>> PostalDirectory::lookup(const QString& sevenDigits) const {
    if (!isPostalCode(sevenDigits))
        return fail(ErrorCode::InputInvalid, u"not a postal code"_s);
    QFile file(m_path);
    if (const Result<> opened = openDirectory(file); !opened)
        return fail(opened.error());
    const Result<QList<QStringList>> codes = readBlock(file, sevenDigits.left(3).toInt());
    if (!codes)
        return fail(codes.error());
    QList<QStringList> matches;
    std::copy_if(codes->begin(), codes->end(), std::back_inserter(matches),
                 [&](const QStringList& line) { return line.size() == 3 && line[0] == sevenDigits.mid(3); });
    if (matches.isEmpty())
        return QList<PostalPlace>();
    return places(file, matches);
}

} // namespace madoguchi
