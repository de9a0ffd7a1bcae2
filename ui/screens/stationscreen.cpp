// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/stationscreen.h"

#include "app/audit/auditfacts.h"
#include "app/station/versions.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/policyeditor.h"
#include "ui/widgets/factlist.h"

#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

StationScreen::StationScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_facts(new FactList)
    , m_versions(new FactList)
    , m_policy(new PolicyEditor)
    , m_confirmation(*this, context) {
    lay();
    connect(m_policy, &PolicyEditor::changeRequested, this, &StationScreen::askToChange);
    connect(m_policy, &PolicyEditor::fieldChanged, this, &StationScreen::noteEdit);
}

void StationScreen::noteEdit(const QString& field) {
    note({ActionId::FieldEdit, u"field:"_s + field});
}

void StationScreen::lay() {
    auto* facts = new QVBoxLayout;
    facts->setSpacing(theme::px(12));
    facts->addWidget(pageparts::text(tr("This station"), theme::TextRole::Heading));
    facts->addWidget(m_facts);
    facts->addWidget(pageparts::text(tr("Versions"), theme::TextRole::Heading));
    facts->addWidget(m_versions);
    facts->addStretch();
    auto* rules = new QVBoxLayout;
    rules->setSpacing(theme::px(8));
    rules->addWidget(pageparts::text(tr("Rules of this station"), theme::TextRole::Heading));
    rules->addWidget(m_policy);
    rules->addStretch();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme::px(24), theme::px(16), theme::px(24), theme::px(16));
    grid->setHorizontalSpacing(theme::px(32));
    const bool wide = pageparts::isWide();
    grid->addLayout(facts, 0, 0);
    grid->addLayout(rules, wide ? 0 : 1, wide ? 1 : 0);
    grid->setColumnStretch(0, 3);
    if (wide)
        grid->setColumnStretch(1, 2);
}

Result<> StationScreen::load() {
    Result<> read = run({ActionId::StationView}, [this] { return readFacts(); });
    if (read)
        read = run({ActionId::VersionsView}, [this] { return readVersions(); });
    if (read)
        read = run({ActionId::PolicyView}, [this] { return readPolicy(); });
    return read;
}

Result<> StationScreen::save() {
    m_unused = m_policy->markUnused();
    return m_unused.isEmpty() ? Result<>() : fail(ErrorCode::InputUnused, u"rules not changed"_s);
}

Result<> StationScreen::readFacts() {
    Workstation& station = context().station;
    const Result<StationFacts> facts = viewStationFacts(context().session, station.database());
    if (!facts)
        return fail(facts.error());
    const Result<AuditFacts> audit = viewAuditFacts(context().session, station.database());
    if (!audit)
        return fail(audit.error());
    const Result<bool> vault = station.vaultKeySlots().vaultExists();
    if (!vault)
        return fail(vault.error());
    QString key = audit->verifierKey; // no space to break it at
    key.replace(u'+', u"+\n"_s);
    m_facts->setFacts({{tr("Office"), facts->office},
                       {tr("Terminal"), facts->terminal},
                       {tr("Set up"), clocktext::inList(facts->madeAt)},
                       {tr("Station number"), facts->id},
                       {tr("Folder"), QDir::toNativeSeparators(station.folder().path())},
                       {tr("Drafts"), *vault ? tr("There is a vault") : tr("There is no vault yet")},
                       {tr("Records in the log"), QString::number(audit->records)},
                       {tr("Records under a signature"), QString::number(audit->signedRecords)},
                       {tr("Public key of the log"), key}});
    return {};
}

Result<> StationScreen::readVersions() {
    const Result<Versions> versions = viewVersions(context().session, context().station.database());
    if (!versions)
        return fail(versions.error());
    m_versions->setFacts({{u"Madoguchi"_s, versions->program},
                          {u"Qt"_s, versions->qt},
                          {u"OpenSSL"_s, versions->openssl},
                          {u"SQLCipher"_s, versions->sqlcipher},
                          {u"SQLite"_s, versions->sqlite},
                          {u"pcsc-lite"_s, versions->pcsc}});
    return {};
}

Result<> StationScreen::readPolicy() {
    const Result<StationPolicy> policy = context().station.policies().view(context().session);
    if (!policy)
        return fail(policy.error());
    m_policy->show(*policy);
    return {};
}

void StationScreen::askToChange(const StationPolicy& policy) {
    m_confirmation.ask({tr("Change the rules of this station?"),
                        m_policy->changesInWords(policy).join(u'\n') + u'\n' +
                            tr("Wrong PINs count by the new rules at once, the rest from the next login on."),
                        ActionId::PolicyChange, tr("Change"), ButtonKind::Danger},
                       [this, policy] { change(policy); });
}

void StationScreen::change(const StationPolicy& policy) {
    const Result<> changed = run({ActionId::PolicyChange, u"policy"_s, m_policy->changes(policy)}, [&] {
        return context().station.policies().change(context().session, policy);
    });
    if (!changed) {
        Q_EMIT failed(changed.error());
        return;
    }
    context().station.lockout().setPolicy(policy.lockout);
    m_policy->show(policy);
    Q_EMIT succeeded(tr("The rules were changed."));
}

} // namespace madoguchi
