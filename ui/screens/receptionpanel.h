// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where a visit begins: its purpose, then the kind of application. It asks and tells; the desk acts. Main
// thread.
#pragma once

#include "app/drafts/draft.h"
#include "app/procedures/procedure.h"
#include "app/procedures/purpose.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class ActionButton;
class NumberedList;

class ReceptionPanel final : public QWidget {
    Q_OBJECT
public:
    ReceptionPanel(QList<Purpose> purposes, QList<Procedure> procedures, QWidget* parent = nullptr);

    /// For the next visitor. The reception before it can be gone on with by a button.
    void askPurpose();
    void askProcedure(const Reception& reception);
    bool asksProcedure() const { return m_asksProcedure; }
    /// The one that is open, or was last; its number is empty before the first.
    const Reception& reception() const { return m_reception; }
    void takeKeyboard();

Q_SIGNALS:
    void purposeChosen(const QString& purpose);
    void procedureChosen(const QString& procedure);
    /// Back to the purposes, without a draft.
    void purposeWanted();
    /// Another procedure for reception().
    void procedureWanted();

private:
    QWidget* makeNumber();
    QWidget* makeButtons();
    void take(int row);
    void show(const QString& title, const QString& hint, const QStringList& choices);
    const Purpose* purpose() const; ///< of the reception; null for one that is not known
    QString purposeLabel() const;
    int fittingProcedure() const;

    QList<Purpose> m_purposes;
    QList<Procedure> m_procedures;
    Reception m_reception;
    bool m_asksProcedure = false;
    QLabel* m_title;
    QLabel* m_hint;
    NumberedList* m_choices;
    QWidget* m_number;
    QLabel* m_numberText;
    QLabel* m_purposeText;
    ActionButton* m_open;
    ActionButton* m_create;
    ActionButton* m_back;
    ActionButton* m_again;
};

} // namespace madoguchi
