// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcscfeatures.h"

#include "smartcard/pcsc/pcsccontext.h"
#include "smartcard/pcsc/pcscerror.h"

#include <algorithm>
#include <array>
#include <reader.h>

namespace madoguchi {
namespace {

constexpr std::size_t LongestAnswer = 256;
constexpr qsizetype EntrySize = 6;
constexpr quint8 CodeSize = 4;

} // namespace

ReaderFeatures featuresFrom(QByteArrayView answer) {
    ReaderFeatures features;
    for (; answer.size() >= EntrySize && answer[1] == CodeSize; answer = answer.sliced(EntrySize)) {
        switch (static_cast<quint8>(answer[0])) {
        case FEATURE_VERIFY_PIN_DIRECT:
        case FEATURE_VERIFY_PIN_START:
            features.verifiesOnPad = true;
            break;
        case FEATURE_MODIFY_PIN_DIRECT:
        case FEATURE_MODIFY_PIN_START:
            features.changesOnPad = true;
            break;
        case FEATURE_WRITE_DISPLAY:
        case FEATURE_IFD_DISPLAY_PROPERTIES:
            features.displays = true;
            break;
        default: // the others are of no use to us
            break;
        }
    }
    return features;
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
    std::array<char, LongestAnswer> answer{};
    DWORD size = 0;
    const LONG said =
        SCardControl(handle, CM_IOCTL_GET_FEATURE_REQUEST, nullptr, 0, answer.data(), answer.size(), &size);
    SCardDisconnect(handle, SCARD_LEAVE_CARD);
    if (said != SCARD_S_SUCCESS)
        return ReaderFeatures(); // drivers differ in how they say that they don't know the question
    return featuresFrom({answer.data(), static_cast<qsizetype>(std::min<std::size_t>(size, answer.size()))});
}

} // namespace madoguchi
