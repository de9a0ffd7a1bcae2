// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issueledger.h"

#include "app/crypto/hash.h"
#include "app/issuing/issuesecrets.h"
#include "app/storage/transaction.h"
#include "smartcard/piv/pivcontent.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

QString targetOf(const QString& issue) {
    return u"issue:"_s + issue;
}

bool samePerson(const Operator& known, const Operator& given) {
    return known.name == given.name && known.kana == given.kana && known.role == given.role;
}

} // namespace

// ---- may it be? ----------------------------------------------------------------------------------------

Result<> IssueLedger::check(const Session& session, const IssueOrder& order,
                            const Certificate& issuing) const {
    if (Result<> permitted = session.require(Permission::IssueCard); !permitted)
        return permitted;
    const QDateTime end = CardCertificateSet::endOf(order.lastDay);
    if (!order.lastDay.isValid() || end <= m_parts.clock.now() || end > issuing.notAfter())
        return fail(ErrorCode::InputInvalid, u"the card's last day"_s);
    return checkPerson(order.person);
}

Result<> IssueLedger::checkPerson(const Operator& person) const {
    const Result<Operator> known = m_parts.directory.find(person.id);
    if (!known && known.error().code == ErrorCode::OperatorUnknown)
        return {};
    if (!known)
        return fail(known.error());
    if (!samePerson(*known, person))
        return fail(ErrorCode::OperatorIdTaken, person.id);
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(person.id);
    if (!cards)
        return fail(cards.error());
    const bool has = std::ranges::any_of(*cards, [](const OperatorCard& card) {
        return card.state == OperatorCardState::Active || card.state == OperatorCardState::Suspended;
    });
    return has ? Result<>(fail(ErrorCode::OperatorHasCard, person.id)) : Result<>();
}

Result<> IssueLedger::mayWitness(const Session& session, const IssueOrder& order, const Operator& witness) {
    if (witness.id == session.facts().operatorId || witness.id == order.person.id)
        return fail(ErrorCode::WitnessSamePerson);
    if (witness.role != Role::CardAdministrator && witness.role != Role::Supervisor)
        return fail(ErrorCode::WitnessUnsuitable);
    return {};
}

// None for a card that was never in an issue of this office, or only in one of another station.
Result<std::optional<CardIssue>> IssueLedger::formerIssue(const BlankCard& card) const {
    return card.mark.isEmpty() ? Result<std::optional<CardIssue>>(std::nullopt)
                               : m_parts.issues.ofMark(card.mark);
}

Result<> IssueLedger::requireFree(const BlankCard& card, const std::optional<CardIssue>& former) const {
    const bool holdsSomething =
        !card.chuid.isEmpty() || !card.authenticationCertificate.isEmpty() || !card.cardCertificate.isEmpty();
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
    for (const auto& known : answers) {
        if (!known)
            return fail(known.error());
        // One that was only given back would be lent again under its old number.
        if (*known && (*known)->state != OperatorCardState::Invalidated)
            return fail(ErrorCode::CardInRegister, (*known)->id);
    }
    return holdsSomething && !former ? Result<>(fail(ErrorCode::CardNotBlank)) : Result<>();
}

// ---- the steps -----------------------------------------------------------------------------------------

Result<BegunIssue> IssueLedger::begin(const Session& session, const IssueOrder& order,
                                      const Operator& witness, const BlankCard& card, const QByteArray& atr,
                                      const Certificate& issuing, const OfficeKey& office) {
    const Result<QString> id = m_parts.issues.nextId();
    if (!id)
        return fail(id.error());
    const ActionCall call{ActionId::CardIssueBegin,
                          targetOf(*id),
                          {{u"operator"_s, order.person.id}, {u"witness"_s, witness.id}}};
    return m_parts.actions.run(call, &session, [&]() -> Result<BegunIssue> {
        if (const Result<> may = check(session, order, issuing); !may)
            return fail(may.error());
        if (const Result<> may = mayWitness(session, order, witness); !may)
            return fail(may.error());
        const auto former = formerIssue(card);
        if (!former)
            return fail(former.error());
        if (const Result<> free = requireFree(card, *former); !free)
            return fail(free.error());
        const CardIssue issue{.id = *id,
                              .operatorId = order.person.id,
                              .startedBy = session.facts().operatorId,
                              .witness = witness.id,
                              .startedAt = m_parts.clock.now(),
                              .endedAt = {},
                              .guid = newCardGuid(),
                              .lastDay = order.lastDay,
                              .sealedPuk = {},
                              .card = {},
                              .former = *former ? (*former)->id : QString()};
        BegunIssue begun{.issue = issue, .secrets = {}};
        const IssueSecrets secrets(m_parts.issues, m_parts.catalogue, office);
        if (const Result<> added = secrets.addTo(begun, *former, atr); !added)
            return fail(added.error());
        return add(std::move(begun), order);
    });
}

