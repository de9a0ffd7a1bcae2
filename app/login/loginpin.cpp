// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/loginpin.h"

#include "app/audit/auditwriter.h"
#include "app/crypto/random.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/login/lockoutregister.h"

#include <memory>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ChallengeBytes = 32;

/// What the card is to agree with; empty when it has no such slot.
Result<QByteArray> peerOf(const VaultKeySlots& slots, const QString& card, SlotPurpose purpose) {
    Result<QByteArray> point = slots.ephemeralPoint(card, purpose);
    const bool none = !point && (point.error().code == ErrorCode::VaultKeyMissing ||
                                 point.error().code == ErrorCode::OfficeKeyMissing);
    return none ? QByteArray() : point;
}

} // namespace

Result<PinLoginRequest> LoginPin::requestFor(const RecognisedCard& recognised, SecretBytes pin) const {
    const auto vaultPoint = peerOf(m_parts.slots, recognised.card.id, SlotPurpose::Vault);
    if (!vaultPoint)
        return fail(vaultPoint.error());
    const auto officePoint = peerOf(m_parts.slots, recognised.card.id, SlotPurpose::Office);
    if (!officePoint)
        return fail(officePoint.error());
    return PinLoginRequest{.chuid = recognised.identity.chuid,
                           .authenticationCertificate = recognised.card.authenticationCertificate,
                           .cardCertificate = recognised.card.cardCertificate,
                           .pinReference = recognised.identity.pinReference,
                           .pin = std::move(pin),
                           .challenge = randomBytes(ChallengeBytes),
                           .vaultPeer = *vaultPoint,
                           .officePeer = *officePoint,
                           .messagingKey = recognised.card.messagingKey};
}

void LoginPin::send(CardId card, PinLoginRequest request, AuditRecord submitted, QObject* context,
                    Done done) const {
    const auto gate = std::make_shared<VerifyGate>();
    request.gate = gate;
    submitted.outcome = AuditOutcome::Failed;
    submitted.details[u"sentToCard"_s] = u"no"_s;
    m_parts.cards.converse<PinLogin>(
        card,
        [request = std::make_shared<PinLoginRequest>(std::move(request))](CardTransaction& transaction) {
            return logInWithPin(transaction, *request);
        },
        context,
        [pin = *this, gate, notSent = std::move(submitted), done = std::move(done)](Result<PinLogin> login) {
            const bool wasNotSent = !login && gate->shut();
            done(std::move(login), wasNotSent ? pin.takeBackTry(notSent) : Result<>());
        });
}

// Also when the card has left meanwhile: it never saw the PIN, so this was no try.
Result<> LoginPin::takeBackTry(const AuditRecord& notSent) const {
    const Result<> noted =
        m_parts.audit.appendTogether({notSent}, [&] { return m_parts.lockout.withdrawTry(notSent.card); });
    // Any other failure leaves the try counted.
    return !noted && noted.error().code == ErrorCode::RecordFailed ? noted : Result<>();
}

} // namespace madoguchi
