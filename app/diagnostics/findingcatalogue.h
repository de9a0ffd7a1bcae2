// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One table of all findings: good or not, what is said and what to do. Any thread.
#pragma once

#include "app/diagnostics/finding.h"

namespace madoguchi {

enum class FindingGrade { Good, Attention };

struct FindingEntry {
    Finding finding;
    FindingGrade grade;
    const char* text;   ///< English source in context "Findings"; %1 and %2 as the finding's line says
    const char* advice; ///< the same; empty when there is nothing to do, which is only where all is good
};

const FindingEntry& findingEntry(Finding finding);

} // namespace madoguchi
