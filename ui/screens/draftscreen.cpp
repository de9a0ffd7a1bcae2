// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/draftscreen.h"

#include "app/workstation.h"
#include "ui/forms/procedureform.h"
#include "ui/screens/draftheader.h"
#include "ui/screens/draftpanels.h"
#include "ui/screens/draftproblem.h"
#include "ui/screens/drafttext.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int LowestForm = 60; ///< so low that the page around it never scrolls: the form does that itself

/// Under this id the reason for deleting is kept in the draft while it is being written, so that a lock loses
/// nothing. No field can have it: ids of procedures have no dot.
const QString ReasonId = u"delete.reason"_s;

} // namespace

DraftScreen::DraftScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::px(4));
    m_saving.setSingleShot(true);
    connect(&m_saving, &QTimer::timeout, this, [this] { std::ignore = store(); });
}

DraftScreen::~DraftScreen() {
    // A field that is destroyed with the focus tells that it was left.
    if (m_form != nullptr)
        m_form->disconnect(this);
}

QString DraftScreen::title() const {
    return m_procedure.shortTitle.isEmpty() ? tr("Draft") : tr("Draft: %1").arg(m_procedure.shortTitle);
}

QString DraftScreen::recordTarget() const {
    return u"draft:"_s + (m_draft.id.isEmpty() ? target() : m_draft.id);
}

AskedDraft DraftScreen::asked() const {
    return {drafttext::subject(m_procedure, m_form->values(), m_draft.reception), recordTarget()};
}

template <class What>
auto DraftScreen::runInVault(const ActionCall& call, What what) {
    return run(call, [&]() -> std::invoke_result_t<What, DraftStore&> {
        Work* work = context().station.work();
        if (work == nullptr)
            return fail(ErrorCode::VaultKeyMissing);
        return what(work->drafts);
    });
}

// ---- opening -------------------------------------------------------------------------------------------

Result<> DraftScreen::load() {
    const Result<Draft> draft = runInVault({ActionId::DraftOpen, recordTarget()}, [&](DraftStore& drafts) {
        return drafts.load(context().session, target());
    });
    if (!draft)
        return fail(draft.error());
    const Procedure* procedure = context().station.procedures().procedure(draft->procedure);
    if (procedure == nullptr)
        return fail(ErrorCode::ProcedureUnknown, draft->procedure);
    m_draft = *draft;
    m_reason = m_draft.values.take(ReasonId);
    m_procedure = *procedure;
    build();
    m_form->setValues(m_draft.values);
    showPerson();
    m_form->start();
    showStored();
    return {};
}

void DraftScreen::build() {
    const QDate today = context().station.clock().now().toLocalTime().date();
    m_form = new ProcedureForm(m_procedure, today, m_postal);
    m_header = new DraftHeader;
    m_problem = new DraftProblem;
    const QString ofToday = today.toString(u"yyyyMMdd-"_s); // said above already
    const QString& number = m_draft.reception;
    m_header->setReception(number.startsWith(ofToday) ? number.sliced(ofToday.size()) : number,
                           purposeLabel());
    m_form->setMinimumHeight(theme::px(LowestForm));
    m_column->addWidget(m_form, 1); // first, so that Tab begins in the form
    m_column->insertWidget(0, m_header);
    m_column->insertWidget(1, m_problem);
    connect(m_problem, &DraftProblem::saveAsNewRequested, this, &DraftScreen::saveAsNew);
    m_panels = new DraftPanels(this, context());
    connect(m_form, &ProcedureForm::edited, this, &DraftScreen::takeEdit);
    connect(m_form, &ProcedureForm::fieldLeft, this, &DraftScreen::takeLeaving);
    connect(m_form, &ProcedureForm::postalOfferChanged, this, &Screen::functionKeysChanged);
    connect(m_form, &ProcedureForm::postalLookUpRequested, this, &DraftScreen::lookUpPostal);
    connect(m_form, &ProcedureForm::groupShown, this, [this](const QString& group) {
        Screen::note({ActionId::ListSelect, recordTarget(), {{u"group"_s, group}}});
    });
    connect(m_form, &ProcedureForm::problemChosen, this,
            [this](const QString& field) { noteAt(ActionId::NextError, field); });
    connect(m_header, &DraftHeader::handOverRequested, this, [this] { m_panels->askColleague(asked()); });
    connect(m_header, &DraftHeader::deleteRequested, this, &DraftScreen::askReason);
    connect(m_panels, &DraftPanels::colleagueConfirmed, this, &DraftScreen::handOver);
    connect(m_panels, &DraftPanels::reasonEdited, this, [this](const QString& reason) {
        m_reason = reason;
        takeEdit(ReasonId);
    });
    connect(m_panels, &DraftPanels::deletionConfirmed, this, &DraftScreen::remove);
    connect(m_panels, &DraftPanels::cancelled, this, &DraftScreen::forgetReason);
}

