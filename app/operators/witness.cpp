// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/witness.h"

namespace madoguchi {

Result<> mayWitness(const Session& session, const QString& holderId, const Operator& witness) {
    if (witness.id == session.facts().operatorId || witness.id == holderId)
        return fail(ErrorCode::WitnessSamePerson);
    const bool suits = witness.role == Role::CardAdministrator || witness.role == Role::Supervisor;
    if (!suits || witness.status != OperatorStatus::Active)
        return fail(ErrorCode::WitnessUnsuitable);
    return {};
}

} // namespace madoguchi
