// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A session from its opening to its end: SessionKeeper keeps it, AdmissionWatch asks whether its card would
// still be let in, CardSwap lets that card out for an applicant's. Which state comes next is
// LoginController's table, through Steps. Main thread with an event loop.
#pragma once

#include "app/base/clock.h"
#include "app/login/admissionwatch.h"
#include "app/login/cardswap.h"
#include "app/login/loginstate.h"
#include "app/login/sessionkeeper.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace madoguchi {

class SessionRun : public QObject {
    Q_OBJECT
public:
    /// What the login does for it.
    struct Steps {
        /// Records, then enters the next state; false: it means nothing now, or the login has halted.
        std::function<bool(LoginEvent event, const AuditRecord& record)> accept;
        /// With operator, card and session filled in.
        std::function<AuditRecord(ActionId action, AuditOutcome outcome)> record;
    };
    /// `gate` and what the steps use must outlive the object.
    SessionRun(const LoginParts& parts, const ReaderGate& gate, Steps steps, QObject* parent = nullptr);

    /// Null outside a session.
    const Session* session() const { return m_keeper.session(); }
    /// As SessionKeeper::open(); `recognised`: the card of the order as it showed itself.
    Result<LoginGreeting> open(SessionOrder order, const RecognisedCard& recognised);
    /// How long after a right PIN the session does what wants a fresh one; sleep of the machine counts.
    static constexpr std::chrono::minutes PinStaysFresh{5};
    /// Only in a session.
    void pinProven();
    void pinChanged();
    /// Tells ending(), closes and records, tells ended(). Only in a session. Errors: SessionEnded when the
    /// login halted within ending(); RecordFailed, after ended().
    Result<> end(SessionEnd why, std::optional<ErrorCode> cause);
    /// The same without a record, because there is no log any more.
    void close(SessionEnd why);

    // ---- a change of cards ----
    const SwapView& swapView() const { return m_swap.view(); }
    /// Her card, which is in the reader as `card`, may leave. Errors: as LoginController::beginSwap().
    Result<> beginSwap(const RecognisedCard& recognised, CardId card);
    void cancelSwap();
    /// Whether a change of cards is under way, which then deals with the card.
    bool takeIn(CardId card);
    bool takeOut(CardId card);

Q_SIGNALS:
    void ending(madoguchi::SessionEnd why);
    void ended(madoguchi::SessionEnd why);
    void endsSoon();
    /// It must be locked.
    void lockDue(madoguchi::SessionEnd why, madoguchi::ErrorCode cause);
    void swapBegun();
    void swapChanged();
    /// Nobody's here; it waits for nobody.
    void applicantsCardSeen(madoguchi::CardId card);
    /// The session goes on with its card, as `card`.
    void swapDone(madoguchi::CardId card, const madoguchi::RecognisedCard& recognised);

private:
    void onCardReturned(CardId card, const RecognisedCard& recognised);
    bool finishSwap(LoginEvent how, const QString& why);
    AuditRecord movement(ActionId action, CardId card) const;
    AuditRecord swapEnd(AuditOutcome outcome, const QString& why) const;

    AuditWriter& m_audit;
    const Clock& m_clock;
    Steps m_steps;
    SessionKeeper m_keeper;
    AdmissionWatch m_admission; ///< while there is a session
    CardSwap m_swap;
    CardId m_ownCard = 0; ///< that a change of cards began with
};

} // namespace madoguchi
