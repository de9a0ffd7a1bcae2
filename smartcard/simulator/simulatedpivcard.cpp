// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/simulatedpivcard.h"

#include "smartcard/simulator/airinterface.h"
#include "smartcard/simulator/bertlv.h"
#include "smartcard/simulator/dataobjects.h"
#include "smartcard/simulator/keycommands.h"
#include "smartcard/simulator/pincommands.h"
#include "smartcard/simulator/yubikeycommands.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {

using simulator::CardMessaging;
using simulator::PivState;
using simulator::ReceivedCommand;
using simulator::Reply;
using simulator::SelectedApplication;
using simulator::StatusWord;

namespace {

constexpr qsizetype LongestChain = 16'384;
constexpr quint8 Select = 0xA4;
constexpr quint8 GetResponse = 0xC0;

const QByteArray PivAid = QByteArray::fromHex("A000000308000010000100");
constexpr qsizetype ProviderSize = 5; // A000000308, NIST
constexpr qsizetype VersionlessSize = 9;
const QByteArray CardManagerAid = QByteArray::fromHex("A000000151000000");

/// The whole AID, cut at its right end, or with another version.
bool namesPiv(QByteArrayView aid) {
    if (aid.size() > VersionlessSize)
        return aid.size() <= 16 && aid.startsWith(QByteArrayView(PivAid).first(VersionlessSize));
    return aid.size() >= ProviderSize && PivAid.startsWith(aid);
}

/// Application property template (SP 800-73-4, part 2, table 3).
QByteArray propertyTemplate(const CardContent& card) {
    using simulator::encodeTlv;
    const QByteArray provider = PivAid.first(ProviderSize);
    const QByteArray cipherSuite2 =
        encodeTlv(0xAC, encodeTlv(0x80, QByteArray(1, 0x27)) + encodeTlv(0x06, QByteArray(1, '\0')));
    return encodeTlv(0x61, encodeTlv(0x4F, PivAid.sliced(ProviderSize)) +
                               encodeTlv(0x79, encodeTlv(0x4F, provider)) +
                               encodeTlv(0x50, "Simulated PIV card") +
                               (card.offersMessaging() ? cipherSuite2 : QByteArray()));
}

Reply executePiv(PivState& state, const ReceivedCommand& command, bool pinFresh) {
    switch (command.ins) {
    case 0x20:
        return verify(state, command);
    case 0x24:
        return changeReferenceData(state, command);
    case 0x2C:
        return resetRetryCounter(state, command);
    case 0x47:
        return generateKeyPair(state, command);
    case 0x87:
        return generalAuthenticate(state, command, pinFresh);
    case 0xCB:
        return getData(state, command);
    case 0xDB:
        return putData(state, command);
    default:
        return state.content.personality.hasYubikeyCommands ? yubikeyCommand(state, command)
                                                            : Reply{StatusWord::InstructionUnknown};
    }
}

} // namespace

SimulatedPivCard::SimulatedPivCard(CardContent content, const QString& path) {
    m_state.content = std::move(content);
    m_state.persist = [path](const CardContent& changed) { return path.isEmpty() || changed.save(path); };
    reset();
}

Result<std::shared_ptr<SimulatedPivCard>> SimulatedPivCard::load(const QString& path) {
    Result<CardContent> content = CardContent::load(path);
    if (!content)
        return fail(content.error());
    return std::make_shared<SimulatedPivCard>(std::move(*content), path);
}

QByteArray SimulatedPivCard::atr() const {
    const std::scoped_lock locked(m_lock);
    return m_state.content.personality.atr;
}

void SimulatedPivCard::reset() {
    const std::scoped_lock locked(m_lock);
    m_state.forgetLogin();
    m_state.selected =
        m_state.content.personality.selectedAfterReset ? SelectedApplication::Piv : SelectedApplication::None;
    m_chain.reset();
    m_rest.clear();
}

QByteArray SimulatedPivCard::transmit(QByteArrayView command) {
    const std::scoped_lock locked(m_lock);
    const auto parsed = ReceivedCommand::parse(command);
    if (parsed && parsed->ins == GetResponse && parsed->cla == 0 && !m_rest.isEmpty())
        return respondWithRest(parsed->expected);
    m_rest.clear();
    if (!parsed) {
        m_state.pinFresh = false;
        m_chain.reset();
        return simulator::statusBytes(StatusWord::WrongLength);
    }
    return respond(accept(*parsed), parsed->expected);
}

Reply SimulatedPivCard::accept(const ReceivedCommand& command) {
    const int otherBits = command.cla & ~0x10;
    const bool isMessaging = otherBits == 0x0C && m_state.content.offersMessaging();
    if (!isMessaging && (otherBits == 0x0C || otherBits == 0x08 || otherBits == 0x04))
        return {StatusWord::SecureMessagingUnsupported};
    if (!isMessaging && otherBits != 0)
        return {StatusWord::ClassUnknown};
    if (command.isChained() || m_chain)
        return collect(command);
    return execute(command);
}

