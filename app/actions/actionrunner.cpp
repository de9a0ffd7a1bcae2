// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/actions/actionrunner.h"

#include "app/actions/actioncatalogue.h"
#include "app/actions/refusal.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

AuditRecord recordOf(const ActionCall& call, const Session* session, AuditPhase phase) {
    AuditRecord record;
    if (session) {
        record.session = session->facts().id;
        record.operatorId = session->facts().operatorId;
        record.card = session->facts().card;
    }
    record.action = QString::fromLatin1(actionEntry(call.id).name);
    record.phase = phase;
    record.target = call.target;
    record.details = call.details;
    return record;
}

Result<> allowed(ActionId id, const Session* session) {
    const std::optional<Permission> permission = actionEntry(id).permission;
    if (!permission)
        return {};
    if (!session)
        return fail(ErrorCode::PermissionDenied, u"nobody is logged in"_s);
    return session->require(*permission);
}

} // namespace

ActionRunner::ActionRunner(AuditWriter& audit) : m_audit(audit) {}

Result<> ActionRunner::note(const ActionCall& call, const Session* session) {
    const Result<quint64> appended = m_audit.append(recordOf(call, session, AuditPhase::Event));
    if (!appended)
        return fail(appended.error());
    return {};
}

Result<> ActionRunner::noteAtConsole(ActionCall call, AuditOutcome outcome) {
    call.details[u"via"_s] = u"console"_s;
    AuditRecord noted = recordOf(call, nullptr, AuditPhase::Event);
    noted.outcome = outcome;
    const Result<quint64> appended = m_audit.append(std::move(noted));
    return appended ? Result<>() : fail(appended.error());
}

Result<quint64> ActionRunner::begin(const ActionCall& call, const Session* session) {
    const Result<> permitted = allowed(call.id, session);
    if (permitted)
        return m_audit.append(recordOf(call, session, AuditPhase::Attempt));

    AuditRecord refusal = recordOf(call, session, AuditPhase::Event);
    refusal.outcome = AuditOutcome::Refused;
    refusal.details[u"error"_s] = errorName(permitted.error().code);
    const Result<quint64> recorded = m_audit.append(std::move(refusal));
    return fail(recorded ? permitted.error() : recorded.error());
}

Result<quint64> ActionRunner::beginAtConsole(ActionCall& call) {
    call.details[u"via"_s] = u"console"_s;
    return m_audit.append(recordOf(call, nullptr, AuditPhase::Attempt));
}

void ActionRunner::finish(const ActionCall& call, const Session* session, quint64 attempt,
                          const Error* error) {
    AuditRecord outcome = recordOf(call, session, AuditPhase::Outcome);
    outcome.attempt = attempt;
    outcome.outcome = !error                   ? AuditOutcome::Done
                      : isRefusal(error->code) ? AuditOutcome::Refused
                                               : AuditOutcome::Failed;
    if (error)
        outcome.details[u"error"_s] = errorName(error->code);
    Result<quint64> appended = m_audit.append(outcome);
    if (!appended && appended.error().code == ErrorCode::InputTooLarge) {
        outcome.details = {{u"details"_s, u"left out: too large"_s}}; // what counts is how it ended
        if (error)
            outcome.details[u"error"_s] = errorName(error->code);
        appended = m_audit.append(std::move(outcome));
    }
    // What happened can't be undone for want of its outcome's record; the attempt is on record, and the
    // writer, broken from now on, lets nothing further happen.
}

} // namespace madoguchi
