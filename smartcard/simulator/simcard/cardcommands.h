// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The commands of madoguchi-simcard: make an authority, make a card, plug it in, show it. Main thread; they
// read and write files and print to the given stream, plug() blocks.
#pragma once

#include "app/base/result.h"

#include <QStringList>
#include <QTextStream>

namespace madoguchi::simcard {

/// Carries out "authority", "make", "plug" or "show" with its options. InputInvalid with the usage as detail
/// for anything else; the errors of the files involved.
Result<> run(const QStringList& arguments, QTextStream& out);

} // namespace madoguchi::simcard
