// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/listsigning.h"

#include "app/actions/actioncatalogue.h"
#include "app/actions/refusal.h"
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
    connect(&m_signing, &IssuerSigning::refused, this, &ListSigning::stop);
}

Result<> ListSigning::begin() {
    cancel();
    if (!session())
        return fail(ErrorCode::SessionEnded);
    const Result<Prepared> prepared = prepare();
    if (!prepared) {
        const Result<> noted = noteRefused(prepared.error());
        return noted ? fail(prepared.error()) : noted;
    }
    m_view.authority = prepared->issuer.subjectCommonName();
    m_view.list = prepared->list.order();
    enter(ListSigningState::ReadingCard);
    sign(*prepared);
    return {};
}

Result<ListSigning::Prepared> ListSigning::prepare() const {
    if (const Result<> may = session()->require(Permission::IssueCard); !may)
        return fail(may.error());
    const Result<Certificate> issuer = m_parts.authority(session()->facts().card);
    const Result<StationPolicy> policy = issuer ? m_parts.login.policy() : fail(issuer.error());
    if (!policy)
        return fail(policy.error());
    auto list = m_parts.revocations.next(*issuer, policy->revocation, m_parts.login.clock.now());
    if (!list)
        return fail(list.error());
    return Prepared{.issuer = *issuer, .list = *std::move(list)};
}

void ListSigning::sign(const Prepared& prepared) {
    const auto keep = [&revocations = m_parts.revocations,
                       prepared](const QList<QByteArray>& signatures) -> Result<> {
        const auto list = prepared.list.withSignature(signatures.constFirst());
        const Result<bool> stored = list ? revocations.store(*list, prepared.issuer) : fail(list.error());
        return stored ? Result<>() : fail(stored.error());
    };
    const RevocationListOrder& order = prepared.list.order();
    m_signing.begin({.reader = m_parts.sessionCard(),
                     .authority = prepared.issuer,
                     .action = ActionId::RevocationListSign,
                     .target = u"certificate:"_s + QString::fromLatin1(prepared.issuer.fingerprint().toHex()),
                     .details = {{u"number"_s, QString::number(order.number)},
                                 {u"revoked"_s, QString::number(order.revoked.size())}},
                     .messages = {prepared.list.toBeSigned()},
                     .keep = keep});
}

Result<> ListSigning::noteRefused(const Error& why) {
    AuditRecord refused;
    refused.action = QString::fromLatin1(actionEntry(ActionId::RevocationListSign).name);
    refused.outcome = isRefusal(why.code) ? AuditOutcome::Refused : AuditOutcome::Failed;
    refused.session = session()->facts().id;
    refused.operatorId = session()->facts().operatorId;
    refused.card = session()->facts().card;
    refused.details = {{u"error"_s, errorName(why.code)}};
    return m_parts.login.audit.appendTogether({refused});
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
    // Once more: the page may have waited past the end of the certificate.
    const auto issuer =
        session() ? m_parts.authority(session()->facts().card) : fail(ErrorCode::SessionEnded);
    if (!issuer) {
        m_signing.giveUp();
        return stop(issuer.error());
    }
    enter(ListSigningState::Signing);
    m_signing.submitPin(std::move(pin));
}

void ListSigning::stop(const Error& why) {
    enter(ListSigningState::Stopped, why);
    if (why.code == ErrorCode::RecordFailed)
        Q_EMIT recordLost();
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
