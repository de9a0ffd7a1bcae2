// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/cardissuing.h"

#include "app/crypto/random.h"
#include "app/operators/operatordirectory.h"
#include "app/operators/vaultkeyholders.h"
#include "app/station/stationpolicy.h"
#include "smartcard/piv/pivcontent.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype ChallengeBytes = 32;

} // namespace

CardIssuing::CardIssuing(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_approval(m_parts.login)
    , m_signing(m_parts.login)
    , m_talk(m_parts.login.cards, m_parts.ledger) {
    connect(&m_parts.login.cards, &CardService::cardInserted, this, &CardIssuing::onCardInserted);
    connect(&m_parts.login.cards, &CardService::cardRemoved, this, &CardIssuing::onCardRemoved);
    connect(&m_approval, &CardApproval::recognised, this,
            [this](const Approval& who, std::optional<int> triesLeft) {
                m_view.witnessName = who.operatorName;
                enter(IssuingState::AwaitingWitnessPin);
                m_view.triesLeft = triesLeft;
                Q_EMIT viewChanged();
            });
    connect(&m_approval, &CardApproval::pinWrong, this, [this](int triesLeft) {
        enter(IssuingState::AwaitingWitnessPin);
        m_view.pinWasWrong = true;
        m_view.triesLeft = triesLeft;
        Q_EMIT viewChanged();
    });
    connect(&m_approval, &CardApproval::pinMalformed, this, [this] {
        enter(IssuingState::AwaitingWitnessPin);
        m_view.pinWasMalformed = true;
        Q_EMIT viewChanged();
    });
    connect(&m_approval, &CardApproval::approved, this, [this](const Approval&) {
        m_witnessCard = std::exchange(m_card, 0);
        enter(IssuingState::AwaitingBlankCard);
    });
    connect(&m_approval, &CardApproval::refused, this, &CardIssuing::onWitnessRefused);
    connect(&m_signing, &IssuerSigning::pinAsked, this, &CardIssuing::askIssuerPin);
    connect(&m_signing, &IssuerSigning::pinWrong, this, &CardIssuing::onIssuerPinWrong);
    connect(&m_signing, &IssuerSigning::pinMalformed, this, &CardIssuing::onIssuerPinMalformed);
    connect(&m_signing, &IssuerSigning::made, this, &CardIssuing::writeCard);
    connect(&m_signing, &IssuerSigning::refused, this, &CardIssuing::stop);
    connect(&m_talk, &IssuingTalk::recordLost, this, &CardIssuing::recordLost);
}

// ---- the way it goes -----------------------------------------------------------------------------------

bool CardIssuing::isRunning() const {
    return m_view.state != IssuingState::Idle && m_view.state != IssuingState::Done &&
           m_view.state != IssuingState::Stopped;
}

void CardIssuing::enter(IssuingState state, std::optional<Error> error) {
    m_view.state = state;
    m_view.error = std::move(error);
    m_view.triesLeft.reset();
    m_view.pinWasWrong = m_view.pinWasMalformed = m_view.pinsDiffered = false;
    Q_EMIT viewChanged();
}

template <class T>
void CardIssuing::talk(const QString& step, Talk<T> conversation, std::function<void(Result<T>)> done) {
    m_talk.begin<T>(m_card, {m_view.issue, step, m_blank}, std::move(conversation),
                    [this, done = std::move(done)](Result<T> result) {
                        if (!session())
                            return stop({ErrorCode::SessionEnded});
                        done(std::move(result));
                    });
}

Result<> CardIssuing::begin(IssueOrder order) {
    cancel();
    if (!session())
        return fail(ErrorCode::SessionEnded);
    auto authority = m_parts.authority(session()->facts().card);
    if (!authority)
        return fail(authority.error());
    if (Result<> may = m_parts.ledger.check(*session(), order, *authority); !may)
        return may;
    if (!session()->officeKey())
        return fail(ErrorCode::OfficeKeyMissing);
    m_order = std::move(order);
    m_authority = *std::move(authority);
    m_issuerCard = m_parts.sessionCard();
    enter(IssuingState::AwaitingWitness);
    const QList<CardId> present = m_parts.login.cards.cardsPresent();
    for (const CardId card : present)
        onCardInserted(card); // it was there before
    return {};
}

Result<QDate> CardIssuing::latestDay() const {
    if (!session())
        return fail(ErrorCode::SessionEnded);
    const auto authority = m_parts.authority(session()->facts().card);
    if (!authority)
        return fail(authority.error());
    QDate day = authority->notAfter().toLocalTime().date();
    while (CardCertificateSet::endOf(day) > authority->notAfter())
        day = day.addDays(-1);
    return day;
}

void CardIssuing::cancel() {
    if (isRunning() && m_issue)
        noteStop(u"cancelled"_s);
    forget();
    Q_EMIT viewChanged();
}

void CardIssuing::forget() {
    m_talk.giveUp();
    m_approval.cancel();
    m_signing.giveUp();
    m_view = {};
    m_card = m_witnessCard = m_issuerCard = 0;
    m_blank.reset();
    m_witness.reset();
    m_issue.reset();
    m_laterKeys.clear();
    m_puk.clear();
    m_vaultKey = {};
    m_certificates.reset();
    m_contents.reset();
    m_authority.reset();
}

void CardIssuing::stop(const Error& why) {
    if (m_issue)
        noteStop(errorName(why.code));
    const QString issue = m_view.issue;
    forget();
    m_view.issue = issue;
    enter(IssuingState::Stopped, why);
    if (why.code == ErrorCode::RecordFailed)
        Q_EMIT recordLost();
}

// Nothing follows from a stop that could not be recorded; the next action finds out.
void CardIssuing::noteStop(const QString& why) {
    [[maybe_unused]] const Result<> noted = m_parts.ledger.noteStop(session(), m_issue->id, why);
}

void CardIssuing::onCardInserted(CardId card) {
    if (card == m_issuerCard || card == m_witnessCard)
        return;
    if (m_view.state == IssuingState::AwaitingWitness) {
        askWitness(card);
    } else if (m_view.state == IssuingState::AwaitingBlankCard) {
        readBlankCard(card);
    }
}

void CardIssuing::onCardRemoved(CardId card) {
    if (!isRunning())
        return;
    // While a card is talked to, its conversation tells.
    const bool waitsWithCard =
        m_view.state == IssuingState::AwaitingIssuerPin || m_view.state == IssuingState::AwaitingFirstPin;
    if (card == m_issuerCard || (card == m_card && waitsWithCard))
        stop({ErrorCode::CardRemoved});
}

// ---- the witness ---------------------------------------------------------------------------------------

void CardIssuing::askWitness(CardId card) {
    m_card = card;
    enter(IssuingState::ReadingWitness);
    m_approval.begin(card, [this](const Operator& person) -> Result<> {
        if (!session())
            return fail(ErrorCode::SessionEnded);
        m_witness = person;
        return IssueLedger::mayWitness(*session(), m_order, person);
    });
}

void CardIssuing::submitWitnessPin(SecretBytes pin) {
    if (m_view.state != IssuingState::AwaitingWitnessPin)
        return;
    enter(IssuingState::CheckingWitness);
    m_approval.submitPin(std::move(pin));
}

void CardIssuing::onWitnessRefused(const Error& why) {
    if (!isRunning())
        return;
    if (why.code == ErrorCode::RecordFailed || why.code == ErrorCode::SessionEnded)
        return stop(why);
    m_card = 0;
    m_witness.reset();
    m_view.witnessName.clear();
    enter(IssuingState::AwaitingWitness, why);
}

// ---- the blank card ------------------------------------------------------------------------------------

void CardIssuing::readBlankCard(CardId card) {
    const Result<StationPolicy> policy = m_parts.login.policy();
    if (!policy)
        return stop(policy.error());
    const auto question =
        policy->requireAttestation ? BlankCardQuestion::AndWhoMadeIt : BlankCardQuestion::WhoseItIs;
    m_card = card;
    enter(IssuingState::ReadingBlankCard);
    talk<BlankCard>(
        {},
        [question](CardTransaction& transaction) { return madoguchi::readBlankCard(transaction, question); },
        [this](Result<BlankCard> read) { onBlankCardRead(std::move(read)); });
}

void CardIssuing::onBlankCardRead(Result<BlankCard> card) {
    const OfficeKey* office = session()->officeKey();
    if (!office)
        return stop({ErrorCode::OfficeKeyMissing});
    auto begun = card ? m_parts.ledger.begin(*session(), m_order, *m_witness, *card,
                                             m_parts.login.cards.atrOf(m_card), *m_authority, *office)
                      : Result<BegunIssue>(fail(card.error()));
    if (begun) {
        m_blank = *std::move(card);
        return makeKeys(*std::move(begun));
    }
    if (begun.error().code == ErrorCode::RecordFailed)
        return stop(begun.error());
    m_card = 0;
    enter(IssuingState::AwaitingBlankCard, begun.error());
}

void CardIssuing::makeKeys(BegunIssue begun) {
    m_issue = std::move(begun.issue);
    m_view.issue = m_issue->id;
    m_laterKeys = std::move(begun.laterKeys);
    m_puk = begun.secrets.nextPuk.clone();
    enter(IssuingState::MakingKeys);
    talk<CardKeysMade>(
        u"card-keys"_s,
        [secrets = std::make_shared<CardSecrets>(std::move(begun.secrets))](CardTransaction& transaction) {
            return makeCardKeys(transaction, *secrets);
        },
        [this](Result<CardKeysMade> made) { onKeysMade(std::move(made)); });
}

void CardIssuing::onKeysMade(Result<CardKeysMade> made) {
    if (!made)
        return stop(made.error());
    m_blank.emplace().mark = m_issue->guid.first(CapabilityIdentifierBytes);
    m_view.managementKeyKept = made->managementKeyKept;
    const Result<StationPolicy> policy = m_parts.login.policy();
    if (!policy)
        return stop(policy.error());
    const auto device = m_parts.ledger.attested(*session(), *made,
                                                policy->requireAttestation ? AttestationRule::Required
                                                                           : AttestationRule::Optional);
    if (!device)
        return stop(device.error());
    auto set = CardCertificateSet::make(*m_authority, made->keys,
                                        {.office = m_parts.office,
                                         .operatorId = m_order.person.id,
                                         .issue = m_issue->id,
                                         .now = m_parts.login.clock.now(),
                                         .notAfter = IssueSteps::endOf(m_order)});
    if (!set)
        return stop(set.error());
    if (const Result<> added = m_parts.ledger.addCertificates(*session(), m_issue->id, *set, *device); !added)
        return stop(added.error());
    m_certificates = *std::move(set);
    m_signing.begin({.reader = m_issuerCard,
                     .authority = *m_authority,
                     .action = ActionId::CardIssueSign,
                     .target = u"issue:"_s + m_issue->id,
                     .messages = m_certificates->toBeSigned()});
}

// ---- the signatures ------------------------------------------------------------------------------------

void CardIssuing::askIssuerPin(std::optional<int> triesLeft) {
    enter(IssuingState::AwaitingIssuerPin);
    m_view.triesLeft = triesLeft;
    Q_EMIT viewChanged();
}

void CardIssuing::submitIssuerPin(SecretBytes pin) {
    if (m_view.state != IssuingState::AwaitingIssuerPin)
        return;
    enter(IssuingState::Signing);
    m_signing.submitPin(std::move(pin));
}

void CardIssuing::onIssuerPinWrong(int triesLeft) {
    askIssuerPin(triesLeft);
    m_view.pinWasWrong = true;
    Q_EMIT viewChanged();
}

void CardIssuing::onIssuerPinMalformed(std::optional<int> triesLeft) {
    askIssuerPin(triesLeft);
    m_view.pinWasMalformed = true;
    Q_EMIT viewChanged();
}

void CardIssuing::writeCard(const QList<QByteArray>& signatures) {
    auto contents = m_certificates->withSignatures(signatures, m_issue->guid, m_issue->lastDay);
    if (!contents)
        return stop(contents.error());
    m_contents = *std::move(contents);
    enter(IssuingState::WritingCard);
    const auto keys = std::make_shared<std::vector<PivManagementKey>>(std::move(m_laterKeys));
    talk<void>(
        u"card-contents"_s,
        [keys, contents = *m_contents](CardTransaction& transaction) {
            return writeCardContents(transaction, *keys, contents);
        },
        [this](Result<> written) {
            if (!written)
                return stop(written.error());
            m_blank.reset();
            enter(IssuingState::AwaitingFirstPin);
        });
}

// ---- the holder's PIN ----------------------------------------------------------------------------------

void CardIssuing::submitFirstPin(SecretBytes pin, const SecretBytes& repeated) {
    if (m_view.state != IssuingState::AwaitingFirstPin)
        return;
    enter(IssuingState::AwaitingFirstPin);
    m_view.pinsDiffered = !(pin == repeated);
    m_view.pinWasMalformed = !m_view.pinsDiffered && !checkPinFormat(pin);
    if (m_view.pinsDiffered || m_view.pinWasMalformed) {
        Q_EMIT viewChanged();
        return;
    }
    if (const Result<> allowed = m_parts.pinAllowed(m_order.person, pin); !allowed)
        return enter(IssuingState::AwaitingFirstPin, allowed.error());
    enter(IssuingState::SettingFirstPin);
    m_challenge = randomBytes(ChallengeBytes);
    auto vaultKey = VaultKeyChallenge::forCertificate(m_contents->keyManagement);
    if (!vaultKey)
        return stop(vaultKey.error());
    m_vaultKey = *std::move(vaultKey);
    const auto request = std::make_shared<FirstPinRequest>(FirstPinRequest{.contents = *m_contents,
                                                                           .puk = m_puk.clone(),
                                                                           .pin = std::move(pin),
                                                                           .challenge = m_challenge,
                                                                           .vaultPeer = m_vaultKey.peer()});
    talk<FirstPin>(
        u"first-pin"_s,
        [request](CardTransaction& transaction) { return setFirstPin(transaction, *request); },
        [this](Result<FirstPin> set) { onFirstPinSet(std::move(set)); });
}

void CardIssuing::onFirstPinSet(Result<FirstPin> set) {
    if (!set && set.error().code == ErrorCode::CardCommandRefused)
        return enter(IssuingState::AwaitingFirstPin, set.error()); // the card wants another kind of PIN
    if (!set)
        return stop(set.error());
    if (set->puk.kind != PinOutcome::Kind::Accepted)
        return stop({ErrorCode::EscrowWrong, u"the card has another PUK than was written"_s});
    if (const Result<> holds = m_vaultKey.check(std::move(set->vaultSecret)); !holds)
        return stop(holds.error());
    finish(*set);
}

void CardIssuing::finish(const FirstPin& set) {
    CardProof proof;
    proof.pin.kind = PinOutcome::Kind::Accepted;
    proof.chuid = chuidContent(m_issue->guid, m_issue->lastDay);
    proof.certificates = {.authentication = m_contents->authentication,
                          .keyManagement = m_contents->keyManagement,
                          .cardAuthentication = m_contents->cardAuthentication};
    proof.challenge = m_challenge;
    proof.signature = set.signature;
    proof.messagingKey = set.messagingKey;
    proof.holdsVaultKey = true;
    const auto enrolled = m_parts.ledger.finish(*session(), m_issue->id, m_order, proof);
    if (!enrolled)
        return stop(enrolled.error());
    // Where it is not given now the card waits for it: its issue is complete all the same.
    const Result<> given = m_parts.login.keyHolders.grantOfficeKey(*session(), enrolled->card);
    m_view.card = enrolled->card;
    m_puk.clear();
    m_vaultKey = {};
    enter(IssuingState::Done);
    if (!given && given.error().code == ErrorCode::RecordFailed)
        Q_EMIT recordLost();
}

} // namespace madoguchi
