// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One connection of this process to pcscd. Calls on one context exclude each other inside pcsc-lite, so every
// thread has its own. The thread that established it, except for cancel().
#pragma once

#include "app/base/result.h"

#include <winscard.h>

namespace madoguchi {

class PcscContext {
public:
    /// Errors: CardServiceMissing, CardServiceDenied.
    static Result<PcscContext> establish();

    PcscContext(PcscContext&& other) noexcept;
    PcscContext& operator=(PcscContext&& other) noexcept;
    PcscContext(const PcscContext&) = delete;
    PcscContext& operator=(const PcscContext&) = delete;
    ~PcscContext();

    SCARDCONTEXT handle() const { return m_handle; }
    /// Ends a SCardGetStatusChange of another thread, if it has begun.
    void cancel() const;

private:
    explicit PcscContext(SCARDCONTEXT handle) : m_handle(handle) {}

    SCARDCONTEXT m_handle = 0;
};

} // namespace madoguchi
