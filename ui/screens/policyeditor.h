// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The station's rules, to be read and changed. Checks what was typed; asks by a signal. GUI
// thread.
#pragma once

#include "app/station/stationpolicy.h"
#include "ui/screens/policyrules.h"

#include <QList>
#include <QMap>
#include <QWidget>

#include <optional>

namespace madoguchi {

class FieldEditor;
class FieldRow;

class PolicyEditor final : public QWidget {
    Q_OBJECT
public:
    explicit PolicyEditor(QWidget* parent = nullptr);

    void show(const StationPolicy& policy);
    /// What was changed, by the names of check(), as "3 -> 5": for the record and for the question.
    QMap<QString, QString> changes(const StationPolicy& policy) const;
    /// The changes in words, a line each.
    QStringList changesInWords(const StationPolicy& policy) const;

    /// The labels of what was typed and is not in force; each such field says so itself.
    QStringList markUnused();

Q_SIGNALS:
    /// The values make sense and differ from those shown.
    void changeRequested(const madoguchi::StationPolicy& policy);
    /// A field was left changed; its id.
    void fieldChanged(const QString& field);

private:
    struct Entry {
        QString id; ///< as check() names it
        PolicyRuleKind kind;
        FieldRow* row;
        FieldEditor* field;
    };
    void add(const PolicyRule& rule);
    static QString inWords(const Entry& entry, const QJsonValue& value);
    void check(const Entry& entry);
    void checkLeft(const QString& id);
    QJsonValue valueOf(const Entry& entry) const;
    bool isAllowed(const QString& id, const QJsonValue& value) const;
    QString problemText(const QString& id) const;
    std::optional<StationPolicy> typed();
    void request();
    void showProblem(const QString& id);

    QList<Entry> m_entries;
    StationPolicy m_shown;
};

} // namespace madoguchi
