// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which connected reader is for operators' cards and which for applicants'. Readers are known by the names
// that PC/SC gives them; two of one make without serial numbers differ only by a number in it, which may
// change when they are plugged in again. Pure; any thread.
#pragma once

#include <QString>
#include <QStringList>

namespace madoguchi {

struct ReaderAssignment {
    QString operators;  ///< empty: any reader that is not `applicants`
    QString applicants; ///< empty: none is kept for them

    bool operator==(const ReaderAssignment&) const = default;
};

/// What a reader does for the login at one moment.
enum class ReaderPart {
    Operators,  ///< takes operator cards
    Applicants, ///< takes none
    /// For applicants, but no other reader is connected: takes a system administrator's card, so that
    /// somebody can assign the readers anew. Nobody else's.
    Recovery,
};

/// `reader` is one of `connected`. While the operators' reader is not connected, any reader that is not the
/// applicants' takes its place.
ReaderPart partOf(const QString& reader, const ReaderAssignment& assignment, const QStringList& connected);

/// Those of the assigned readers that are not connected; empty where nothing is missing.
ReaderAssignment missingOf(const ReaderAssignment& assignment, const QStringList& connected);

} // namespace madoguchi
