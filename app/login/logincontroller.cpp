// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/logincontroller.h"

#include "app/actions/actioncatalogue.h"
#include "app/login/pinpads.h"
#include "smartcard/piv/pivpin.h"

#include <utility>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::seconds DelayTick{1};

SessionKeeper::Parts sessionParts(const LoginParts& parts) {
    return {.operators = parts.operators,
            .lockout = parts.lockout,
            .slots = parts.slots,
            .audit = parts.audit,
            .clock = parts.clock,
            .terminal = parts.terminal,
            .openVault = parts.openVault,
            .closeVault = parts.closeVault,
            .grantWaitingKeys =
                [&holders = parts.keyHolders](const Session& session) {
                    // What can't be given is on record; without the record the next action halts.
                    return holders.grantWaiting(session).value_or(0);
                },
            .pinDue = parts.pinDue};
}

} // namespace

LoginController::LoginController(const LoginParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_recognition(parts)
    , m_pin(parts)
    , m_sessions(sessionParts(parts))
    , m_admission(parts) {
    m_view.condition = parts.cards.condition();
    connect(&parts.cards, &CardService::cardInserted, this, &LoginController::onCardInserted);
    connect(&parts.cards, &CardService::cardRemoved, this, &LoginController::onCardRemoved);
    connect(&parts.cards, &CardService::conditionChanged, this, &LoginController::onConditionChanged);
    m_delayTimer.setInterval(DelayTick);
    connect(&m_delayTimer, &QTimer::timeout, this, &LoginController::watchDelay);
    connect(&m_admission, &AdmissionWatch::endsSoon, this, &LoginController::sessionEndsSoon);
    connect(&m_admission, &AdmissionWatch::ended, this, &LoginController::onAdmissionEnded);
}

LoginController::~LoginController() = default;

// ---- recording -----------------------------------------------------------------------------------------

AuditRecord LoginController::record(ActionId action, AuditOutcome outcome) const {
    AuditRecord record;
    record.action = QString::fromLatin1(actionEntry(action).name);
    record.outcome = outcome;
    if (m_recognised) {
        record.operatorId = m_recognised->person.id;
        record.card = m_recognised->card.id;
    }
    if (session())
        record.session = session()->facts().id;
    return record;
}

AuditRecord LoginController::refusal(ErrorCode code) const {
    AuditRecord refused = record(ActionId::CardRefused, AuditOutcome::Refused);
    refused.details[u"error"_s] = errorName(code);
    return refused;
}

AuditRecord LoginController::acceptance() const {
    AuditRecord accepted = record(ActionId::CardAccepted, AuditOutcome::Done);
    if (m_recognition.isListOverdue(*m_recognised))
        accepted.details[u"revocationList"_s] = u"overdue"_s;
    return accepted;
}

bool LoginController::accept(LoginEvent event, const AuditRecord& record) {
    std::optional<Error> none;
    return accept(event, record, {}, none);
}

bool LoginController::accept(LoginEvent event, const AuditRecord& record,
                             const std::function<Result<>()>& change, std::optional<Error>& failure) {
    const std::optional<LoginState> next = nextLoginState(m_view.state, event);
    if (!next)
        return false;
    Result<> noted = m_parts.audit.appendTogether({record}, change);
    if (!noted && noted.error().code != ErrorCode::RecordFailed && change) {
        failure = noted.error();
        noted = m_parts.audit.appendTogether({record});
    }
    if (!noted) {
        halt();
        return false;
    }
    m_view.state = *next;
    return true;
}

void LoginController::halt() {
    const auto next = nextLoginState(m_view.state, LoginEvent::RecordLost);
    if (!next)
        return;
    m_view.state = *next;
    m_view.refusal = ErrorCode::RecordFailed;
    m_delayTimer.stop();
    m_admission.stop();
    if (session()) {
        Q_EMIT sessionEnding(SessionEnd::RecordLost);
        m_sessions.close();
        Q_EMIT sessionEnded(SessionEnd::RecordLost);
    }
    Q_EMIT viewChanged();
}

// ---- cards come and go ---------------------------------------------------------------------------------

void LoginController::onConditionChanged(CardServiceCondition condition) {
    m_view.condition = condition;
    Q_EMIT viewChanged();
}

void LoginController::onCardInserted(CardId card) {
    m_present.insert(card);
    if (nextLoginState(m_view.state, LoginEvent::CardInserted))
        beginWith(card);
}

void LoginController::onCardRemoved(CardId card) {
    m_present.remove(card);
    if (card != m_card)
        return;
    if (session() && !endSession(SessionEnd::CardRemoved))
        return;
    if (!accept(LoginEvent::CardRemoved, record(ActionId::CardRemoved)))
        return;
    forgetCard();
    Q_EMIT viewChanged();
    considerNextCard();
}

void LoginController::beginWith(CardId card) {
    forgetCard();
    if (!accept(LoginEvent::CardInserted, record(ActionId::CardInserted)))
        return;
    m_card = card;
    readCard();
}

void LoginController::considerNextCard() {
    if (const CardId next = m_present.next(); next != 0)
        beginWith(next);
}

void LoginController::forgetCard() {
    m_card = 0;
    m_recognised.reset();
    m_delayTimer.stop();
    m_view = {.state = m_view.state, .condition = m_view.condition};
}

// ---- who is it, and may she ----------------------------------------------------------------------------

void LoginController::readCard() {
    m_recognised.reset();
    Q_EMIT viewChanged();
    m_recognition.read(m_card, this, [this, card = m_card](Result<CardIdentity> identity) {
        if (card == m_card) // else it left meanwhile and another one is being read
            onCardRead(std::move(identity));
    });
}

void LoginController::onCardRead(Result<CardIdentity> identity) {
    if (m_view.state != LoginState::ReadingCard)
        return;
    if (!identity)
        return refuse(identity.error());
    auto recognised = m_recognition.recognise(*identity);
    if (!recognised)
        return refuse(recognised.error());
    m_recognised = std::move(*recognised);
    m_view.isUnlocking = m_recognised->card.id == m_lockedCard;
    if (const Result<> allowed = m_recognition.checkAdmission(*m_recognised); !allowed)
        return refuse(allowed.error());
    admit();
}

void LoginController::admit() {
    const Result<LockoutState> lockout = m_parts.lockout.state(m_recognised->card.id);
    if (!lockout)
        return refuse(lockout.error());
    m_view.operatorName = m_recognised->person.name;
    m_view.triesLeft = m_recognised->identity.pinTries;
    m_view.triesBeforeDelay = lockout->triesUntilPenalty;
    m_view.pinOnPad = asksOnPad();
    if (m_recognised->identity.pinTries == 0)
        return refuse({ErrorCode::CardBlocked});
    switch (lockout->kind) {
    case LockoutState::Kind::Locked:
        return refuse({ErrorCode::PinLocked});
    case LockoutState::Kind::Delayed:
        m_view.delay = lockout->remaining;
        if (accept(LoginEvent::CardDelayed, refusal(ErrorCode::PinDelayed)))
            m_delayTimer.start();
        break;
    case LockoutState::Kind::Open:
        accept(m_recognised->identity.pinTries == 1 ? LoginEvent::CardAdmittedForLastTry
                                                    : LoginEvent::CardAdmitted,
               acceptance());
        break;
    }
    Q_EMIT viewChanged();
}

bool LoginController::asksOnPad() const {
    return m_parts.pads && m_parts.pads->verifies(m_card);
}

void LoginController::watchDelay() {
    const Result<LockoutState> lockout = m_parts.lockout.state(m_recognised->card.id);
    if (lockout && lockout->kind == LockoutState::Kind::Delayed) {
        m_view.delay = lockout->remaining;
        Q_EMIT viewChanged();
        return;
    }
    m_delayTimer.stop();
    AuditRecord again = record(ActionId::CardInserted);
    again.details[u"why"_s] = u"DelayPassed"_s; // the card was here all the time
    if (accept(LoginEvent::DelayPassed, again))
        readCard();
}

void LoginController::refuse(const Error& error) {
    AuditRecord refused = refusal(error.code);
    if (!error.detail.isEmpty())
        refused.details[u"detail"_s] = error.detail;
    if (!accept(LoginEvent::CardRefused, refused))
        return;
    m_view.refusal = error.code;
    m_present.sendAway(m_card);
    Q_EMIT viewChanged();
    considerNextCard();
}

// ---- the PIN -------------------------------------------------------------------------------------------

void LoginController::confirmLastTry() {
    if (accept(LoginEvent::LastTryConfirmed, record(ActionId::LastTryConfirm)))
        Q_EMIT viewChanged();
}

void LoginController::cancel() {
    if (!accept(LoginEvent::LoginCancelled, record(ActionId::LoginCancel)))
        return;
    m_delayTimer.stop();
    m_present.sendAway(m_card);
    Q_EMIT viewChanged();
}

void LoginController::submitPin(SecretBytes pin) {
    if (m_view.state != LoginState::AwaitingPin || m_view.pinOnPad)
        return;
    m_view.pinWasMalformed = !checkPinFormat(pin);
    if (m_view.pinWasMalformed) {
        m_view.pinWasWrong = false;
        m_view.padProblem.reset();
        Q_EMIT viewChanged();
        return;
    }
    present(std::move(pin));
}

void LoginController::askPinOnPad() {
    if (m_view.state == LoginState::AwaitingPin && m_view.pinOnPad)
        present({});
}

/// `pin` is empty where the reader asks for it.
void LoginController::present(SecretBytes pin) {
    m_view.pinWasWrong = false;
    m_view.padProblem.reset();
    // Once more: the card may have waited here past the end of hours, role or certificate.
    const Result<> allowed = m_recognition.checkAdmission(*m_recognised);
    auto request = allowed ? m_pin.requestFor(*m_recognised, std::move(pin)) : fail(allowed.error());
    if (request)
        request->entry = m_view.pinOnPad ? PinEntry::OnPad : PinEntry::Typed;
    // Counted before VERIFY goes out: whoever kills the program gets no free try.
    const auto count = [&]() -> Result<> {
        if (!request)
            return fail(request.error());
        return m_parts.lockout.beginTry(m_recognised->card.id, m_view.triesLeft.value_or(1));
    };
    const AuditRecord submitted = pinRecord(AuditOutcome::None);
    std::optional<Error> failure;
    if (!accept(LoginEvent::PinSubmitted, submitted, count, failure))
        return;
    Q_EMIT viewChanged();
    if (failure)
        return refuse(*failure);
    m_pin.send(m_card, std::move(*request), submitted, this,
               [this, card = m_card](Result<PinLogin> login, const Result<>& recorded) {
                   if (!recorded)
                       halt();
                   if (card == m_card)
                       onPinChecked(std::move(login));
               });
}

AuditRecord LoginController::pinRecord(AuditOutcome outcome) const {
    AuditRecord submitted = record(ActionId::PinSubmit, outcome);
    if (m_view.pinOnPad)
        submitted.details[u"pinPad"_s] = u"yes"_s;
    return submitted;
}

void LoginController::onPinChecked(Result<PinLogin> login) {
    if (m_view.state != LoginState::CheckingPin)
        return;
    if (!login)
        return refuse(login.error());
    switch (login->pin.kind) {
    case PinOutcome::Kind::Accepted:
        return openSession(std::move(*login));
    case PinOutcome::Kind::Blocked:
        return refuse({ErrorCode::CardBlocked});
    case PinOutcome::Kind::NotEntered:
        return onPinNotEntered(login->pin.problem.value_or(PadProblem::Unusable));
    case PinOutcome::Kind::Wrong:
        break;
    }
    if (!accept(LoginEvent::PinWrong, record(ActionId::PinRefused, AuditOutcome::Refused)))
        return;
    m_view.pinWasWrong = true;
    readCard();
}

// The card has confirmed it: this was no try either. A failure to take it back leaves it counted.
void LoginController::onPinNotEntered(PadProblem problem) {
    AuditRecord notEntered = pinRecord(AuditOutcome::Failed);
    notEntered.details[u"sentToCard"_s] = u"no"_s;
    notEntered.details[u"why"_s] = padProblemName(problem);
    std::optional<Error> failure;
    if (!accept(
            LoginEvent::PinNotEntered, notEntered,
            [&] { return m_parts.lockout.withdrawTry(m_recognised->card.id); }, failure))
        return;
    if (problem == PadProblem::Unusable)
        m_parts.pads->distrust(m_card);
    m_view.padProblem = problem;
    m_view.pinOnPad = asksOnPad();
    Q_EMIT viewChanged();
}

// ---- the session ---------------------------------------------------------------------------------------

void LoginController::openSession(PinLogin login) {
    const AuditRecord accepted = pinRecord(AuditOutcome::Done);
    const auto greeting =
        m_sessions.open({.person = m_recognised->person,
                         .card = m_recognised->card,
                         .action = m_view.isUnlocking ? ActionId::SessionUnlock : ActionId::SessionStart,
                         .accepted = accepted,
                         .vaultSecret = std::move(login.vaultSecret),
                         .officeSecret = std::move(login.officeSecret)});
    if (!greeting) {
        if (accept(LoginEvent::PinAccepted, accepted))
            refuse(greeting.error());
        return;
    }
    // Both events became durable together.
    m_view.state = *nextLoginState(m_view.state, LoginEvent::PinAccepted);
    m_view.state = *nextLoginState(m_view.state, LoginEvent::SessionOpened);
    m_lockedCard.clear();
    m_admission.start(*m_recognised);
    Q_EMIT viewChanged();
    LoginGreeting told = *greeting;
    told.revocationListOverdue = m_recognition.isListOverdue(*m_recognised);
    Q_EMIT sessionStarted(told);
}

void LoginController::logOut() {
    if (!session() || !endSession(SessionEnd::LoggedOut))
        return;
    m_present.sendAway(m_card);
    Q_EMIT viewChanged();
}

void LoginController::lock(SessionEnd why) {
    if (session() && endSession(why))
        readCard();
}

void LoginController::cardWithdrawn(const QString& card) {
    if (session() && session()->facts().card == card)
        lock(SessionEnd::CardWithdrawn);
}

void LoginController::onAdmissionEnded(const Error& why) {
    if (session() && endSession(SessionEnd::NotAdmitted, why.code))
        readCard();
}

bool LoginController::endSession(SessionEnd why, std::optional<ErrorCode> cause) {
    m_admission.stop();
    Q_EMIT sessionEnding(why);
    if (!session()) // saving failed to be recorded: already over
        return false;
    const Result<> recorded = m_sessions.end(why, cause);
    Q_EMIT sessionEnded(why);
    if (!recorded) {
        halt();
        return false;
    }
    m_lockedCard = why == SessionEnd::LoggedOut ? QString() : m_recognised->card.id;
    if (why != SessionEnd::CardRemoved) {
        m_view.state = *nextLoginState(
            m_view.state, why == SessionEnd::LoggedOut ? LoginEvent::LoggedOut : LoginEvent::SessionLocked);
    }
    return true;
}

} // namespace madoguchi
