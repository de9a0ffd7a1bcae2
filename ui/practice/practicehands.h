// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a person at the counter does and sees, as steps of a tour: cards are put in, keys pressed, pages
// waited for. The parts of the day are made of it and share one list of steps. GUI thread.
#pragma once

#include "app/actions/actionid.h"
#include "app/issuing/cardissuing.h"
#include "app/issuing/listsigning.h"
#include "app/issuing/pinunblocking.h"
#include "app/login/carddestruction.h"
#include "app/login/loginstate.h"
#include "ui/mainwindow.h"
#include "ui/practice/practicestation.h"
#include "ui/practice/tour.h"
#include "ui/practice/typist.h"
#include "ui/widgets/notice.h"

#include <algorithm>

namespace madoguchi {

class ActionButton;
class PracticeStrip;
class Workstation;

/// All must outlive the parts of the day.
struct PracticePlace {
    MainWindow& window;
    Workstation& station;
    PracticeStrip& strip;
    const PracticeStation& practice;
};

class PracticeHands {
public:
    /// What is done is added to `tour`, which must outlive the object, as the object must its end.
    PracticeHands(const PracticePlace& place, Tour& tour);

protected:
    ~PracticeHands() = default;
    Q_DISABLE_COPY_MOVE(PracticeHands)

    // What a person does. What needs a button or a field that can't be seen or used then fails the tour.
    void insert(const QString& name, const QString& card, LoginState until);
    /// Into the second reader, until issuing comes that far.
    void insertSecond(const QString& name, const QString& card, IssuingState until);
    void insertSecond(const QString& name, const QString& card, UnblockingState until);
    void enterPin(const QString& name, const QByteArray& pin, std::function<bool()> until);
    void enterPinOf(const QString& name, const QString& card, std::function<bool()> until);
    void enterWrongPinElsewhere(const QString& card) const;
    void logIn(const QString& name, const QString& card);
    void logOut();
    void choose(const QString& screen);
    /// Presses keys, and takes a picture when it is seen that they worked.
    void keys(const QString& name, std::function<void()> typing, std::function<bool()> until);
    /// The same without a picture; without `until` the next step follows at once.
    void quietly(const QString& name, std::function<void()> typing, std::function<bool()> until = {});
    /// From the button after a group's last field to the next group.
    void onwards();
    /// Types into the field that has the focus and goes on to the next one.
    void fill(const QString& text) const;
    void fillJapanese(const QString& reading, const QString& text) const;
    void focus(const QString& field) const;
    /// The topmost one of those that do this.
    void pressButton(ActionId action) const;
    /// The one with this object name, with the keyboard.
    void pressNamed(const QString& button) const;

    // What the screen shows.
    bool isIn(LoginState state) const;
    bool issuingIs(IssuingState state) const;
    bool unblockingIs(UnblockingState state) const;
    bool destructionIs(DestructionState state) const;
    bool listSigningIs(ListSigningState state) const;
    bool isOn(const QString& screen) const;
    bool isAt(const QString& field) const;
    bool hasRows(const QString& table) const;
    /// A question that this action would answer.
    bool asks(ActionId action) const;
    bool has(NoticeKind notice) const;
    /// The page says that it worked, and asks nothing more.
    bool isDone() const;
    /// As stored; see FieldEditor.
    bool holds(const QString& field, QStringView value) const;
    /// Something is said to be wrong in this field.
    bool isMarked(const QString& field) const;
    bool offers(ActionId action) const;
    QByteArray pinOf(const QString& card) const;
    /// The first one that is to be seen, of this name if one is given; null for none.
    template <class Part>
    Part* seen(const QString& name = {}) const {
        const auto parts = m_window.findChildren<Part*>(name);
        const auto found = std::ranges::find_if(parts, [](const Part* part) { return part->isVisible(); });
        return found == parts.end() ? nullptr : *found;
    }

    MainWindow& m_window;
    PracticeStrip& m_strip;
    Typist m_typist;

private:
    ActionButton* button(ActionId action) const;
    Workstation& m_station;
    const PracticeStation& m_practice;
    Tour& m_tour;
};

} // namespace madoguchi