QString DraftScreen::purposeLabel() const {
    const Result<Reception> reception =
        context().station.work()->receptions.find(context().session, m_draft.reception);
    return reception ? drafttext::purpose(context().station.purposes(), reception->purpose) : QString();
}

ScreenPosition DraftScreen::position() const {
    if (m_panels != nullptr && m_panels->asksReason())
        return {name(), m_draft.id, ReasonId};
    const FormPosition position = m_form == nullptr ? FormPosition() : m_form->position();
    return {name(), m_draft.id.isEmpty() ? target() : m_draft.id, position.fieldId, position.cursor};
}

void DraftScreen::restore(const ScreenPosition& position) {
    if (position.field == ReasonId) {
        askReason();
    } else {
        m_form->setPosition({position.field, position.cursor});
    }
}

QList<FunctionKey> DraftScreen::functionKeys() {
    if (m_form == nullptr)
        return {};
    return {
        {.key = Qt::Key_F2,
         .action = ActionId::PreviousValue,
         .callback =
             [this] {
                 note(ActionId::PreviousValue);
                 if (!m_form->restorePrevious())
                     Q_EMIT informed(tr("There is no earlier value."));
             }},
        {.key = Qt::Key_F5,
         .action = ActionId::PostalLookup,
         .enabled = m_form->offersPostal(),
         .callback = [this] { lookUpPostal(); }},
        {.key = Qt::Key_F6,
         .action = ActionId::DraftHandOver,
         .label = tr("Hand over"),
         .callback = [this] { m_panels->askColleague(asked()); }},
        {.key = Qt::Key_F7,
         .action = ActionId::DraftDelete,
         .label = tr("Delete"),
         .callback = [this] { askReason(); }},
        {.key = Qt::Key_F8, .action = ActionId::NextError, .callback = [this] { nextError(); }},
        {.key = Qt::Key_F9, .action = ActionId::DraftSave, .callback = [this] { saveByHand(); }},
        {.key = Qt::Key_F12,
         .action = ActionId::DraftCheck,
         .label = tr("Check"),
         .callback = [this] { check(); }},
    };
}

// ---- saving --------------------------------------------------------------------------------------------

void DraftScreen::showPerson() {
    m_header->setPerson(m_form->values().value(m_procedure.nameField).trimmed());
}

void DraftScreen::takeEdit(const QString& fieldId) {
    if (fieldId == m_procedure.nameField)
        showPerson();
    m_changed.insert(fieldId);
    m_unnoted.insert(fieldId);
    if (m_problem->isHidden())
        m_header->showSaving();
    if (!m_unsavedSince.isValid())
        m_unsavedSince.start();
    if (m_unsavedSince.hasExpired(Longest.count()) && m_problem->isHidden()) {
        std::ignore = store();
    } else {
        m_saving.start(Pause);
    }
}

void DraftScreen::takeLeaving(const QString& fieldId) {
    if (const Result<> noted = noteEdit(fieldId); !noted)
        Q_EMIT failed(noted.error());
    std::ignore = store();
}

Result<> DraftScreen::noteEdit(const QString& fieldId) {
    if (!m_unnoted.contains(fieldId))
        return {};
    Result<> noted = context().actions.note({ActionId::FieldEdit, recordTarget(), {{u"field"_s, fieldId}}},
                                            &context().session);
    if (noted)
        m_unnoted.remove(fieldId);
    return noted;
}

Result<> DraftScreen::save() {
    if (m_form == nullptr || m_gone)
        return {};
    QGuiApplication::inputMethod()->commit(); // what is still being composed was typed, too
    Result<> noted;
    const QSet<QString> edited = m_unnoted;
    for (const QString& fieldId : edited) {
        if (const Result<> one = noteEdit(fieldId); !one)
            noted = one;
    }
    const Result<> stored = store();
    return stored ? noted : stored;
}

QStringList DraftScreen::unsaved() const {
    if (m_form == nullptr || m_gone || m_changed.isEmpty())
        return {};
    QStringList labels = drafttext::labels(m_procedure, m_changed);
    if (m_changed.contains(ReasonId) && !m_reason.isEmpty())
        labels += tr("Reason for deleting");
    return drafttext::unsaved(m_procedure, m_draft.reception, labels);
}

Result<> DraftScreen::store() {
    m_saving.stop();
    if (m_gone || m_changed.isEmpty())
        return {};
    if (m_conflict)
        return fail(*m_conflict); // it needs a draft of its own: trying again would be refused again
    Draft draft = m_draft;
    draft.values = m_form->values();
    if (!m_reason.isEmpty())
        draft.values.insert(ReasonId, m_reason);
    QStringList fields(m_changed.cbegin(), m_changed.cend());
    fields.sort();
    const ActionCall call{ActionId::DraftSave, recordTarget(), {{u"fields"_s, fields.join(u',')}}};
    const Result<Draft> saved = runInVault(
        call, [&](DraftStore& drafts) { return drafts.save(context().session, m_procedure, draft); });
    if (!saved) {
        showFailure(saved.error());
        return fail(saved.error());
    }
    m_draft = *saved;
    showStored();
    return {};
}

