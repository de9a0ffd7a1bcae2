// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// カードの期限: certificates that end, PINs that get too old, cards not given back, roles that end, and what
// the office's authority is to renew at the console. Enter opens the card. GUI thread.
#pragma once

#include "app/operators/cardreminders.h"
#include "ui/screens/screen.h"

class QLabel;

namespace madoguchi {

class ListTable;

class RemindersScreen final : public Screen {
    Q_OBJECT
public:
    explicit RemindersScreen(const ScreenContext& context, const QString& target = {},
                             QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("reminders"); }
    QString title() const override { return tr("Reminders"); }
    Result<> load() override;
    Result<> refresh() override { return load(); }

private:
    Result<QList<CardReminder>> read() const;
    void showList();
    void open(int row);

    ListTable* m_table;
    QLabel* m_console;
    QLabel* m_asOf;
    QList<CardReminder> m_reminders;
};

} // namespace madoguchi
