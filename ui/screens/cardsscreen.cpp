// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardsscreen.h"

#include "app/issuing/attestationregister.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/cardfacts.h"
#include "ui/screens/cardlist.h"
#include "ui/screens/cardpanel.h"
#include "ui/screens/cardquestions.h"
#include "ui/screens/cardtext.h"
#include "ui/screens/exportplace.h"
#include "ui/screens/issuetext.h"
#include "ui/screens/keyfatetext.h"
#include "ui/screens/lendingnotice.h"
#include "ui/screens/operatorpanel.h"
#include "ui/screens/registerwords.h"
#include "ui/widgets/pagestack.h"

#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QString cardTarget(const QString& card) {
    return u"card:"_s + card;
}

QString operatorTarget(const QString& operatorId) {
    return u"operator:"_s + operatorId;
}

/// For changes that withdraw nothing.
Result<Withdrawal> nothingWithdrawn(const Result<>& changed) {
    return changed ? Result<Withdrawal>(Withdrawal()) : fail(changed.error());
}

} // namespace

CardsScreen::CardsScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_pages(new PageStack(this))
    , m_list(new CardList)
    , m_panel(new OperatorPanel)
    , m_card(new CardPanel)
    , m_confirmation(*this, context) {
    m_pages->addWidget(m_list);
    m_pages->addWidget(makeDetails());
    m_pages->setCurrentIndex(0);
    join();
}

void CardsScreen::join() {
    connect(m_list, &CardList::chosen, this, [this](const RegisteredCard& card) {
        if (const Result<> opened = openDetails(card); !opened)
            Q_EMIT failed(opened.error());
    });
    connect(m_list, &CardList::exportRequested, this, &CardsScreen::exportRegister);
    connect(m_list, &CardList::filterLeft, this, [this](const QString& field) {
        note({ActionId::FilterChange, u"field:"_s + field});
    });
    connect(m_panel, &OperatorPanel::closeRequested, this, &CardsScreen::closeDetails);
    connect(m_panel, &OperatorPanel::suspendRequested, this, &CardsScreen::askToSuspend);
    connect(m_panel, &OperatorPanel::changeRequested, this,
            [this] { Q_EMIT openRequested(u"role"_s, m_shown.person.id); });
    connect(m_panel, &OperatorPanel::resumeRequested, this, &CardsScreen::askToResume);
    connect(m_card, &CardPanel::actionRequested, this, &CardsScreen::takeAction);
}

QWidget* CardsScreen::makeDetails() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_panel);
    column->addWidget(m_card);
    column->addStretch();
    return page;
}

// ---- the list ------------------------------------------------------------------------------------------

Result<> CardsScreen::load() {
    if (Result<> read = run({ActionId::CardRegisterView}, [this] { return readList(); }); !read)
        return read;
    if (target().isEmpty())
        return {};
    const auto wanted = std::ranges::find_if(m_all, [this](const RegisteredCard& card) {
        return card.card.id == target() || card.person.id == target();
    });
    return wanted == m_all.end() ? fail(ErrorCode::OperatorUnknown) : openDetails(*wanted);
}

Result<> CardsScreen::refresh() {
    Result<> read = run({ActionId::CardRegisterView}, [this] { return readList(); });
    if (!read || !showsDetails())
        return read;
    Result<> details = readDetails();
    m_panel->takeKeyboard();
    return details;
}

Result<> CardsScreen::readList() {
    Result<QList<RegisteredCard>> all = context().station.cardLife().registered(context().session);
    if (!all)
        return fail(all.error());
    m_all = *std::move(all);
    m_list->show(m_all);
    return {};
}

