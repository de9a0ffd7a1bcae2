// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/sessionkeeper.h"

#include "app/actions/actioncatalogue.h"
#include "app/crypto/random.h"
#include "app/operators/permission.h"
#include "app/operators/vaultkeyholders.h"

#include <QMetaEnum>

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

AuditRecord recordOf(ActionId action, AuditOutcome outcome, const SessionFacts& session) {
    AuditRecord record;
    record.action = QString::fromLatin1(actionEntry(action).name);
    record.outcome = outcome;
    record.operatorId = session.operatorId;
    record.card = session.card;
    record.session = session.id;
    return record;
}

} // namespace

SessionKeeper::Parts SessionKeeper::partsOf(const LoginParts& parts) {
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

SessionKeeper::SessionKeeper(Parts parts) : m_parts(std::move(parts)) {}

SessionKeeper::~SessionKeeper() = default;

Result<LoginGreeting> SessionKeeper::open(SessionOrder order) {
    const Result<PinDue> due = m_parts.pinDue ? m_parts.pinDue(order.card) : PinDue();
    if (!due)
        return fail(due.error());
    Result<SecretBytes> vaultKey = vaultKeyFrom(order);
    Result<OfficeKey> officeKey = officeKeyFrom(order);
    auto session = std::make_unique<Session>(SessionFacts{.id = randomId(),
                                                          .operatorId = order.person.id,
                                                          .operatorName = order.person.name,
                                                          .role = order.person.role,
                                                          .card = order.card.id,
                                                          .startedAt = m_parts.clock.now()},
                                             vaultKey ? std::optional(std::move(*vaultKey)) : std::nullopt,
                                             officeKey ? std::optional(std::move(*officeKey)) : std::nullopt);
    Result<LoginGreeting> greeting = recordOpening(order, *session);
    if (!greeting)
        return greeting;
    m_session = std::move(session);
    if (vaultKey) {
        greeting->vaultProblem = openVault();
    } else if (roleMay(order.person.role, Permission::ViewOwnDrafts)) {
        greeting->vaultProblem = vaultKey.error().code;
    }
    if (!officeKey && roleMay(order.person.role, Permission::IssueCard))
        greeting->officeProblem = officeKey.error().code;
    if (!vaultKey || !greeting->vaultProblem)
        greeting->vaultKeysFilled = m_parts.grantWaitingKeys(*m_session);
    greeting->pin = *due;
    if (due->kind == PinDue::Kind::Demanded) // last: the vault and colleagues' keys don't wait for it
        m_session->demandPinChange();
    return greeting;
}

Result<SecretBytes> SessionKeeper::vaultKeyFrom(const SessionOrder& order) const {
    if (!order.vaultSecret)
        return fail(ErrorCode::VaultKeyMissing);
    return m_parts.slots.unwrap(order.card.id, *order.vaultSecret);
}

Result<OfficeKey> SessionKeeper::officeKeyFrom(const SessionOrder& order) const {
    if (!order.officeSecret)
        return fail(ErrorCode::OfficeKeyMissing);
    Result<SecretBytes> key = m_parts.slots.unwrap(order.card.id, *order.officeSecret, SlotPurpose::Office);
    return key ? Result<OfficeKey>(OfficeKey(*std::move(key))) : fail(key.error());
}

Result<LoginGreeting> SessionKeeper::recordOpening(const SessionOrder& order, const Session& session) {
    const SessionFacts& facts = session.facts();
    LoginGreeting greeting;
    const auto note = [&]() -> Result<> {
        // Cleared first: the try that was counted before VERIFY is no failure to tell her about.
        if (Result<> cleared = m_parts.lockout.succeeded(facts.card); !cleared)
            return cleared;
        const Result<LastLogin> last =
            m_parts.operators.recordLogin(facts.card, facts.startedAt, m_parts.terminal);
        if (!last)
            return fail(last.error());
        greeting.lastLogin = *last;
        return {};
    };
    const QList<AuditRecord> records{order.accepted, recordOf(order.action, AuditOutcome::Done, facts)};
    if (const Result<> noted = m_parts.audit.appendTogether(records, note, AuditWriter::Head::Signed); !noted)
        return fail(noted.error());
    return greeting;
}

std::optional<ErrorCode> SessionKeeper::openVault() {
    const Result<> opened = m_parts.openVault(*m_session);
    return opened ? std::nullopt : std::optional(opened.error().code);
}

Result<> SessionKeeper::end(SessionEnd why, std::optional<ErrorCode> cause, QList<AuditRecord> before) {
    const bool loggedOut = why == SessionEnd::LoggedOut;
    AuditRecord end = recordOf(loggedOut ? ActionId::SessionLogout : ActionId::SessionLock,
                               AuditOutcome::Done, m_session->facts());
    end.details[u"why"_s] =
        QString::fromLatin1(QMetaEnum::fromType<SessionEnd>().valueToKey(static_cast<int>(why)));
    if (cause)
        end.details[u"error"_s] = errorName(*cause);
    close();
    return m_parts.audit.appendTogether(before << end, {}, AuditWriter::Head::Signed);
}

void SessionKeeper::pinChanged() {
    m_session->pinChanged();
}

void SessionKeeper::pinProven(std::function<bool()> isFresh) {
    m_session->pinProven(std::move(isFresh));
}

void SessionKeeper::allowCardOut() {
    m_session->allowCardOut();
}

void SessionKeeper::cardReturned() {
    m_session->cardReturned();
}

void SessionKeeper::close() {
    m_parts.closeVault();
    m_session->end();
    m_session.reset();
}

} // namespace madoguchi
