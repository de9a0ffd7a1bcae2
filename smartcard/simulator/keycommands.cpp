// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/keycommands.h"

#include "smartcard/simulator/bertlv.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <utility>

namespace madoguchi::simulator {
namespace {

constexpr quint8 SignatureKey = 0x9C;
constexpr quint8 CardAuthenticationKey = 0x9E;
constexpr quint8 ManagementKeyReference = 0x9B;
constexpr quint8 CipherSuite2 = 0x27;

/// Tags inside the dynamic authentication template 7C.
enum Dynamic : quint32 {
    Template = 0x7C,
    Witness = 0x80,
    Challenge = 0x81,
    Response = 0x82,
    Exponentiation = 0x85
};

Reply inTemplate(quint32 tag, const QByteArray& value) {
    return success(encodeTlv(Template, encodeTlv(tag, value)));
}

bool pinAllows(const PivState& state, quint8 key, bool pinFresh) {
    if (key == CardAuthenticationKey)
        return true;
    return key == SignatureKey ? state.pinVerified && pinFresh : state.pinVerified;
}

Reply agree(const CardPersonality& personality, const CardKey& key, QByteArrayView point) {
    const Result<QByteArray> secret = key.agree(point);
    if (secret)
        return inTemplate(Response, *secret);
    if (personality.echoesInvalidPoint && point.size() == 1 + 2 * key.fieldSize())
        return inTemplate(Response, point.sliced(1, key.fieldSize()).toByteArray());
    return {StatusWord::WrongData};
}

Reply useKey(const PivState& state, const ReceivedCommand& command, const QList<Tlv>& parts, bool pinFresh) {
    const auto algorithm = cardKeyAlgorithmOf(command.p1);
    if (!algorithm)
        return {StatusWord::WrongParameters};
    const auto key = state.content.keys.find(command.p2);
    if (key == state.content.keys.end())
        return {StatusWord::ReferenceNotFound};
    if (key->second.algorithm() != *algorithm)
        return {StatusWord::WrongParameters};
    if (!pinAllows(state, command.p2, pinFresh))
        return {StatusWord::SecurityNotSatisfied};
    const auto response = findTlv(parts, Response);
    if (!response || !response->isEmpty())
        return {StatusWord::WrongData};
    if (const auto point = findTlv(parts, Exponentiation))
        return agree(state.content.personality, key->second, *point);
    const Result<QByteArray> signature = key->second.sign(findTlv(parts, Challenge).value_or(QByteArray()));
    return signature ? inTemplate(Response, *signature) : Reply{StatusWord::WrongData};
}

QByteArray randomBlock(ManagementKeyAlgorithm algorithm) {
    QByteArray block(managementKeyBlock(algorithm), '\0');
    const bool done =
        RAND_bytes(reinterpret_cast<unsigned char*>(block.data()), static_cast<int>(block.size())) == 1;
    return done ? block : QByteArray();
}

bool equal(QByteArrayView left, QByteArrayView right) {
    return !left.isEmpty() && left.size() == right.size() &&
           CRYPTO_memcmp(left.data(), right.data(), static_cast<std::size_t>(left.size())) == 0;
}

Reply startMutual(PivState& state) {
    state.witness = randomBlock(state.content.managementKey.algorithm);
    const Result<QByteArray> hidden = state.content.managementKey.encrypt(state.witness);
    return hidden ? inTemplate(Witness, *hidden) : Reply{StatusWord::MemoryFailure};
}

Reply finishMutual(PivState& state, const QByteArray& expected, QByteArrayView witness,
                   QByteArrayView challenge) {
    if (!equal(expected, witness))
        return {StatusWord::SecurityNotSatisfied};
    const Result<QByteArray> answer = state.content.managementKey.encrypt(challenge);
    if (!answer)
        return {StatusWord::WrongData};
    state.administrator = true;
    return inTemplate(state.content.personality.answersManagementWithTag80 ? Witness : Response, *answer);
}

Reply startSingle(PivState& state) {
    state.challenge = randomBlock(state.content.managementKey.algorithm);
    return state.challenge.isEmpty() ? Reply{StatusWord::MemoryFailure}
                                     : inTemplate(Challenge, state.challenge);
}

Reply finishSingle(PivState& state, const QByteArray& challenge, QByteArrayView response) {
    const Result<QByteArray> expected = state.content.managementKey.encrypt(challenge);
    state.administrator = expected && equal(*expected, response);
    return {state.administrator ? StatusWord::Success : StatusWord::SecurityNotSatisfied};
}

Reply authenticateAdministrator(PivState& state, const ReceivedCommand& command, const QList<Tlv>& parts) {
    if (managementKeyAlgorithmOf(command.p1) != state.content.managementKey.algorithm)
        return {StatusWord::WrongParameters};
    const QByteArray expectedWitness = std::exchange(state.witness, {});
    const QByteArray sentChallenge = std::exchange(state.challenge, {});
    state.administrator = false;
    const auto witness = findTlv(parts, Witness);
    const auto challenge = findTlv(parts, Challenge);
    const auto response = findTlv(parts, Response);
    if (witness && witness->isEmpty())
        return startMutual(state);
    if (witness && challenge)
        return finishMutual(state, expectedWitness, *witness, *challenge);
    if (challenge && challenge->isEmpty())
        return startSingle(state);
    if (response && !sentChallenge.isEmpty())
        return finishSingle(state, sentChallenge, *response);
    return {StatusWord::WrongData};
}

/// Keys that were agreed upon before are gone whatever comes of it (SP 800-73-4 part 2, 4.3).
Reply agreeOnMessaging(PivState& state, const ReceivedCommand& command, const QList<Tlv>& parts) {
    state.messaging.reset();
    if (!state.content.offersMessaging() || command.p1 != CipherSuite2)
        return {StatusWord::WrongParameters};
    auto agreement =
        CardMessaging::agree(state.content.keys.at(MessagingKeyReference), state.content.messagingCertificate,
                             findTlv(parts, Challenge).value_or(QByteArray()));
    if (!agreement)
        return {StatusWord::WrongData};
    state.messaging = std::move(agreement->session);
    return inTemplate(Response, agreement->share);
}

} // namespace

Reply generalAuthenticate(PivState& state, const ReceivedCommand& command, bool pinFresh) {
    const auto outer = decodeTlvs(command.data);
    const auto inner = outer ? findTlv(*outer, Template) : std::nullopt;
    const auto parts = inner ? decodeTlvs(*inner) : std::nullopt;
    if (!parts)
        return {StatusWord::WrongData};
    if (command.p2 == ManagementKeyReference)
        return authenticateAdministrator(state, command, *parts);
    if (command.p2 == MessagingKeyReference)
        return agreeOnMessaging(state, command, *parts);
    return useKey(state, command, *parts, pinFresh);
}

Reply generateKeyPair(PivState& state, const ReceivedCommand& command) {
    if (command.p1 != 0 || CardContent::certificateTag(command.p2) == 0)
        return {StatusWord::WrongParameters};
    if (!state.administrator)
        return {StatusWord::SecurityNotSatisfied};
    const auto outer = decodeTlvs(command.data);
    const auto inner = outer ? findTlv(*outer, 0xAC) : std::nullopt;
    const auto parts = inner ? decodeTlvs(*inner) : std::nullopt;
    const QByteArray mechanism = parts ? findTlv(*parts, 0x80).value_or(QByteArray()) : QByteArray();
    const auto algorithm =
        mechanism.size() == 1 ? cardKeyAlgorithmOf(static_cast<quint8>(mechanism[0])) : std::nullopt;
    if (!algorithm)
        return {StatusWord::WrongData};
    Result<CardKey> key = CardKey::generate(*algorithm);
    const Result<QByteArray> publicKey = key ? key->publicKeyTemplate() : fail(key.error());
    if (!publicKey)
        return {StatusWord::MemoryFailure};
    state.content.keys.insert_or_assign(command.p2, std::move(*key));
    return state.save() ? success(encodeTlv(0x7F49, *publicKey)) : Reply{StatusWord::MemoryFailure};
}

} // namespace madoguchi::simulator
