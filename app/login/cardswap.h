// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// With one reader only: an operator's card leaves it for a minute, so that an applicant's can be read, and
// her session waits. Knows the time, reads what is put in, and says when the session's own card has proven
// with its 9E key that it is back, or that it won't be. States and records are LoginController's, which tells
// what is put in and taken out. Main thread with an event loop.
#pragma once

#include "app/login/cardrecognition.h"
#include "app/login/loginparts.h"
#include "app/login/readergate.h"
#include "app/login/swapview.h"
#include "app/session/session.h"

#include <QMap>
#include <QObject>
#include <QTimer>

namespace madoguchi {

class CardSwap : public QObject {
    Q_OBJECT
public:
    /// From the beginning until her card has proven itself, by the time since the machine started.
    static constexpr std::chrono::seconds Longest{60};

    /// `gate` must outlive the swap.
    CardSwap(const LoginParts& parts, const ReaderGate& gate, QObject* parent = nullptr);

    /// Whether that session, with that card as it was recognised, may begin one. Errors: those of
    /// Session::require(); InputInvalid while a reader for applicants is connected, which needs no change;
    /// those of CardRecognition::checkGenuine(), CardWithoutCardKey first of all: without 9E nobody could
    /// tell whether it is this card that comes back.
    Result<> check(const Session& session, const RecognisedCard& recognised) const;
    /// Sixty seconds from now, for the card that is in the reader as `insertion`.
    void begin(const RecognisedCard& recognised, CardId insertion);
    void stop();
    bool isUnderWay() const { return m_timer.isActive(); }
    const SwapView& view() const { return m_view; }

    /// Whether that card is in, as far as this is concerned: hers at the beginning, and all that came since.
    bool isAbout(CardId card) const { return m_in.contains(card); }
    bool isAlone(CardId card) const { return m_in.size() == 1 && isAbout(card); }
    void cardIn(CardId card);
    void cardOut(CardId card);

Q_SIGNALS:
    void viewChanged();
    /// It is nobody's here; it stays in for now.
    void applicantsCardSeen(madoguchi::CardId card);
    /// The session's card is back. The swap goes on until stop().
    void returned(madoguchi::CardId card, const madoguchi::RecognisedCard& recognised);
    /// The session can't go on: SwapOver; CardChanged when it is another operator's card; CardNotGenuine,
    /// ReaderForApplicants and whatever else a login would refuse the card for. The swap goes on until
    /// stop().
    void failed(const madoguchi::Error& why);

private:
    void look();
    bool isOver() const;
    void onCardRead(CardId card, const Result<CardIdentity>& identity);
    void onUnreadable(CardId card, const Error& why);
    void onRegistered(CardId card, const RecognisedCard& recognised);
    void show(CardId card, SwapReader as);
    void showNewest();

    LoginParts m_parts;
    const ReaderGate& m_gate;
    CardRecognition m_recognition;
    QString m_own;                       ///< register id of the session's card
    QMap<CardId, SwapReader> m_in;       ///< the cards that are in, the newest last, and what they look like
    std::chrono::milliseconds m_until{}; ///< since the machine started
    SwapView m_view;
    QTimer m_timer;
};

} // namespace madoguchi
