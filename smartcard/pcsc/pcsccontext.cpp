// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcsccontext.h"

#include "smartcard/pcsc/pcscerror.h"

#include <utility>

namespace madoguchi {

Result<PcscContext> PcscContext::establish() {
    SCARDCONTEXT handle = 0;
    const LONG code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
    if (code != SCARD_S_SUCCESS)
        return connectFailure("SCardEstablishContext", code);
    return PcscContext(handle);
}

PcscContext::PcscContext(PcscContext&& other) noexcept : m_handle(std::exchange(other.m_handle, 0)) {}

PcscContext& PcscContext::operator=(PcscContext&& other) noexcept {
    std::swap(m_handle, other.m_handle);
    return *this;
}

PcscContext::~PcscContext() {
    if (m_handle != 0)
        SCardReleaseContext(m_handle); // fails when the service is gone, and frees its memory all the same
}

void PcscContext::cancel() const {
    SCardCancel(m_handle); // fails when there is nothing to cancel
}

} // namespace madoguchi
