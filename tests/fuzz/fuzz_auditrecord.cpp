// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One entry of the log from bytes that somebody may have changed: it is read only if it would be written so.

#include "app/audit/auditrecord.h"
#include "tests/fuzz/fuzzinput.h"

using namespace madoguchi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto record = decodeAuditRecord(bytes);
    if (record) {
        const auto again = encode(*record);
        must(again && *again == bytes);
    }
    return 0;
}
