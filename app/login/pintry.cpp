// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/pintry.h"

#include "app/audit/auditwriter.h"
#include "app/login/lockoutregister.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

PinTry::PinTry(const LoginParts& parts, QObject* parent) : QObject(parent), m_parts(parts) {}

Result<> PinTry::start(PinTryOrder order, std::function<void(Result<PinOutcome>)> done) {
    if (m_gate)
        return fail(ErrorCode::CardBusy, u"another PIN is being checked"_s);
    // Before the PIN goes out: whoever kills the program gets no free try.
    Result<> counted = m_parts.audit.appendTogether({order.submitted}, [&] {
        return m_parts.lockout.beginTry(order.card, order.cardTriesLeft.value_or(1));
    });
    if (!counted)
        return counted;
    const auto gate = std::make_shared<VerifyGate>();
    m_gate = gate;
    m_done = std::move(done);
    const CardId reader = order.reader;
    auto conversation = std::make_shared<decltype(order.conversation)>(std::move(order.conversation));
    m_parts.cards.converse<PinOutcome>(
        reader,
        [gate, conversation](CardTransaction& transaction) { return (*conversation)(transaction, gate); },
        this,
        [this, gate, order = std::move(order)](Result<PinOutcome> outcome) {
            const bool notSent = !outcome && gate->shut();
            const bool givenUp = m_gate != gate;
            settle(order, std::move(outcome), notSent, givenUp);
        });
    return {};
}

void PinTry::giveUp() {
    if (!m_gate)
        return;
    m_gate->shut();
    m_gate.reset();
    m_done = {};
}

void PinTry::settle(const PinTryOrder& order, Result<PinOutcome> outcome, bool notSent, bool givenUp) {
    const Result<> recorded = record(order, outcome, notSent, givenUp);
    const bool unanswered = outcome ? givenUp && outcome->kind == PinOutcome::Kind::Unsettled
                                    : !notSent && outcome.error().code != ErrorCode::CardCommandRefused;
    if (unanswered && order.unanswered)
        order.unanswered();
    if (givenUp)
        return;
    m_gate.reset();
    const auto done = std::exchange(m_done, {});
    done(recorded ? std::move(outcome) : Result<PinOutcome>(fail(recorded.error())));
}

Result<> PinTry::record(const PinTryOrder& order, const Result<PinOutcome>& outcome, bool notSent,
                        bool givenUp) {
    if (!outcome)
        return recordFailure(order, outcome.error(), notSent);
    if (outcome->problem)
        return recordNotEntered(order, *outcome);
    if (outcome->kind != PinOutcome::Kind::Accepted) {
        AuditRecord wrong = order.wrong;
        if (outcome->kind == PinOutcome::Kind::Blocked)
            wrong.details[u"error"_s] = errorName(ErrorCode::CardBlocked);
        return m_parts.audit.appendTogether({wrong});
    }
    AuditRecord accepted = givenUp ? order.submitted : order.accepted;
    accepted.outcome = AuditOutcome::Done;
    if (givenUp)
        accepted.details[u"cancelled"_s] = u"yes"_s;
    std::optional<Error> notKept;
    Result<> recorded = m_parts.audit.appendTogether({accepted}, [&]() -> Result<> {
        if (Result<> cleared = m_parts.lockout.succeeded(order.card); !cleared)
            return cleared;
        Result<> changed = order.change ? order.change() : Result<>();
        if (!changed)
            notKept = changed.error();
        return changed;
    });
    return notKept ? recordNotKept(order, *notKept) : recorded;
}

Result<> PinTry::recordNotEntered(const PinTryOrder& order, const PinOutcome& outcome) {
    AuditRecord failed = order.submitted;
    failed.details[u"why"_s] = padProblemName(outcome.problem);
    if (outcome.kind == PinOutcome::Kind::NotEntered)
        return takeBack(order, failed);
    failed.outcome = AuditOutcome::Failed;
    failed.details[u"pin"_s] = u"unsettled"_s;
    return m_parts.audit.appendTogether({failed});
}

// The PIN was right all the same: nobody is to wait for it, and the log has to say how it ended.
Result<> PinTry::recordNotKept(const PinTryOrder& order, const Error& why) {
    AuditRecord failed = order.submitted;
    failed.outcome = AuditOutcome::Failed;
    failed.details[u"error"_s] = errorName(why.code);
    failed.details[u"pin"_s] = u"right"_s;
    const Result<> noted =
        m_parts.audit.appendTogether({failed}, [&] { return m_parts.lockout.succeeded(order.card); });
    return fail(noted ? why : noted.error());
}

Result<> PinTry::recordFailure(const PinTryOrder& order, const Error& error, bool notSent) {
    AuditRecord failed = order.submitted;
    failed.outcome = AuditOutcome::Failed;
    failed.details[u"error"_s] = errorName(error.code);
    // Else it may have been tried: it stays counted.
    return notSent ? takeBack(order, failed) : m_parts.audit.appendTogether({failed});
}

Result<> PinTry::takeBack(const PinTryOrder& order, AuditRecord notSent) {
    notSent.outcome = AuditOutcome::Failed;
    notSent.details[u"sentToCard"_s] = u"no"_s;
    return m_parts.audit.appendTogether({notSent}, [&] { return m_parts.lockout.withdrawTry(order.card); });
}

} // namespace madoguchi
