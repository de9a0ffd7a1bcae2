// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issuersigning.h"

#include "app/actions/actioncatalogue.h"
#include "app/crypto/hash.h"
#include "app/login/lockoutregister.h"
#include "app/operators/operatordirectory.h"
#include "app/session/session.h"
#include "smartcard/piv/issuingsignature.h"
#include "smartcard/piv/pivapplet.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

IssuerSigning::IssuerSigning(const LoginParts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_try(parts) {}

void IssuerSigning::begin(IssuerSigningOrder order) {
    giveUp();
    m_order.emplace(std::move(order));
    m_parts.cards.converse<Read>(m_order->reader, &IssuerSigning::read, this,
                                 [this, round = m_round](Result<Read> card) {
                                     if (round != m_round)
                                         return;
                                     const Result<> taken = card ? take(*card) : fail(card.error());
                                     if (!taken)
                                         return refuse(taken.error());
                                     Q_EMIT pinAsked(m_card.triesLeft);
                                 });
}

Result<IssuerSigning::Read> IssuerSigning::read(CardTransaction& transaction) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    auto chuid = piv->readObject(PivObject::Chuid);
    if (!chuid)
        return fail(chuid.error());
    const auto reference = piv->readPinReference();
    if (!reference)
        return fail(reference.error());
    const auto tries = piv->pinTries(*reference);
    if (!tries)
        return fail(tries.error());
    return Read{*std::move(chuid), *reference, *tries};
}

Result<> IssuerSigning::take(const Read& card) {
    if (!session())
        return fail(ErrorCode::SessionEnded);
    const auto holder = m_parts.operators.holderOf(session()->facts().card);
    if (!holder)
        return fail(holder.error());
    if (Sha256().digest(card.chuid) != holder->card.chuidHash)
        return fail(ErrorCode::CardChanged, u"not the card of the session"_s);
    if (Result<> mayTry = m_parts.lockout.checkTry(holder->card.id, card.triesLeft); !mayTry)
        return mayTry;
    m_card = card;
    m_registered = holder->card;
    return {};
}

void IssuerSigning::submitPin(SecretBytes pin) {
    if (!m_order || m_try.isUnderWay())
        return;
    if (!checkPinFormat(pin)) {
        Q_EMIT pinMalformed(m_card.triesLeft);
        return;
    }
    const Result<> sent = session() ? send(std::move(pin)) : fail(ErrorCode::SessionEnded);
    if (!sent)
        refuse(sent.error());
}

Result<> IssuerSigning::send(SecretBytes pin) {
    m_signatures = std::make_shared<QList<QByteArray>>();
    const auto request = std::make_shared<IssuingSignatureRequest>(
        IssuingSignatureRequest{.chuid = m_card.chuid,
                                .cardCertificate = m_registered.cardCertificate,
                                .certificate = m_order->authority.der(),
                                .pinReference = m_card.pinReference,
                                .pin = std::move(pin),
                                .messages = m_order->messages,
                                .messagingKey = m_registered.messagingKey});
    const auto sign = [request,
                       made = m_signatures](CardTransaction& transaction,
                                            const std::shared_ptr<VerifyGate>& gate) -> Result<PinOutcome> {
        request->gate = gate;
        auto signatures = signWithIssuingKey(transaction, *request);
        if (!signatures)
            return fail(signatures.error());
        *made = std::move(signatures->signatures);
        return signatures->pin;
    };
    return m_try.start({.reader = m_order->reader,
                        .card = session()->facts().card,
                        .cardTriesLeft = m_card.triesLeft,
                        .submitted = record(m_order->action, AuditOutcome::None),
                        .accepted = record(m_order->action, AuditOutcome::Done),
                        .wrong = record(ActionId::PinRefused, AuditOutcome::Refused),
                        .conversation = sign,
                        .change = [keep = m_order->keep, made = m_signatures]() -> Result<> {
                            return keep ? keep(*made) : Result<>();
                        }},
                       [this](Result<PinOutcome> outcome) { onPinChecked(std::move(outcome)); });
}

void IssuerSigning::onPinChecked(Result<PinOutcome> outcome) {
    if (!outcome)
        return refuse(outcome.error());
    switch (outcome->kind) {
    case PinOutcome::Kind::Accepted: {
        m_order.reset();
        Q_EMIT made(*std::exchange(m_signatures, nullptr));
        return;
    }
    case PinOutcome::Kind::Blocked:
        return refuse({ErrorCode::CardBlocked});
    case PinOutcome::Kind::NotEntered: // typed PINs are always entered
    case PinOutcome::Kind::Unsettled:
        return refuse({ErrorCode::CardProtocolError});
    case PinOutcome::Kind::Wrong:
        break;
    }
    if (Result<> mayTry = m_parts.lockout.checkTry(m_registered.id, outcome->triesLeft); !mayTry)
        return refuse(mayTry.error());
    m_card.triesLeft = outcome->triesLeft;
    Q_EMIT pinWrong(outcome->triesLeft);
}

AuditRecord IssuerSigning::record(ActionId action, AuditOutcome outcome) const {
    AuditRecord record;
    record.action = QString::fromLatin1(actionEntry(action).name);
    record.outcome = outcome;
    record.target = m_order->target;
    record.details = m_order->details;
    record.operatorId = session()->facts().operatorId;
    record.card = session()->facts().card;
    record.session = session()->facts().id;
    return record;
}

void IssuerSigning::refuse(const Error& why) {
    giveUp();
    Q_EMIT refused(why);
}

void IssuerSigning::giveUp() {
    ++m_round;
    m_try.giveUp();
    m_order.reset();
    m_card = {};
    m_registered = {};
    m_signatures.reset();
}

} // namespace madoguchi
