// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakepcsc.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <winscard.h>

namespace madoguchi {
namespace {

struct Reader {
    std::optional<FakePcsc::Pad> pad;
    std::shared_ptr<SimulatedCard> card;
    DWORD events = 0;
    SCARDHANDLE holder = 0; ///< of a transaction
};

struct Handle {
    SCARDCONTEXT context = 0;
    QByteArray reader;
    DWORD events = 0; ///< of the reader when it connected
};

/// Never destroyed: threads that a test left behind may still come here.
struct Service {
    std::mutex mutex;
    std::condition_variable changed;
    std::map<QByteArray, Reader> readers;
    std::map<SCARDCONTEXT, bool> contexts; ///< true: cancelled
    std::map<SCARDHANDLE, Handle> handles;
    LONG lastNumber = 0;
    quint32 plugged = 0;
    std::deque<PadVisit> visits;
    int waiting = 0;
    int entries = 0;
    QByteArray block;
    QByteArray sent;

    static Service& instance() {
        static auto* const service = new Service;
        return *service;
    }

    /// The reader of a handle whose card is still the one that was connected to; `code` says why not.
    Reader* readerOf(SCARDHANDLE number, LONG& code) {
        const auto handle = handles.find(number);
        code = SCARD_E_INVALID_HANDLE;
        if (handle == handles.end())
            return nullptr;
        const auto reader = readers.find(handle->second.reader);
        code = SCARD_E_READER_UNAVAILABLE;
        if (reader == readers.end())
            return nullptr;
        code = reader->second.events == handle->second.events ? SCARD_S_SUCCESS : SCARD_W_REMOVED_CARD;
        return code == SCARD_S_SUCCESS ? &reader->second : nullptr;
    }
};

LONG give(const QByteArray& bytes, LPBYTE output, DWORD room, LPDWORD size) {
    *size = static_cast<DWORD>(bytes.size());
    if (room < *size)
        return SCARD_E_INSUFFICIENT_BUFFER;
    std::memcpy(output, bytes.constData(), *size);
    return SCARD_S_SUCCESS;
}

/// The pad asks, under the service's lock: waits for a visit or for the card to leave.
LONG runPad(Service& service, std::unique_lock<std::mutex>& lock, SCARDHANDLE handle,
            FakePad::Question question, QByteArray& answer) {
    LONG code = SCARD_S_SUCCESS;
    ++service.entries;
    ++service.waiting;
    service.changed.notify_all();
    service.changed.wait(lock, [&] { return !service.visits.empty() || !service.readerOf(handle, code); });
    --service.waiting;
    const Reader* const reader = service.readerOf(handle, code);
    if (!reader)
        return SCARD_E_NOT_TRANSACTED; // as libccid has it
    const PadVisit visit = service.visits.front();
    service.visits.pop_front();
    answer = reader->pad->enter(question, service.block, visit, *reader->card);
    return visit.failsWith ? static_cast<LONG>(static_cast<qint32>(*visit.failsWith)) : SCARD_S_SUCCESS;
}

LONG answerTo(Service& service, std::unique_lock<std::mutex>& lock, SCARDHANDLE handle, const FakePad& pad,
              DWORD control, const QByteArray& input, QByteArray& answer) {
    const FakePad::Question question = FakePad::questionOf(control);
    switch (question) {
    case FakePad::Question::Features:
        answer = pad.features();
        return SCARD_S_SUCCESS;
    case FakePad::Question::Properties:
        answer = pad.properties();
        return SCARD_S_SUCCESS;
    case FakePad::Question::Verify:
    case FakePad::Question::Change:
        service.block = input;
        return runPad(service, lock, handle, question, answer);
    case FakePad::Question::Unknown:
        return SCARD_E_UNSUPPORTED_FEATURE;
    }
    Q_UNREACHABLE();
}

} // namespace

FakePcsc::FakePcsc() {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    service.visits.clear();
    service.block.clear();
    service.sent.clear();
    service.entries = 0;
}

FakePcsc::~FakePcsc() {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    service.readers.clear();
    service.changed.notify_all();
}

void FakePcsc::plug(const QString& reader, const std::optional<Pad>& pad) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    service.readers[reader.toUtf8()].pad = pad;
    ++service.plugged;
    service.changed.notify_all();
}

