// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/contentsumfunction.h"

#include "app/crypto/hash.h"
#include "app/storage/databaseerror.h"

#include <QtEndian>

#include <algorithm>
#include <sqlite3.h>

namespace madoguchi {
namespace {

constexpr int SumBytes = 32;

// Each value by its type, its length where the type has none of its own, and its bytes: no two rows give the
// same bytes. SQLite's blobs and our one byte order make the sum the same on every machine.
void addValue(HmacSha256& mac, sqlite3_value* value) {
    const int type = sqlite3_value_type(value);
    std::array<char, 9> head = {static_cast<char>(type)};
    if (type == SQLITE_NULL) {
        mac.add({head.data(), 1});
    } else if (type == SQLITE_INTEGER) {
        qToLittleEndian<qint64>(sqlite3_value_int64(value), head.data() + 1);
        mac.add(head);
    } else if (type == SQLITE_FLOAT) {
        qToLittleEndian<double>(sqlite3_value_double(value), head.data() + 1);
        mac.add(head);
    } else {
        const void* bytes =
            type == SQLITE_TEXT ? sqlite3_value_text(value) : sqlite3_value_blob(value); // before its size
        const qint64 size = sqlite3_value_bytes(value);
        qToLittleEndian<qint64>(size, head.data() + 1);
        mac.add(head);
        if (size > 0)
            mac.add({static_cast<const char*>(bytes), size});
    }
}

bool isSum(sqlite3_value* value) {
    return sqlite3_value_type(value) == SQLITE_BLOB && sqlite3_value_bytes(value) == SumBytes;
}

QByteArrayView sumIn(sqlite3_value* value) {
    return {static_cast<const char*>(sqlite3_value_blob(value)), SumBytes};
}

extern "C" void stepSum(sqlite3_context* context, int count, sqlite3_value** values) noexcept {
    if (count < 3 || !isSum(values[0]) || !isSum(values[1])) {
        sqlite3_result_error(context, "content_sum_step needs a sum and a key", -1);
        return;
    }
    auto& mac = *static_cast<HmacSha256*>(sqlite3_user_data(context));
    mac.begin(sumIn(values[1]));
    std::for_each(values + 2, values + count, [&mac](sqlite3_value* value) { addValue(mac, value); });
    Sha256Digest sum = mac.finish();
    const QByteArrayView before = sumIn(values[0]);
    std::transform(sum.begin(), sum.end(), before.begin(), sum.begin(), [](unsigned char left, char right) {
        return static_cast<unsigned char>(left ^ static_cast<unsigned char>(right));
    });
    sqlite3_result_blob(context, sum.data(), SumBytes, SQLITE_TRANSIENT);
}

extern "C" void releaseMac(void* mac) {
    delete static_cast<HmacSha256*>(mac);
}

} // namespace

Result<> addContentSumFunction(sqlite3* connection) {
    // Innocuous, so that triggers may call it although the schema is not trusted.
    constexpr int Kind = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const int code = sqlite3_create_function_v2(connection, "content_sum_step", -1, Kind, new HmacSha256,
                                                stepSum, nullptr, nullptr, releaseMac);
    if (code != SQLITE_OK)
        return fail(databaseError(connection, code, "adding the function of the content sum"));
    return {};
}

} // namespace madoguchi
