// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 操作者カード管理簿: operators and their cards, and suspending and resuming. GUI thread.
#pragma once

#include "app/operators/operatordirectory.h"
#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"

class QLabel;
class QStackedLayout;

namespace madoguchi {

class ListTable;
class OperatorPanel;

class CardsScreen final : public Screen {
    Q_OBJECT
public:
    /// `target`: an operator's id, whose details are shown at once.
    explicit CardsScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("cards"); }
    QString title() const override { return tr("Card register"); }
    Result<> load() override;
    ScreenPosition position() const override;
    QList<FunctionKey> functionKeys() override;

private:
    QWidget* makeList();
    Result<> readList();
    void showList();
    Result<> openDetails(const QString& operatorId);
    Result<> readDetails(const QString& operatorId);
    void closeDetails();
    void askToSuspend(const QString& reason);
    void askToResume();
    void change(ActionId id, const QString& reason);
    bool showsDetails() const;

    QStackedLayout* m_pages;
    ListTable* m_table;
    QLabel* m_count;
    OperatorPanel* m_panel;
    Confirmation m_confirmation;
    QList<OperatorDetails> m_operators;
    OperatorDetails m_shown;
};

} // namespace madoguchi
