// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One card of the register: its state, what can be done with it now, its history. Asks by signals. GUI
// thread.
#pragma once

#include "app/drafts/vaultkeyslots.h"
#include "app/operators/cardlife.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QGridLayout;

namespace madoguchi {

class ActionButton;
class FactList;
class ListTable;
struct Fact;

class CardPanel final : public QWidget {
    Q_OBJECT
public:
    explicit CardPanel(QWidget* parent = nullptr);

    /// Hides itself for somebody without a card. `origin`: deviceFacts(). `isOwn`: the card in use now, which
    /// only others take away.
    void show(const RegisteredCard& card, VaultSlotState vaultSlot, const QList<CardEventEntry>& history,
              const QList<Fact>& origin, bool isOwn);

Q_SIGNALS:
    /// PinUnblock, CardSuspend, CardResume, CardReportLost, CardFound, CardLend, CardTakeBack, CardInvalidate
    /// or CardDestroy; CardRegisterExport for the notice that its holder signs.
    void actionRequested(madoguchi::ActionId action);

private:
    QWidget* makeActions();
    void placeActions();
    QLabel* m_title;
    QLabel* m_icon;
    QLabel* m_state;
    QMap<CardEvent, ActionButton*> m_buttons;
    ActionButton* m_notice = nullptr;
    QList<ActionButton*> m_inOrder; ///< the same, as they stand
    QGridLayout* m_actions = nullptr;
    QLabel* m_none;
    FactList* m_facts;
    ListTable* m_history;
};

} // namespace madoguchi
