// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/rolechanges.h"

#include "app/operators/admission.h"
#include "app/storage/transaction.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

QMap<QString, QString> detailsOf(const RoleChange& change) {
    QMap<QString, QString> details = detailsOf(change.keys);
    details.insert(change.fields);
    return details;
}

Result<RoleChange> RoleChanges::change(const Session& session, const QString& operatorId,
                                       const RoleTerms& terms) {
    if (const Result<> permitted = session.require(Permission::ChangeOperator); !permitted)
        return fail(permitted.error());
    if (operatorId == session.facts().operatorId)
        return fail(ErrorCode::InputInvalid, u"self"_s);
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    const Result<Operator> former = m_parts.directory.find(operatorId);
    if (!former)
        return fail(former.error());
    const QDate today = m_parts.clock.now().toLocalTime().date();
    if (const Result<> possible = checkTerms(terms, termsOf(*former), today); !possible)
        return fail(possible.error());
    if (terms == termsOf(*former))
        return RoleChange{};
    const Operator changed = withTerms(*former, terms);
    if (const Result<> written = m_parts.directory.change(session, changed); !written)
        return fail(written.error());
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    const bool inAnotherRole = former->role != terms.role;
    Result<Suspension> keys = inAnotherRole ? m_parts.holders.fitToRole(*cards) : Suspension();
    if (!keys)
        return fail(keys.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    endSessions(changed, inAnotherRole, *cards);
    return RoleChange{changesOf(terms, termsOf(*former)), *std::move(keys)};
}

// What has nothing to do with the register, such as a certificate, AdmissionWatch asks as ever.
void RoleChanges::endSessions(const Operator& person, bool inAnotherRole, const QList<OperatorCard>& cards) {
    for (const OperatorCard& card : cards) {
        if (inAnotherRole || admission(person, card, m_parts.terminal, m_parts.clock.now()))
            m_parts.withdrawn(card.id);
    }
}

} // namespace madoguchi
