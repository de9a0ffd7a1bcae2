// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is wrong with a field, in a sentence that also says what may have been meant. Translated. Any thread
// once the translators are installed.
#pragma once

#include "app/procedures/fieldrules.h"

#include <QString>

namespace madoguchi {

/// `field` has the problem; `procedure` knows the labels of other fields. Never empty.
QString fieldProblemText(const Procedure& procedure, const Field& field, const FieldProblem& problem);

/// The part about dates alone, for dates outside forms, such as the filters of a search.
QString dateProblemText(const DateProblem& problem);

} // namespace madoguchi
