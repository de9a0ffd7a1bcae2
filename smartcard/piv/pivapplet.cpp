// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivapplet.h"

#include "smartcard/apdu/tlv.h"
#include "smartcard/piv/pivcertificate.h"
#include "smartcard/piv/pivsignature.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr quint32 ApplicationTemplate = 0x61;
constexpr quint32 ApplicationIdentifier = 0x4F;
constexpr quint32 ObjectContent = 0x53;
constexpr quint32 PinUsagePolicy = 0x5F2F;
constexpr quint32 DynamicAuthentication = 0x7C;
constexpr quint32 Challenge = 0x81; // what to sign
constexpr quint32 Response = 0x82;
constexpr quint32 Exponentiation = 0x85;    // the peer's point
constexpr quint8 GlobalPinIsPrimary = 0x20; // second byte of the PIN usage policy
constexpr quint8 PukReference = 0x81;
constexpr qsizetype SharedSecretSize = 32;

/// The AID without its last four bytes, which are the version.
QByteArray pivAid() {
    return QByteArray::fromHex("a00000030800001000");
}

/// Cards give the whole AID or only the part after the registered provider (5 bytes); any version will do.
bool namesPiv(QByteArrayView identifier) {
    const QByteArray aid = pivAid();
    return identifier.startsWith(aid) || identifier.startsWith(QByteArrayView(aid).sliced(5));
}

QByteArray tagBytes(PivObject object) {
    SecretBytes encoded;
    appendTlv(encoded, static_cast<quint32>(object), {});
    encoded.truncate(encoded.size() - 1); // the length
    return encoded.view().toByteArray();
}

/// On the last wrong try some cards answer 63C0, others 6983.
PinOutcome wrong(int triesLeft) {
    return triesLeft == 0 ? PinOutcome{.kind = PinOutcome::Kind::Blocked}
                          : PinOutcome{.kind = PinOutcome::Kind::Wrong, .triesLeft = triesLeft};
}

/// What the reader says of itself (PC/SC part 10, 2.5.5): why no PIN came. None: the card has answered.
std::optional<PadProblem> padProblem(std::optional<quint16> status) {
    constexpr quint16 InvalidParameter = 0x6B80;
    if (!status || *status == InvalidParameter)
        return PadProblem::Unusable;
    switch (*status) {
    case 0x6400:
        return PadProblem::TimedOut;
    case 0x6401:
        return PadProblem::Cancelled;
    case 0x6402:
        return PadProblem::NewPinsDiffer;
    case 0x6403:
        return PadProblem::WrongLength;
    default:
        return std::nullopt;
    }
}

/// Whether a reader may say so when the card has had the command already.
bool mayFollowCommand(PadProblem problem) {
    return problem == PadProblem::TimedOut || problem == PadProblem::Unusable;
}

/// Rather than about the way to the card.
bool isAboutContent(ErrorCode code) {
    return code == ErrorCode::CardObjectMissing || code == ErrorCode::CardCommandRefused ||
           code == ErrorCode::CardProtocolError;
}

SecretBytes placesForPins(int count) {
    SecretBytes places;
    for (int place = 0; place < count; ++place)
        places.append(paddedPin({}).view());
    return places;
}

SecretBytes pair(const SecretBytes& first, const SecretBytes& second) {
    SecretBytes both = paddedPin(first);
    both.append(paddedPin(second).view());
    return both;
}

} // namespace

Result<PivApplet> PivApplet::select(CardTransaction& transaction) {
    const auto answer = exchange(transaction, CommandApdu::selectByName(pivAid()));
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return fail(ErrorCode::CardNotPiv, toString(answer->status));
    const auto application = findTlv(answer->data.view(), ApplicationTemplate);
    const auto identifier = application ? findTlv(*application, ApplicationIdentifier) : application;
    if (!identifier || !namesPiv(*identifier))
        return fail(ErrorCode::CardNotPiv, u"another application answered"_s);
    PivApplet piv(transaction);
    if (!PivSecureMessaging::isOffered(*application))
        return piv;
    if (auto secured = piv.secure(); !secured)
        return fail(secured.error());
    return piv;
}

Result<> PivApplet::secure() {
    const auto signer = readObject(PivObject::SecureMessagingSigner);
    if (!signer && isAboutContent(signer.error().code))
        return fail(ErrorCode::SecureMessagingFailed, toString(signer.error()));
    if (!signer)
        return fail(signer.error());
    auto messaging = PivSecureMessaging::establish(*m_transaction, *signer);
    if (!messaging)
        return fail(messaging.error());
    m_messaging = *std::move(messaging);
    return {};
}

