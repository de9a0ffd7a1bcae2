// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicehands.h"

#include "app/actions/actioncatalogue.h"
#include "app/workstation.h"
#include "ui/practice/practicestrip.h"
#include "ui/screens/loginscreen.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pinrow.h"
#include "ui/workarea.h"

#include <QTableWidget>

namespace madoguchi {

using namespace Qt::StringLiterals;

PracticeHands::PracticeHands(const PracticePlace& place, Tour& tour)
    : m_window(place.window)
    , m_strip(place.strip)
    , m_typist(place.window)
    , m_station(place.station)
    , m_practice(place.practice)
    , m_tour(tour) {}

// ---- what a person does --------------------------------------------------------------------------------

void PracticeHands::insert(const QString& name, const QString& card, LoginState until) {
    keys(
        name, [this, card] { m_strip.insert(card); }, [this, until] { return isIn(until); });
}

void PracticeHands::insertSecond(const QString& name, const QString& card, IssuingState until) {
    keys(
        name, [this, card] { m_strip.insert(card, PracticeStrip::Second); },
        [this, until] { return issuingIs(until); });
}

void PracticeHands::insertSecond(const QString& name, const QString& card, UnblockingState until) {
    keys(
        name, [this, card] { m_strip.insert(card, PracticeStrip::Second); },
        [this, until] { return unblockingIs(until); });
}

void PracticeHands::enterPin(const QString& name, const QByteArray& pin, std::function<bool()> until) {
    keys(
        name,
        [this, pin] {
            m_typist.type(QString::fromLatin1(pin));
            m_typist.press(Qt::Key_Return);
        },
        std::move(until));
}

// The card's PIN as it is then: the day itself changes some.
void PracticeHands::enterPinOf(const QString& name, const QString& card, std::function<bool()> until) {
    keys(
        name,
        [this, card] {
            m_typist.type(QString::fromLatin1(pinOf(card)));
            m_typist.press(Qt::Key_Return);
        },
        std::move(until));
}

void PracticeHands::enterWrongPinElsewhere(const QString& card) const {
    for (const PracticeCard& practice : m_practice.cards()) {
        if (practice.id != card || !practice.piv)
            continue;
        practice.piv->transmit(QByteArray::fromHex("00a404000ba000000308000010000100")); // SELECT
        practice.piv->transmit(QByteArray::fromHex("0020008008303030303030ffff"));       // VERIFY
        practice.piv->reset();
    }
}

void PracticeHands::logIn(const QString& name, const QString& card) {
    quietly(
        name + u"-card"_s, [this, card] { m_strip.insert(card); },
        [this] { return isIn(LoginState::AwaitingPin); });
    enterPinOf(name, card, [this] { return m_window.workArea() != nullptr; });
}

void PracticeHands::logOut() {
    keys(
        u"logged-out"_s, [this] { pressButton(ActionId::SessionLogout); },
        [this] { return isIn(LoginState::TakeCardOut); });
    quietly(
        u"card-out"_s, [this] { m_strip.takeOff(); }, [this] { return isIn(LoginState::WaitingForCard); });
}

void PracticeHands::choose(const QString& screen) {
    keys(
        screen, [this, screen] { pressNamed(screen); }, [this, screen] { return isOn(screen); });
}

void PracticeHands::keys(const QString& name, std::function<void()> typing, std::function<bool()> until) {
    m_tour.add({.name = name, .act = std::move(typing), .until = std::move(until)});
}

void PracticeHands::quietly(const QString& name, std::function<void()> typing, std::function<bool()> until) {
    m_tour.add({.name = name, .act = std::move(typing), .until = std::move(until), .picture = false});
}

void PracticeHands::onwards() {
    quietly(u"onwards"_s, [this] { m_typist.press(Qt::Key_Return); });
}

void PracticeHands::fill(const QString& text) const {
    m_typist.type(text);
    m_typist.press(Qt::Key_Return);
}

void PracticeHands::fillJapanese(const QString& reading, const QString& text) const {
    m_typist.compose(reading, text);
    m_typist.press(Qt::Key_Return);
}

void PracticeHands::focus(const QString& field) const {
    auto* found = seen<FieldEditor>(field);
    if (found == nullptr)
        return m_tour.fail(u"there is no field %1"_s.arg(field));
    found->setFocus(Qt::TabFocusReason);
}

void PracticeHands::pressButton(ActionId action) const {
    ActionButton* found = button(action);
    if (found == nullptr)
        return m_tour.fail(u"there is no button %1"_s.arg(QString::fromLatin1(actionEntry(action).name)));
    found->setFocus(Qt::TabFocusReason);
    m_typist.press(Qt::Key_Space);
}

void PracticeHands::pressNamed(const QString& button) const {
    auto* found = seen<ActionButton>(button);
    if (found == nullptr || !found->isEnabled())
        return m_tour.fail(u"there is no button %1"_s.arg(button));
    found->setFocus(Qt::TabFocusReason);
    m_typist.press(Qt::Key_Space);
}

// ---- what the screen shows -----------------------------------------------------------------------------

bool PracticeHands::isIn(LoginState state) const {
    return m_window.loginScreen().view().state == state;
}

bool PracticeHands::issuingIs(IssuingState state) const {
    return m_station.issuing().view().state == state;
}

bool PracticeHands::destructionIs(DestructionState state) const {
    return m_station.destruction().view().state == state;
}

bool PracticeHands::listSigningIs(ListSigningState state) const {
    return m_station.listSigning().view().state == state;
}

bool PracticeHands::unblockingIs(UnblockingState state) const {
    return m_station.unblocking().view().state == state;
}

bool PracticeHands::isOn(const QString& screen) const {
    const WorkArea* work = m_window.workArea();
    return work && !work->positions().isEmpty() && work->positions().last().screen == screen;
}

bool PracticeHands::isAt(const QString& field) const {
    const WorkArea* work = m_window.workArea();
    return work && !work->positions().isEmpty() && work->positions().last().field == field;
}

bool PracticeHands::hasRows(const QString& table) const {
    const auto* found = seen<QTableWidget>(table);
    return found && found->rowCount() > 0;
}

bool PracticeHands::asks(ActionId action) const {
    const auto* panel = seen<MessagePanel>();
    return panel && std::ranges::any_of(panel->buttons(), [action](const ActionButton* button) {
               return button->actionId() == action;
           });
}

bool PracticeHands::has(NoticeKind notice) const {
    const auto notices = m_window.findChildren<Notice*>();
    return std::ranges::any_of(
        notices, [notice](const Notice* each) { return each->isVisible() && each->kind() == notice; });
}

bool PracticeHands::isDone() const {
    return has(NoticeKind::Success) && !has(NoticeKind::Error) && !seen<MessagePanel>();
}

bool PracticeHands::holds(const QString& field, QStringView value) const {
    const auto* found = seen<FieldEditor>(field);
    return found && found->value() == value;
}

bool PracticeHands::isMarked(const QString& field) const {
    for (const QWidget* part = seen<QWidget>(field); part; part = part->parentWidget()) {
        if (const auto* row = qobject_cast<const FieldRow*>(part))
            return !row->problem().isEmpty();
        if (const auto* row = qobject_cast<const PinRow*>(part))
            return !row->problem().isEmpty();
    }
    return false;
}

bool PracticeHands::offers(ActionId action) const {
    return button(action) != nullptr;
}

ActionButton* PracticeHands::button(ActionId action) const {
    const auto buttons = m_window.findChildren<ActionButton*>();
    // The last one is the topmost: a panel's button comes before the page's own.
    const auto found = std::find_if(buttons.crbegin(), buttons.crend(), [action](const ActionButton* each) {
        return each->actionId() == action && each->isEnabled() && each->isVisible();
    });
    return found == buttons.crend() ? nullptr : *found;
}

QByteArray PracticeHands::pinOf(const QString& card) const {
    for (const PracticeCard& practice : m_practice.cards()) {
        if (practice.id == card && practice.piv)
            return practice.piv->pin();
    }
    return {};
}

} // namespace madoguchi
