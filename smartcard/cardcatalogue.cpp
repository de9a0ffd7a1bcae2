// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/cardcatalogue.h"

#include "app/base/carddata.h"
#include "smartcard/piv/pivpin.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QString AnyCard = u"nist"_s; // the kind of whatever is not known better

std::optional<PivManagementAlgorithm> algorithmNamed(const QString& name) {
    constexpr std::array Names{std::pair{"3des"_L1, PivManagementAlgorithm::TripleDes},
                               std::pair{"aes128"_L1, PivManagementAlgorithm::Aes128},
                               std::pair{"aes192"_L1, PivManagementAlgorithm::Aes192},
                               std::pair{"aes256"_L1, PivManagementAlgorithm::Aes256}};
    for (const auto& [known, algorithm] : Names) {
        if (name == known)
            return algorithm;
    }
    return std::nullopt;
}

/// None for what is not a whole number of bytes in hexadecimal, or empty.
std::optional<QByteArray> bytesFrom(const QJsonValue& json) {
    const QByteArray text = json.toString().toLatin1();
    const QByteArray bytes = QByteArray::fromHex(text);
    return bytes.isEmpty() || bytes.toHex() != text.toLower() ? std::nullopt : std::optional(bytes);
}

} // namespace

Result<CardCatalogue> CardCatalogue::load() {
    return fromJson(cardKindData(), readerData());
}

Result<CardCatalogue> CardCatalogue::fromJson(const QMap<QString, QJsonObject>& kinds,
                                              const QJsonObject& readers) {
    CardCatalogue catalogue;
    for (auto entry = kinds.begin(); entry != kinds.end(); ++entry) {
        auto kind = kindFrom(entry.key(), entry.value());
        if (!kind)
            return fail(kind.error());
        catalogue.m_kinds.insert(entry.key(), *std::move(kind));
    }
    if (!catalogue.m_kinds.contains(AnyCard))
        return fail(ErrorCode::FileMalformed, u"no kind for any other card"_s);
    for (const auto& reader : readers.value("padClaimIsFalse"_L1).toArray()) {
        const QString begins = reader["begins"_L1].toString();
        if (begins.isEmpty()) // would fit every reader
            return fail(ErrorCode::FileMalformed, u"a reader without a name"_s);
        catalogue.m_falsePads.append(begins);
    }
    return catalogue;
}

Result<CardCatalogue::Kind> CardCatalogue::kindFrom(const QString& id, const QJsonObject& json) {
    Kind kind;
    kind.name = json.value("name"_L1).toString();
    bool good = !kind.name.isEmpty();
    for (const auto& value : json.value("atrs"_L1).toArray()) {
        const auto atr = bytesFrom(value);
        good = good && atr;
        kind.atrs.append(atr.value_or(QByteArray()));
    }
    kind.attests = json.value("attests"_L1).toBool();
    const QJsonObject factory = json.value("factory"_L1).toObject();
    for (const auto& value : factory.value("managementKeys"_L1).toArray()) {
        const auto algorithm = algorithmNamed(value["algorithm"_L1].toString());
        const auto key = bytesFrom(value["value"_L1]);
        good = good && algorithm && key &&
               static_cast<std::size_t>(key->size()) == PivManagementKey::keyBytes(*algorithm);
        if (good)
            kind.managementKeys.append({*algorithm, *key});
    }
    for (const auto& value : factory.value("puks"_L1).toArray()) {
        const QByteArray puk = value.toString().toLatin1();
        good = good && checkPinFormat(SecretBytes::copyOf(puk));
        kind.puks.append(puk);
    }
    if (!good || kind.managementKeys.isEmpty() || kind.puks.isEmpty())
        return fail(ErrorCode::FileMalformed, u"kind of card "_s + id);
    return kind;
}

const CardCatalogue::Kind& CardCatalogue::kind(QByteArrayView atr) const {
    return *m_kinds.constFind(kindOf(atr));
}

QString CardCatalogue::kindOf(QByteArrayView atr) const {
    for (auto entry = m_kinds.begin(); entry != m_kinds.end(); ++entry) {
        if (entry->atrs.contains(atr))
            return entry.key();
    }
    return AnyCard;
}

bool CardCatalogue::attests(QByteArrayView atr) const {
    return kind(atr).attests;
}

QString CardCatalogue::nameOf(QByteArrayView atr) const {
    return kind(atr).name;
}

std::vector<PivManagementKey> CardCatalogue::factoryManagementKeys(QByteArrayView atr) const {
    std::vector<PivManagementKey> keys;
    for (const FactoryKey& key : kind(atr).managementKeys)
        keys.push_back({key.algorithm, SecretBytes::copyOf(key.value)});
    return keys;
}

std::vector<SecretBytes> CardCatalogue::factoryPuks(QByteArrayView atr) const {
    std::vector<SecretBytes> puks;
    for (const QByteArray& puk : kind(atr).puks)
        puks.push_back(SecretBytes::copyOf(puk));
    return puks;
}

bool CardCatalogue::padClaimIsFalse(const QString& reader) const {
    return std::ranges::any_of(m_falsePads, [&](const QString& begins) { return reader.startsWith(begins); });
}

} // namespace madoguchi
