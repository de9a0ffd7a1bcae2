// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pinsetting.h"

#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pivapplet.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

/// The card's application, if it is still the same card.
template <class Request>
Result<PivApplet> selectSameCard(CardTransaction& transaction, const Request& request) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return piv;
    if (auto same = checkSameCard(*piv, request.chuid, request.cardCertificate, request.messagingKey); !same)
        return fail(same.error());
    return piv;
}

Result<> pass(VerifyGate& gate) {
    return gate.pass() ? Result<>() : fail(ErrorCode::CardRemoved, u"given up before the PIN was sent"_s);
}

Result<> checkFormats(const SecretBytes& one, const SecretBytes& other) {
    const Result<> checked = checkPinFormat(one);
    return checked ? checkPinFormat(other) : checked;
}

} // namespace

Result<PinOutcome> changePinOnCard(CardTransaction& transaction, const PinChangeRequest& request,
                                   VerifyGate& gate) {
    const bool typed = request.entry == PinEntry::Typed;
    if (auto possible = checkFormats(request.present, request.next); typed && !possible)
        return fail(possible.error());
    auto piv = selectSameCard(transaction, request);
    if (!piv)
        return fail(piv.error());
    if (!typed)
        return piv->changePinOnPad(request.pinReference, &gate);
    if (auto passed = pass(gate); !passed)
        return fail(passed.error());
    if (request.onlyProve)
        return piv->verifyPin(request.present, request.pinReference);
    return piv->changePin(request.present, request.next, request.pinReference);
}

Result<PinOutcome> unblockPinOnCard(CardTransaction& transaction, const PinUnblockRequest& request,
                                    VerifyGate& gate) {
    if (auto possible = checkFormats(request.puk, request.next); !possible)
        return fail(possible.error());
    auto piv = selectSameCard(transaction, request);
    if (!piv)
        return fail(piv.error());
    if (auto passed = pass(gate); !passed)
        return fail(passed.error());
    return piv->unblockPin(request.puk, request.next);
}

} // namespace madoguchi
