// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Leads from an order to a card that logs in: a witness approves, a blank card gets its keys, the
// administrator's own card signs the certificates, the holder chooses the PIN; another administrator's card
// also gets the office key. The administrator's card stays where she logged in; witness and blank card take
// turns in another reader. What is cut off anywhere leaves an issue that IssueLedger knows as unfinished and
// a card that nobody can log in with; issuing again with that card starts cleanly. Main thread; cards are
// talked to on their workers.
#pragma once

#include "app/issuing/issueledger.h"
#include "app/issuing/issuersigning.h"
#include "app/issuing/issuingtalk.h"
#include "app/login/cardapproval.h"
#include "app/login/loginparts.h"
#include "app/operators/vaultkeychallenge.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

enum class IssuingState {
    Idle,
    AwaitingWitness, ///< the witness's card is to be put into another reader; `error`: why the last one did
                     ///< not do
    ReadingWitness,
    AwaitingWitnessPin,
    CheckingWitness,
    AwaitingBlankCard, ///< in the place of the witness's; `error` as above
    ReadingBlankCard,
    MakingKeys,        ///< from here on the card changes: it must stay in its reader
    AwaitingIssuerPin, ///< the administrator's own, for the signatures
    Signing,
    WritingCard,
    AwaitingFirstPin, ///< the holder's new one, twice
    SettingFirstPin,
    Done,
    Stopped, ///< `error` says why
};

/// What a screen needs to know of it at one moment.
struct IssuingView {
    IssuingState state = IssuingState::Idle;
    std::optional<Error> error = {};
    QString issue = {};                ///< such as "I-0001"; empty before anything was written
    QString witnessName = {};          ///< from AwaitingWitnessPin on
    std::optional<int> triesLeft = {}; ///< of the PIN that is asked for, where the card tells
    bool pinWasWrong = false;
    bool pinWasMalformed = false;   ///< nothing was sent to the card
    bool pinsDiffered = false;      ///< nothing was sent to the card
    bool managementKeyKept = false; ///< the card can't change it; see CardKeysMade
    QString card = {};              ///< register id, when Done
};

class CardIssuing : public QObject {
    Q_OBJECT
public:
    /// Everything must outlive the object.
    struct Parts {
        LoginParts login; ///< with `session`
        IssueLedger& ledger;
        QString office; ///< code, in the certificates
        /// Insertion of the card that the session began with; 0 without one.
        std::function<CardId()> sessionCard;
        /// The issuing certificate: of 9C of the card with that register id.
        std::function<Result<Certificate>(const QString& card)> authority;
        /// Whether this may be the holder's first PIN; the form of PINs is checked anyway.
        std::function<Result<>(const Operator& holder, const SecretBytes& pin)> pinAllowed;
    };
    explicit CardIssuing(Parts parts, QObject* parent = nullptr);

    const IssuingView& view() const { return m_view; }
    /// The last day that a card issued now may have. Errors: SessionEnded, those of Parts::authority.
    Result<QDate> latestDay() const;
    /// What begin() was called with.
    const IssueOrder& order() const { return m_order; }

    /// Ends whatever was under way. Nothing is written yet. Errors: SessionEnded, PermissionDenied, those of
    /// IssueLedger::check() and Parts::authority, OfficeKeyMissing.
    Result<> begin(IssueOrder order);
    // PINs go to the worker once and are wiped there. Each is taken only in its state.
    void submitWitnessPin(SecretBytes pin);
    void submitIssuerPin(SecretBytes pin);
    void submitFirstPin(SecretBytes pin, const SecretBytes& repeated);
    /// Back to Idle; what was begun stays in the register as unfinished, and no step begins any more. For
    /// the end of the session too.
    void cancel();

Q_SIGNALS:
    void viewChanged();
    /// The record could not be kept: the login must be halted.
    void recordLost();

private:
    template <class T>
    using Talk = std::function<Result<T>(CardTransaction&)>;
    /// Talks to m_card; `step` as for IssueLedger::noteLate().
    template <class T>
    void talk(const QString& step, Talk<T> conversation, std::function<void(Result<T>)> done);
    const Session* session() const { return m_parts.login.session(); }
    bool isRunning() const;
    void enter(IssuingState state, std::optional<Error> error = {});
    void stop(const Error& why);
    void forget();
    void noteStop(const QString& why);

    void onCardInserted(CardId card);
    void onCardRemoved(CardId card);
    void askWitness(CardId card);
    void onWitnessRefused(const Error& why);
    void readBlankCard(CardId card);
    void onBlankCardRead(Result<BlankCard> card);
    void makeKeys(BegunIssue begun);
    void onKeysMade(Result<CardKeysMade> made);
    void askIssuerPin(std::optional<int> triesLeft);
    void onIssuerPinWrong(int triesLeft);
    void onIssuerPinMalformed(std::optional<int> triesLeft);
    void writeCard(const QList<QByteArray>& signatures);
    void onFirstPinSet(Result<FirstPin> set);
    void finish(const FirstPin& set);

    Parts m_parts;
    CardApproval m_approval;
    IssuerSigning m_signing;
    IssuingTalk m_talk;
    IssuingView m_view;
    IssueOrder m_order;
    std::optional<Certificate> m_authority;
    CardId m_issuerCard = 0;
    CardId m_witnessCard = 0; ///< may stay in its reader, but is no blank card
    CardId m_card = 0;        ///< the blank one
    /// What it has to show before it is changed; none before it was read, and once it has its CHUID.
    std::optional<BlankCard> m_blank;
    std::optional<Operator> m_witness;
    std::optional<CardIssue> m_issue;
    std::vector<PivManagementKey> m_laterKeys;
    SecretBytes m_puk;
    std::optional<CardCertificateSet> m_certificates;
    std::optional<CardContents> m_contents;
    QByteArray m_challenge;
    VaultKeyChallenge m_vaultKey;
};

} // namespace madoguchi
