// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An office that issues cards: a station whose administrator's card is certified by the office's own root, a
// supervisor as the witness, and the people's hands: which card goes where, which PIN is typed when. Main
// thread with an event loop; whatever must hold aborts the test program when it does not.
#pragma once

#include "app/issuing/cardissuing.h"
#include "app/station/station.h"
#include "tests/support/counterstation.h"

#include <functional>
#include <memory>

namespace madoguchi {

/// The program as far as issuing needs it, in the session of the administrator, over any stack of cards.
class IssuingDesk {
public:
    struct Office {
        QString folder;
        Certificate issuing;
        QString administratorsCard; ///< register id
        QByteArray officeKey;
    };
    IssuingDesk(const Office& office, std::shared_ptr<CardStack> stack, const Clock& clock);
    ~IssuingDesk();

    CardIssuing& issuing();
    IssueLedger& ledger();
    CardService& cards();
    const Session& session() const;
    Database& database();
    /// The session began with the card in this reader; waits for it.
    void sitDown(const QString& reader);
    void endSession();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

class IssuingOffice {
public:
    using Card = CounterStation::Card;
    static constexpr char FirstPin[] = "271828";
    static constexpr char FactoryPin[] = "123456";
    static constexpr char FactoryPuk[] = "12345678";

    explicit IssuingOffice(const Clock& clock);

    /// Who makes the cards that can tell it.
    static const CertificateAuthority& maker();
    /// As its maker delivers it.
    static CardContent blankContent(const CardPersonality& personality);
    /// The card; lives in the file at `path`, if there is one.
    static Card blankCard(const CardPersonality& personality, const QString& path = {});
    /// op9, an operator who is new.
    IssueOrder order() const;
    /// This office, or what copyTo() made of its folder.
    IssuingDesk::Office office(const QString& folder = {}) const;
    QString folder() const { return m_station.folder(); }

    /// For tests with the whole program, over its simulated readers.
    CounterStation& station() { return m_station; }
    const Certificate& root() const { return *m_root; }
    const Certificate& issuing() const { return *m_issuing; }
    const Card& administrator() const { return m_administrator; }
    const Card& witness() const { return m_witness; }

    /// Puts cards in and types PINs until the issuing is Done or Stopped, and gives the view then.
    struct Hands {
        std::function<void(const QString& reader, const std::shared_ptr<SimulatedCard>& card)> insert;
        std::shared_ptr<SimulatedCard> witness;
        std::shared_ptr<SimulatedCard> blank;
        QByteArray issuerPin = CounterStation::Pin;
        QByteArray witnessPin = CounterStation::Pin;
        QByteArray firstPin = FirstPin; ///< the holder's
    };
    static IssuingView issue(IssuingDesk& desk, const IssueOrder& order, const Hands& hands);
    static IssuingView issue(CardIssuing& issuing, const IssueOrder& order, const Hands& hands);

private:
    const Clock& m_clock;
    CounterStation m_station;
    Card m_administrator;
    Card m_witness;
    std::optional<Certificate> m_root;
    std::optional<Certificate> m_issuing;
};

} // namespace madoguchi
