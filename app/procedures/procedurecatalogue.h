// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// All kinds of application that this station knows, read once at start. Read-only afterwards: any thread.
#pragma once

#include "app/procedures/procedure.h"

namespace madoguchi {

class ProcedureCatalogue {
public:
    /// Reads every .json file of the folder; a procedure's file is named after its id.
    /// Errors: FileMissing for no folder or no file in it, FileUnreadable, InputTooLarge above 1 MiB,
    /// ProcedureMalformed, each with the file's name in the detail.
    static Result<ProcedureCatalogue> load(const QString& folder = QStringLiteral(":/procedures"));

    /// Sorted by id.
    const QList<Procedure>& procedures() const { return m_procedures; }
    /// Null when there is none of that id. Valid as long as the catalogue.
    const Procedure* procedure(const QString& id) const;

private:
    QList<Procedure> m_procedures;
};

} // namespace madoguchi
