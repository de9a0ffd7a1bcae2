// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/diagnostics/cardexamination.h"

#include "app/crypto/certificate.h"
#include "smartcard/piv/pivapplet.h"

namespace madoguchi {
namespace {

/// Whether the failure is about one object rather than about the conversation.
bool isOfObject(ErrorCode code) {
    return code == ErrorCode::CardObjectMissing || code == ErrorCode::CardCommandRefused ||
           code == ErrorCode::CardProtocolError;
}

Result<CertificateFacts> examine(PivApplet& piv, PivKey key) {
    CertificateFacts facts{.key = key};
    const auto der = piv.readCertificate(key);
    if (!der && !isOfObject(der.error().code))
        return fail(der.error());
    if (!der) {
        if (der.error().code != ErrorCode::CardObjectMissing)
            facts.state = CertificateFacts::State::Unreadable;
        return facts;
    }
    const auto certificate = Certificate::fromDer(*der);
    facts.state = certificate ? CertificateFacts::State::Read : CertificateFacts::State::Unreadable;
    if (certificate) {
        facts.notBefore = certificate->notBefore();
        facts.notAfter = certificate->notAfter();
    }
    return facts;
}

} // namespace

Result<CardExamination> examineCard(CardTransaction& transaction) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    CardExamination card;
    const auto chuid = piv->readObject(PivObject::Chuid);
    if (!chuid && !isOfObject(chuid.error().code))
        return fail(chuid.error());
    card.hasChuid = chuid.has_value();
    for (const PivKey key :
         {PivKey::Authentication, PivKey::Signature, PivKey::KeyManagement, PivKey::CardAuthentication}) {
        const auto facts = examine(*piv, key);
        if (!facts)
            return fail(facts.error());
        card.certificates.append(*facts);
    }
    const auto reference = piv->readPinReference();
    if (!reference)
        return fail(reference.error());
    const auto tries = piv->pinTries(*reference);
    if (!tries)
        return fail(tries.error());
    card.pinTries = *tries;
    return card;
}

} // namespace madoguchi
