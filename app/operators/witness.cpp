// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/witness.h"

namespace madoguchi {

bool maySometimesWitness(const Operator& person) {
    const bool suits = person.role == Role::CardAdministrator || person.role == Role::Supervisor;
    return suits && person.status == OperatorStatus::Active;
}

Result<> mayWitness(const Session& session, const QString& holderId, const Operator& witness) {
    if (witness.id == session.facts().operatorId || witness.id == holderId)
        return fail(ErrorCode::WitnessSamePerson);
    return maySometimesWitness(witness) ? Result<>() : fail(ErrorCode::WitnessUnsuitable);
}

} // namespace madoguchi
