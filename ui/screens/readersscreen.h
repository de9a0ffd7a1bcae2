// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// カードリーダーの割り当て: which connected reader is for operators' cards and which for applicants'. Shows
// where a card is just now, so that two readers alike can be told apart. GUI thread.
#pragma once

#include "app/station/readerassignment.h"
#include "ui/screens/screen.h"

class QVBoxLayout;

namespace madoguchi {

class ActionButton;
class FactList;
class FieldRow;

class ReadersScreen final : public Screen {
    Q_OBJECT
public:
    explicit ReadersScreen(const ScreenContext& context, const QString& target = {},
                           QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("readers"); }
    QString title() const override { return tr("Card readers"); }
    Result<> load() override;
    /// Assigns nothing by itself: fails while a choice is not in force.
    Result<> save() override;
    QStringList unsaved() const override;

private:
    void lay();
    void showReaders();
    void showChoices(const ReaderAssignment& chosen);
    FieldRow* makeChoice(const QString& id, const QString& label, const QString& hint, const QString& nobody,
                         const QString& chosen);
    ReaderAssignment chosen() const;
    void takeEdit(const QString& field);
    void assign();

    FactList* m_readers;
    QVBoxLayout* m_choices = nullptr;
    FieldRow* m_operators = nullptr;
    FieldRow* m_applicants = nullptr;
    ActionButton* m_assign;
    ReaderAssignment m_assigned; ///< what is in force
};

} // namespace madoguchi
