// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/readerassignment.h"

#include <algorithm>

namespace madoguchi {
namespace {

bool isMissing(const QString& reader, const QStringList& connected) {
    return !reader.isEmpty() && !connected.contains(reader);
}

} // namespace

ReaderPart partOf(const QString& reader, const ReaderAssignment& assignment, const QStringList& connected) {
    if (!assignment.operators.isEmpty() && connected.contains(assignment.operators))
        return reader == assignment.operators ? ReaderPart::Operators : ReaderPart::Applicants;
    if (assignment.applicants.isEmpty() || reader != assignment.applicants)
        return ReaderPart::Operators;
    const bool isAlone =
        std::ranges::all_of(connected, [&](const QString& other) { return other == assignment.applicants; });
    return isAlone ? ReaderPart::Recovery : ReaderPart::Applicants;
}

ReaderAssignment missingOf(const ReaderAssignment& assignment, const QStringList& connected) {
    return {isMissing(assignment.operators, connected) ? assignment.operators : QString(),
            isMissing(assignment.applicants, connected) ? assignment.applicants : QString()};
}

} // namespace madoguchi
