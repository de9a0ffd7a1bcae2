// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How one make of card differs from another, as data: each field is something seen on real cards. Any thread.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

namespace madoguchi {

struct CardPersonality {
    QString name; ///< "plain" or "yubikey"; what follows may be changed freely
    QByteArray atr;
    bool selectedAfterReset = true;          ///< else 6986 until SELECT
    bool keepsLoginOnReselect = true;        ///< selecting PIV again keeps the PIN verified
    bool blocksOnLastWrongTry = false;       ///< the last wrong try answers 6983, else 63C0
    bool malformedPinCostsTry = false;       ///< else 6A80 and nothing lost
    bool onlyDigitsInPin = true;             ///< SP 800-73-4; YubiKeys take any bytes
    bool echoesInvalidPoint = false;         ///< ECDH with a point off the curve "succeeds" with its x
    bool answersManagementWithTag80 = false; ///< mutual authentication ends with tag 80 instead of 82
    bool hasYubikeyCommands = false;         ///< F7 metadata, F8 serial number, FD version, FF management key

    static CardPersonality plain();
    static CardPersonality yubikey();
    /// InputInvalid for a name that is neither.
    static Result<CardPersonality> named(const QString& name);

    QJsonObject toJson() const;
    /// Fields that are missing are those of the named personality. FileMalformed for an unknown name.
    static Result<CardPersonality> fromJson(const QJsonObject& json);

    bool operator==(const CardPersonality&) const = default;
};

} // namespace madoguchi
