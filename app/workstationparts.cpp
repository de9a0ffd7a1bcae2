// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/workstationparts.h"

#include "app/actions/actioncatalogue.h"
#include "app/issuing/authority.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

AuditRecord refusal(const Session& session, const Error& error) {
    AuditRecord record;
    record.session = session.facts().id;
    record.operatorId = session.facts().operatorId;
    record.card = session.facts().card;
    record.action = QString::fromLatin1(actionEntry(ActionId::VaultRefuse).name);
    record.outcome = AuditOutcome::Failed;
    record.details = {{u"error"_s, errorName(error.code)}, {u"reason"_s, error.detail}};
    return record;
}

} // namespace

Result<StationPolicy> readable(Result<StationPolicy> policy) {
    if (!policy)
        return fail(ErrorCode::PolicyUnreadable, toString(policy.error()));
    return policy;
}

Result<PinDue> Workstation::Parts::pinDue(const OperatorCard& card) const {
    const Result<StationPolicy> now = policy();
    return now ? pins.due(card, now->pins) : fail(now.error());
}

Result<bool> Workstation::Parts::revoke(const QString& card, RevocationReason reason, const QDateTime& at) {
    return IssueRegister(station->database()).revokeCard(card, reason, at);
}

Result<Certificate> Workstation::Parts::issuingCertificate(const QString& card) {
    const Result<CardHolder> holder = operators.holderOf(card);
    if (!holder)
        return fail(holder.error());
    return OfficeAuthority(station->database())
        .issuingCertificateOf(holder->card.chuidHash, station->clock().now());
}

Result<> Workstation::Parts::pinAllowed(const Operator& holder, const SecretBytes& pin) const {
    const Result<StationPolicy> now = policy();
    return now ? checkNewPin(pin, now->pins, holder.id) : fail(now.error());
}

Result<> Workstation::Parts::openVault(const Session& session) {
    const Result<> opened = openWitnessedVault(session);
    if (opened)
        return {};
    const auto recorded = station->audit().append(refusal(session, opened.error()));
    return recorded ? opened : fail(recorded.error());
}

Result<> Workstation::Parts::openWitnessedVault(const Session& session) {
    auto opened = Vault::open(station->folder().vaultDatabase(), session);
    if (!opened)
        return fail(opened.error());
    auto open = std::make_unique<OpenVault>(std::move(*opened), operators, station->clock(), purposes);
    auto witness = VaultWitness::begin(open->vault.database(), station->database(), station->audit());
    if (!witness)
        return fail(witness.error());
    open->witness = *std::move(witness);
    vault = std::move(open);
    return {};
}

} // namespace madoguchi
