// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issuesteps.h"

#include "app/crypto/hash.h"
#include "app/issuing/attestationregister.h"
#include "app/issuing/issuesecrets.h"
#include "app/operators/roleterms.h"
#include "app/storage/transaction.h"
#include "smartcard/piv/pivcontent.h"

#include <algorithm>
#include <utility>

namespace madoguchi {

QDateTime IssueSteps::endOf(const IssueOrder& order) {
    return order.dayCardEnd.isValid() ? order.dayCardEnd.toUTC() : CardCertificateSet::endOf(order.lastDay);
}

Result<> IssueSteps::checkPerson(const IssueOrder& order) const {
    const QDateTime now = m_parts.clock.now();
    const Result<Operator> known = m_parts.directory.find(order.person.id);
    if (!known && known.error().code == ErrorCode::OperatorUnknown)
        return checkTerms(termsOf(order.person), {}, now.toLocalTime().date());
    const auto cards =
        known ? m_parts.directory.cardsOf(order.person.id) : Result<QList<OperatorCard>>(fail(known.error()));
    if (!cards)
        return fail(cards.error());
    const bool isSame = Enrolment::isSamePerson(*known, order.person);
    if (cards->isEmpty()) {
        return !isSame && known->status != OperatorStatus::Active
                   ? fail(ErrorCode::OperatorSuspended, order.person.id)
                   : checkTerms(termsOf(order.person), termsOf(*known), now.toLocalTime().date());
    }
    if (!isSame)
        return fail(ErrorCode::OperatorIdTaken, order.person.id);
    const CardTerm term = order.dayCardEnd.isValid() ? CardTerm::Day : CardTerm::Lasting;
    return mayHaveBeside(*cards, term, m_parts.severalCards, now);
}

// ---- the card ------------------------------------------------------------------------------------------

Result<std::optional<CardIssue>> IssueSteps::requireFree(const BlankCard& card) const {
    auto former = card.mark.isEmpty() ? Result<std::optional<CardIssue>>(std::nullopt)
                                      : m_parts.issues.ofMark(card.mark);
    if (!former)
        return former;
    const Result<QList<OperatorCard>> known = cardsLike(card, *former);
    if (!known)
        return fail(known.error());
    for (const OperatorCard& each : *known) {
        // One that was only given back would be lent again under its old number.
        if (each.state != OperatorCardState::Invalidated)
            return fail(ErrorCode::CardInRegister, each.id);
    }
    const bool holdsSomething =
        !card.chuid.isEmpty() || !card.authenticationCertificate.isEmpty() || !card.cardCertificate.isEmpty();
    if (holdsSomething && !*former)
        return fail(ErrorCode::CardNotBlank);
    return former;
}

Result<QList<OperatorCard>> IssueSteps::cardsLike(const BlankCard& card,
                                                  const std::optional<CardIssue>& former) const {
    QList<Result<std::optional<OperatorCard>>> answers;
    if (!card.chuid.isEmpty())
        answers.append(m_parts.directory.cardByChuid(Sha256().digest(card.chuid)));
    for (const QByteArray& certificate : {card.authenticationCertificate, card.cardCertificate}) {
        if (!certificate.isEmpty())
            answers.append(m_parts.directory.cardByCertificate(Sha256().digest(certificate)));
    }
    if (former && former->step == IssueStep::Finished) {
        const Result<CardHolder> holder = m_parts.directory.holderOf(former->card);
        answers.append(holder ? Result<std::optional<OperatorCard>>(holder->card) : fail(holder.error()));
    }
    QList<OperatorCard> known;
    for (const auto& answer : std::as_const(answers)) {
        if (!answer)
            return fail(answer.error());
        if (*answer)
            known.append(**answer);
    }
    return known;
}

Result<> IssueSteps::requireMaker(const BlankCard& card, const QByteArray& atr) const {
    if (card.makersProof == MakersProof::NotAsked)
        return {};
    const auto makers = AttestationRegister(m_parts.station).makers();
    if (!makers)
        return fail(makers.error());
    const bool can = card.makersProof == MakersProof::Present && m_parts.catalogue.attests(atr);
    return can && !makers->isEmpty() ? Result<>() : fail(ErrorCode::AttestationMissing);
}

// ---- begin and end -------------------------------------------------------------------------------------

Result<BegunIssue> IssueSteps::begin(const IssueOrder& order, const QString& startedBy,
                                     const QString& witness, const std::optional<CardIssue>& former,
                                     const QByteArray& atr, const OfficeKey& office) {
    const Result<QString> id = m_parts.issues.nextId();
    if (!id)
        return fail(id.error());
    BegunIssue begun{.issue = {.id = *id,
                               .operatorId = order.person.id,
                               .startedBy = startedBy,
                               .witness = witness,
                               .startedAt = m_parts.clock.now(),
                               .endedAt = {},
                               .guid = newCardGuid(),
                               .lastDay = order.lastDay,
                               .sealedPuk = {},
                               .card = {},
                               .dayCardEnd = order.dayCardEnd.toUTC(),
                               .former = former ? former->id : QString()},
                     .secrets = {}};
    const IssueSecrets secrets(m_parts.issues, m_parts.catalogue, office);
    if (const Result<> added = secrets.addTo(begun, former, atr); !added)
        return fail(added.error());
    auto formerCard = cardKeyOf(former);
    if (!formerCard)
        return fail(formerCard.error());
    begun.secrets.formerCard = *std::move(formerCard);
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> added = addPerson(order.person); !added)
        return fail(added.error());
    if (const Result<> left = abandonFor(begun.issue); !left)
        return fail(left.error());
    if (const Result<> added = m_parts.issues.add(begun.issue); !added)
        return fail(added.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return begun;
}

// One that was cut off before it was certified may have left the keys of the issue before it.
Result<QByteArray> IssueSteps::cardKeyOf(std::optional<CardIssue> former) const {
    while (former && former->step != IssueStep::Finished) {
        if (former->hasCertificates || former->former.isEmpty())
            return QByteArray();
        Result<CardIssue> older = m_parts.issues.find(former->former);
        if (!older)
            return fail(older.error());
        former = *std::move(older);
    }
    if (!former)
        return QByteArray();
    const Result<CardHolder> holder = m_parts.directory.holderOf(former->card);
    return holder ? Result<QByteArray>(holder->card.cardCertificate) : fail(holder.error());
}

Result<> IssueSteps::addPerson(const Operator& person) {
    const Result<Operator> known = m_parts.directory.find(person.id);
    return known && Enrolment::isSamePerson(*known, person) ? Result<>()
                                                            : m_parts.directory.addOrReplace(person);
}

// Nobody has two cards on the way, and no card two issues: what began before for this person, or with this
// card, ends.
Result<> IssueSteps::abandonFor(const CardIssue& issue) {
    const Result<QList<CardIssue>> unfinished = m_parts.issues.unfinished();
    if (!unfinished)
        return fail(unfinished.error());
    for (const CardIssue& earlier : *unfinished) {
        if (earlier.operatorId != issue.operatorId && earlier.id != issue.former)
            continue;
        if (Result<> left = m_parts.issues.abandon(earlier.id, issue.startedAt); !left)
            return left;
    }
    return {};
}

Result<Enrolled> IssueSteps::finish(const QString& issue, const IssueOrder& order, const CardProof& proof,
                                    CardEventEntry made) {
    made.event = CardEvent::Issued;
    const QDateTime dayEnd = order.dayCardEnd.isValid() ? endOf(order) : QDateTime();
    Result<Enrolled> enrolled = m_parts.enrolment.take(order.person, proof, std::move(made), dayEnd);
    if (!enrolled)
        return enrolled;
    if (const Result<> noted = m_parts.pins.noteSetByHolder(enrolled->card); !noted)
        return fail(noted.error());
    if (const Result<> ended = m_parts.issues.finish(issue, enrolled->card, m_parts.clock.now()); !ended)
        return fail(ended.error());
    return enrolled;
}

} // namespace madoguchi
