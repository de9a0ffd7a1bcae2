// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issuingtalk.h"

namespace madoguchi {

void IssuingTalk::giveUp() {
    if (m_gate)
        m_gate->shut();
    m_gate.reset();
}

void IssuingTalk::noteLate(const IssuingStep& step, VerifyGate& gate, const Result<>& end) {
    const bool neverBegan = gate.shut();
    if (neverBegan || step.issue.isEmpty())
        return;
    if (!m_ledger.noteLate(step.issue, step.name, end))
        Q_EMIT recordLost();
}

} // namespace madoguchi
