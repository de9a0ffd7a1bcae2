// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/cardpersonality.h"

#include "app/base/carddata.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

struct Quirk {
    const char* name;
    bool CardPersonality::*value;
};

constexpr Quirk Quirks[] = {
    {"selectedAfterReset", &CardPersonality::selectedAfterReset},
    {"keepsLoginOnReselect", &CardPersonality::keepsLoginOnReselect},
    {"blocksOnLastWrongTry", &CardPersonality::blocksOnLastWrongTry},
    {"malformedPinCostsTry", &CardPersonality::malformedPinCostsTry},
    {"verifiesOnChange", &CardPersonality::verifiesOnChange},
    {"onlyDigitsInPin", &CardPersonality::onlyDigitsInPin},
    {"echoesInvalidPoint", &CardPersonality::echoesInvalidPoint},
    {"answersManagementWithTag80", &CardPersonality::answersManagementWithTag80},
    {"hasYubikeyCommands", &CardPersonality::hasYubikeyCommands},
    {"offersSecureMessaging", &CardPersonality::offersSecureMessaging},
    {"contactless", &CardPersonality::contactless},
};

constexpr std::pair<const char*, ManagementKeyAlgorithm> Algorithms[] = {
    {"3des", ManagementKeyAlgorithm::TripleDes},
    {"aes128", ManagementKeyAlgorithm::Aes128},
    {"aes192", ManagementKeyAlgorithm::Aes192},
    {"aes256", ManagementKeyAlgorithm::Aes256},
};

QString algorithmName(ManagementKeyAlgorithm algorithm) {
    for (const auto& [name, known] : Algorithms) {
        if (known == algorithm)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE();
}

/// Fields that are missing stay as they are.
void read(const QJsonObject& json, CardPersonality& card) {
    if (json.contains("atr"_L1))
        card.atr = QByteArray::fromHex(json.value("atr"_L1).toString().toLatin1());
    card.pinTries = json.value("pinTries"_L1).toInt(card.pinTries);
    for (const auto& [name, known] : Algorithms) {
        if (json.value("managementAlgorithm"_L1).toString() == QLatin1StringView(name))
            card.managementAlgorithm = known;
    }
    for (const Quirk& quirk : Quirks) {
        const bool usual = card.*quirk.value;
        card.*quirk.value = json.value(QLatin1StringView(quirk.name)).toBool(usual);
    }
}

/// What each kind of card in the data says of the makes that are simulated, by their names.
QMap<QString, QJsonObject> makes() {
    QMap<QString, QJsonObject> makes;
    for (const QJsonObject& kind : cardKindData()) {
        const QJsonObject simulated = kind.value("simulated"_L1).toObject();
        for (auto make = simulated.begin(); make != simulated.end(); ++make)
            makes.insert(make.key(), make.value().toObject());
    }
    return makes;
}

} // namespace

QStringList CardPersonality::names() {
    return makes().keys();
}

Result<CardPersonality> CardPersonality::named(const QString& name) {
    const QMap<QString, QJsonObject> known = makes();
    const auto found = known.constFind(name);
    if (found == known.constEnd())
        return fail(ErrorCode::InputInvalid, u"no card personality of that name"_s);
    CardPersonality card;
    card.name = name;
    read(*found, card);
    return card;
}

CardPersonality CardPersonality::plain() {
    return named(u"plain"_s).value();
}

CardPersonality CardPersonality::yubikey() {
    return named(u"yubikey"_s).value();
}

QJsonObject CardPersonality::toJson() const {
    QJsonObject json{{u"name"_s, name},
                     {u"atr"_s, QString::fromLatin1(atr.toHex())},
                     {u"pinTries"_s, pinTries},
                     {u"managementAlgorithm"_s, algorithmName(managementAlgorithm)}};
    for (const Quirk& quirk : Quirks)
        json.insert(QString::fromLatin1(quirk.name), this->*quirk.value);
    return json;
}

Result<CardPersonality> CardPersonality::fromJson(const QJsonObject& json) {
    Result<CardPersonality> card = named(json.value("name"_L1).toString());
    if (!card)
        return fail(ErrorCode::FileMalformed, card.error().detail);
    read(json, *card);
    return card;
}

} // namespace madoguchi
