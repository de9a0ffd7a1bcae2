// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The practice station: an office of a made-up town with six operators, their simulated cards, a blank
// one, and the two readers they are put on. Made at the first start, kept afterwards. GUI thread, before any
// screen.
#pragma once

#include "app/base/clock.h"
#include "app/crypto/certificate.h"
#include "app/operators/role.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "smartcard/simulator/simulatedstack.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace madoguchi {

/// A card of the practice station. `piv` is null for the card that is no operator card.
struct PracticeCard {
    QString id; ///< operator id; "foreign" for the card that is no operator card, "blank" for the new one
    std::optional<Role> role; ///< none: it is no operator card, or not yet
    QString name;             ///< the holder, or what the foreign card is
    QString kana;             ///< the holder's; empty for nobody's card
    std::shared_ptr<SimulatedCard> card;
    std::shared_ptr<SimulatedPivCard> piv;
};

class PracticeStation {
public:
    /// `folder` gets two folders: cards (the simulated cards with their PINs, which stand for things that lie
    /// outside the terminal) and station. Errors: those of initialiseStation(), Enrolment and CardContent.
    static Result<PracticeStation> openOrMake(const QString& folder, const Clock& clock);

    QString stationFolder() const;
    /// The first is where people log in.
    QStringList readers() const;
    const QList<PracticeCard>& cards() const { return m_cards; }
    const std::shared_ptr<SimulatedStack>& stack() const { return m_stack; }

private:
    explicit PracticeStation(const QString& folder);
    QString cardsFolder() const;
    QString cardFile(const QString& id) const;
    Result<> make(const Clock& clock);
    Result<> enrollEverybody(const Clock& clock, const Certificate& issuing);
    Result<> loadCards();

    QString m_folder;
    QList<PracticeCard> m_cards;
    std::shared_ptr<SimulatedStack> m_stack;
};

} // namespace madoguchi
