// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Takes what must be there out of a Result. Tests only; any thread.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <type_traits>
#include <utility>

namespace madoguchi {

/// The value of a Result that must hold one; aborts the test program with the error otherwise.
template <class T>
T expect(Result<T> result) {
    if (!result)
        qFatal("%s", qPrintable(toString(result.error())));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace madoguchi
