// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whether a card's PIN is asked for on the keys of its reader: when the policy wants it and the reader offers
// it, unless the reader is known for lying about it or was found out here. Main thread.
#pragma once

#include "app/station/stationpolicy.h"
#include "smartcard/cardservice.h"

#include <QMap>
#include <QSet>
#include <QString>

#include <functional>

namespace madoguchi {

class PinPads {
public:
    struct Parts {
        const CardService& cards;
        std::function<Result<StationPolicy>()> policy;           ///< as it is now
        std::function<bool(const QString& reader)> claimIsFalse; ///< as in CardCatalogue
    };
    explicit PinPads(Parts parts) : m_parts(std::move(parts)) {}

    /// What the reader that this card is in says of itself. Nothing when the card has left.
    void note(CardId card, const ReaderFeatures& said);
    /// Its keys do not do what it says: PINs are typed there until the program is started again.
    void distrust(CardId card);

    /// False also when the policy can't be read, or allows PINs with other characters than digits, which a
    /// reader does not have.
    bool verifies(CardId card) const;
    bool changes(CardId card) const;

private:
    /// None when PINs are not to be entered there.
    std::optional<ReaderFeatures> padOf(CardId card) const;

    Parts m_parts;
    QMap<QString, ReaderFeatures> m_said; ///< by reader
    QSet<QString> m_distrusted;
};

} // namespace madoguchi
