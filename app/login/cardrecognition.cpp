// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/cardrecognition.h"

#include "app/audit/auditwriter.h"
#include "app/base/clock.h"
#include "app/crypto/certificate.h"
#include "app/crypto/certificateverifier.h"
#include "app/crypto/hash.h"
#include "app/login/lockoutregister.h"
#include "app/login/pinpads.h"
#include "app/operators/admission.h"
#include "app/operators/cardsatonce.h"
#include "app/operators/operatordirectory.h"
#include "app/station/stationpolicy.h"
#include "app/station/terminalstate.h"

#include <QHash>
#include <QTimer>

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// What the worker thread needs of the register: a snapshot of its own.
KnownCardLookup lookupIn(const QList<OperatorCard>& cards) {
    QHash<QByteArray, KnownCard> known;
    for (const OperatorCard& card : cards) {
        if (!card.chuidHash.isEmpty()) {
            known.insert(card.chuidHash,
                         {.certificates = {.authentication = card.authenticationCertificate,
                                           .keyManagement = card.keyManagementCertificate,
                                           .cardAuthentication = card.cardCertificate},
                          .pinReference = card.usesGlobalPin ? PinReference::Global : PinReference::Piv,
                          .messagingKey = card.messagingKey});
        }
    }
    return [known = std::move(known)](const QByteArray& chuid) -> std::optional<KnownCard> {
        const auto found = known.constFind(Sha256().digest(chuid));
        return found == known.constEnd() ? std::nullopt : std::optional(*found);
    };
}

/// The registered certificate is what must be proven, not whatever else the card carries.
bool isProven(const RecognisedCard& recognised) {
    const CardIdentity& identity = recognised.identity;
    return identity.genuineness == Genuineness::Proven &&
           identity.certificates.cardAuthentication == recognised.card.cardCertificate;
}

} // namespace

void CardRecognition::read(CardId card, QObject* context,
                           std::function<void(Result<CardIdentity>)> done) const {
    auto cards = m_parts.operators.cardsForLogin();
    if (!cards) {
        QTimer::singleShot(0, context,
                           [error = cards.error(), done = std::move(done)] { done(fail(error)); });
        return;
    }
    m_parts.cards.converse<CardIdentity>(
        card,
        [lookup = lookupIn(*cards)](CardTransaction& transaction) {
            return readCardIdentity(transaction, lookup);
        },
        context,
        [pads = m_parts.pads, card, done = std::move(done)](Result<CardIdentity> identity) {
            if (pads && identity)
                pads->note(card, identity->reader);
            done(std::move(identity));
        });
}

Result<RecognisedCard> CardRecognition::recognise(const CardIdentity& identity) const {
    auto card = identity.chuid.isEmpty() ? Result<std::optional<OperatorCard>>(std::nullopt)
                                         : m_parts.operators.cardByChuid(Sha256().digest(identity.chuid));
    if (card && !*card)
        card = m_parts.operators.cardByCertificate(Sha256().digest(identity.certificates.authentication));
    if (!card)
        return fail(card.error());
    if (!*card)
        return fail(ErrorCode::CardUnknown);
    auto person = m_parts.operators.find((*card)->operatorId);
    if (!person)
        return fail(person.error());
    return RecognisedCard{std::move(**card), std::move(*person), identity};
}

Result<> CardRecognition::checkAdmission(const RecognisedCard& recognised) const {
    return checkAdmission(recognised, m_parts.clock.now());
}

Result<> CardRecognition::checkAdmission(const RecognisedCard& recognised, const QDateTime& at) const {
    const Result<StationPolicy> policy = m_parts.policy();
    if (!policy)
        return fail(policy.error());
    const auto& [card, person, identity] = recognised;
    const bool proven = isProven(recognised);
    const bool has9E = !card.cardCertificate.isEmpty();
    if (!proven && has9E)
        return fail(ErrorCode::CardNotGenuine);
    if (!proven && !policy->allowCardWithoutCardKey)
        return fail(ErrorCode::CardWithoutCardKey);
    if (const QDateTime latest = clockBehind(at);
        latest.isValid() && person.role != Role::SystemAdministrator)
        return fail(ErrorCode::ClockBehind, latest.toString(Qt::ISODate));
    if (Result<> trusted = checkTrust(recognised, at); !trusted)
        return trusted;
    // The register first: it can say that the card was lost, the list only that it is revoked.
    if (const auto reason = admission(person, card, m_parts.terminal, at))
        return fail(*reason);
    if (Result<> one = policy->severalCards ? Result<>() : checkDayCards(card, at); !one)
        return one;
    if (const auto revocation = standing(recognised, *policy, at); !revocation)
        return fail(revocation.error());
    return m_parts.terminalState.admit(person.role);
}

QDateTime CardRecognition::clockBehind(const QDateTime& now) const {
    const QDateTime latest = m_parts.audit.latestTime();
    return latest.isValid() && now.addDuration(ClockSlack) < latest ? latest : QDateTime();
}

Result<> CardRecognition::checkGenuine(const RecognisedCard& recognised) const {
    const Result<StationPolicy> policy = m_parts.policy();
    if (!policy)
        return fail(policy.error());
    if (recognised.card.cardCertificate.isEmpty())
        return fail(ErrorCode::CardWithoutCardKey);
    if (!isProven(recognised))
        return fail(ErrorCode::CardNotGenuine);
    const QDateTime now = m_parts.clock.now();
    if (Result<> trusted = checkTrust(recognised, now); !trusted)
        return trusted;
    const auto revocation = standing(recognised, *policy, now);
    return revocation ? Result<>() : fail(revocation.error());
}

// Never two at once: while somebody has a day card, the one that lies at home is refused.
Result<> CardRecognition::checkDayCards(const OperatorCard& card, const QDateTime& at) const {
    const Result<QList<OperatorCard>> all = m_parts.operators.cardsOf(card.operatorId);
    if (!all)
        return fail(all.error());
    const std::optional<OperatorCard> instead = dayCardInsteadOf(card, *all, at);
    return instead ? Result<>(fail(ErrorCode::CardSuspended, u"day card "_s + instead->id)) : Result<>();
}

Result<> CardRecognition::checkTrust(const RecognisedCard& recognised, const QDateTime& at) const {
    const auto certificate = Certificate::fromDer(recognised.card.authenticationCertificate);
    if (!certificate)
        return fail(certificate.error());
    return m_parts.certificates.verify(*certificate, CertificateUse::Signature, at);
}

RevocationStanding CardRecognition::revocationStanding(const RecognisedCard& recognised) const {
    const Result<StationPolicy> policy = m_parts.policy();
    if (!policy)
        return RevocationStanding::Overdue;
    return standing(recognised, *policy, m_parts.clock.now()).value_or(RevocationStanding::Overdue);
}

Result<RevocationStanding> CardRecognition::standing(const RecognisedCard& recognised,
                                                     const StationPolicy& policy, const QDateTime& at) const {
    const auto certificate = Certificate::fromDer(recognised.card.authenticationCertificate);
    if (!certificate)
        return fail(certificate.error());
    return m_parts.revocations.standingOf(*certificate, policy.revocation, at);
}

} // namespace madoguchi
