// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The work behind the guided set-up: makes the station, then the first administrators' cards. Nobody can be
// logged in; what is done is on record as madoguchictl's. One piece of work at a time, on workers, because
// media and cards may block; an answer comes as a signal. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/secretbytes.h"
#include "app/setup/firstadministrator.h"
#include "app/setup/setupneed.h"
#include "smartcard/cardservice.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

QT_FORWARD_DECLARE_CLASS(QThread)

namespace madoguchi {

enum class CardAuthority {
    Office,  ///< a root of its own, on a medium
    Outside, ///< somebody else's cards and certificates
};

struct SetupOrder {
    QString office;
    QString terminal;
    CardAuthority authority = CardAuthority::Office;
    QString certificates = {};   ///< file, PEM, of the outside authority
    QString medium = {};         ///< folder of the office's root
    SecretBytes passphrase = {}; ///< of the root
};

class StationSetup final : public QObject {
    Q_OBJECT
public:
    /// How long the root's passphrase is kept for the next card since the last step or keepRoot().
    static constexpr std::chrono::minutes RootKept{5};

    StationSetup(const StationFolder& folder, std::shared_ptr<CardStack> cards,
                 std::shared_ptr<const Clock> clock, QObject* parent = nullptr);
    /// Waits for a medium, but not for a card.
    ~StationSetup() override;

    const StationFolder& folder() const { return m_folder; }
    const Clock& clock() const { return *m_clock; }
    CardService& cards() { return m_cards; }
    bool isBusy() const { return m_busy; }
    /// Of a station that is there. Errors: those of loadStationFacts(), Database and Certificate.
    Result<CardAuthority> authority() const;
    /// Somebody is at it.
    void keepRoot();
    /// The card to work with; 0 without one, and while there are several. The one that was made already does
    /// not count.
    CardId card() const;
    int cardCount() const;

    // Nothing happens while it is busy. Each ends with its signal or failed().

    /// The root is made on the medium, or the one that is there is used. Ends with stationMade(). Errors:
    /// those of placeForRoot(), makeRootIn(), completeRootIn() and initialiseStation(); FileMissing and
    /// FileUnreadable for the outside authority's file.
    void makeStation(SetupOrder order);
    /// For a station that is there: the root that makes its first cards. Ends with rootOpened(). Errors:
    /// those of checkRootForFirstCard().
    void openRoot(const QString& medium, SecretBytes passphrase);
    /// With the root of makeStation() or openRoot(), which is forgotten once no card is needed any more. Ends
    /// with cardMade(). Errors: CardMissing, those of makeFirstAdministrator() and of the conversation.
    void makeCard(const Operator& person, SecretBytes pin);
    /// The card of an outside authority, with the PIN that it has. Ends with cardMade() or pinRefused().
    /// Errors: CardMissing, those of enrollFirstAdministrator() and of the conversation.
    void enrollCard(const Operator& person, SecretBytes pin);

Q_SIGNALS:
    void stationMade();
    void rootOpened();
    /// `next`: whether another one is needed.
    void cardMade(madoguchi::SetupNeed next);
    /// The root that was opened was not used for RootKept: the next card needs openRoot() first.
    void rootForgotten();
    void pinRefused(const madoguchi::PinOutcome& pin);
    void failed(const madoguchi::Error& error);

private:
    QList<CardId> cardsToMake() const;
    struct Root {
        QString medium;
        SecretBytes passphrase;
    };
    void watchRoot();
    void run(std::function<Result<>()> work, void (StationSetup::*done)());
    template <class T>
    void converse(std::function<Result<T>(const FirstAdministrator&, CardTransaction&)> work,
                  const Operator& person, SecretBytes pin, std::function<void(const T&)> done);
    void onCardFailed(const Error& error);
    void onCardDone();
    void finishWithCard(SetupNeed next);

    StationFolder m_folder;
    std::shared_ptr<const Clock> m_clock;
    CardService m_cards;
    bool m_busy = false;
    CardId m_chosen = 0;                       ///< the card that is being made
    CardId m_made = 0;                         ///< the one that was made before it
    SetupNeed m_needed = SetupNeed::FirstCard; ///< before the card was begun
    std::chrono::milliseconds m_rootUsed{};    ///< since the machine started
    QTimer m_rootWatch;
    std::shared_ptr<const Root> m_root; ///< shared with the worker that uses it
    std::unique_ptr<QThread> m_thread;
};

} // namespace madoguchi
