// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcscerror.h"

#include <cerrno>
#include <cstdlib>
#include <unistd.h>

namespace madoguchi {
namespace {

// LONG is wider than the codes, and not every release of pcsc-lite sign-extends them alike.
constexpr quint32 wordOf(LONG code) {
    return static_cast<quint32>(code);
}

QString describe(const char* call, LONG code) {
    return QStringLiteral("%1: %2").arg(QString::fromLatin1(call)).arg(wordOf(code), 8, 16, QLatin1Char('0'));
}

/// pcsc-lite says "no service" also when the file system forbids its socket.
bool socketIsForbidden() {
    const char* named = std::getenv("PCSCLITE_CSOCK_NAME"); // NOLINT(concurrency-mt-unsafe): only read
    return access(named ? named : "/run/pcscd/pcscd.comm", R_OK | W_OK) != 0 && errno == EACCES;
}

/// Errors that mean the same everywhere; CardProtocolError for all others.
ErrorCode commonCode(LONG code) {
    switch (wordOf(code)) {
    case wordOf(SCARD_E_NO_SERVICE):
        return socketIsForbidden() ? ErrorCode::CardServiceDenied : ErrorCode::CardServiceMissing;
    case wordOf(SCARD_W_SECURITY_VIOLATION):
        return ErrorCode::CardServiceDenied;
    case wordOf(SCARD_E_SERVICE_STOPPED):
    case wordOf(SCARD_F_COMM_ERROR):
    case wordOf(SCARD_E_INVALID_HANDLE): // what a restarted service thinks of our handles
    case wordOf(SCARD_F_INTERNAL_ERROR):
        return ErrorCode::CardServiceMissing;
    case wordOf(SCARD_W_UNRESPONSIVE_CARD):
    case wordOf(SCARD_W_UNPOWERED_CARD):
    case wordOf(SCARD_E_TIMEOUT):
        return ErrorCode::CardMute;
    case wordOf(SCARD_E_SHARING_VIOLATION):
        return ErrorCode::CardBusy;
    case wordOf(SCARD_W_RESET_CARD):
        return ErrorCode::CardReset;
    default:
        return ErrorCode::CardProtocolError;
    }
}

} // namespace

tl::unexpected<Error> connectFailure(const char* call, LONG code) {
    switch (wordOf(code)) {
    case wordOf(SCARD_E_NO_SMARTCARD):
    case wordOf(SCARD_W_REMOVED_CARD):
        return fail(ErrorCode::CardMissing, describe(call, code));
    case wordOf(SCARD_E_UNKNOWN_READER):
    case wordOf(SCARD_E_READER_UNAVAILABLE):
    case wordOf(SCARD_E_NO_READERS_AVAILABLE):
        return fail(ErrorCode::ReaderMissing, describe(call, code));
    default:
        return fail(commonCode(code), describe(call, code));
    }
}

tl::unexpected<Error> conversationFailure(const char* call, LONG code) {
    switch (wordOf(code)) {
    case wordOf(SCARD_E_NO_SMARTCARD):
    case wordOf(SCARD_W_REMOVED_CARD):
    case wordOf(SCARD_E_UNKNOWN_READER):
    case wordOf(SCARD_E_READER_UNAVAILABLE):
        return fail(ErrorCode::CardRemoved, describe(call, code));
    default:
        return fail(commonCode(code), describe(call, code));
    }
}

} // namespace madoguchi
