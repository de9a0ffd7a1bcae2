// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One PIN that goes to a card outside the login: counted and on record before, taken back only when it
// certainly was not sent (nor entered on the reader's keys), cleared together with what a right PIN brings
// about. One at a time. Main thread; the conversation runs on the card's worker.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/login/loginparts.h"
#include "smartcard/cardservice.h"
#include "smartcard/piv/pivpin.h"
#include "smartcard/piv/verifygate.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

struct PinTryOrder {
    CardId reader;     ///< the insertion
    QString card = {}; ///< register id
    std::optional<int> cardTriesLeft = {};
    AuditRecord submitted = {}; ///< recorded with the count; again as Failed when there was no answer
    AuditRecord accepted = {};  ///< recorded with the count cleared
    AuditRecord wrong = {};     ///< for a wrong PIN; details["error"] is added when that blocked the card
    /// Passes the gate right before it sends the PIN; fails when it is shut.
    std::function<Result<PinOutcome>(CardTransaction&, const std::shared_ptr<VerifyGate>&)> conversation = {};
    /// What a right PIN changes in station.db, in one transaction with its record; may be empty.
    std::function<Result<>()> change = {};
    /// Called when the PIN was sent and the card's answer never came, also after giveUp(): what the card did
    /// with it is not known. After giveUp() also for an outcome that says so, because `done` does not come.
    /// May be empty.
    std::function<void()> unanswered = {};
};

class PinTry : public QObject {
    Q_OBJECT
public:
    explicit PinTry(const LoginParts& parts, QObject* parent = nullptr);

    /// Errors: PinDelayed, PinLocked, RecordFailed, those of the database; then nothing was sent, nothing
    /// counted, and `done` is not called. `done` comes once, unless giveUp() was called or the object died:
    /// with the card's answer, or why there is none or what it changed could not be kept.
    Result<> start(PinTryOrder order, std::function<void(Result<PinOutcome>)> done);
    /// Sends nothing that was not sent yet. What the card answers is still recorded, but as cancelled.
    void giveUp();
    bool isUnderWay() const { return m_gate != nullptr; }

private:
    void settle(const PinTryOrder& order, Result<PinOutcome> outcome, bool notSent, bool givenUp);
    Result<> record(const PinTryOrder& order, const Result<PinOutcome>& outcome, bool notSent, bool givenUp);
    Result<> recordNotEntered(const PinTryOrder& order, const PinOutcome& outcome);
    Result<> recordFailure(const PinTryOrder& order, const Error& error, bool notSent);
    Result<> recordNotKept(const PinTryOrder& order, const Error& why);
    Result<> takeBack(const PinTryOrder& order, AuditRecord notSent);

    LoginParts m_parts;
    std::shared_ptr<VerifyGate> m_gate;
    std::function<void(Result<PinOutcome>)> m_done;
};

} // namespace madoguchi
