// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/transcriptpattern.h"

#include <QRegularExpression>
#include <QStringList>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QByteArray berLength(qsizetype size) {
    if (size < 0x80)
        return {1, static_cast<char>(size)};
    if (size < 0x100)
        return QByteArray(1, '\x81') + static_cast<char>(size);
    return QByteArray(1, '\x82') + static_cast<char>(size >> 8) + static_cast<char>(size & 0xFF);
}

/// How many bytes of length stand at the front, and the length; none when there is no BER length.
std::optional<std::pair<qsizetype, qsizetype>> lengthAt(QByteArrayView bytes) {
    if (bytes.isEmpty())
        return std::nullopt;
    const auto first = static_cast<quint8>(bytes.front());
    const qsizetype more = first < 0x80 ? 0 : first & 0x7F;
    if (more > 2 || bytes.size() < 1 + more)
        return std::nullopt;
    qsizetype length = more == 0 ? first : 0;
    for (qsizetype i = 0; i < more; ++i)
        length = length << 8 | static_cast<quint8>(bytes[1 + i]);
    if (berLength(length) != bytes.first(1 + more)) // the shortest form only
        return std::nullopt;
    return std::pair(1 + more, length);
}

} // namespace

std::optional<TranscriptPattern> TranscriptPattern::parse(const QString& text) {
    static const QRegularExpression word(u"[0-9A-Fa-f]{2}|[()]|\\{[^}]+\\}|\\S+"_s);
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext();)
        words.append(found.next().captured());
    TranscriptPattern pattern;
    qsizetype at = 0;
    if (!parseInto(pattern.m_parts, words, at) || at != words.size())
        return std::nullopt;
    return pattern;
}

bool TranscriptPattern::parseInto(Parts& parts, const QStringList& words, qsizetype& at) {
    static const QRegularExpression hex(u"^[0-9A-Fa-f]{2}$"_s);
    static const QRegularExpression named(u"^\\{([^}]*?)(?: ([1-9][0-9]?))?\\}$"_s);
    int openNames = 0;
    for (; at < words.size() && words[at] != u")"_s; ++at) {
        if (words[at] == u"("_s) {
            Part part{.brackets = Parts()};
            if (!parseInto(*part.brackets, words, ++at) || at == words.size())
                return false;
            parts.push_back(std::move(part));
        } else if (hex.match(words[at]).hasMatch()) {
            parts.push_back({.bytes = QByteArray::fromHex(words[at].toLatin1())});
        } else if (const auto match = named.match(words[at]); match.hasMatch()) {
            const bool sized = !match.captured(2).isEmpty() && !match.captured(1).isEmpty();
            parts.push_back({.name = match.captured(1), .size = sized ? match.captured(2).toInt() : -1});
            openNames += sized ? 0 : 1;
        } else {
            return false;
        }
    }
    return openNames <= 1;
}

std::optional<qsizetype> TranscriptPattern::sizeOf(const Part& part, QByteArrayView rest) {
    if (!part.name.isEmpty())
        return part.size;
    if (!part.brackets)
        return part.bytes.size();
    const auto length = lengthAt(rest);
    return length ? std::optional(length->first + length->second) : std::nullopt;
}

// Of what follows a name without a size: bytes and sized names only.
qsizetype TranscriptPattern::sizeAfter(const Parts& parts, std::size_t index) {
    qsizetype size = 0;
    for (std::size_t i = index + 1; i < parts.size(); ++i)
        size += parts[i].name.isEmpty() ? parts[i].bytes.size() : parts[i].size;
    return size;
}

bool TranscriptPattern::match(const Parts& parts, QByteArrayView bytes, const Fits& fits) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part& part = parts[i];
        auto size = sizeOf(part, bytes);
        if (size == -1)
            size = bytes.size() - sizeAfter(parts, i);
        if (!size || *size < 0 || *size > bytes.size())
            return false;
        const QByteArrayView here = bytes.first(*size);
        bytes = bytes.sliced(*size);
        if (part.brackets) {
            if (!match(*part.brackets, here.sliced(lengthAt(here)->first), fits))
                return false;
        } else if (part.name.isEmpty() ? here != part.bytes : !fits(part.name, here)) {
            return false;
        }
    }
    return bytes.isEmpty();
}

bool TranscriptPattern::matches(QByteArrayView bytes, const Fits& fits) const {
    return match(m_parts, bytes, fits);
}

QByteArray TranscriptPattern::fill(const Parts& parts,
                                   const std::function<QByteArray(const QString&)>& valueOf) {
    QByteArray bytes;
    for (const Part& part : parts) {
        if (part.brackets) {
            const QByteArray inner = fill(*part.brackets, valueOf);
            bytes += berLength(inner.size()) + inner;
        } else {
            bytes += part.name.isEmpty() ? part.bytes : valueOf(part.name);
        }
    }
    return bytes;
}

QByteArray TranscriptPattern::filled(const std::function<QByteArray(const QString& name)>& valueOf) const {
    return fill(m_parts, valueOf);
}

} // namespace madoguchi
