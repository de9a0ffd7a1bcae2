// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcscstack.h"

#include "smartcard/pcsc/pcscconnection.h"
#include "smartcard/pcsc/pcscerror.h"
#include "smartcard/pcsc/pcscfeatures.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// Reader arrival and departure are told through a reader that does not exist.
constexpr const char* PlugAndPlay = "\\\\?PnP?\\Notification";
// A reader that comes, or a cancellation, between a look and the wait is lost, so no wait is endless.
constexpr DWORD LongestWait = 5'000;
constexpr int EventCountShift = 16;

Result<QStringList> readerNames(SCARDCONTEXT context) {
    DWORD size = 0;
    LONG code = SCardListReaders(context, nullptr, nullptr, &size);
    std::vector<char> names(size + 1);
    if (code == SCARD_S_SUCCESS)
        code = SCardListReaders(context, nullptr, names.data(), &size);
    if (code == SCARD_E_NO_READERS_AVAILABLE)
        return QStringList();
    if (code == SCARD_E_INSUFFICIENT_BUFFER) // one was plugged in between the two calls
        return readerNames(context);
    if (code != SCARD_S_SUCCESS)
        return connectFailure("SCardListReaders", code);
    QStringList readers;
    for (const char* name = names.data(); *name != '\0'; name += qstrlen(name) + 1)
        readers.append(QString::fromUtf8(name));
    return readers;
}

SCARD_READERSTATE asked(const char* reader, DWORD word) {
    SCARD_READERSTATE state{};
    state.szReader = reader;
    state.dwCurrentState = word;
    return state;
}

ReaderState stateOf(const QString& name, const SCARD_READERSTATE& raw) {
    const auto word = static_cast<quint32>(raw.dwEventState);
    const bool present = (word & SCARD_STATE_PRESENT) != 0;
    const auto atrSize = static_cast<qsizetype>(std::min<DWORD>(raw.cbAtr, sizeof raw.rgbAtr));
    return {.name = name,
            .cardPresent = present,
            .cardMute = present && (word & SCARD_STATE_MUTE) != 0,
            .eventCount = word >> EventCountShift,
            .atr = present ? QByteArray(reinterpret_cast<const char*>(raw.rgbAtr), atrSize) : QByteArray()};
}

} // namespace

Result<QList<ReaderState>> PcscStack::waitForChange(const QList<ReaderState>& known) {
    Result<> looked;
    while (looked) {
        const bool interrupted = m_interrupted.exchange(false);
        looked = ensureContext();
        if (looked)
            looked = listReaders();
        if (looked)
            looked = watchReaders(0);
        if (looked && (interrupted || states() != known))
            return states();
        if (looked)
            looked = watchReaders(LongestWait);
    }
    dropContext(); // a context that failed once never works again, even when the service is back
    return fail(looked.error());
}

void PcscStack::interrupt() {
    m_interrupted = true;
    const std::lock_guard lock(m_mutex);
    if (m_context)
        m_context->cancel();
}

Result<std::unique_ptr<CardConnection>> PcscStack::connect(const QString& reader) {
    return PcscConnection::open(reader);
}

bool PcscStack::isInUse(const QString& reader) {
    const auto context = PcscContext::establish();
    const QByteArray name = reader.toUtf8();
    SCARD_READERSTATE state = asked(name.constData(), SCARD_STATE_UNAWARE);
    return context && SCardGetStatusChange(context->handle(), 0, &state, 1) == SCARD_S_SUCCESS &&
           (state.dwEventState & (SCARD_STATE_INUSE | SCARD_STATE_EXCLUSIVE)) != 0;
}

Result<ReaderFeatures> PcscStack::featuresOf(const QString& reader) {
    return readFeatures(reader);
}

Result<> PcscStack::ensureContext() {
    if (m_context)
        return {};
    auto context = PcscContext::establish();
    if (!context)
        return fail(context.error());
    const std::lock_guard lock(m_mutex);
    m_context.emplace(std::move(*context));
    return {};
}

void PcscStack::dropContext() {
    const std::lock_guard lock(m_mutex);
    m_context.reset();
    m_seen.clear();
}

Result<> PcscStack::listReaders() {
    const auto names = readerNames(m_context->handle());
    if (!names)
        return fail(names.error());
    QStringList seenNames;
    for (const Seen& seen : std::as_const(m_seen))
        seenNames.append(seen.state.name);
    m_seen.removeIf([&names](const Seen& seen) { return !names->contains(seen.state.name); });
    for (const QString& name : *names) {
        Seen newcomer;
        newcomer.state.name = name;
        if (!seenNames.contains(name))
            m_seen.append(newcomer);
    }
    return {};
}

Result<> PcscStack::watchReaders(DWORD milliseconds) {
    std::vector<QByteArray> names; // own the bytes that the structures below point at
    names.reserve(static_cast<std::size_t>(m_seen.size()) + 1);
    std::vector<SCARD_READERSTATE> raw;
    for (const Seen& seen : std::as_const(m_seen)) {
        names.push_back(seen.state.name.toUtf8());
        raw.push_back(asked(names.back().constData(), seen.word));
    }
    raw.push_back(asked(PlugAndPlay, SCARD_STATE_UNAWARE));
    if (milliseconds == 0 && m_seen.isEmpty())
        return {};
    const LONG code =
        SCardGetStatusChange(m_context->handle(), milliseconds, raw.data(), static_cast<DWORD>(raw.size()));
    if (code == SCARD_E_TIMEOUT || code == SCARD_E_CANCELLED || code == SCARD_E_UNKNOWN_READER)
        return {};
    if (code != SCARD_S_SUCCESS)
        return connectFailure("SCardGetStatusChange", code);
    for (qsizetype index = 0; index < m_seen.size(); ++index) {
        const SCARD_READERSTATE& now = raw[static_cast<std::size_t>(index)];
        m_seen[index] = {.state = stateOf(m_seen[index].state.name, now),
                         .word = now.dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED)};
    }
    return {};
}

QList<ReaderState> PcscStack::states() const {
    QList<ReaderState> states;
    for (const Seen& seen : m_seen)
        states.append(seen.state);
    return states;
}

} // namespace madoguchi
