// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 失効リストへの署名: from the reminders, with the administrator's own card. GUI thread.
#pragma once

#include "ui/screens/screen.h"

namespace madoguchi {

class CardStepPage;

class ListSigningScreen final : public Screen {
    Q_OBJECT
public:
    explicit ListSigningScreen(const ScreenContext& context, const QString& target = {},
                               QWidget* parent = nullptr);
    /// What was under way stops: nobody would see what to do next.
    ~ListSigningScreen() override;

    QString name() const override { return QStringLiteral("list-signing"); }
    QString title() const override { return tr("Sign list of revoked cards"); }
    /// Begins. Errors: those of ListSigning::begin().
    Result<> load() override;
    /// Not while the card is signing: a moment later it is known what came of it.
    bool mayLeave() override;

private:
    void showStep();

    CardStepPage* m_step;
};

} // namespace madoguchi
