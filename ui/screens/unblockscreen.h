// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 暗証番号のロック解除: from a card of the register, one page for each step with what to do now. GUI thread.
#pragma once

#include "ui/screens/screen.h"

namespace madoguchi {

class CardStepPage;

class UnblockScreen final : public Screen {
    Q_OBJECT
public:
    /// `target`: the card's register id.
    explicit UnblockScreen(const ScreenContext& context, const QString& target = {},
                           QWidget* parent = nullptr);
    /// What was under way stops: nobody would see what to do next.
    ~UnblockScreen() override;

    QString name() const override { return QStringLiteral("unblock"); }
    QString title() const override { return tr("Unblock PIN"); }
    /// Begins. Errors: those of PinUnblocking::begin().
    Result<> load() override;
    /// Not while the card is being given its new PIN: a moment later it is known what came of it.
    bool mayLeave() override;

private:
    void showStep();
    void submitPin();

    CardStepPage* m_step;
    QString m_pinRule;
};

} // namespace madoguchi
