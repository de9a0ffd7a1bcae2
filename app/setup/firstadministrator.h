// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The cards of a station's first card administrators: two made with the office's root, or one taken as an
// outside authority made it. Each function opens the station, does its work on record and closes it again.
// Any thread; blocks as long as the card.
#pragma once

#include "app/issuing/firstcard.h"
#include "app/station/stationfolder.h"

namespace madoguchi {

/// Whose card it is to be.
Operator firstAdministrator(const QString& id, const QString& name, const QString& kana);
/// For five years from today.
FirstCardOrder firstCardOrder(const Operator& person, SecretBytes pin, const CardCatalogue& catalogue,
                              const QByteArray& atr, const Clock& clock);

struct FirstAdministrator {
    StationFolder folder;
    Operator person; ///< from firstAdministrator()
    SecretBytes pin;
    QByteArray atr; ///< the card's answer to reset
};

/// Whether the office's root in the folder `medium` can make such a card. Errors: those of
/// Station::open(), openTrustedRoot() and mayMakeFirstCard().
Result<> checkRootForFirstCard(const StationFolder& folder, const QString& medium,
                               const SecretBytes& passphrase, const Clock& clock);
/// Errors: those of Station::open(), openTrustedRoot() and makeFirstCard().
Result<> makeFirstAdministrator(const FirstAdministrator& order, const QString& medium,
                                const SecretBytes& passphrase, const Clock& clock,
                                CardTransaction& transaction);
/// A wrong PIN is an outcome; nothing is enrolled then. Errors: those of Station::open(), Enrolment::prove()
/// and Enrolment::enroll().
Result<PinOutcome> enrollFirstAdministrator(const FirstAdministrator& order, const Clock& clock,
                                            CardTransaction& transaction);

} // namespace madoguchi
