// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 操作者カード管理簿: every card and everybody without one, found by name, number or state; one card with its
// history and what can be done with it; the operator suspended and resumed; the register as a file. GUI
// thread.
#pragma once

#include "app/operators/cardlife.h"
#include "app/operators/cardregisterexport.h"
#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"
#include "ui/widgets/factlist.h"

namespace madoguchi {

class CardList;
class CardPanel;
class CardQuestions;
class OperatorPanel;
class PageStack;

class CardsScreen final : public Screen {
    Q_OBJECT
public:
    /// `target`: an operator's id or a card's, whose details are shown at once.
    explicit CardsScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("cards"); }
    QString title() const override { return tr("Card register"); }
    Result<> load() override;
    Result<> refresh() override;
    ScreenPosition position() const override;
    QList<FunctionKey> functionKeys() override;

private:
    QWidget* makeDetails();
    void join();
    Result<> readList();
    Result<> openDetails(const RegisteredCard& card);
    Result<> readDetails();
    Result<QList<Fact>> suspensionFacts() const;
    void closeDetails();

    void askToSuspend(const QString& reason);
    void askToResume();
    void changeOperator(ActionId id, const QString& reason);
    void takeAction(ActionId action);
    void askAbout(ActionId action);
    Result<KeyFates> fatesAfter(ActionId action) const;
    void askToLend(CardQuestions& questions);
    void askToSuspendCard(CardQuestions& questions);
    void askToInvalidate(CardQuestions& questions);
    /// `change` and its record, then the page anew.
    void changeCard(ActionId id, const QMap<QString, QString>& details,
                    const std::function<Result<Withdrawal>()>& change, const QString& done);
    void showChanged(const Result<>& changed, const QString& done);
    void exportRegister(TableFormat format);
    void saveNotice();
    bool showsDetails() const;

    PageStack* m_pages;
    CardList* m_list;
    OperatorPanel* m_panel;
    CardPanel* m_card;
    Confirmation m_confirmation;
    QList<RegisteredCard> m_all;
    RegisteredCard m_shown;
};

} // namespace madoguchi
