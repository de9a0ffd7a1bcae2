// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/cardidentity.h"

#include "app/base/openssl.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivsignature.h"

#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int ChallengeSize = 32;

/// What `result` holds, or nothing when the card has no such object.
Result<QByteArray> optionalObject(Result<QByteArray> result) {
    if (!result && result.error().code == ErrorCode::CardObjectMissing)
        return QByteArray();
    return result;
}

Result<CardCertificates> readCertificates(PivApplet& piv) {
    CardCertificates certificates;
    const std::pair<PivKey, QByteArray*> places[] = {
        {PivKey::Authentication, &certificates.authentication},
        {PivKey::KeyManagement, &certificates.keyManagement},
        {PivKey::CardAuthentication, &certificates.cardAuthentication},
    };
    for (const auto& [key, place] : places) {
        auto certificate = optionalObject(piv.readCertificate(key));
        if (!certificate)
            return fail(certificate.error());
        *place = std::move(*certificate);
    }
    return certificates;
}

Result<KnownCard> readUnknownCard(PivApplet& piv) {
    auto certificates = readCertificates(piv);
    if (!certificates)
        return fail(certificates.error());
    const auto reference = piv.readPinReference();
    if (!reference)
        return fail(reference.error());
    return KnownCard{std::move(*certificates), *reference};
}

/// Whoever stands between card and reader can leave the card's offer out, or answer with a key of his own.
Result<> checkMessagingKey(const PivApplet& piv, const QByteArray& known) {
    if (known.isEmpty() || piv.messagingKey() == known)
        return {};
    return fail(ErrorCode::SecureMessagingFailed, u"not the key that is known of this card"_s);
}

/// The card's refusal to sign is as telling as a wrong signature.
Result<QByteArray> signatureByCardKey(PivApplet& piv, PivAlgorithm algorithm, QByteArrayView digest) {
    auto signature = piv.sign(PivKey::CardAuthentication, algorithm, digest);
    if (!signature && (signature.error().code == ErrorCode::CardCommandRefused ||
                       signature.error().code == ErrorCode::CardObjectMissing))
        return fail(ErrorCode::CardNotGenuine, signature.error().detail);
    return signature;
}

Result<CardIdentity> identify(PivApplet& piv, const KnownCardLookup& lookup) {
    auto chuid = optionalObject(piv.readObject(PivObject::Chuid));
    if (!chuid)
        return fail(chuid.error());
    const std::optional<KnownCard> kept = chuid->isEmpty() ? std::nullopt : lookup(*chuid);
    auto card = kept ? Result<KnownCard>(*kept) : readUnknownCard(piv);
    if (!card)
        return fail(card.error());
    return CardIdentity{.chuid = std::move(*chuid),
                        .certificates = std::move(card->certificates),
                        .known = kept.has_value(),
                        .genuineness = Genuineness::NotProven,
                        .pinReference = card->pinReference,
                        .messagingKey = piv.messagingKey(),
                        .pinTries = {}};
}

} // namespace

Result<CardIdentity> readCardIdentity(CardTransaction& transaction, const KnownCardLookup& lookup) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    auto identity = identify(*piv, lookup);
    if (!identity)
        return identity;
    if (!identity->certificates.cardAuthentication.isEmpty()) {
        if (auto proven = proveCardKey(*piv, identity->certificates.cardAuthentication); !proven)
            return fail(proven.error());
        identity->genuineness = Genuineness::Proven;
    }
    if (const auto kept = identity->known ? lookup(identity->chuid) : std::nullopt) {
        if (auto same = checkMessagingKey(*piv, kept->messagingKey); !same)
            return fail(same.error());
    }
    const auto tries = piv->pinTries(identity->pinReference);
    if (!tries)
        return fail(tries.error());
    identity->pinTries = *tries;
    identity->reader = transaction.readerFeatures();
    return identity;
}

Result<> proveCardKey(PivApplet& piv, const QByteArray& certificate) {
    const auto algorithm = algorithmOfCertificate(certificate);
    if (!algorithm)
        return fail(algorithm.error());
    QByteArray challenge(ChallengeSize, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(challenge.data()), ChallengeSize) != 1)
        return openssl::failure("making a challenge");
    const auto digest = digestFor(*algorithm, challenge);
    if (!digest)
        return fail(digest.error());
    const auto signature = signatureByCardKey(piv, *algorithm, *digest);
    if (!signature)
        return fail(signature.error());
    return verifySignature(certificate, challenge, *signature);
}

Result<> checkSameCard(PivApplet& piv, const QByteArray& chuid, const QByteArray& cardCertificate,
                       const QByteArray& messagingKey) {
    const auto present = optionalObject(piv.readObject(PivObject::Chuid));
    if (!present)
        return fail(present.error());
    if (*present != chuid)
        return fail(ErrorCode::CardChanged, u"another CHUID"_s);
    const Result<> proven = cardCertificate.isEmpty() ? Result<>() : proveCardKey(piv, cardCertificate);
    return proven ? checkMessagingKey(piv, messagingKey) : proven;
}

} // namespace madoguchi
