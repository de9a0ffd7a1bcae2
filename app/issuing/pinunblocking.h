// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Leads from a card whose PIN is blocked or forgotten to one that its holder logs in with: a witness
// approves, the card proves itself, the holder types a new PIN, and the PUK that was kept in escrow when the
// card was issued here sets it. Nobody sees either. The administrator's card stays where she logged in;
// witness and blocked card take turns in another reader. Whatever is cut off can be done again: before the
// PUK goes out nothing has changed, and afterwards the same PUK still sets a PIN. Main thread.
#pragma once

#include "app/issuing/unblockledger.h"
#include "app/login/cardapproval.h"
#include "smartcard/piv/verifygate.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

enum class UnblockingState {
    Idle,
    AwaitingWitness, ///< the witness's card is to be put into another reader; `error`: why the last one did
                     ///< not do
    ReadingWitness,
    AwaitingWitnessPin,
    CheckingWitness,
    AwaitingCard, ///< in the place of the witness's; `error` as above, or why the PIN was not set
    ReadingCard,
    AwaitingNewPin, ///< the holder's, twice; `error`: why the last one did not do
    SettingPin,     ///< the card must stay in its reader
    Done,
    Stopped, ///< `error` says why
};

/// What a screen needs to know of it at one moment.
struct UnblockingView {
    UnblockingState state = UnblockingState::Idle;
    std::optional<Error> error = {};
    QString card = {};                 ///< register id of the blocked one
    QString holderName = {};           ///< and id; from begin() on
    QString holderId = {};             ///<
    QString witnessName = {};          ///< from AwaitingWitnessPin on
    std::optional<int> triesLeft = {}; ///< of the PIN that is asked for, where the card tells
    bool pinWasWrong = false;
    bool pinWasMalformed = false;         ///< nothing was sent to the card
    std::optional<int> pukTriesLeft = {}; ///< after PukWrong
    bool pinIsNew = false;                ///< the card took the new PIN, also when that could not be noted
};

class PinUnblocking : public QObject {
    Q_OBJECT
public:
    /// Everything must outlive the object.
    struct Parts {
        LoginParts login; ///< with `session`
        UnblockLedger& ledger;
        /// Insertion of the card that the session began with; 0 without one.
        std::function<CardId()> sessionCard;
    };
    explicit PinUnblocking(Parts parts, QObject* parent = nullptr);

    const UnblockingView& view() const { return m_view; }

    /// Ends whatever was under way, and begins with that card of the register. Errors, on record: those of
    /// UnblockLedger::check(); PinNotFresh; RecordFailed.
    Result<> begin(const QString& card);
    // PINs go to the worker once and are wiped there. Each is taken only in its state.
    void submitWitnessPin(SecretBytes pin);
    void submitNewPin(SecretBytes pin, const SecretBytes& repeated);
    /// Back to Idle; nothing is sent any more that was not sent. For the end of the session too.
    void cancel();

Q_SIGNALS:
    void viewChanged();
    /// The record could not be kept: the login must be halted.
    void recordLost();

private:
    const Session* session() const { return m_parts.login.session(); }
    bool isRunning() const;
    void enter(UnblockingState state, std::optional<Error> error = {});
    void stop(const Error& why);
    void forget();
    void awaitCardAgain(const Error& why);

    void onCardInserted(CardId card);
    void onCardRemoved(CardId card);
    void joinWitness();
    void takeCardsThere();
    void askWitness(CardId card);
    void onWitnessRefused(const Error& why);
    void readCard(CardId card);
    void onCardRead(Result<CardIdentity> identity);
    Result<> consider(const RecognisedCard& card) const;
    void send(BegunUnblocking begun, SecretBytes next);
    void onAnswer(const BegunUnblocking& begun, const Result<PinOutcome>& answer, bool isAwaited);

    Parts m_parts;
    CardApproval m_approval;
    CardRecognition m_recognition;
    UnblockingView m_view;
    quint64 m_round = 0;
    std::optional<CardHolder> m_holder;
    std::optional<Operator> m_witness;
    CardId m_witnessCard = 0;                ///< may stay in its reader, but is not the blocked one
    CardId m_card = 0;                       ///< the one that is talked to
    std::optional<RecognisedCard> m_blocked; ///< the blocked card, once it was read
    std::shared_ptr<VerifyGate> m_gate;      ///< while the card is at work
};

} // namespace madoguchi
