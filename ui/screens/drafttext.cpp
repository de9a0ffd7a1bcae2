// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/drafttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::drafttext {

namespace {

struct DraftText {
    Q_DECLARE_TR_FUNCTIONS(DraftText)
};

} // namespace

QString subject(const Procedure& procedure, const FieldValues& values, const QString& reception) {
    const QString person = values.value(procedure.nameField).trimmed();
    if (person.isEmpty()) {
        //: %1 the procedure, %2 a reception number
        return DraftText::tr("%1, name not entered yet, reception number %2")
            .arg(procedure.shortTitle, reception);
    }
    //: %1 the procedure, %2 a person's name, %3 a reception number
    return DraftText::tr("%1 of %2, reception number %3").arg(procedure.shortTitle, person, reception);
}

QString purpose(const QList<Purpose>& purposes, const QString& id) {
    const auto found = std::ranges::find(purposes, id, &Purpose::id);
    return found == purposes.end() ? id : found->label;
}

QStringList labels(const Procedure& procedure, const QSet<QString>& fields) {
    QStringList labels;
    for (const FieldGroup& group : procedure.groups) {
        for (const Field& field : group.fields) {
            if (fields.contains(field.id))
                labels += DraftText::tr("%1 (%2)").arg(field.label, group.title);
        }
    }
    return labels;
}

QStringList unsaved(const Procedure& procedure, const QString& reception, const QStringList& labels) {
    if (labels.isEmpty())
        return {};
    //: %1 the procedure, %2 a reception number, %3 labels of fields
    return {DraftText::tr("%1, reception number %2: %3")
                .arg(procedure.shortTitle, reception, labels.join(DraftText::tr(", ")))};
}

} // namespace madoguchi::drafttext