void DraftScreen::showStored() {
    m_changed.clear();
    m_conflict.reset();
    m_unsavedSince.invalidate();
    m_header->showSaved(m_draft.changedAt);
    if (m_problem->isAncestorOf(focusWidget()))
        m_form->setPosition(m_form->position());
    m_problem->hide();
}

void DraftScreen::showFailure(const Error& error) {
    m_problem->show(error.code);
    m_header->showNotSaved();
    if (DraftProblem::needsOwnDraft(error.code)) {
        m_conflict = error;
    } else if (error.code == ErrorCode::RecordFailed) {
        Q_EMIT failed(error); // nothing more can be recorded: the session ends and says what is lost
    } else {
        m_saving.start(Retry);
    }
}

void DraftScreen::saveAsNew() {
    const ActionCall call{
        ActionId::DraftCreate, u"reception:"_s + m_draft.reception, {{u"from"_s, recordTarget()}}};
    const Result<Draft> made = runInVault(call, [&](DraftStore& drafts) {
        return drafts.create(context().session, m_draft.reception, m_procedure, m_form->values());
    });
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    m_draft = *made;
    showStored();
    Q_EMIT succeeded(tr("Saved as a new draft of the same reception. This page shows the new one now."));
}

// ---- function keys -------------------------------------------------------------------------------------

void DraftScreen::note(ActionId id) {
    noteAt(id, m_form->position().fieldId);
}

void DraftScreen::noteAt(ActionId id, const QString& field) {
    ActionCall call{id, recordTarget()};
    if (!field.isEmpty())
        call.details.insert(u"field"_s, field);
    Screen::note(call);
}

void DraftScreen::saveByHand() {
    const bool changed = !m_changed.isEmpty();
    if (save() && !changed)
        m_header->showUnchanged(m_draft.changedAt);
}

void DraftScreen::check() {
    const Result<> saved = save();
    const Result<QList<FoundProblem>> found =
        run({ActionId::DraftCheck, recordTarget()},
            [this]() -> Result<QList<FoundProblem>> { return m_form->checkAll(); });
    if (!found) {
        Q_EMIT failed(found.error());
    } else if (!found->isEmpty()) {
        m_form->setPosition({found->constFirst().fieldId, 0});
    } else if (saved) {
        Q_EMIT succeeded(tr("Everything required is filled in correctly. The draft is saved."));
    }
}

void DraftScreen::nextError() {
    note(ActionId::NextError);
    if (!m_form->goToNextProblem())
        Q_EMIT informed(tr("No field has an error."));
}

void DraftScreen::lookUpPostal() {
    const Result<> found =
        run({ActionId::PostalLookup, recordTarget()}, [this] { return m_form->lookUpPostal(); });
    if (!found)
        Q_EMIT failed(found.error());
}

// ---- giving it away ------------------------------------------------------------------------------------

void DraftScreen::handOver(const QString& colleague, const QString& colleagueName) {
    forgetReason(); // of a deletion that failed: not the colleague's business
    if (!save())
        return; // said on the page; the colleague would get less than what is seen here
    const ActionCall call{ActionId::DraftHandOver, recordTarget(), {{u"to"_s, colleague}}};
    const Result<> done = runInVault(
        call, [&](DraftStore& drafts) { return drafts.handOver(context().session, m_draft.id, colleague); });
    if (done) {
        leave(tr("The draft was handed over to %1.").arg(colleagueName));
    } else {
        Q_EMIT failed(done.error());
    }
}

void DraftScreen::askReason() {
    m_panels->askReason(asked(), m_reason);
}

/// A deletion that failed keeps it, one that was given up does not.
void DraftScreen::forgetReason() {
    if (m_reason.isEmpty())
        return;
    m_reason.clear();
    m_changed.insert(ReasonId);
    std::ignore = store();
}

void DraftScreen::remove(const QString& reason) {
    const Result<> done = runInVault({ActionId::DraftDelete, recordTarget()}, [&](DraftStore& drafts) {
        return drafts.remove(context().session, m_draft.id, reason);
    });
    if (done) {
        leave(tr("The draft was deleted."));
    } else {
        Q_EMIT failed(done.error());
    }
}

void DraftScreen::leave(const QString& message) {
    m_gone = true;
    m_saving.stop();
    Q_EMIT succeeded(message);
    Q_EMIT closeRequested();
}

} // namespace madoguchi