void FakePcsc::insert(const QString& reader, std::shared_ptr<SimulatedCard> card) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    Reader& place = service.readers.at(reader.toUtf8());
    place.card = std::move(card);
    ++place.events;
    service.changed.notify_all();
}

void FakePcsc::remove(const QString& reader) {
    insert(reader, nullptr);
}

void FakePcsc::visitPad(const PadVisit& visit) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    service.visits.push_back(visit);
    service.changed.notify_all();
}

bool FakePcsc::padWaits() const {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    return service.waiting > 0;
}

void FakePcsc::awaitPad() const {
    Service& service = Service::instance();
    std::unique_lock lock(service.mutex);
    service.changed.wait(lock, [&] { return service.waiting > 0; });
}

int FakePcsc::padEntries() const {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    return service.entries;
}

QByteArray FakePcsc::padBlock() const {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    return service.block;
}

QByteArray FakePcsc::sentByProgram() const {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    return service.sent;
}

} // namespace madoguchi

// ---- winscard.h: what the program under test calls -----------------------------------------------------

using madoguchi::Service;

const SCARD_IO_REQUEST g_rgSCardT0Pci = {SCARD_PROTOCOL_T0, sizeof(SCARD_IO_REQUEST)};
const SCARD_IO_REQUEST g_rgSCardT1Pci = {SCARD_PROTOCOL_T1, sizeof(SCARD_IO_REQUEST)};

LONG SCardEstablishContext(DWORD, LPCVOID, LPCVOID, LPSCARDCONTEXT context) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    *context = ++service.lastNumber;
    service.contexts[*context] = false;
    return SCARD_S_SUCCESS;
}

LONG SCardReleaseContext(SCARDCONTEXT context) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    return service.contexts.erase(context) == 1 ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
}

LONG SCardCancel(SCARDCONTEXT context) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    if (!service.contexts.contains(context))
        return SCARD_E_INVALID_HANDLE;
    service.contexts[context] = true;
    service.changed.notify_all();
    return SCARD_S_SUCCESS;
}

LONG SCardListReaders(SCARDCONTEXT, LPCSTR, LPSTR names, LPDWORD size) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    QByteArray list;
    for (const auto& [name, reader] : service.readers)
        list += name + '\0';
    if (list.isEmpty())
        return SCARD_E_NO_READERS_AVAILABLE;
    list += '\0';
    const DWORD room = *size;
    *size = static_cast<DWORD>(list.size());
    return names ? madoguchi::give(list, reinterpret_cast<LPBYTE>(names), room, size) : SCARD_S_SUCCESS;
}

LONG SCardGetStatusChange(SCARDCONTEXT context, DWORD timeout, SCARD_READERSTATE* states, DWORD count) {
    Service& service = Service::instance();
    std::unique_lock lock(service.mutex);
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout);
    const quint32 plugged = service.plugged;
    while (true) {
        bool changed = plugged != service.plugged;
        for (SCARD_READERSTATE* state = states; state != states + count; ++state) {
            const auto reader = service.readers.find(state->szReader);
            if (reader == service.readers.end())
                continue; // the pseudo reader, or one that was unplugged
            const bool present = reader->second.card != nullptr;
            const DWORD word =
                (present ? SCARD_STATE_PRESENT : SCARD_STATE_EMPTY) | (reader->second.events << 16);
            const bool differs = word != state->dwCurrentState;
            state->dwEventState = differs ? word | SCARD_STATE_CHANGED : word;
            const QByteArray atr = present ? reader->second.card->atr() : QByteArray();
            state->cbAtr = static_cast<DWORD>(atr.size());
            std::memcpy(state->rgbAtr, atr.constData(), static_cast<std::size_t>(atr.size()));
            changed = changed || differs;
        }
        if (changed)
            return SCARD_S_SUCCESS;
        if (std::exchange(service.contexts[context], false))
            return SCARD_E_CANCELLED;
        if (service.changed.wait_until(lock, end) == std::cv_status::timeout)
            return SCARD_E_TIMEOUT;
    }
}

