// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The ids that the log keeps, in the words of the screens: fields, groups and procedures from the procedures,
// purposes from theirs, and the fields of the pages themselves. What this version does not know stays as it
// is. GUI thread.
#pragma once

#include "app/drafts/draftstore.h"
#include "app/procedures/procedure.h"
#include "app/procedures/purpose.h"

#include <QMap>

namespace madoguchi {

class RecordWords {
public:
    RecordWords(const QList<Procedure>& procedures, const QList<Purpose>& purposes);

    /// What the ids of drafts stand for; without it they stay ids.
    void knowDrafts(const QMap<QString, DraftLabel>& drafts) { m_drafts = drafts; }
    /// The procedure and its reception number; of a draft that is not known the beginning of its id.
    QString draft(const QString& id) const;

    /// "field", "person-name" -> 項目: 引っ越した人の氏名
    QString plain(const QString& key, const QString& value) const;
    /// The same with the recorded names behind the words, for who compares records.
    QString withNames(const QString& key, const QString& value) const;
    /// "field:from" -> いつから (field:from), "screen:audit" -> 操作記録 (screen:audit); others as recorded.
    QString target(const QString& target) const;

private:
    static QString caseWord(const QString& key, const QString& value);
    QString value(const QString& key, const QString& value) const;
    static void add(QMap<QString, QString>& words, const QString& id, const QString& label);

    QMap<QString, QString> m_fields;
    QMap<QString, QString> m_groups;
    QMap<QString, QString> m_procedures;
    QMap<QString, QString> m_purposes;
    QMap<QString, DraftLabel> m_drafts;
};

} // namespace madoguchi