void CardsScreen::exportRegister(TableFormat format) {
    const ExportName name{u"cards"_s, format == TableFormat::Csv ? u"csv"_s : u"json"_s};
    const auto exported = exportFile(context(), {ActionId::CardRegisterExport}, name, [&](QIODevice& out) {
        return exportCardRegister(context().session, context().station.cardLife(), format, registerWords(),
                                  out);
    });
    if (exported) {
        //: %1 is a number of cards, %2 a file
        Q_EMIT succeeded(tr("%1 cards were exported to %2.").arg(exported->records).arg(exported->path));
    } else {
        Q_EMIT failed(exported.error());
    }
}

void CardsScreen::saveNotice() {
    const auto saved = saveLendingNotice(context(), m_shown.card.id, lendingNotice(m_shown));
    if (saved) {
        Q_EMIT succeeded(*saved);
    } else {
        Q_EMIT failed(saved.error());
    }
}

// ---- one card ------------------------------------------------------------------------------------------

Result<> CardsScreen::openDetails(const RegisteredCard& card) {
    m_shown = card;
    const ActionCall call{ActionId::CardDetailsView, operatorTarget(card.person.id),
                          card.card.id.isEmpty() ? QMap<QString, QString>()
                                                 : QMap<QString, QString>{{u"card"_s, card.card.id}}};
    if (Result<> read = run(call, [this] { return readDetails(); }); !read)
        return read;
    m_pages->setCurrentIndex(1);
    m_panel->takeKeyboard();
    Q_EMIT functionKeysChanged();
    return {};
}

Result<> CardsScreen::readDetails() {
    const auto present = std::ranges::find_if(m_all, [this](const RegisteredCard& card) {
        return card.card.id == m_shown.card.id && card.person.id == m_shown.person.id;
    });
    if (present == m_all.end())
        return fail(ErrorCode::OperatorUnknown);
    const auto history = context().station.cardLife().history(context().session, present->card.id);
    if (!history)
        return fail(history.error());
    const Result<VaultSlotState> slot = context().station.vaultKeySlots().state(present->card.id);
    if (!slot)
        return fail(slot.error());
    const auto device =
        AttestationRegister(context().station.database()).ofCard(context().session, present->card.id);
    if (!device)
        return fail(device.error());
    m_shown = *present;
    const Result<QList<Fact>> suspension = suspensionFacts();
    if (!suspension)
        return fail(suspension.error());
    m_panel->show(m_shown.person, m_shown.person.id == context().session.facts().operatorId, *suspension);
    m_card->show(m_shown, *slot, *history, deviceFacts(*device),
                 m_shown.card.id == context().session.facts().card);
    return {};
}

Result<QList<Fact>> CardsScreen::suspensionFacts() const {
    if (m_shown.person.status != OperatorStatus::Suspended)
        return QList<Fact>();
    const auto suspension = context().station.cardLife().suspensionOf(context().session, m_shown.person.id);
    if (!suspension)
        return fail(suspension.error());
    if (!suspension->has_value())
        return QList<Fact>{{tr("Suspended since"), tr("Not in the register: she had no card. See the log.")}};
    const CardEventEntry& event = **suspension;
    const auto by =
        std::ranges::find_if(m_all, [&](const RegisteredCard& each) { return each.person.id == event.by; });
    //: %1 is a name, %2 an operator number
    const QString who = by == m_all.end() ? event.by : tr("%1 (%2)").arg(by->person.name, event.by);
    return QList<Fact>{{tr("Suspended since"), clocktext::inList(event.at)},
                       {tr("Suspended by"), who},
                       {tr("Reason"), cardReasonText(event.reason)}};
}

void CardsScreen::closeDetails() {
    if (!note({ActionId::GoBack}))
        return;
    m_pages->setCurrentIndex(0);
    m_list->takeKeyboard();
    Q_EMIT functionKeysChanged();
}

