// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The one SQL function of ours, which the triggers of ContentSum call. Thread of the connection.
#pragma once

#include "app/base/result.h"

struct sqlite3;

namespace madoguchi {

/// Makes `content_sum_step(sum, key, table, value, ...)` known to the connection: `sum` XOR the HMAC-SHA-256
/// of a row, where sum and key are blobs of 32 bytes. A statement with any other sum or key fails, and a
/// connection without the function can't change a watched table. Errors: DatabaseFailed.
Result<> addContentSumFunction(sqlite3* connection);

} // namespace madoguchi
