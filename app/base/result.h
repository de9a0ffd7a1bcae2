// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A value or an Error. A Result that nobody looks at is a compile error. Any thread.
#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

namespace madoguchi {

template <class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> other) : tl::expected<T, Error>(std::move(other)) {}
};

/// What a function returns when it fails: `return fail(ErrorCode::CardRemoved, u"..."_s);`
inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {}) {
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// Passes another result's error on: `if (!read) return fail(read.error());`
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace madoguchi
