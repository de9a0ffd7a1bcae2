// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One operator in full, with suspending and resuming. Asks and acts by signals. GUI thread.
#pragma once

#include "app/operators/operator.h"
#include "ui/widgets/factlist.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace madoguchi {

class ActionButton;
class ChoiceField;
class FieldRow;
class IconLabel;

/// 有効 or 停止中, translated.
QString operatorStatusText(OperatorStatus status);

class OperatorPanel final : public QWidget {
    Q_OBJECT
public:
    explicit OperatorPanel(QWidget* parent = nullptr);

    /// `isOwn`: nobody suspends herself. `suspension`: what is known of it, shown for a suspended operator.
    void show(const Operator& person, bool isOwn, const QList<Fact>& suspension = {});
    /// Puts the keyboard where work goes on.
    void takeKeyboard();

Q_SIGNALS:
    /// `reason` is an id such as "away".
    void suspendRequested(const QString& reason);
    void resumeRequested();
    /// Of role, dates, hours and terminals.
    void changeRequested();
    void closeRequested();

private:
    QWidget* makeHead();
    QWidget* makeActions();
    void showStatus(OperatorStatus status, bool isOwn);
    void requestSuspension();

    QLabel* m_name;
    IconLabel* m_statusIcon;
    QLabel* m_status;
    FactList* m_facts;
    QLabel* m_own;
    ChoiceField* m_reason;
    FieldRow* m_reasonRow;
    ActionButton* m_change;
    ActionButton* m_suspend;
    ActionButton* m_resume;
    ActionButton* m_back;
};

} // namespace madoguchi
