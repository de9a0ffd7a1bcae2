// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The list of the card register: every card and everybody without one, narrowed by name, number or state. GUI
// thread.
#pragma once

#include "app/operators/cardlife.h"
#include "app/operators/cardregisterexport.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class ChoiceField;
class LineField;
class ListTable;

class CardList final : public QWidget {
    Q_OBJECT
public:
    explicit CardList(QWidget* parent = nullptr);

    /// Replaces what is listed; the filters stay.
    void show(const QList<RegisteredCard>& all);
    void takeKeyboard();
    void takeKeyboardToSearch();

Q_SIGNALS:
    void chosen(const madoguchi::RegisteredCard& card);
    void exportRequested(madoguchi::TableFormat format);
    /// A filter was left with something in it; its name only.
    void filterLeft(const QString& field);

private:
    QWidget* makeFilters();
    QWidget* makeButtons();
    void fill();
    bool fits(const RegisteredCard& card, const QStringList& row) const;

    ListTable* m_table;
    LineField* m_search;
    ChoiceField* m_state;
    QLabel* m_count;
    QList<RegisteredCard> m_all;
    QList<RegisteredCard> m_listed; ///< those in the table
};

} // namespace madoguchi
