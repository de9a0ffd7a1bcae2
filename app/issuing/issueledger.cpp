// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issueledger.h"

#include "app/issuing/attestationregister.h"
#include "app/operators/witness.h"
#include "app/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

QString targetOf(const QString& issue) {
    return u"issue:"_s + issue;
}

// Longer than a night shift nobody waits for the card that lies at home.
Result<> checkDayCard(const IssueOrder& order, const QDateTime& now) {
    const QDate end = order.dayCardEnd.toLocalTime().date();
    const bool possible = end == order.lastDay && end <= now.toLocalTime().date().addDays(1);
    return possible ? Result<>() : fail(ErrorCode::InputInvalid, u"day-card"_s);
}

} // namespace

// ---- may it be? ----------------------------------------------------------------------------------------

Result<> IssueLedger::check(const Session& session, const IssueOrder& order,
                            const Certificate& issuing) const {
    if (Result<> permitted = session.require(Permission::IssueCard); !permitted)
        return permitted;
    const QDateTime now = at().clock.now();
    const QDateTime end = IssueSteps::endOf(order);
    const bool isDayCard = order.dayCardEnd.isValid();
    if (!order.lastDay.isValid() || end <= now || end > issuing.notAfter())
        return fail(ErrorCode::InputInvalid, isDayCard ? u"day-card"_s : u"last-day"_s);
    if (Result<> possible = isDayCard ? checkDayCard(order, now) : Result<>(); !possible)
        return possible;
    return m_steps.checkPerson(order);
}

Result<> IssueLedger::mayWitness(const Session& session, const IssueOrder& order, const Operator& witness) {
    return madoguchi::mayWitness(session, order.person.id, witness);
}

// ---- the steps -----------------------------------------------------------------------------------------

Result<BegunIssue> IssueLedger::begin(const Session& session, const IssueOrder& order,
                                      const Operator& witness, const BlankCard& card, const QByteArray& atr,
                                      const Certificate& issuing, const OfficeKey& office) {
    const Result<QString> id = at().issues.nextId();
    if (!id)
        return fail(id.error());
    ActionCall call{ActionId::CardIssueBegin,
                    targetOf(*id),
                    {{u"operator"_s, order.person.id}, {u"witness"_s, witness.id}}};
    call.details.insert(Enrolment::enteredAnew(at().directory, order.person));
    if (order.dayCardEnd.isValid())
        call.details.insert(u"day-card"_s, IssueSteps::endOf(order).toString(Qt::ISODate));
    return m_parts.actions.run(call, &session, [&]() -> Result<BegunIssue> {
        if (const Result<> may = check(session, order, issuing); !may)
            return fail(may.error());
        if (const Result<> may = mayWitness(session, order, witness); !may)
            return fail(may.error());
        const auto former = m_steps.requireFree(card);
        if (!former)
            return fail(former.error());
        if (const Result<> can = m_steps.requireMaker(card, atr); !can)
            return fail(can.error());
        return m_steps.begin(order, session.facts().operatorId, witness.id, *former, atr, office);
    });
}

Result<std::optional<AttestedDevice>> IssueLedger::attested(const Session& session, const CardKeysMade& made,
                                                            AttestationRule rule) const {
    if (const Result<> permitted = session.require(Permission::IssueCard); !permitted)
        return fail(permitted.error());
    const auto makers = AttestationRegister(at().station).makers();
    if (!makers)
        return fail(makers.error());
    return checkAttestation(made.attestation, made.keys, *makers, rule, at().clock.now());
}

Result<> IssueLedger::addCertificates(const Session& session, const QString& issue,
                                      const CardCertificateSet& set,
                                      const std::optional<AttestedDevice>& device) {
    ActionCall call{
        ActionId::CardIssueCertify, targetOf(issue), {{u"attested"_s, device ? u"true"_s : u"false"_s}}};
    if (device)
        call.details[u"device"_s] = device->serialNumber;
    return m_parts.actions.run(call, &session, [&]() -> Result<> {
        Result<Transaction> transaction = Transaction::begin(at().station);
        if (!transaction)
            return fail(transaction.error());
        for (const CardCertificateSet::Part& part : set.parts()) {
            if (Result<> added = at().issues.addCertificate(issue, part.kind, part.certificate.serialNumber(),
                                                            set.notAfter());
                !added)
                return added;
        }
        if (Result<> noted = AttestationRegister(at().station).note(issue, device); !noted)
            return noted;
        return transaction->commit();
    });
}

Result<Enrolled> IssueLedger::finish(const Session& session, const QString& issue, const IssueOrder& order,
                                     const CardProof& proof) {
    const ActionCall call{ActionId::CardIssueFinish, targetOf(issue), {{u"operator"_s, order.person.id}}};
    const auto take = [&]() -> Result<Enrolled> {
        const Result<CardIssue> begun = at().issues.find(issue);
        if (!begun)
            return fail(begun.error());
        if (begun->step != IssueStep::Started || begun->operatorId != order.person.id ||
            begun->lastDay != order.lastDay || begun->dayCardEnd != order.dayCardEnd)
            return fail(ErrorCode::InputInvalid, u"the issue %1 is over, or somebody else's"_s.arg(issue));
        if (const Result<> may = m_steps.checkPerson(order); !may)
            return fail(may.error());
        Result<Transaction> transaction = Transaction::begin(at().station);
        if (!transaction)
            return fail(transaction.error());
        Result<Enrolled> enrolled = m_steps.finish(
            issue, order, proof,
            {.card = {}, .at = {}, .by = begun->startedBy, .witness = begun->witness, .witnessByCard = true});
        if (!enrolled)
            return enrolled;
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
    return at().issues.unfinished();
}

Result<> IssueLedger::abandon(const Session& session, const QString& issue) {
    return m_parts.actions.run({ActionId::CardIssueAbandon, targetOf(issue)}, &session, [&]() -> Result<> {
        Result<Transaction> transaction = Transaction::begin(at().station);
        if (!transaction)
            return fail(transaction.error());
        if (Result<> left = at().issues.abandon(issue, at().clock.now()); !left)
            return left;
        return transaction->commit();
    });
}

Result<> IssueLedger::noteStop(const Session* session, const QString& issue, const QString& why) {
    return m_parts.actions.note({ActionId::CardIssueStop, targetOf(issue), {{u"why"_s, why}}}, session);
}

Result<> IssueLedger::noteLate(const QString& issue, const QString& step, const Result<>& end) {
    ActionCall call{ActionId::CardIssueStop, targetOf(issue), {{u"late"_s, step}}};
    if (!end)
        call.details[u"error"_s] = errorName(end.error().code);
    return m_parts.actions.note(call, nullptr);
}

} // namespace madoguchi
