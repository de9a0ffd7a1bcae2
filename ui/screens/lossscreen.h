// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// カードの紛失・盗難の届出: choose whose card it is, confirm, and it is refused from then on. Opened with one
// key from every page of the navigation; nothing has to be typed. GUI thread.
#pragma once

#include "app/operators/cardlife.h"
#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"

class QLabel;

namespace madoguchi {

class ActionButton;
class FactList;
class LineField;
class ListTable;
class PageStack;

class LossScreen final : public Screen {
    Q_OBJECT
public:
    /// `target`: a card's register id, which is asked about at once.
    explicit LossScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("loss"); }
    QString title() const override { return tr("Report a lost card"); }
    Result<> load() override;
    QList<FunctionKey> functionKeys() override;

private:
    QWidget* makeList();
    QWidget* makeResult();
    void filter();
    void ask(int row);
    void reportLost(const CardHolder& holder, LossKind kind);
    void showResult(const LossReport& report);

    PageStack* m_pages;
    LineField* m_search;
    ListTable* m_table;
    ActionButton* m_report;
    QLabel* m_incident;
    FactList* m_facts;
    QLabel* m_next;
    ActionButton* m_done;
    Confirmation m_confirmation;
    QList<CardHolder> m_all;
    QList<CardHolder> m_shown;
};

} // namespace madoguchi
