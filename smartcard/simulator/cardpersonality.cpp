// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/cardpersonality.h"

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
    {"onlyDigitsInPin", &CardPersonality::onlyDigitsInPin},
    {"echoesInvalidPoint", &CardPersonality::echoesInvalidPoint},
    {"answersManagementWithTag80", &CardPersonality::answersManagementWithTag80},
    {"hasYubikeyCommands", &CardPersonality::hasYubikeyCommands},
};

} // namespace

CardPersonality CardPersonality::plain() {
    CardPersonality card;
    card.name = u"plain"_s;
    // T=1 only; historical bytes: selection by name, command chaining, no extended length, "MADOSIM"
    card.atr = QByteArray::fromHex("3B8D018073C02180574D41444F53494D19");
    return card;
}

CardPersonality CardPersonality::yubikey() {
    CardPersonality card;
    card.name = u"yubikey"_s;
    card.atr = QByteArray::fromHex("3BFD1300008131FE158073C021C057597562694B657940");
    card.selectedAfterReset = false;
    card.keepsLoginOnReselect = false;
    card.onlyDigitsInPin = false;
    card.hasYubikeyCommands = true;
    return card;
}

Result<CardPersonality> CardPersonality::named(const QString& name) {
    for (const CardPersonality& known : {plain(), yubikey()}) {
        if (known.name == name)
            return known;
    }
    return fail(ErrorCode::InputInvalid, u"no card personality of that name"_s);
}

QJsonObject CardPersonality::toJson() const {
    QJsonObject json{{u"name"_s, name}, {u"atr"_s, QString::fromLatin1(atr.toHex())}};
    for (const Quirk& quirk : Quirks)
        json.insert(QString::fromLatin1(quirk.name), this->*quirk.value);
    return json;
}

Result<CardPersonality> CardPersonality::fromJson(const QJsonObject& json) {
    Result<CardPersonality> card = named(json.value("name"_L1).toString());
    if (!card)
        return fail(ErrorCode::FileMalformed, card.error().detail);
    if (json.contains("atr"_L1))
        card->atr = QByteArray::fromHex(json.value("atr"_L1).toString().toLatin1());
    for (const Quirk& quirk : Quirks) {
        const bool usual = (*card).*quirk.value;
        (*card).*quirk.value = json.value(QLatin1StringView(quirk.name)).toBool(usual);
    }
    return card;
}

} // namespace madoguchi
