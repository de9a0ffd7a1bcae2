// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a procedure that has been read must hold beyond the shape of its JSON: ids, references between fields,
// and rules that fit their type. Part of parseProcedure(). Pure; any thread.
#pragma once

#include <QString>

namespace madoguchi {

struct Procedure;

/// The first thing that is wrong, as "JSON path: what"; empty when all is well.
QString procedureProblem(const Procedure& procedure);

} // namespace madoguchi