Result<ResponseApdu> PivApplet::send(const CommandApdu& command) {
    return m_messaging && PivSecureMessaging::carries(command)
               ? m_messaging->exchange(*m_transaction, command)
               : exchange(*m_transaction, command);
}

Result<QByteArray> PivApplet::readObject(PivObject object) {
    const auto answer = send(CommandApdu::getData(tagBytes(object)));
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return refused("GET DATA", answer->status);
    const quint32 outer = object == PivObject::Discovery ? static_cast<quint32>(object) : ObjectContent;
    const auto content = findTlv(answer->data.view(), outer);
    if (!content)
        return fail(content.error());
    if (content->isEmpty())
        return fail(ErrorCode::CardObjectMissing, u"the object is empty"_s);
    return content->toByteArray();
}

Result<QByteArray> PivApplet::readCertificate(PivKey key) {
    const auto object = readObject(certificateObject(key));
    if (!object)
        return fail(object.error());
    return certificateOfObject(*object);
}

Result<PinReference> PivApplet::readPinReference() {
    const auto object = readObject(PivObject::Discovery);
    if (!object && object.error().code == ErrorCode::CardObjectMissing)
        return PinReference::Piv;
    if (!object)
        return fail(object.error());
    const auto policy = findTlv(*object, PinUsagePolicy);
    if (!policy || policy->size() != 2)
        return fail(ErrorCode::CardProtocolError, u"discovery object without PIN usage policy"_s);
    return static_cast<quint8>(policy->back()) == GlobalPinIsPrimary ? PinReference::Global
                                                                     : PinReference::Piv;
}

Result<std::optional<int>> PivApplet::pinTries(PinReference reference) {
    const auto answer = send(CommandApdu::verify(static_cast<quint8>(reference), {}));
    if (!answer)
        return fail(answer.error());
    if (answer->status.isSuccess())
        return std::optional<int>();
    if (!answer->status.triesLeft())
        return refused("asking for the tries", answer->status);
    return answer->status.triesLeft();
}

Result<PinOutcome> PivApplet::verifyPin(const SecretBytes& pin, PinReference reference) {
    if (auto checked = checkPinFormat(pin); !checked)
        return fail(checked.error());
    return present("VERIFY", CommandApdu::verify(static_cast<quint8>(reference), paddedPin(pin)));
}

Result<PinOutcome> PivApplet::changePin(const SecretBytes& oldPin, const SecretBytes& newPin,
                                        PinReference reference) {
    return change(static_cast<quint8>(reference), oldPin, newPin);
}

Result<PinOutcome> PivApplet::changePuk(const SecretBytes& oldPuk, const SecretBytes& newPuk) {
    return change(PukReference, oldPuk, newPuk);
}

Result<PinOutcome> PivApplet::change(quint8 reference, const SecretBytes& old, const SecretBytes& next) {
    for (const SecretBytes* code : {&old, &next}) {
        if (auto checked = checkPinFormat(*code); !checked)
            return fail(checked.error());
    }
    return present("CHANGE REFERENCE DATA", CommandApdu::changeReferenceData(reference, pair(old, next)));
}

Result<PinOutcome> PivApplet::unblockPin(const SecretBytes& puk, const SecretBytes& newPin) {
    for (const SecretBytes* code : {&puk, &newPin}) {
        if (auto checked = checkPinFormat(*code); !checked)
            return fail(checked.error());
    }
    if (auto possible = checkClearUnblocking(); !possible)
        return fail(possible.error());
    return present("RESET RETRY COUNTER",
                   CommandApdu::resetRetryCounter(static_cast<quint8>(PinReference::Piv), pair(puk, newPin)));
}

/// A card that offers secure messaging tells nothing of its PIN in clear when it is reached without contacts
/// (SP 800-73-4 part 2, 3.2.1): then PUK and PIN must not be sent either.
Result<> PivApplet::checkClearUnblocking() {
    if (!m_messaging)
        return {};
    const auto answer =
        exchange(*m_transaction, CommandApdu::verify(static_cast<quint8>(PinReference::Piv), {}));
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess() && !answer->status.triesLeft()) {
        return fail(ErrorCode::SecureMessagingFailed,
                    u"unblocking wants contacts: "_s + toString(answer->status));
    }
    return {};
}

Result<PinOutcome> PivApplet::present(const char* doing, const CommandApdu& command) {
    const auto answer = send(command);
    if (!answer)
        return fail(answer.error());
    return judge(doing, answer->status);
}

