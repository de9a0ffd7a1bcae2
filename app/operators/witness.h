// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who may be the second person where two are needed: issuing, unblocking and destroying a card. Pure; any
// thread.
#pragma once

#include "app/operators/operator.h"
#include "app/session/session.h"

namespace madoguchi {

/// Who confirms that a card was destroyed.
struct Witness {
    QString operatorId;
    bool byCard = false; ///< proven by a fresh PIN; otherwise only named
};

/// Of a role that witnesses, and not suspended.
bool maySometimesWitness(const Operator& person);

/// `holderId`: whose card it is about. Errors: WitnessSamePerson for the session's own operator and for the
/// holder; WitnessUnsuitable unless she is a card administrator or supervisor who works here.
Result<> mayWitness(const Session& session, const QString& holderId, const Operator& witness);

} // namespace madoguchi
