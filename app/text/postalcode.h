// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Postal codes and the places they stand for (117,032 codes, resources/postal/README.md). Any thread.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace madoguchi {

/// Seven half-width digits from ００１－０００１, 001-0001, 〒0010001 and the like; nothing when it is not
/// seven digits.
std::optional<QString> readPostalCode(const QString& typed);

/// Exactly seven half-width digits.
bool isPostalCode(const QString& text);

/// 001-0001; the text itself when it is no postal code.
QString formatPostalCode(const QString& sevenDigits);

struct PostalPlace {
    QString prefecture;       ///< 東京都
    QString municipality;     ///< 千代田区; with its district for counties: 余市郡余市町
    QString town;             ///< empty when the code stands for the whole municipality
    QString prefectureKana;   ///< full-width katakana
    QString municipalityKana; ///< full-width katakana; the data has no reading for towns
    QString municipalityCode; ///< five digits (JIS X 0402)
    bool operator==(const PostalPlace&) const = default;
};

/// Looks codes up in a compact file. Nothing is read before the first look-up, and each look-up reads only
/// the block that it needs.
class PostalDirectory {
public:
    explicit PostalDirectory(QString path = QStringLiteral(":/postal/postal.dat"));

    /// The places of one code (few codes have several); empty when there is none.
    /// Errors: InputInvalid unless isPostalCode(), FileMissing, FileMalformed.
    Result<QList<PostalPlace>> lookup(const QString& sevenDigits) const;

private:
    QString m_path;
};

} // namespace madoguchi
