// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The first cards of a station, made from blank cards by whoever has the office's root: two administrators',
// because two people issue every further one. Until then nobody can be logged in, and then nobody be the
// other's witness. All of such a card's certificates are the root's, 9C's is an issuing certificate. Repeated
// with the same root after it was cut off anywhere, it finishes: the office key comes from the root. Main
// thread; blocks as long as the card.
#pragma once

#include "app/crypto/certificateverifier.h"
#include "app/issuing/officekey.h"
#include "app/issuing/rootmedium.h"
#include "app/operators/enrolment.h"
#include "app/station/station.h"
#include "smartcard/cardcatalogue.h"
#include "smartcard/cardstack.h"

namespace madoguchi {

struct FirstCardOrder {
    Operator person;                ///< role CardAdministrator
    QDate lastDay;                  ///< of card and certificates; not beyond the root's
    SecretBytes pin;                ///< chosen by its holder
    const CardCatalogue& catalogue; ///< what the blank card came with, by
    QByteArray atr;                 ///< its answer to reset
    QStringList insteadOf = {};     ///< administrators' cards, by register id: see mayBeReplaced()
};

/// Before anybody is troubled with a PIN. While a card of the station has the office key, one more is made
/// only for a second person: as long as no two can issue on screen, and the office key is this root's.
/// Errors: InputInvalid when it is otherwise; with `insteadOf` those of mayBeReplaced() for it;
/// CertificateNotTrusted when the station does not trust `root`; CryptoFailed; those of Database.
Result<> mayMakeFirstCard(Station& station, const RootOnMedium& root, const QStringList& insteadOf = {});

/// The office key that first cards made with this root have. Errors: CryptoFailed.
Result<OfficeKey> officeKeyFrom(const Station& station, const RootOnMedium& root);

/// Whether the holder may choose this PIN. Errors: PinMalformed; those of checkNewPin() by the station's
/// rules; those of PolicyStore.
Result<> mayBeFirstPin(Station& station, const QString& operatorId, const SecretBytes& pin);

/// The former cards go out of use first, whatever becomes of the new one: repeated, it makes that.
/// Also on record as CardEnroll, "first" or "beside" the cards that have the office key; in the register the
/// card is issued by "console", which knows no witness. Errors: those of mayMakeFirstCard() and
/// mayBeFirstPin(); OperatorHasCard when the second card would be the same person's; InputInvalid for another
/// role or an impossible last day; those of IssueSteps::checkPerson() and requireFree(), of makeCardKeys(),
/// writeCardContents(), setFirstPin() and Enrolment::take().
Result<Enrolled> makeFirstCard(Station& station, const RootOnMedium& root, const FirstCardOrder& order,
                               CardTransaction& transaction);

} // namespace madoguchi
