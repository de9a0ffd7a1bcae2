// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One line of a transcript: bytes in hexadecimal, with names in the places of what differs from run to run.
// "( ... )" is the BER length of what is in the brackets (ISO/IEC 7816-4:2013, annex E), then that.
// "{puk 8}" is 8 bytes, "{certificate 9A}" as many as there are. Values; any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace madoguchi {

class TranscriptPattern {
public:
    /// None when it makes no sense: in a list, only one name may be without a size.
    static std::optional<TranscriptPattern> parse(const QString& text);

    /// Whether `bytes` fit. `fits` is asked for each name, in order, whether these bytes may stand there.
    using Fits = std::function<bool(const QString& name, QByteArrayView bytes)>;
    bool matches(QByteArrayView bytes, const Fits& fits) const;
    /// With each name replaced by what `valueOf` gives.
    QByteArray filled(const std::function<QByteArray(const QString& name)>& valueOf) const;

private:
    struct Part {
        QByteArray bytes = {};
        QString name = {};
        qsizetype size = -1;                            ///< of a name; -1: as many as there are
        std::optional<std::vector<Part>> brackets = {}; ///< with a length before
    };
    using Parts = std::vector<Part>;
    static bool parseInto(Parts& parts, const QStringList& words, qsizetype& at);
    static bool match(const Parts& parts, QByteArrayView bytes, const Fits& fits);
    static QByteArray fill(const Parts& parts, const std::function<QByteArray(const QString&)>& valueOf);
    static std::optional<qsizetype> sizeOf(const Part& part, QByteArrayView rest);
    static qsizetype sizeAfter(const Parts& parts, std::size_t index);

    Parts m_parts;
};

} // namespace madoguchi
