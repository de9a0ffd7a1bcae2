// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The data compiled into the library: procedures, purposes, postal codes. Main thread.
#pragma once

namespace madoguchi {

/// Makes ":/procedures", ":/purposes.json" and ":/postal" readable. A static library's resources are left out
/// by the linker unless a program asks for them: call it once, before anything is read. Calling again is
/// harmless.
void initResources();

} // namespace madoguchi
