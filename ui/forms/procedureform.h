// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A procedure's form, built from its data: groups as steps, a page for each, made when it is first shown.
// Checks a field when it is left, never per key, and never changes or clears what was typed; a mark goes as
// soon as its reason is gone, whoever changed the value. It emits and never records or stores anything
// itself. Main thread.
//
// Tab and Enter go on, Shift+Enter goes back; Ctrl+PageDown and Ctrl+PageUp change the step. The function
// keys belong to the screen around it: F2 restorePrevious(), F5 lookUpPostal(), F8 goToNextProblem(), F12
// checkAll().
#pragma once

#include "app/procedures/fieldrules.h"
#include "ui/forms/formproblems.h"
#include "ui/forms/postalfill.h"

#include <QSet>
#include <QWidget>

class QStackedWidget;

namespace madoguchi {

class ErrorSummary;
class FieldEditor;
class FormPage;
class GroupList;

/// Where the operator stands; ids only, so it may outlive a session.
struct FormPosition {
    QString fieldId; ///< empty: nowhere yet
    int cursor = 0;  ///< UTF-16 units
    bool operator==(const FormPosition&) const = default;
};

class ProcedureForm final : public QWidget {
    Q_OBJECT
public:
    /// `postal` must outlive the form. `today` is what dates are checked against.
    ProcedureForm(Procedure procedure, QDate today, const PostalDirectory& postal, QWidget* parent = nullptr);

    const Procedure& procedure() const { return m_procedure; }
    /// Everything that is filled in, as stored (see FieldType); also of fields that do not apply now, and
    /// values of ids that this version of the procedure does not have.
    const FieldValues& values() const { return m_values; }
    /// Shows a stored draft. Emits nothing and forgets the problems shown.
    void setValues(const FieldValues& values);

    FormPosition position() const;
    /// Shows the field's page and puts the keyboard there. An unknown or inapplicable field is the first one.
    void setPosition(const FormPosition& position);

    /// Puts the keyboard where work goes on: into the first field that is required and empty, or the postal
    /// code that fills it; the first field when none is missing.
    void start();

    /// Checks everything, shows what is wrong at the fields and in the summary, and returns it.
    QList<FoundProblem> checkAll();
    /// F8: to the next field that has a problem, after checkAll() if none is shown. False: there is none.
    bool goToNextProblem();
    /// F2: the value that the field with the keyboard had when it was entered. False: it still has it.
    bool restorePrevious();
    /// True while F5 has something to do: in a postal code or its address.
    bool offersPostal() const;
    /// F5: fills the address that belongs to the postal code in or beside the field with the keyboard. When
    /// that can't be done, such as without a complete code, it is said at the code until that is changed. An
    /// address that somebody typed is left alone. Errors: those of PostalDirectory.
    Result<> lookUpPostal();

    /// The field's editor, made if necessary; null for an unknown id.
    FieldEditor* editor(const QString& fieldId);
    int currentGroup() const;
    void showGroup(int group);

Q_SIGNALS:
    /// values() changed by the operator; on every change, for continuous saving.
    void edited(const QString& fieldId);
    /// A field was left that had been edited since it was entered; for the record.
    void fieldLeft(const QString& fieldId);
    /// The operator went to another group.
    void groupShown(const QString& groupId);
    /// The operator went to a field with a problem, from the summary of them.
    void problemChosen(const QString& fieldId);
    /// offersPostal() would answer otherwise from now on.
    void postalOfferChanged();
    /// F5 in a postal code while no function-key bar offers it; the screen calls lookUpPostal().
    void postalLookUpRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    FormPage* page(int group);
    void fillPage(FormPage* filled);
    QWidget* makeFooter(int group);
    int groupOf(const QString& fieldId) const;
    int neighbour(int group, int step) const;
    void goToGroup(int group);

    void enter(const QString& fieldId);
    void takeEdit(const QString& fieldId);
    void takeLeaving(const QString& fieldId);
    void store(const QString& fieldId, const QString& value);
    void showProblems();
    void applyConditions();
    void setFromOutside(const Field& field, const QString& value);

    Procedure m_procedure;
    QDate m_today;
    PostalFill m_postal;
    FieldValues m_values;
    FormProblems m_problems;
    QSet<QString> m_editedSinceEntered;
    QString m_current;            ///< the field that has or last had the keyboard
    QString m_valueWhenEntered;   ///< of m_current
    bool m_summaryWanted = false; ///< checkAll() was called since the last setValues()

    ErrorSummary* m_summary;
    GroupList* m_steps;
    QStackedWidget* m_pages;
    QList<FormPage*> m_made; ///< null where a page was not shown yet
};

} // namespace madoguchi
