// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/diagnostics/supportbundle.h"

#include "smartcard/pcsc/pcscversion.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

QJsonObject toJson(const SupportLine& line) {
    const char* finding = QMetaEnum::fromType<Finding>().valueToKey(static_cast<int>(line.finding));
    QJsonObject json{{u"finding"_s, QString::fromLatin1(finding)}};
    if (line.reader > 0)
        json.insert(u"reader"_s, line.reader);
    if (line.key)
        json.insert(u"key"_s, QString::number(static_cast<int>(*line.key), 16));
    if (line.count)
        json.insert(u"count"_s, *line.count);
    return json;
}

} // namespace

SupportBundle::SupportBundle(const Diagnosis& diagnosis) {
    for (const DiagnosisLine& line : diagnosis.lines) {
        m_lines.append(
            {.finding = line.finding, .reader = line.reader, .key = line.key, .count = line.count});
    }
}

QByteArray SupportBundle::toJson() const {
    QJsonArray lines;
    for (const SupportLine& line : m_lines)
        lines.append(madoguchi::toJson(line));
    return QJsonDocument(
               QJsonObject{{u"madoguchi"_s, QStringLiteral(MADOGUCHI_VERSION)},
                           {u"qt"_s, QString::fromLatin1(qVersion())},
                           {u"openssl"_s, QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING))},
                           {u"pcsc-lite"_s, pcscVersion()},
                           {u"lines"_s, lines}})
        .toJson();
}

} // namespace madoguchi
