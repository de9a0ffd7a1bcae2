// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// カードの発行: the order, then one page for each step with what to do now; below the order what stopped half
// way, to be finished or abandoned. GUI thread.
#pragma once

#include "app/issuing/issueregister.h"
#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"
#include "ui/widgets/typedfields.h"

namespace madoguchi {

class CardStepPage;
class IssueForm;
class ListTable;
class PageStack;

class IssueScreen final : public Screen {
    Q_OBJECT
public:
    explicit IssueScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);
    /// What was under way stops: nobody would see what to do next.
    ~IssueScreen() override;

    QString name() const override { return QStringLiteral("issue"); }
    QString title() const override { return tr("Issue card"); }
    Result<> load() override;
    /// Issues nothing by itself: fails while an order is typed.
    Result<> save() override;
    bool mayLeave() override;
    QStringList unsaved() const override;
    QList<FunctionKey> functionKeys() override;

private:
    QWidget* makeOrders();
    Result<> readUnfinished();
    void fillKnown(const QString& operatorId);
    void begin();
    void finishSelected();
    void askToAbandon();
    void abandon(const QString& issue);
    void submitPin();
    void askToStop();
    void stop();
    void leave();
    void saveNotice();
    void showStep();
    bool isIssuing() const;
    QDate usualLastDay() const;
    bool isOver() const;
    int selected() const;

    PageStack* m_pages;
    IssueForm* m_form;
    ListTable* m_unfinished;
    CardStepPage* m_step;
    Confirmation m_confirmation;
    QList<CardIssue> m_issues;
    QString m_pinRule;
    QString m_notice;    ///< of the card that was issued last
    TypedFields m_typed; ///< of an order that is not issued
};

} // namespace madoguchi