void CardsScreen::takeAction(ActionId action) {
    const bool wantsPin = action == ActionId::PinUnblock || action == ActionId::CardLend ||
                          action == ActionId::CardResume || action == ActionId::CardInvalidate;
    if (wantsPin && !isPinFresh())
        return;
    const QString& card = m_shown.card.id;
    if (action == ActionId::CardReportLost) {
        Q_EMIT openRequested(u"loss"_s, card);
    } else if (action == ActionId::PinUnblock) {
        Q_EMIT openRequested(u"unblock"_s, card);
    } else if (action == ActionId::CardDestroy) {
        Q_EMIT openRequested(u"destroy"_s, card);
    } else if (action == ActionId::CardRegisterExport) {
        saveNotice();
    } else
        askAbout(action);
}

void CardsScreen::askAbout(ActionId action) {
    CardLife& life = context().station.cardLife();
    const Session& session = context().session;
    const QString card = m_shown.card.id;
    const Result<KeyFates> fates = fatesAfter(action);
    if (!fates) {
        Q_EMIT failed(fates.error());
        return;
    }
    CardQuestions questions(m_confirmation, *fates);
    if (action == ActionId::CardLend) {
        askToLend(questions);
    } else if (action == ActionId::CardTakeBack) {
        questions.askTakingBack(m_shown, [this, &life, &session, card] {
            changeCard(
                ActionId::CardTakeBack, {}, [&] { return life.takeBack(session, card); },
                tr("Card %1 is taken back.").arg(card));
        });
    } else if (action == ActionId::CardFound) {
        questions.askFound(m_shown, [this, &life, &session, card] {
            changeCard(
                ActionId::CardFound, {{u"incident"_s, m_shown.incident}},
                [&] { return nothingWithdrawn(life.found(session, card)); },
                tr("Card %1 is noted as found. It stays refused.").arg(card));
        });
    } else if (action == ActionId::CardSuspend) {
        askToSuspendCard(questions);
    } else if (action == ActionId::CardResume) {
        questions.askResuming(m_shown, [this, &life, &session, card] {
            changeCard(
                ActionId::CardResume, {}, [&] { return nothingWithdrawn(life.resumeCard(session, card)); },
                tr("Card %1 can be used again.").arg(card));
        });
    } else
        askToInvalidate(questions);
}

void CardsScreen::askToLend(CardQuestions& questions) {
    CardLife& life = context().station.cardLife();
    const Session& session = context().session;
    const QString card = m_shown.card.id;
    const QDate today = context().station.clock().now().toLocalTime().date();
    questions.askLending(m_shown, today, [this, &life, &session, card](QDate due) {
        changeCard(
            ActionId::CardLend, {{u"due-back"_s, due.toString(Qt::ISODate)}},
            [&] { return nothingWithdrawn(life.lend(session, card, due)); },
            tr("Card %1 is lent. Save the notice for its holder to sign.").arg(card));
    });
}

/// To be said before: of a card that the action takes out of use.
Result<KeyFates> CardsScreen::fatesAfter(ActionId action) const {
    const bool forEver = action == ActionId::CardInvalidate;
    if (!forEver && action != ActionId::CardTakeBack && action != ActionId::CardSuspend)
        return KeyFates();
    return context().station.cardLife().fatesWithout(context().session, {m_shown.card.id},
                                                     forEver ? CardLeaves::ForEver : CardLeaves::ForATime);
}

void CardsScreen::askToSuspendCard(CardQuestions& questions) {
    CardLife& life = context().station.cardLife();
    const Session& session = context().session;
    const QString card = m_shown.card.id;
    questions.askSuspending(m_shown, [this, &life, &session, card](const QString& reason) {
        changeCard(
            ActionId::CardSuspend, {{u"reason"_s, reason}},
            [&] { return life.suspendCard(session, card, reason); },
            tr("Card %1 is suspended and refused from now on.").arg(card));
    });
}

void CardsScreen::askToInvalidate(CardQuestions& questions) {
    CardLife& life = context().station.cardLife();
    const Session& session = context().session;
    const QString card = m_shown.card.id;
    questions.askInvalidating(m_shown, [this, &life, &session, card](const QString& reason) {
        changeCard(
            ActionId::CardInvalidate, {{u"reason"_s, reason}},
            [&] { return life.invalidate(session, card, reason); }, tr("Card %1 is invalidated.").arg(card));
    });
}

