// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which commands carry a PIN or PUK, in clear or under secure messaging. Any thread.
#pragma once

#include <QByteArrayView>

namespace madoguchi {

/// VERIFY with content rather than the question for the counter, CHANGE REFERENCE DATA, RESET RETRY COUNTER;
/// under secure messaging there are 10 bytes of MAC even without content.
inline bool carriesPin(QByteArrayView command) {
    const char instruction = command.at(1);
    return command.size() > (command.at(0) == 0x0C ? 16 : 5) &&
           (instruction == 0x20 || instruction == 0x24 || instruction == 0x2C);
}

} // namespace madoguchi