Result<PinOutcome> PivApplet::judge(const char* doing, StatusWord status) {
    if (status.isSuccess())
        return PinOutcome{.kind = PinOutcome::Kind::Accepted};
    const std::optional<int> tries = status.triesLeft();
    if (!tries)
        return refused(doing, status);
    return wrong(*tries);
}

// ---- on the reader's keys ------------------------------------------------------------------------------

Result<PinOutcome> PivApplet::verifyPinOnPad(PinReference reference, VerifyGate* gate) {
    return enterOnPad(PadOrder::Task::Verify,
                      CommandApdu::verify(static_cast<quint8>(reference), placesForPins(1)), reference, gate);
}

Result<PinOutcome> PivApplet::changePinOnPad(PinReference reference, VerifyGate* gate) {
    return enterOnPad(PadOrder::Task::Change,
                      CommandApdu::changeReferenceData(static_cast<quint8>(reference), placesForPins(2)),
                      reference, gate);
}

Result<PinOutcome> PivApplet::enterOnPad(PadOrder::Task task, const CommandApdu& command,
                                         PinReference reference, VerifyGate* gate) {
    const auto tries = pinTries(reference);
    if (!tries)
        return fail(tries.error());
    if (!*tries) // a reader that only says yes would be believed
        return fail(ErrorCode::CardBusy, u"another program has verified the PIN"_s);
    if (**tries == 0)
        return fail(ErrorCode::CardBlocked);
    if (gate && !gate->pass())
        return fail(ErrorCode::CardRemoved, u"given up before the reader was asked"_s);
    const auto status = m_transaction->enterOnPad(
        {.task = task, .command = CommandEncoder(command).piece(0).view().toByteArray()});
    if (!status)
        return fail(status.error());
    if (const auto problem = padProblem(*status))
        return checkNotEntered(task, *problem, **tries, reference);
    return judge("the entry on the reader's keys", StatusWord(**status));
}

/// The reader's word is not enough to call it no try.
Result<PinOutcome> PivApplet::checkNotEntered(PadOrder::Task task, PadProblem problem, int triesBefore,
                                              PinReference reference) {
    const auto tries = pinTries(reference);
    if (!tries)
        return fail(tries.error());
    if (*tries && **tries < triesBefore)
        return wrong(**tries);
    if (task == PadOrder::Task::Change && mayFollowCommand(problem))
        return PinOutcome{.kind = PinOutcome::Kind::Unsettled, .problem = problem};
    if (*tries == triesBefore)
        return PinOutcome{.kind = PinOutcome::Kind::NotEntered, .problem = problem};
    return fail(ErrorCode::CardProtocolError, u"the reader denies that the card was asked"_s);
}

Result<QByteArray> PivApplet::sign(PivKey key, PivAlgorithm algorithm, QByteArrayView digest) {
    const auto input = signatureInput(algorithm, digest);
    if (!input)
        return fail(input.error());
    SecretBytes content;
    appendTlv(content, Response, {}); // empty: the answer that we want
    appendTlv(content, Challenge, *input);
    const auto signature = authenticate(key, algorithm, content, "signing");
    if (!signature)
        return fail(signature.error());
    return signature->view().toByteArray();
}

Result<SecretBytes> PivApplet::agree(PivKey key, QByteArrayView peer) {
    if (auto onCurve = checkP256Point(peer); !onCurve)
        return fail(onCurve.error());
    SecretBytes content;
    appendTlv(content, Response, {});
    appendTlv(content, Exponentiation, peer);
    auto secret = authenticate(key, PivAlgorithm::EcP256, content, "key agreement");
    if (!secret)
        return secret;
    if (secret->size() != SharedSecretSize)
        return fail(ErrorCode::CardProtocolError, u"shared secret of %1 bytes"_s.arg(secret->size()));
    if (secret->view() == peer.sliced(1, SharedSecretSize) || secret->view() == peer.last(SharedSecretSize))
        return fail(ErrorCode::CardProtocolError, u"the card gave the input back as the secret"_s);
    return secret;
}

Result<SecretBytes> PivApplet::authenticate(PivKey key, PivAlgorithm algorithm, const SecretBytes& content,
                                            const char* doing) {
    SecretBytes request;
    appendTlv(request, DynamicAuthentication, content.view());
    const auto answer = send(CommandApdu::generalAuthenticate(static_cast<quint8>(algorithm),
                                                              static_cast<quint8>(key), std::move(request)));
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return refused(doing, answer->status);
    const auto outer = findTlv(answer->data.view(), DynamicAuthentication);
    const auto response = outer ? findTlv(*outer, Response) : outer;
    if (!response)
        return fail(response.error());
    return SecretBytes::copyOf(*response);
}

} // namespace madoguchi