void CardsScreen::changeCard(ActionId id, const QMap<QString, QString>& details,
                             const std::function<Result<Withdrawal>()>& change, const QString& done) {
    const ActionCall call{id, cardTarget(m_shown.card.id), details};
    const Result<Withdrawal> changed =
        run(call, change, [](const Withdrawal& withdrawal) { return detailsOf(withdrawal); });
    showChanged(changed ? Result<>() : fail(changed.error()),
                changed ? withKeyFates(done, changed->vaultKey.fates) : done);
}

void CardsScreen::showChanged(const Result<>& changed, const QString& done) {
    report(changed, done, [this] {
        const Result<> list = readList();
        return list ? readDetails() : list;
    });
    m_panel->takeKeyboard();
}

// ---- the operator --------------------------------------------------------------------------------------

void CardsScreen::askToSuspend(const QString& reason) {
    const Result<KeyFates> fates =
        context().station.cardLife().fatesWithoutOperator(context().session, m_shown.person.id);
    if (!fates) {
        Q_EMIT failed(fates.error());
        return;
    }
    m_confirmation.ask(
        {tr("Suspend %1?").arg(m_shown.person.name),
         withKeyFates(
             tr("From the next login or unlocking on, this operator's card is refused. Drafts stay as "
                "they are."),
             *fates),
         ActionId::OperatorSuspend, tr("Suspend")},
        [this, reason] { changeOperator(ActionId::OperatorSuspend, reason); });
}

void CardsScreen::askToResume() {
    if (!isPinFresh())
        return;
    m_confirmation.ask({tr("Let %1 work again?").arg(m_shown.person.name),
                        tr("From now on this operator can log in again."), ActionId::OperatorResume,
                        tr("Resume"), ButtonKind::Primary},
                       [this] { changeOperator(ActionId::OperatorResume, {}); });
}

void CardsScreen::changeOperator(ActionId id, const QString& reason) {
    const QString person = m_shown.person.id;
    ActionCall call{id, operatorTarget(person)};
    if (!reason.isEmpty())
        call.details.insert(u"reason"_s, reason);
    const bool suspend = id == ActionId::OperatorSuspend;
    const Result<Suspension> changed = run(
        call,
        [&]() -> Result<Suspension> {
            CardLife& life = context().station.cardLife();
            if (suspend)
                return life.suspend(context().session, person, reason);
            const Result<> resumed = life.resume(context().session, person);
            return resumed ? Result<Suspension>(Suspension()) : fail(resumed.error());
        },
        [](const Suspension& suspension) { return detailsOf(suspension); });
    const QString done =
        (suspend ? tr("%1 is suspended.") : tr("%1 can work again.")).arg(m_shown.person.name);
    showChanged(changed ? Result<>() : fail(changed.error()),
                changed ? withKeyFates(done, changed->fates) : done);
}

// ---- moving about --------------------------------------------------------------------------------------

bool CardsScreen::showsDetails() const {
    return m_pages->currentIndex() == 1;
}

ScreenPosition CardsScreen::position() const {
    ScreenPosition position = Screen::position();
    position.target = QString();
    if (showsDetails())
        position.target = m_shown.card.id.isEmpty() ? m_shown.person.id : m_shown.card.id;
    return position;
}

QList<FunctionKey> CardsScreen::functionKeys() {
    if (showsDetails())
        return {{.key = Qt::Key_F3, .action = ActionId::GoBack, .callback = [this] { closeDetails(); }}};
    return {
        {.key = Qt::Key_F4, .action = ActionId::FocusList, .callback = [this] { m_list->takeKeyboard(); }},
        {.key = Qt::Key_F6, .action = ActionId::FocusList, .label = tr("Search"), .callback = [this] {
             m_list->takeKeyboardToSearch();
         }}};
}

} // namespace madoguchi
