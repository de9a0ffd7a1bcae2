// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// BER-TLV as cards send it: every value lies inside the input, and what was read can be written again.

#include "smartcard/apdu/tlv.h"
#include "tests/fuzz/fuzzinput.h"

using namespace madoguchi;

namespace {

constexpr qsizetype LongestWritten = 0xFFFF;

void readAll(QByteArrayView bytes, int depth) {
    for (TlvReader reader(bytes); !reader.atEnd();) {
        const auto object = reader.next();
        if (!object) {
            must(reader.atEnd());
            return;
        }
        must(object->value.data() >= bytes.data() &&
             object->value.data() + object->value.size() <= bytes.data() + bytes.size());
        must(findTlv(bytes, object->tag).has_value());
        if (object->tag != 0 && object->value.size() <= LongestWritten) {
            SecretBytes written;
            appendTlv(written, object->tag, object->value);
            const auto again = findTlv(written.view(), object->tag);
            must(again && *again == object->value);
        }
        if (depth > 0)
            readAll(object->value, depth - 1);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    readAll(QByteArrayView(data, static_cast<qsizetype>(size)), 3);
    return 0;
}
