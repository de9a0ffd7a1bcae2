// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The witnessed end of an invalidated card: a second person confirms with her card and a fresh PIN, in
// another reader, that she saw it destroyed; the register says then that she was proven by her card. Where
// that can't be had, a witness is named: the register says that too. Main thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/login/cardapproval.h"
#include "app/operators/cardlife.h"

#include <QObject>

#include <functional>
#include <optional>

namespace madoguchi {

enum class DestructionState {
    Idle,
    AwaitingWitness, ///< her card is to be put into another reader; `error`: why the last one did not do
    ReadingWitness,
    AwaitingPin,
    CheckingPin,
    Done,
    Stopped, ///< `error` says why
};

/// What a screen needs to know of it at one moment.
struct DestructionView {
    DestructionState state = DestructionState::Idle;
    std::optional<Error> error = {};
    QString card = {}; ///< register id of the destroyed one
    QString holderName = {};
    QString holderId = {};
    QString witnessName = {};          ///< from AwaitingPin on
    std::optional<int> triesLeft = {}; ///< of the witness's PIN, where the card tells
    bool pinWasWrong = false;
    bool pinWasMalformed = false; ///< nothing was sent to the card
    bool byCard = false;          ///< the witness that it was done before was proven
};

class CardDestruction : public QObject {
    Q_OBJECT
public:
    /// Everything must outlive the object.
    struct Parts {
        LoginParts login; ///< with `session`
        CardApproval& approval;
        CardLife& life;
        ActionRunner& actions;
        /// Insertion of the card that the session began with; 0 without one.
        std::function<CardId()> sessionCard;
    };
    explicit CardDestruction(Parts parts, QObject* parent = nullptr);

    const DestructionView& view() const { return m_view; }

    /// Ends whatever was under way, and awaits a witness for that card of the register. Errors: those of
    /// CardLife::mayDestroy().
    Result<> begin(const QString& card);
    /// Goes to the worker once, in AwaitingPin.
    void submitPin(SecretBytes pin);
    /// Without her card, in AwaitingWitness. What becomes of it is in the view.
    void name(const QString& witness);
    /// Back to Idle. For the end of the session too.
    void cancel();

Q_SIGNALS:
    void viewChanged();
    /// The record could not be kept: the login must be halted.
    void recordLost();

private:
    const Session* session() const { return m_parts.login.session(); }
    bool isRunning() const;
    void enter(DestructionState state, std::optional<Error> error = {});
    void joinApproval();
    void lookForWitness();
    void onCardInserted(CardId card);
    void onRefused(const Error& why);
    void destroy(const Witness& witness);

    Parts m_parts;
    DestructionView m_view;
};

} // namespace madoguchi
