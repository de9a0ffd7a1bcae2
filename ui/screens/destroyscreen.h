// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// カードの廃棄: from an invalidated card of the register, the witness's card and PIN in the other reader, or
// her name alone where that can't be had. GUI thread.
#pragma once

#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"

namespace madoguchi {

class ActionButton;
class CardStepPage;
struct Operator;

class DestroyScreen final : public Screen {
    Q_OBJECT
public:
    /// `target`: the card's register id.
    explicit DestroyScreen(const ScreenContext& context, const QString& target = {},
                           QWidget* parent = nullptr);
    /// What was under way stops: nobody would see what to do next.
    ~DestroyScreen() override;

    QString name() const override { return QStringLiteral("destroy"); }
    QString title() const override { return tr("Destroy card"); }
    /// Begins. Errors: those of CardDestruction::begin().
    Result<> load() override;

private:
    void showStep();
    void askForName();
    Result<QList<Operator>> suitablePeople();

    CardStepPage* m_step;
    ActionButton* m_name;
    Confirmation m_confirmation;
};

} // namespace madoguchi
