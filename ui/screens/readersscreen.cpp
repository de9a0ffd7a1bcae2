// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/readersscreen.h"

#include "app/workstation.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/fieldrow.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QString Operators = u"reader.operators"_s;
const QString Applicants = u"reader.applicants"_s;
const QString Nobody = u"-"_s; ///< no reader has this name

QStringList namesOf(const QList<ReaderState>& readers) {
    QStringList names;
    for (const ReaderState& reader : readers)
        names += reader.name;
    return names;
}

QString nameOf(const FieldRow* row) {
    const QString value = row->editor()->value();
    return value == Nobody ? QString() : value;
}

/// As the log has it.
QString recorded(const QString& reader) {
    return reader.isEmpty() ? Nobody : reader;
}

} // namespace

ReadersScreen::ReadersScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_readers(new FactList)
    , m_assign(new ActionButton(ActionId::ReadersAssign, ButtonKind::Primary)) {
    lay();
    m_assign->setVisible(context.session.may(Permission::AssignReaders));
    connect(m_assign, &ActionButton::clicked, this, &ReadersScreen::assign);
    connect(&context.station.cards(), &CardService::readersChanged, this, [this] {
        showReaders();
        showChoices(chosen());
    });
}

void ReadersScreen::lay() {
    auto* column = pageparts::column(this);
    column->addWidget(pageparts::text(tr(
        "With two readers, one can be kept for operators' cards and the other for applicants'. Put a card in "
        "or take one out to see which reader is which.")));
    column->addWidget(pageparts::text(tr("Connected readers"), theme::TextRole::Heading));
    column->addWidget(m_readers);
    m_choices = new QVBoxLayout;
    m_choices->setSpacing(theme::px(16));
    column->addLayout(m_choices);
    column->addWidget(m_assign, 0, Qt::AlignLeft);
    column->addStretch();
}

Result<> ReadersScreen::load() {
    const Result<ReaderAssignment> assigned =
        run({ActionId::ReadersView}, [this] { return context().station.readers().view(context().session); });
    if (!assigned)
        return fail(assigned.error());
    m_assigned = *assigned;
    showReaders();
    showChoices(m_assigned);
    m_operators->editor()->setFocus(Qt::OtherFocusReason);
    return {};
}

void ReadersScreen::showReaders() {
    QList<Fact> facts;
    const QList<ReaderState> readers = context().station.cards().readers();
    for (const ReaderState& reader : readers)
        facts += {reader.name, reader.cardPresent ? tr("A card is in it.") : tr("It is empty.")};
    if (facts.isEmpty())
        facts += {tr("None"), tr("Connect a reader.")};
    m_readers->setFacts(facts);
}

// Made anew when readers come and go; what was chosen, and the keyboard, stay where they are.
void ReadersScreen::showChoices(const ReaderAssignment& chosen) {
    const QWidget* focused = QApplication::focusWidget();
    const bool atApplicants = m_applicants != nullptr && m_applicants->isAncestorOf(focused);
    const bool atOperators = m_operators != nullptr && m_operators->isAncestorOf(focused);
    delete m_operators;
    delete m_applicants;
    m_operators = makeChoice(Operators, tr("Reader for operators' cards"),
                             tr("Operators log in here only, while it is connected."), tr("Any reader"),
                             chosen.operators);
    m_applicants =
        makeChoice(Applicants, tr("Reader for applicants' cards"),
                   tr("Nobody logs in here, and taking a card out of it locks nothing. Without one, "
                      "operators can take their card out for a minute."),
                   tr("None"), chosen.applicants);
    // The button was there before them. Qt moves nothing from the front of the order to its end at once.
    setTabOrder(m_operators->editor()->controls().constLast(), m_assign);
    setTabOrder(m_applicants->editor()->controls().constLast(), m_assign);
    if (atApplicants || atOperators)
        (atOperators ? m_operators : m_applicants)->editor()->setFocus(Qt::OtherFocusReason);
}

FieldRow* ReadersScreen::makeChoice(const QString& id, const QString& label, const QString& hint,
                                    const QString& nobody, const QString& chosen) {
    QList<FieldOption> options{{Nobody, nobody}};
    QStringList names = namesOf(context().station.cards().readers());
    for (const QString& assigned : {m_assigned.operators, m_assigned.applicants, chosen}) {
        if (!assigned.isEmpty() && !names.contains(assigned))
            names += assigned;
    }
    const QStringList connected = namesOf(context().station.cards().readers());
    for (const QString& reader : std::as_const(names)) {
        //: %1 is the name of a card reader
        options += {reader, connected.contains(reader) ? reader : tr("%1 (not connected)").arg(reader)};
    }
    auto* field = new ChoiceField(options);
    field->setObjectName(id);
    field->setValue(recorded(chosen));
    field->setEnabled(context().session.may(Permission::AssignReaders));
    connect(field, &FieldEditor::editingEnded, this, [this, id] { takeEdit(id); });
    auto* row = new FieldRow({.label = label, .hint = hint}, field);
    m_choices->addWidget(row);
    return row;
}

ReaderAssignment ReadersScreen::chosen() const {
    return m_operators == nullptr ? m_assigned : ReaderAssignment{nameOf(m_operators), nameOf(m_applicants)};
}

void ReadersScreen::takeEdit(const QString& field) {
    note({ActionId::FieldEdit, u"field:"_s + field});
}

void ReadersScreen::assign() {
    const ReaderAssignment wanted = chosen();
    const bool same = !wanted.operators.isEmpty() && wanted.operators == wanted.applicants;
    m_applicants->setProblem(same ? tr("One reader can't be both. Choose another one, or none.") : QString());
    if (same) {
        m_applicants->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const ActionCall call{ActionId::ReadersAssign,
                          {},
                          {{u"operatorsReader"_s, recorded(wanted.operators)},
                           {u"applicantsReader"_s, recorded(wanted.applicants)}}};
    const Result<> assigned =
        run(call, [&] { return context().station.readers().assign(context().session, wanted); });
    if (!assigned) {
        Q_EMIT failed(assigned.error());
        return;
    }
    m_assigned = wanted;
    Q_EMIT succeeded(tr("The readers are assigned. It holds from the next card on."));
}

Result<> ReadersScreen::save() {
    return chosen() == m_assigned ? Result<>() : fail(ErrorCode::InputUnused, u"readers not assigned"_s);
}

QStringList ReadersScreen::unsaved() const {
    return chosen() == m_assigned ? QStringList() : QStringList{tr("Card readers: chosen, but not assigned")};
}

} // namespace madoguchi
