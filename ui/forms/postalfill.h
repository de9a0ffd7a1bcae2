// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What F5 does with a postal code: which address field it fills and with what. It changes nothing itself. An
// address that somebody typed is left alone. Main thread.
#pragma once

#include "app/procedures/fieldrules.h"
#include "app/text/postalcode.h"

#include <QCoreApplication>
#include <QMap>

namespace madoguchi {

class PostalFill {
    Q_DECLARE_TR_FUNCTIONS(PostalFill)
public:
    struct Answer {
        QString postalField;
        QString addressField = {}; ///< to be filled; empty: none
        QString address = {};
        QString remark = {}; ///< beside the postal code, translated; empty when there is nothing to say
    };

    /// Both must outlive this.
    PostalFill(const Procedure& procedure, const PostalDirectory& directory)
        : m_procedure(procedure), m_directory(directory) {}

    /// True for a postal code and for an address that hangs on one.
    bool isFor(const QString& fieldId) const { return postalFieldOf(fieldId) != nullptr; }
    /// For a field that isFor(). Errors: those of PostalDirectory for a complete code.
    Result<Answer> lookUp(const QString& fieldId, const FieldValues& values);
    /// Another draft: nothing was filled in yet.
    void forget() { m_filled.clear(); }

private:
    const Field* postalFieldOf(const QString& fieldId) const;
    const Field* addressFieldOf(const QString& postalField, const FieldValues& values) const;
    const Procedure& m_procedure;
    const PostalDirectory& m_directory;
    QMap<QString, QString> m_filled; ///< address field to what a look-up put there
};

} // namespace madoguchi
