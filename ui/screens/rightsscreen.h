// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 権限の一覧: who may do what, from when until when, to be reviewed from time to time; one person in full;
// the list as a file. GUI thread.
#pragma once

#include "app/operators/cardregisterexport.h"
#include "ui/screens/screen.h"

class QLabel;

namespace madoguchi {

class ActionButton;
class FactList;
class ListTable;
class PageStack;

class RightsScreen final : public Screen {
    Q_OBJECT
public:
    explicit RightsScreen(const ScreenContext& context, const QString& target = {},
                          QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("rights"); }
    QString title() const override { return tr("Who may do what"); }
    Result<> load() override;
    QList<FunctionKey> functionKeys() override;

private:
    QWidget* makeList();
    QWidget* makeDetails();
    void showList();
    void open(int row);
    void close();
    void exportList(TableFormat format);
    Result<> showReview();
    void noteReview();

    PageStack* m_pages;
    ListTable* m_table;
    QLabel* m_count;
    QLabel* m_review;
    FactList* m_facts;
    QLabel* m_allowed;
    ActionButton* m_back;
    QList<PersonRights> m_people;
};

} // namespace madoguchi
