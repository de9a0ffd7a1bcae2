// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A fresh PIN by a card outside the login: of the session's own card before an administrative action (ICR
// #37), or of a second person's who witnesses it. The card is read, its holder's standing and the station's
// lockout are checked as at a login, and the card must sign with 9A after the PIN. What follows from the
// approval is its caller's. Main thread; one at a time.
#pragma once

#include "app/actions/actionid.h"
#include "app/audit/auditrecord.h"
#include "app/login/cardrecognition.h"
#include "app/login/loginparts.h"
#include "app/login/pintry.h"
#include "app/operators/role.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace madoguchi {

/// Who approved, or is asked to.
struct Approval {
    QString operatorId;
    QString operatorName;
    Role role = Role::Operator;
    QString card; ///< register id
};

class CardApproval : public QObject {
    Q_OBJECT
public:
    explicit CardApproval(const LoginParts& parts, QObject* parent = nullptr);

    /// Reads the card in that insertion; a signal follows, never before this returns. `suits` says whether
    /// this person may approve: WitnessSamePerson, WitnessUnsuitable or another error refuses. One that is
    /// under way is cancelled.
    void begin(CardId card, std::function<Result<>(const Operator&)> suits);
    /// Takes the PIN once, after recognised() or pinWrong(). A malformed one is refused without a try and
    /// may be given again.
    void submitPin(SecretBytes pin);
    void cancel();
    bool isUnderWay() const { return m_state != State::Idle; }
    /// The insertion that is being asked; 0 when none is.
    CardId card() const { return m_card; }

Q_SIGNALS:
    /// Ask her PIN now. `triesLeft`: as the card counts; none when it does not tell.
    void recognised(const madoguchi::Approval& who, std::optional<int> triesLeft);
    /// Ask again.
    void pinWrong(int triesLeft);
    /// Nothing was sent to the card; ask again.
    void pinMalformed();
    void approved(const madoguchi::Approval& who);
    /// It is over. RecordFailed: the login must be halted. CardRemoved when the card left. PinLastTry: the
    /// card's last try is kept for a login, which asks first. Otherwise why a login would refuse too.
    void refused(const madoguchi::Error& why);

private:
    enum class State { Idle, Reading, AwaitingPin, CheckingPin };

    void onCardRemoved(CardId card);
    void onCardRead(Result<CardIdentity> identity);
    Result<> checkStanding() const;
    void onPinChecked(Result<PinOutcome> outcome);
    Approval who() const;
    AuditRecord record(ActionId action, AuditOutcome outcome) const;
    void refuse(const Error& why);
    void end();

    LoginParts m_parts;
    CardRecognition m_recognition;
    PinTry m_try;
    State m_state = State::Idle;
    CardId m_card = 0;
    quint64 m_round = 0; ///< of begin(): what belongs to an earlier one is dropped
    std::function<Result<>(const Operator&)> m_suits;
    std::optional<RecognisedCard> m_recognised;
    std::optional<int> m_triesLeft;
};

} // namespace madoguchi
