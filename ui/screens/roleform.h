// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Somebody's name, and what she may do, on which days, at which hours and terminals, as fields. Asks by a
// signal; what core refuses is said at its field. GUI thread.
#pragma once

#include "app/base/error.h"
#include "app/operators/roleterms.h"

#include <QMap>
#include <QWidget>

#include <optional>

namespace madoguchi {

class ChoiceField;
class KanaEdit;
class NameEdit;
class EraDateEdit;
class FieldEditor;
class FieldRow;
class LineField;
class WeekdayField;

class RoleForm final : public QWidget {
    Q_OBJECT
public:
    /// `terminal`: the name of this one, offered.
    RoleForm(QDate today, const QString& terminal, QWidget* parent = nullptr);

    void show(const RoleTerms& terms);
    void takeKeyboard();
    /// Marks the field that an InputInvalid of RoleChanges::change() is about, and goes there. False: the
    /// error is about none.
    bool showRefusal(const Error& error);

Q_SIGNALS:
    /// Everything can be read, and something differs from what was shown. `reason` is an id.
    void changeRequested(const madoguchi::RoleTerms& terms, const QString& reason);
    void fieldChanged(const QString& field);

private:
    FieldRow* add(const QString& id, FieldEditor* editor, const QString& label, const QString& hint = {});
    bool mark(const QString& id, const QString& problem);
    void request();
    std::optional<RoleTerms> typed();
    QDate dayIn(const QString& id, const EraDateEdit* field, bool& readable);
    std::optional<WorkingHours> hoursTyped(bool& readable);
    QStringList terminalsTyped() const;

    RoleTerms m_shown;
    QString m_shownKana;
    QMap<QString, FieldRow*> m_rows; ///< by the names of checkTerms()
    NameEdit* m_name;
    KanaEdit* m_kana;
    ChoiceField* m_role;
    EraDateEdit* m_from;
    EraDateEdit* m_until;
    LineField* m_hours;
    WeekdayField* m_weekdays;
    LineField* m_terminals;
    ChoiceField* m_reason;
};

} // namespace madoguchi