LONG SCardConnect(SCARDCONTEXT context, LPCSTR name, DWORD mode, DWORD, LPSCARDHANDLE handle,
                  LPDWORD protocol) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    const auto reader = service.readers.find(name);
    if (reader == service.readers.end())
        return SCARD_E_UNKNOWN_READER;
    if (!reader->second.card && mode != SCARD_SHARE_DIRECT)
        return SCARD_E_NO_SMARTCARD;
    *handle = ++service.lastNumber;
    *protocol = SCARD_PROTOCOL_T1;
    service.handles[*handle] = {context, name, reader->second.events};
    return SCARD_S_SUCCESS;
}

LONG SCardReconnect(SCARDHANDLE handle, DWORD, DWORD, DWORD, LPDWORD) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    LONG code = SCARD_S_SUCCESS;
    service.readerOf(handle, code);
    return code;
}

LONG SCardDisconnect(SCARDHANDLE handle, DWORD disposition) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    LONG code = SCARD_S_SUCCESS;
    const madoguchi::Reader* const reader = service.readerOf(handle, code);
    if (reader && reader->card && disposition == SCARD_RESET_CARD)
        reader->card->reset();
    return service.handles.erase(handle) == 1 ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
}

LONG SCardBeginTransaction(SCARDHANDLE handle) {
    Service& service = Service::instance();
    std::unique_lock lock(service.mutex);
    LONG code = SCARD_S_SUCCESS;
    madoguchi::Reader* reader = nullptr;
    service.changed.wait(lock, [&] {
        reader = service.readerOf(handle, code);
        return !reader || reader->holder == 0;
    });
    if (reader)
        reader->holder = handle;
    return code;
}

LONG SCardEndTransaction(SCARDHANDLE handle, DWORD disposition) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    for (auto& [name, reader] : service.readers) {
        if (reader.holder == handle)
            reader.holder = 0;
    }
    service.changed.notify_all();
    LONG code = SCARD_S_SUCCESS;
    const madoguchi::Reader* const reader = service.readerOf(handle, code);
    if (reader && reader->card && disposition == SCARD_RESET_CARD)
        reader->card->reset();
    return code;
}

LONG SCardTransmit(SCARDHANDLE handle, const SCARD_IO_REQUEST*, LPCBYTE command, DWORD size,
                   SCARD_IO_REQUEST*, LPBYTE answer, LPDWORD received) {
    Service& service = Service::instance();
    const std::lock_guard lock(service.mutex);
    LONG code = SCARD_S_SUCCESS;
    const madoguchi::Reader* const reader = service.readerOf(handle, code);
    if (!reader)
        return code;
    const QByteArray bytes(reinterpret_cast<const char*>(command), static_cast<qsizetype>(size));
    service.sent += bytes;
    return madoguchi::give(reader->card->transmit(bytes), answer, *received, received);
}

LONG SCardControl(SCARDHANDLE handle, DWORD control, LPCVOID input, DWORD size, LPVOID output, DWORD room,
                  LPDWORD received) {
    Service& service = Service::instance();
    std::unique_lock lock(service.mutex);
    LONG code = SCARD_S_SUCCESS;
    const madoguchi::Reader* const reader = service.readerOf(handle, code);
    if (!reader)
        return code;
    if (!reader->pad)
        return SCARD_E_UNSUPPORTED_FEATURE;
    const QByteArray bytes(static_cast<const char*>(input), static_cast<qsizetype>(size));
    QByteArray answer;
    code = madoguchi::answerTo(service, lock, handle, *reader->pad, control, bytes, answer);
    return code == SCARD_S_SUCCESS ? madoguchi::give(answer, static_cast<LPBYTE>(output), room, received)
                                   : code;
}
