// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How one make of card differs from another: each field is something seen on real cards. The makes themselves
// are data, in resources/cards. Any thread.
#pragma once

#include "app/base/result.h"
#include "smartcard/simulator/managementkey.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace madoguchi {

struct CardPersonality {
    QString name; ///< one of names(); what follows may be changed freely
    QByteArray atr;
    int pinTries = 5; ///< how many a PIN and a PUK have, unless a card's order says otherwise
    ManagementKeyAlgorithm managementAlgorithm = ManagementKeyAlgorithm::TripleDes; ///< from the factory
    bool selectedAfterReset = true;          ///< else 6986 until SELECT
    bool keepsLoginOnReselect = true;        ///< selecting PIV again keeps the PIN verified
    bool blocksOnLastWrongTry = false;       ///< the last wrong try answers 6983, else 63C0
    bool malformedPinCostsTry = false;       ///< else 6A80 and nothing lost
    bool verifiesOnChange = true;            ///< CHANGE REFERENCE DATA leaves the PIN verified
    bool onlyDigitsInPin = true;             ///< SP 800-73-4; YubiKeys take any bytes
    bool echoesInvalidPoint = false;         ///< ECDH with a point off the curve "succeeds" with its x
    bool answersManagementWithTag80 = false; ///< mutual authentication ends with tag 80 instead of 82
    bool hasYubikeyCommands = false;         ///< F7 metadata, F8 serial number, FD version, FF management key
    bool offersSecureMessaging = false;      ///< cipher suite CS2 (SP 800-73-4 part 2, clause 4)
    /// Lies on a reader without contacts, and so refuses things. One without a key for secure messaging does
    /// not: blank cards are made with contacts.
    bool contactless = false;

    /// All makes that the data knows.
    static QStringList names();
    /// InputInvalid for another name.
    static Result<CardPersonality> named(const QString& name);
    static CardPersonality plain();
    static CardPersonality yubikey();

    QJsonObject toJson() const;
    /// Fields that are missing are those of the named personality. FileMalformed for an unknown name.
    static Result<CardPersonality> fromJson(const QJsonObject& json);

    bool operator==(const CardPersonality&) const = default;
};

} // namespace madoguchi
