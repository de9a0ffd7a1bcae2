// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/listsigning.h"

#include "app/actions/actioncatalogue.h"
#include "app/audit/auditwriter.h"
#include "app/base/clock.h"
#include "app/session/session.h"
#include "app/station/stationpolicy.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

ListSigning::ListSigning(Parts parts, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_signing(m_parts.login) {
    connect(&m_signing, &IssuerSigning::pinAsked, this,
            [this](std::optional<int> triesLeft) { askPin(triesLeft, false, false); });
    connect(&m_signing, &IssuerSigning::pinWrong, this,
            [this](int triesLeft) { askPin(triesLeft, true, false); });
    connect(&m_signing, &IssuerSigning::pinMalformed, this,
            [this](std::optional<int> triesLeft) { askPin(triesLeft, false, true); });
    connect(&m_signing, &IssuerSigning::made, this,
            [this](const QList<QByteArray>&) { enter(ListSigningState::Done); });
    connect(&m_signing, &IssuerSigning::refused, this, [this](const Error& why) {
        enter(ListSigningState::Stopped, why);
        if (why.code == ErrorCode::RecordFailed)
            Q_EMIT recordLost();
    });
}

Result<> ListSigning::begin() {
    cancel();
    if (!session())
        return fail(ErrorCode::SessionEnded);
    if (Result<> may = checkPermission(); !may)
        return may;
    const Result<Certificate> issuer = m_parts.authority(session()->facts().card);
    const Result<StationPolicy> policy = issuer ? m_parts.login.policy() : fail(issuer.error());
    if (!policy)
        return fail(policy.error());
    const auto next = m_parts.revocations.next(*issuer, policy->revocation, m_parts.login.clock.now());
    if (!next)
        return fail(next.error());
    m_view.list = next->order();
    enter(ListSigningState::ReadingCard);
    const auto keep = [&revocations = m_parts.revocations, issuer = *issuer,
                       list = *next](const QList<QByteArray>& signatures) -> Result<> {
        const Result<RevocationList> made = list.withSignature(signatures.constFirst());
        const Result<bool> stored = made ? revocations.store(*made, issuer) : fail(made.error());
        return stored ? Result<>() : fail(stored.error());
    };
    m_signing.begin({.reader = m_parts.sessionCard(),
                     .authority = *issuer,
                     .action = ActionId::RevocationListSign,
                     .target = u"certificate:"_s + QString::fromLatin1(issuer->fingerprint().toHex()),
                     .details = {{u"number"_s, QString::number(m_view.list.number)},
                                 {u"revoked"_s, QString::number(m_view.list.revoked.size())}},
                     .messages = {next->toBeSigned()},
                     .keep = keep});
    return {};
}

Result<> ListSigning::checkPermission() {
    Result<> may = session()->require(Permission::IssueCard);
    if (may)
        return may;
    AuditRecord refused;
    refused.action = QString::fromLatin1(actionEntry(ActionId::RevocationListSign).name);
    refused.outcome = AuditOutcome::Refused;
    refused.session = session()->facts().id;
    refused.operatorId = session()->facts().operatorId;
    refused.card = session()->facts().card;
    refused.details = {{u"error"_s, errorName(may.error().code)}};
    Result<> noted = m_parts.login.audit.appendTogether({refused});
    return noted ? may : noted;
}

void ListSigning::askPin(std::optional<int> triesLeft, bool wasWrong, bool wasMalformed) {
    m_view.triesLeft = triesLeft;
    m_view.pinWasWrong = wasWrong;
    m_view.pinWasMalformed = wasMalformed;
    enter(ListSigningState::AwaitingPin);
}

void ListSigning::submitPin(SecretBytes pin) {
    if (m_view.state != ListSigningState::AwaitingPin)
        return;
    enter(ListSigningState::Signing);
    m_signing.submitPin(std::move(pin));
}

void ListSigning::enter(ListSigningState state, std::optional<Error> error) {
    m_view.state = state;
    m_view.error = std::move(error);
    Q_EMIT viewChanged();
}

void ListSigning::cancel() {
    m_signing.giveUp();
    m_view = {};
    Q_EMIT viewChanged();
}

} // namespace madoguchi