Result<BegunIssue> IssueLedger::add(BegunIssue begun, const IssueOrder& order) {
    Result<Transaction> transaction = Transaction::begin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    const Result<Operator> known = m_parts.directory.find(order.person.id);
    if (!known && known.error().code != ErrorCode::OperatorUnknown)
        return fail(known.error());
    if (const Result<> added = known ? Result<>() : m_parts.directory.add(order.person); !added)
        return fail(added.error());
    if (const Result<> left = abandonFor(begun.issue); !left)
        return fail(left.error());
    if (const Result<> added = m_parts.issues.add(begun.issue); !added)
        return fail(added.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return begun;
}

// Nobody has two cards, and no card two issues: what began before for this person, or with this card, ends.
Result<> IssueLedger::abandonFor(const CardIssue& issue) {
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

Result<> IssueLedger::addCertificates(const Session& session, const QString& issue,
                                      const CardCertificateSet& set) {
    const ActionCall call{ActionId::CardIssueCertify, targetOf(issue)};
    return m_parts.actions.run(call, &session, [&]() -> Result<> {
        Result<Transaction> transaction = Transaction::begin(m_parts.station);
        if (!transaction)
            return fail(transaction.error());
        for (const CardCertificateSet::Part& part : set.parts()) {
            if (Result<> added = m_parts.issues.addCertificate(
                    issue, part.kind, part.certificate.serialNumber(), set.notAfter());
                !added)
                return added;
        }
        return transaction->commit();
    });
}

Result<Enrolled> IssueLedger::finish(const Session& session, const QString& issue, const IssueOrder& order,
                                     const CardProof& proof) {
    const ActionCall call{ActionId::CardIssueFinish, targetOf(issue), {{u"operator"_s, order.person.id}}};
    const auto take = [&]() -> Result<Enrolled> {
        const Result<CardIssue> begun = m_parts.issues.find(issue);
        if (!begun)
            return fail(begun.error());
        if (begun->step != IssueStep::Started || begun->operatorId != order.person.id)
            return fail(ErrorCode::InputInvalid, u"the issue %1 is over, or somebody else's"_s.arg(issue));
        if (const Result<> may = checkPerson(order.person); !may)
            return fail(may.error());
        Result<Transaction> transaction = Transaction::begin(m_parts.station);
        if (!transaction)
            return fail(transaction.error());
        Result<Enrolled> enrolled = m_parts.enrolment.take(order.person, proof,
                                                           {.card = {},
                                                            .at = {},
                                                            .event = CardEvent::Issued,
                                                            .by = begun->startedBy,
                                                            .witness = begun->witness,
                                                            .witnessByCard = true});
        if (!enrolled)
            return enrolled;
        if (const Result<> noted = m_parts.pins.noteSetByHolder(enrolled->card); !noted)
            return fail(noted.error());
        if (const Result<> ended = m_parts.issues.finish(issue, enrolled->card, m_parts.clock.now()); !ended)
            return fail(ended.error());
        if (const Result<> committed = transaction->commit(); !committed)
            return fail(committed.error());
        return enrolled;
    };
    return m_parts.actions.run(call, &session, take, [](const Enrolled& enrolled) {
        return QMap<QString, QString>{{u"card"_s, enrolled.card}};
    });
}

Result<QList<CardIssue>> IssueLedger::unfinished(const Session& session) const {
    if (const Result<> permitted = session.require(Permission::IssueCard); !permitted)
        return fail(permitted.error());
    return m_parts.issues.unfinished();
}

Result<> IssueLedger::abandon(const Session& session, const QString& issue) {
    return m_parts.actions.run({ActionId::CardIssueAbandon, targetOf(issue)}, &session, [&]() -> Result<> {
        Result<Transaction> transaction = Transaction::begin(m_parts.station);
        if (!transaction)
            return fail(transaction.error());
        if (Result<> left = m_parts.issues.abandon(issue, m_parts.clock.now()); !left)
            return left;
        return transaction->commit();
    });
}

Result<> IssueLedger::noteStop(const Session* session, const QString& issue, const QString& why) {
    return m_parts.actions.note({ActionId::CardIssueStop, targetOf(issue), {{u"why"_s, why}}}, session);
}

} // namespace madoguchi
