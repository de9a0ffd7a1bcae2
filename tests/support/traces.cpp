// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/traces.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <unicode/ucnv.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype ShortestTrace = 6;  // shorter ones lie in any ciphertext by chance
constexpr qsizetype ShortestDigits = 8; // fewer lie in the times and addresses of a log by chance

// Wherever it begins in what was encoded, these characters are the same.
QByteArray base64At(const QByteArray& bytes, int offset) {
    const QByteArray whole = (QByteArray(offset, 'x') + bytes).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype from = (offset * 8 + 5) / 6;
    const qsizetype to = (offset + bytes.size()) * 8 / 6;
    return whole.sliced(from, to - from);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    return file.readAll();
}

} // namespace

QList<const char*> Traces::encodings() {
    return {"UTF-8", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-JP"};
}

QByteArray Traces::encoded(const QString& text, const char* encoding) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &error);
    QByteArray bytes(text.size() * 4 + 16, '\0');
    const int size = ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()),
                                     reinterpret_cast<const UChar*>(text.utf16()),
                                     static_cast<int32_t>(text.size()), &error);
    ucnv_close(converter);
    if (U_FAILURE(error))
        qFatal("%s: %s", encoding, u_errorName(error));
    return bytes.first(size);
}

void Traces::add(const QString& text) {
    const auto isDigit = [](QChar character) { return character.isDigit(); };
    if (text.size() < ShortestDigits && std::ranges::all_of(text, isDigit))
        qFatal("%s is too short to be looked for", qPrintable(text));
    for (const char* encoding : encodings())
        add(text, encoded(text, encoding));
}

void Traces::add(const QString& name, const QByteArray& bytes) {
    m_traces.append({name, bytes});
    for (const QByteArray& hex : {bytes.toHex(), bytes.toHex(' '), bytes.toHex(':')})
        m_traces += {{name, hex}, {name, hex.toUpper()}};
    for (int offset = 0; offset < 3; ++offset)
        m_traces.append({name, base64At(bytes, offset)});
    m_traces.removeIf([](const Trace& trace) { return trace.bytes.size() < ShortestTrace; });
}

QStringList Traces::foundIn(const QString& place, const QByteArray& content) const {
    QStringList found;
    for (const Trace& trace : m_traces) {
        if (content.contains(trace.bytes))
            found.append(place + u": "_s + trace.text);
    }
    return found;
}

QStringList Traces::foundBelow(const QString& folder) const {
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        found += foundIn(path, path.toUtf8() + contentOf(path));
    }
    return found;
}

} // namespace madoguchi
