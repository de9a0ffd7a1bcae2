// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 端末の情報: what this station is, which versions it runs on, and the rules it lives by. GUI thread.
#pragma once

#include "app/station/stationpolicy.h"
#include "ui/screens/confirmation.h"
#include "ui/screens/screen.h"

namespace madoguchi {

class FactList;
class PolicyEditor;

class StationScreen final : public Screen {
    Q_OBJECT
public:
    explicit StationScreen(const ScreenContext& context, const QString& target = {},
                           QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("station"); }
    QString title() const override { return tr("Station"); }
    Result<> load() override;
    /// Changes no rule by itself: says once what was typed and is not in force.
    Result<> save() override;
    QStringList unsaved() const override { return m_unused; }

private:
    void lay();
    Result<> readFacts();
    Result<> readVersions();
    Result<> readPolicy();
    void noteEdit(const QString& field);
    void askToChange(const StationPolicy& policy);
    void change(const StationPolicy& policy);

    FactList* m_facts;
    FactList* m_versions;
    PolicyEditor* m_policy;
    QStringList m_unused;
    Confirmation m_confirmation;
};

} // namespace madoguchi
