// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How much this station relies on revocation lists. Part of the station's policy. A value; any thread.
#pragma once

namespace madoguchi {

struct RevocationPolicy {
    int listDays = 7; ///< how long a list that is signed here is current; at least 1
    /// How long a list past its next update still does, with a warning; cards issued here are warned of
    /// longer.
    int graceDays = 7;
    /// Cards of an authority that has no list here are refused, unless issued here. Off: they pass, on record
    /// and with a warning to a holder who sees the card register.
    bool required = false;

    bool operator==(const RevocationPolicy&) const = default;
};

} // namespace madoguchi
