// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 役割と勤務の変更: one operator's role with its days, hours and terminals, changed with a reason. Opened
// from the card register; `target` is the operator's id. GUI thread.
#pragma once

#include "app/operators/operator.h"
#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"
#include "ui/widgets/typedfields.h"

class QLabel;

namespace madoguchi {

class RoleForm;
struct RoleTerms;

class RoleScreen final : public Screen {
    Q_OBJECT
public:
    explicit RoleScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("role"); }
    QString title() const override { return tr("Change name, role and times"); }
    Result<> load() override;
    /// Changes nothing by itself: fails while something is typed.
    Result<> save() override;
    QStringList unsaved() const override;

private:
    void ask(const RoleTerms& terms, const QString& reason);
    void change(const RoleTerms& terms, const QString& reason);

    QLabel* m_name;
    RoleForm* m_form;
    Confirmation m_confirmation;
    TypedFields m_typed;
    Operator m_person;
};

} // namespace madoguchi
