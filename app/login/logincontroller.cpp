// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/logincontroller.h"

#include "app/login/loginrecord.h"
#include "app/login/pinpads.h"
#include "smartcard/piv/pivpin.h"

#include <utility>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::seconds DelayTick{1};

} // namespace

LoginController::LoginController(const LoginParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_recognition(parts)
    , m_pin(parts)
    , m_gate(parts.cards, parts.readers)
    , m_entrance(parts, m_gate)
    , m_run(parts, m_gate,
            {.accept = [this](LoginEvent event, const AuditRecord& taken) { return accept(event, taken); },
             .record = [this](ActionId action, AuditOutcome outcome) { return record(action, outcome); }}) {
    connect(&parts.cards, &CardService::cardInserted, this, &LoginController::onCardInserted);
    connect(&parts.cards, &CardService::cardRemoved, this, &LoginController::onCardRemoved);
    connect(&parts.cards, &CardService::conditionChanged, this, &LoginController::onReadersChanged);
    connect(&parts.cards, &CardService::readersChanged, this, &LoginController::onReadersChanged);
    connect(&m_entrance, &CardEntrance::misplaced, this, &LoginController::onCardMisplaced);
    m_delayTimer.setInterval(DelayTick);
    connect(&m_delayTimer, &QTimer::timeout, this, &LoginController::watchDelay);
    joinSession();
    showReaders();
}

void LoginController::joinSession() {
    connect(&m_run, &SessionRun::ending, this, &LoginController::sessionEnding);
    connect(&m_run, &SessionRun::ended, this, &LoginController::sessionEnded);
    connect(&m_run, &SessionRun::endsSoon, this, &LoginController::sessionEndsSoon);
    connect(&m_run, &SessionRun::lockDue, this, &LoginController::lockFor);
    connect(&m_run, &SessionRun::swapBegun, this, &LoginController::swapBegun);
    connect(&m_run, &SessionRun::swapChanged, this, &LoginController::showSwap);
    connect(&m_run, &SessionRun::applicantsCardSeen, &m_entrance, &CardEntrance::sendAway);
    connect(&m_run, &SessionRun::swapDone, this, [this](CardId card, const RecognisedCard& recognised) {
        m_card = card;
        m_recognised = recognised;
        Q_EMIT viewChanged();
    });
}

LoginController::~LoginController() = default;

// ---- recording -----------------------------------------------------------------------------------------

AuditRecord LoginController::record(ActionId action, AuditOutcome outcome) const {
    return loginRecord(action, outcome, m_recognised, session());
}

AuditRecord LoginController::refusal(const Error& why) const {
    return withError(record(ActionId::CardRefused, AuditOutcome::Refused), why);
}

AuditRecord LoginController::acceptance() const {
    AuditRecord accepted = record(ActionId::CardAccepted, AuditOutcome::Done);
    const RevocationStanding standing = m_recognition.revocationStanding(*m_recognised);
    if (standing == RevocationStanding::Overdue)
        accepted.details[u"revocationList"_s] = u"overdue"_s;
    if (standing == RevocationStanding::Unlisted)
        accepted.details[u"revocationList"_s] = u"no-list"_s;
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
    m_run.close(SessionEnd::RecordLost);
    Q_EMIT viewChanged();
}

// ---- cards come and go ---------------------------------------------------------------------------------

void LoginController::showReaders() {
    m_view.condition = m_parts.cards.condition();
    m_view.missing = m_gate.missing();
}

void LoginController::onReadersChanged() {
    const LoginView before = m_view;
    showReaders();
    if (m_view.condition != before.condition || m_view.missing != before.missing)
        Q_EMIT viewChanged(); // not for every card that moves
}

void LoginController::onCardInserted(CardId card) {
    m_entrance.insert(card);
    if (!m_run.takeIn(card) && nextLoginState(m_view.state, LoginEvent::CardInserted) &&
        m_entrance.takes(card))
        beginWith(card);
}

void LoginController::onCardRemoved(CardId card) {
    m_entrance.remove(card);
    if (m_run.takeOut(card) || card != m_card)
        return;
    if (session() && !endSession(SessionEnd::CardRemoved))
        return;
    if (accept(LoginEvent::CardRemoved, record(ActionId::CardRemoved)))
        waitForCard();
}

void LoginController::onCardMisplaced(CardId card, const RecognisedCard& recognised) {
    if (!nextLoginState(m_view.state, LoginEvent::CardInserted) || !receive(card))
        return;
    m_recognised = recognised;
    refuse({ErrorCode::ReaderForApplicants});
}

void LoginController::waitForCard(std::optional<ErrorCode> swapFailure) {
    forgetCard();
    m_view.swapFailure = swapFailure;
    Q_EMIT viewChanged();
    considerNextCard();
}

bool LoginController::receive(CardId card) {
    forgetCard();
    if (!accept(LoginEvent::CardInserted, record(ActionId::CardInserted)))
        return false;
    m_card = card;
    return true;
}

void LoginController::beginWith(CardId card) {
    if (receive(card))
        readCard();
}

void LoginController::considerNextCard() {
    if (const CardId next = m_entrance.next(); next != 0)
        beginWith(next);
}

void LoginController::forgetCard() {
    m_card = 0;
    m_recognised.reset();
    m_delayTimer.stop();
    m_view = {.state = m_view.state};
    showReaders();
}

// ---- who is it, and may she ----------------------------------------------------------------------------

void LoginController::readCard() {
    m_recognised.reset();
    m_view.padStillAsks = m_parts.cards.asksOnPad(m_card);
    Q_EMIT viewChanged();
    m_recognition.read(m_card, this, [this, card = m_card](Result<CardIdentity> identity) {
        if (card == m_card) // else it left meanwhile and another one is being read
            onCardRead(std::move(identity));
    });
}

void LoginController::onCardRead(Result<CardIdentity> identity) {
    if (m_view.state != LoginState::ReadingCard)
        return;
    m_view.padStillAsks = false;
    if (!identity)
        return refuse(identity.error());
    auto recognised = m_recognition.recognise(*identity);
    if (!recognised)
        return refuse(recognised.error());
    m_recognised = std::move(*recognised);
    m_view.isUnlocking = m_recognised->card.id == m_lockedCard;
    m_view.pinMayBeNew = m_unsettled.contains(m_recognised->card.id);
    if (const Result<> placed = m_gate.admit(m_card, m_recognised->person.role); !placed)
        return refuse(placed.error());
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
        if (accept(LoginEvent::CardDelayed, refusal({ErrorCode::PinDelayed})))
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
    if (!accept(LoginEvent::CardRefused, refusal(error)))
        return;
    m_view.refusal = error.code;
    m_entrance.sendAway(m_card);
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
    m_entrance.sendAway(m_card);
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
    case PinOutcome::Kind::Unsettled: // only of a change
        return refuse({ErrorCode::CardProtocolError});
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
    AuditRecord accepted = pinRecord(AuditOutcome::Done);
    const QDateTime clockBehind = m_recognition.clockBehind(m_parts.clock.now());
    if (clockBehind.isValid()) // only a system administrator comes this far
        accepted.details[u"clock"_s] = u"accepted"_s;
    const auto greeting =
        m_run.open({.person = m_recognised->person,
                    .card = m_recognised->card,
                    .action = m_view.isUnlocking ? ActionId::SessionUnlock : ActionId::SessionStart,
                    .accepted = accepted,
                    .vaultSecret = std::move(login.vaultSecret),
                    .officeSecret = std::move(login.officeSecret)},
                   *m_recognised);
    if (!greeting) {
        if (accept(LoginEvent::PinAccepted, accepted))
            refuse(greeting.error());
        return;
    }
    // Both events became durable together.
    m_view.state = *nextLoginState(m_view.state, LoginEvent::PinAccepted);
    m_view.state = *nextLoginState(m_view.state, LoginEvent::SessionOpened);
    m_lockedCard.clear();
    pinSettled(m_recognised->card.id);
    Q_EMIT viewChanged();
    LoginGreeting told = *greeting;
    told.revocation = m_recognition.revocationStanding(*m_recognised);
    told.missingReaders = m_gate.missing();
    told.clockBehind = clockBehind;
    Q_EMIT sessionStarted(told);
}

void LoginController::pinChanged() {
    m_run.pinChanged();
    pinSettled(session()->facts().card);
}

void LoginController::pinProven() {
    if (!session())
        return;
    m_run.pinProven();
    pinSettled(session()->facts().card);
}

void LoginController::logOut() {
    if (!session() || !endSession(SessionEnd::LoggedOut))
        return;
    if (m_view.state == LoginState::WaitingForCard)
        return waitForCard();
    m_entrance.sendAway(m_card);
    Q_EMIT viewChanged();
}

void LoginController::lock(SessionEnd why) {
    lockFor(why, {});
}

void LoginController::lockFor(SessionEnd why, std::optional<ErrorCode> cause) {
    if (!session() || !endSession(why, cause))
        return;
    if (m_view.state == LoginState::ReadingCard) {
        readCard();
    } else {
        waitForCard(why == SessionEnd::CardSwap ? cause : std::nullopt);
    }
}

void LoginController::cardWithdrawn(const QString& card) {
    if (session() && session()->facts().card == card)
        lock(SessionEnd::CardWithdrawn);
}

bool LoginController::endSession(SessionEnd why, std::optional<ErrorCode> cause) {
    const Result<> ended = m_run.end(why, cause);
    if (!ended) {
        halt(); // if it has not yet
        return false;
    }
    m_lockedCard = why == SessionEnd::LoggedOut ? QString() : m_recognised->card.id;
    if (why != SessionEnd::CardRemoved) {
        m_view.state = *nextLoginState(
            m_view.state, why == SessionEnd::LoggedOut ? LoginEvent::LoggedOut : LoginEvent::SessionLocked);
    }
    return true;
}

// ---- her card goes out for an applicant's --------------------------------------------------------------

Result<> LoginController::beginSwap() {
    if (m_view.state != LoginState::InSession)
        return fail(ErrorCode::SessionEnded);
    Result<> begun = m_run.beginSwap(*m_recognised, m_card);
    if (begun) {
        showSwap();
    } else if (begun.error().code == ErrorCode::RecordFailed) {
        halt(); // if it has not yet
    }
    return begun;
}

void LoginController::showSwap() {
    m_view.swap = m_run.swapView();
    Q_EMIT viewChanged();
}

} // namespace madoguchi
