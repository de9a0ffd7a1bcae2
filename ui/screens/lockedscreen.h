// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// ロックされたカード: the cards that have to wait after wrong PINs, and unlocking them. GUI thread.
#pragma once

#include "app/login/lockoutregister.h"
#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"

class QLabel;

namespace madoguchi {

class ActionButton;
class ListTable;

class LockedScreen final : public Screen {
    Q_OBJECT
public:
    explicit LockedScreen(const ScreenContext& context, const QString& target = {},
                          QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("locked"); }
    QString title() const override { return tr("Locked cards"); }
    Result<> load() override;

private:
    void lay();
    Result<> read();
    void askToUnlock(int row);
    void unlock(const LockedCard& card);

    ListTable* m_table;
    QLabel* m_asOf;
    ActionButton* m_unlock;
    ActionButton* m_again;
    Confirmation m_confirmation;
    QList<LockedCard> m_cards;
};

} // namespace madoguchi
