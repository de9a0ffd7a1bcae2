// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A diagnosis for people outside the office. It has no field that could hold a name, a serial number, a
// subject, a path or a day: what can't be put in can't leak. Pure; any thread.
#pragma once

#include "app/diagnostics/diagnosis.h"

#include <QByteArray>

namespace madoguchi {

struct SupportLine {
    Finding finding = Finding::ServiceRuns;
    int reader = 0;                 ///< from 1; readers' names may hold serial numbers
    std::optional<PivKey> key = {}; ///< which certificate
    std::optional<int> count = {};  ///< PIN tries
};

class SupportBundle {
public:
    explicit SupportBundle(const Diagnosis& diagnosis);

    const QList<SupportLine>& lines() const { return m_lines; }
    /// With the versions of this program and its libraries; the keys are "madoguchi", "qt", "openssl",
    /// "pcsc-lite" and "lines" with "finding", "reader", "key", "count".
    QByteArray toJson() const;

private:
    QList<SupportLine> m_lines;
};

} // namespace madoguchi