// The links before the last are answered 9000 and change nothing, the freshness of the PIN included.
Reply SimulatedPivCard::collect(const ReceivedCommand& command) {
    if (m_chain && !command.continues(*m_chain)) {
        m_chain.reset();
        m_state.pinFresh = false;
        return {StatusWord::LastCommandExpected};
    }
    ReceivedCommand whole = m_chain ? std::move(*m_chain) : ReceivedCommand(command);
    if (std::exchange(m_chain, std::nullopt))
        whole.data += command.data;
    if (whole.data.size() > LongestChain)
        return {StatusWord::NotEnoughMemory};
    if (command.isChained()) {
        m_chain = std::move(whole);
        return simulator::success();
    }
    return execute(whole);
}

Reply SimulatedPivCard::execute(const ReceivedCommand& command) {
    return CardMessaging::isProtected(command) ? executeProtected(command) : executePlain(command, false);
}

// Whatever is wrong with the protection ends it; what is wrong inside is said inside.
Reply SimulatedPivCard::executeProtected(const ReceivedCommand& command) {
    if (!m_state.messaging) {
        m_state.pinFresh = false;
        return {StatusWord::SecurityNotSatisfied};
    }
    const CardMessaging::Opened opened = m_state.messaging->open(command);
    if (opened.status != StatusWord::Success) {
        m_state.pinFresh = false;
        m_state.messaging.reset();
        return {opened.status};
    }
    const Reply reply = executePlain(opened.command, true);
    if (!m_state.messaging) // keys can't be agreed upon under keys
        return {StatusWord::SecureMessagingUnsupported};
    return simulator::success(m_state.messaging->seal(reply));
}

Reply SimulatedPivCard::executePlain(const ReceivedCommand& command, bool wasProtected) {
    const bool pinFresh = std::exchange(m_state.pinFresh, false);
    if (m_state.content.personality.contactless && m_state.content.offersMessaging()) {
        if (const auto refusal = simulator::refusalInTheAir(command, wasProtected))
            return {*refusal};
    }
    if (command.ins == Select)
        return select(command);
    switch (m_state.selected) {
    case SelectedApplication::None:
        return {StatusWord::CommandNotAllowed};
    case SelectedApplication::CardManager:
        return {StatusWord::InstructionUnknown};
    case SelectedApplication::Piv:
        return executePiv(m_state, command, pinFresh);
    }
    Q_UNREACHABLE();
}

Reply SimulatedPivCard::select(const ReceivedCommand& command) {
    if (command.p1 != 0x04 || (command.p2 & 0xF3) != 0)
        return {StatusWord::WrongParameters};
    if (command.data == CardManagerAid) {
        m_state.forgetLogin();
        m_state.selected = SelectedApplication::CardManager;
        return simulator::success(simulator::encodeTlv(0x6F, simulator::encodeTlv(0x84, CardManagerAid)));
    }
    if (!namesPiv(command.data))
        return {StatusWord::NotFound}; // the application selected so far stays selected
    const bool again = m_state.selected == SelectedApplication::Piv;
    if (!again || !m_state.content.personality.keepsLoginOnReselect)
        m_state.forgetLogin();
    m_state.selected = SelectedApplication::Piv;
    return simulator::success(propertyTemplate(m_state.content));
}

QByteArray SimulatedPivCard::respond(const Reply& reply, int expected) {
    if (reply.data.isEmpty())
        return simulator::statusBytes(reply.status);
    m_rest = reply.data;
    return respondWithRest(expected);
}

QByteArray SimulatedPivCard::respondWithRest(int expected) {
    const qsizetype size = qMin<qsizetype>(expected, m_rest.size());
    const QByteArray part = m_rest.first(size);
    m_rest = m_rest.sliced(size);
    const qsizetype more = m_rest.size() < 256 ? m_rest.size() : 0; // 6100: 256 or more
    const auto status =
        m_rest.isEmpty()
            ? StatusWord::Success
            : static_cast<StatusWord>(static_cast<int>(StatusWord::MoreData) | static_cast<int>(more));
    return part + simulator::statusBytes(status);
}

QByteArray SimulatedPivCard::pin() const {
    const std::scoped_lock locked(m_lock);
    return m_state.content.pin.text();
}

int SimulatedPivCard::pinTriesLeft() const {
    const std::scoped_lock locked(m_lock);
    return m_state.content.pin.left;
}

int SimulatedPivCard::pukTriesLeft() const {
    const std::scoped_lock locked(m_lock);
    return m_state.content.puk.left;
}

QByteArray SimulatedPivCard::certificate(quint8 keyReference) const {
    const std::scoped_lock locked(m_lock);
    return m_state.content.certificate(keyReference);
}

bool SimulatedPivCard::isPinVerified() const {
    const std::scoped_lock locked(m_lock);
    return m_state.pinVerified;
}

} // namespace madoguchi
