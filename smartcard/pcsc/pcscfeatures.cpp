// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcscfeatures.h"

#include "smartcard/pcsc/pcsccontext.h"
#include "smartcard/pcsc/pcscerror.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <reader.h>

namespace madoguchi {
namespace {

constexpr std::size_t LongestAnswer = 256;
constexpr qsizetype EntrySize = 6;
constexpr quint8 CodeSize = 4;
constexpr qsizetype CodePlace = 2;

} // namespace

ControlCodes controlCodesFrom(QByteArrayView answer) {
    ControlCodes codes;
    for (; answer.size() >= EntrySize && answer[1] == CodeSize; answer = answer.sliced(EntrySize))
        codes.insert(static_cast<quint8>(answer[0]), qFromBigEndian<quint32>(answer.data() + CodePlace));
    return codes;
}

ReaderFeatures featuresFrom(const ControlCodes& codes) {
    return {.verifiesOnPad = codes.contains(FEATURE_VERIFY_PIN_DIRECT),
            .changesOnPad = codes.contains(FEATURE_MODIFY_PIN_DIRECT),
            .displays =
                codes.contains(FEATURE_WRITE_DISPLAY) || codes.contains(FEATURE_IFD_DISPLAY_PROPERTIES)};
}

ControlCodes readControlCodes(SCARDHANDLE handle) {
    std::array<char, LongestAnswer> answer{};
    DWORD size = 0;
    const LONG said =
        SCardControl(handle, CM_IOCTL_GET_FEATURE_REQUEST, nullptr, 0, answer.data(), answer.size(), &size);
    if (said != SCARD_S_SUCCESS)
        return {}; // drivers differ in how they say that they don't know the question
    return controlCodesFrom(
        {answer.data(), static_cast<qsizetype>(std::min<std::size_t>(size, answer.size()))});
}

Result<ReaderFeatures> readFeatures(const QString& reader) {
    const auto context = PcscContext::establish();
    if (!context)
        return fail(context.error());
    SCARDHANDLE handle = 0;
    DWORD protocol = 0;
    const LONG connected = SCardConnect(context->handle(), reader.toUtf8().constData(), SCARD_SHARE_DIRECT,
                                        SCARD_PROTOCOL_UNDEFINED, &handle, &protocol);
    if (connected != SCARD_S_SUCCESS)
        return connectFailure("SCardConnect", connected);
    const ReaderFeatures features = featuresFrom(readControlCodes(handle));
    SCardDisconnect(handle, SCARD_LEAVE_CARD);
    return features;
}

} // namespace madoguchi
