// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/destroyscreen.h"

#include "app/workstation.h"
#include "ui/screens/cardquestions.h"
#include "ui/screens/cardsteppage.h"
#include "ui/screens/destroytext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"

#include <QBoxLayout>

#include <algorithm>

namespace madoguchi {

DestroyScreen::DestroyScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_step(new CardStepPage(ActionId::GoBack, tr("Stop"), tr("Back to the card")))
    , m_name(new ActionButton(ActionId::CardDestroy, tr("Name the witness without her card...")))
    , m_confirmation(*this, context) {
    m_step->fill(*this);
    auto* below = new QWidget;
    pageparts::column(below)->addWidget(m_name, 0, Qt::AlignLeft);
    layout()->addWidget(below);
    layout()->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding));
    connect(m_step, &CardStepPage::pinEntered, this,
            [this] { this->context().station.destruction().submitPin(m_step->takePin()); });
    connect(m_name, &ActionButton::clicked, this, &DestroyScreen::askForName);
    connect(&context.station.destruction(), &CardDestruction::viewChanged, this, &DestroyScreen::showStep);
}

DestroyScreen::~DestroyScreen() {
    CardDestruction& destruction = context().station.destruction();
    disconnect(&destruction, nullptr, this, nullptr);
    destruction.cancel();
}

Result<> DestroyScreen::load() {
    const Result<StationPolicy> policy = context().station.policy();
    if (!policy)
        return fail(policy.error());
    m_step->setKeypadShown(policy->shuffledKeypad);
    return context().station.destruction().begin(target());
}

void DestroyScreen::showStep() {
    const DestructionView& view = context().station.destruction().view();
    if (view.state == DestructionState::Idle)
        return; // about to begin, or the session ends
    const bool otherReader = context().station.cards().readers().size() > 1;
    m_step->show(destroyStep(view, otherReader ? OtherReader::Present : OtherReader::None));
    m_name->setVisible(view.state == DestructionState::AwaitingWitness);
    if (view.state != DestructionState::AwaitingWitness)
        m_confirmation.dismiss(); // her card has come, which is better than her name
    m_step->takeKeyboard();
}

Result<QList<Operator>> DestroyScreen::suitablePeople() {
    const auto all = run({ActionId::CardRegisterView},
                         [this] { return context().station.cardLife().registered(context().session); });
    if (!all)
        return fail(all.error());
    const QString holder = context().station.destruction().view().holderId;
    QList<Operator> people;
    for (const RegisteredCard& each : *all) {
        const bool known =
            std::ranges::any_of(people, [&](const Operator& person) { return person.id == each.person.id; });
        if (!known && mayWitness(context().session, holder, each.person))
            people.append(each.person);
    }
    return people;
}

void DestroyScreen::askForName() {
    const Result<QList<Operator>> people = suitablePeople();
    if (!people) {
        Q_EMIT failed(people.error());
    } else if (people->isEmpty()) {
        Q_EMIT failed({ErrorCode::WitnessUnsuitable});
    } else {
        const DestructionView& view = context().station.destruction().view();
        CardQuestions(m_confirmation)
            .askDestroying(view.card, view.holderName, *people,
                           [this](const QString& witness) { context().station.destruction().name(witness); });
    }
}

} // namespace madoguchi
