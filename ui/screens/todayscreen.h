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
class Notice;
class TerminalPanel;

class TodayScreen final : public Screen {
    Q_OBJECT
public:
    explicit TodayScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("today"); }
    QString title() const override { return tr("Today's activity"); }
    Result<> load() override;
    Result<> refresh() override;

private:
    void lay();
    Result<> read();
    Result<> readTerminal();
    Result<> readLocked();
    QWidget* makeLockedHint();
    QStringList rowOf(const OperatorActivity& activity) const;
    /// "甲野 花子 (op01)", so that two of one name are told apart.
    QString whoIs(const QString& operatorId) const;
    void askToChange(bool open);
    void change(bool open);

    QMap<QString, QString> m_names; ///< of the operators, by id
    TerminalPanel* m_terminal;
    Notice* m_locked;
    QWidget* m_lockedHint;
    ListTable* m_table;
    QLabel* m_asOf;
    ActionButton* m_again;
    Confirmation m_confirmation;
};

} // namespace madoguchi
