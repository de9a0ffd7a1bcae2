// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An issue that is in the register, and what its card is to become. Main thread; the secrets go to the card's
// worker.
#pragma once

#include "app/issuing/issueregister.h"
#include "smartcard/piv/cardpersonalisation.h"

#include <vector>

namespace madoguchi {

struct BegunIssue {
    CardIssue issue;
    CardSecrets secrets;                          ///< for makeCardKeys()
    std::vector<PivManagementKey> laterKeys = {}; ///< for writeCardContents()
};

} // namespace madoguchi
