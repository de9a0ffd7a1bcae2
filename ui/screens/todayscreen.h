// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 今日の動き: whether the terminal is open, and what each operator did today, as counts. GUI thread.
#pragma once

#include "app/audit/todayactivity.h"
#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"

class QLabel;

namespace madoguchi {

class ActionButton;
class ListTable;
class TerminalPanel;

class TodayScreen final : public Screen {
    Q_OBJECT
public:
    explicit TodayScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("today"); }
    QString title() const override { return tr("Today's activity"); }
    Result<> load() override;

private:
    void lay();
    Result<> read();
    Result<> readTerminal();
    void askToChange(bool open);
    void change(bool open);

    TerminalPanel* m_terminal;
    ListTable* m_table;
    QLabel* m_asOf;
    ActionButton* m_again;
    Confirmation m_confirmation;
};

} // namespace madoguchi
