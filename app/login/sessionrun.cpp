// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/sessionrun.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

SessionRun::SessionRun(const LoginParts& parts, const ReaderGate& gate, Steps steps, QObject* parent)
    : QObject(parent)
    , m_audit(parts.audit)
    , m_clock(parts.clock)
    , m_steps(std::move(steps))
    , m_keeper(SessionKeeper::partsOf(parts))
    , m_admission(parts)
    , m_swap(parts, gate) {
    connect(&m_admission, &AdmissionWatch::endsSoon, this, &SessionRun::endsSoon);
    connect(&m_admission, &AdmissionWatch::ended, this,
            [this](const Error& why) { Q_EMIT lockDue(SessionEnd::NotAdmitted, why.code); });
    connect(&m_swap, &CardSwap::viewChanged, this, &SessionRun::swapChanged);
    connect(&m_swap, &CardSwap::applicantsCardSeen, this, &SessionRun::applicantsCardSeen);
    connect(&m_swap, &CardSwap::returned, this, &SessionRun::onCardReturned);
    connect(&m_swap, &CardSwap::failed, this,
            [this](const Error& why) { Q_EMIT lockDue(SessionEnd::CardSwap, why.code); });
}

Result<LoginGreeting> SessionRun::open(SessionOrder order, const RecognisedCard& recognised) {
    Result<LoginGreeting> greeting = m_keeper.open(std::move(order));
    if (!greeting)
        return greeting;
    m_admission.start(recognised);
    pinProven();
    return greeting;
}

void SessionRun::pinProven() {
    m_keeper.pinProven(
        [&clock = m_clock, at = m_clock.sinceBoot()] { return clock.sinceBoot() - at < PinStaysFresh; });
}

void SessionRun::pinChanged() {
    m_keeper.pinChanged();
    pinProven();
}

Result<> SessionRun::end(SessionEnd why, std::optional<ErrorCode> cause) {
    m_admission.stop();
    QList<AuditRecord> before;
    if (m_swap.isUnderWay()) {
        before += swapEnd(AuditOutcome::Failed, cause ? errorName(*cause) : u"SessionEnded"_s);
        m_swap.stop();
        m_keeper.cardReturned(); // the pages save now, as at the end of every session
    }
    Q_EMIT ending(why);
    if (session() == nullptr) // saving failed to be recorded: already over
        return fail(ErrorCode::SessionEnded);
    Result<> recorded = m_keeper.end(why, cause, before);
    Q_EMIT ended(why);
    return recorded;
}

void SessionRun::close(SessionEnd why) {
    m_admission.stop();
    m_swap.stop();
    if (session() == nullptr)
        return;
    Q_EMIT ending(why);
    m_keeper.close();
    Q_EMIT ended(why);
}

// ---- a change of cards ---------------------------------------------------------------------------------

Result<> SessionRun::beginSwap(const RecognisedCard& recognised, CardId card) {
    if (Result<> may = m_swap.check(*session(), recognised); !may) {
        AuditRecord refused = m_steps.record(ActionId::CardSwapBegin, AuditOutcome::Refused);
        refused.details[u"error"_s] = errorName(may.error().code);
        Result<> noted = m_audit.appendTogether({refused});
        return noted ? may : noted;
    }
    if (!m_steps.accept(LoginEvent::SwapBegun, m_steps.record(ActionId::CardSwapBegin, AuditOutcome::Done)))
        return fail(ErrorCode::RecordFailed);
    m_keeper.allowCardOut();
    m_ownCard = card;
    m_swap.begin(recognised, card);
    Q_EMIT swapBegun();
    return {};
}

void SessionRun::cancelSwap() {
    if (finishSwap(LoginEvent::SwapCancelled, u"Cancelled"_s))
        Q_EMIT swapChanged();
}

bool SessionRun::takeIn(CardId card) {
    if (!m_swap.isUnderWay())
        return false;
    if (m_steps.accept(LoginEvent::SwapCardIn, movement(ActionId::CardInserted, card)))
        m_swap.cardIn(card);
    return true;
}

bool SessionRun::takeOut(CardId card) {
    if (!m_swap.isAbout(card))
        return m_swap.isUnderWay();
    const auto event = m_swap.isAlone(card) ? LoginEvent::SwapCardOut : LoginEvent::SwapOtherOut;
    if (m_steps.accept(event, movement(ActionId::CardRemoved, card)))
        m_swap.cardOut(card);
    return true;
}

void SessionRun::onCardReturned(CardId card, const RecognisedCard& recognised) {
    if (finishSwap(LoginEvent::SwapReturned, u"CardReturned"_s))
        Q_EMIT swapDone(card, recognised);
}

bool SessionRun::finishSwap(LoginEvent how, const QString& why) {
    if (!m_swap.isUnderWay() || !m_steps.accept(how, swapEnd(AuditOutcome::Done, why)))
        return false;
    m_swap.stop();
    m_keeper.cardReturned();
    return true;
}

// Whose card comes in is not known yet, and what an applicant has is not for the record.
AuditRecord SessionRun::movement(ActionId action, CardId card) const {
    AuditRecord moved = m_steps.record(action, AuditOutcome::None);
    moved.details[u"swap"_s] = u"yes"_s;
    if (card != m_ownCard)
        moved.card.clear();
    return moved;
}

AuditRecord SessionRun::swapEnd(AuditOutcome outcome, const QString& why) const {
    AuditRecord ended = m_steps.record(ActionId::CardSwapEnd, outcome);
    ended.details[u"why"_s] = why;
    return ended;
}

} // namespace madoguchi
