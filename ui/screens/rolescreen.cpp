// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/rolescreen.h"

#include "app/workstation.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/roleform.h"
#include "ui/screens/termstext.h"

#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

RoleScreen::RoleScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_name(pageparts::text({}, theme::TextRole::Name))
    , m_form(
          new RoleForm(context.station.clock().now().toLocalTime().date(), context.station.facts().terminal))
    , m_confirmation(*this, context)
    , m_typed(*m_form) {
    auto* column = pageparts::column(this);
    column->addWidget(m_name);
    column->addWidget(m_form);
    column->addStretch();
    connect(m_form, &RoleForm::changeRequested, this, &RoleScreen::ask);
    connect(m_form, &RoleForm::fieldChanged, this, [this](const QString& field) {
        note({ActionId::FieldEdit, u"field:"_s + field});
    });
}

Result<> RoleScreen::load() {
    const Result<OperatorDetails> details =
        run({ActionId::CardDetailsView, u"operator:"_s + target()},
            [this] { return context().station.operators().details(context().session, target()); });
    if (!details)
        return fail(details.error());
    m_person = details->person;
    //: %1 is a name, %2 an operator number
    m_name->setText(tr("%1 (%2)").arg(m_person.name, m_person.id));
    m_form->show(termsOf(m_person));
    m_form->takeKeyboard();
    return {};
}

void RoleScreen::ask(const RoleTerms& terms, const QString& reason) {
    QString text = termsChangesInWords(terms, termsOf(m_person)).join(u'\n') + u'\n' +
                   tr("It holds from now on. A session that this no longer allows ends.");
    if (terms.role != m_person.role)
        text += u'\n' + tr("The cards lose the keys that the new role has no use for.");
    m_confirmation.ask({.title = tr("Change what %1 may do?").arg(m_person.name),
                        .text = text,
                        .action = ActionId::OperatorChange,
                        .confirm = tr("Change"),
                        .kind = ButtonKind::Primary},
                       [this, terms, reason] { change(terms, reason); });
}

void RoleScreen::change(const RoleTerms& terms, const QString& reason) {
    const ActionCall call{ActionId::OperatorChange, u"operator:"_s + m_person.id, {{u"reason"_s, reason}}};
    const Result<RoleChange> changed = run(
        call, [&] { return context().station.roleChanges().change(context().session, m_person.id, terms); },
        [](const RoleChange& change) { return detailsOf(change); });
    if (changed) {
        Q_EMIT succeeded(tr("What %1 may do is changed.").arg(m_person.name));
        m_typed.forget();
        Q_EMIT closeRequested();
        return;
    }
    m_form->showRefusal(changed.error());
    Q_EMIT failed(changed.error());
}

Result<> RoleScreen::save() {
    return m_typed.labels().isEmpty() ? Result<>() : fail(ErrorCode::InputUnused, u"role not changed"_s);
}

QStringList RoleScreen::unsaved() const {
    const QStringList labels = m_typed.labels();
    //: %1 are the labels of fields
    return labels.isEmpty() ? labels
                            : QStringList{tr("Change name, role and times: %1").arg(labels.join(tr(", ")))};
}

} // namespace madoguchi
