// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The register of cards and the list of rights as a table for people: headings and cells in words. GUI
// thread.
#pragma once

#include "app/operators/cardregisterexport.h"

namespace madoguchi {

TableWords registerWords();

/// What the rights allow, in the words of the buttons.
QStringList permissionWords(const QList<Permission>& permissions);

} // namespace madoguchi
