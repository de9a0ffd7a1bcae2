// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practiceday.h"

#include "app/login/logincontroller.h"
#include "ui/mainwindow.h"
#include "ui/practice/practicestrip.h"
#include "ui/screens/loginscreen.h"
#include "ui/workarea.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

PracticeDay::PracticeDay(MainWindow& window, PracticeStrip& strip, const PracticeStation& practice,
                         const QString& pictures)
    : m_window(window), m_strip(strip), m_practice(practice), m_pictures(pictures), m_typist(window) {
    morning();
}

void PracticeDay::start() {
    m_tour = std::make_unique<Tour>(m_window, m_pictures, m_steps);
    connect(m_tour.get(), &Tour::finished, this, &PracticeDay::finished);
    m_tour->start();
}

// ---- the day -------------------------------------------------------------------------------------------

void PracticeDay::morning() {
    step({.name = u"waiting"_s, .act = {}, .until = [this] { return isIn(LoginState::WaitingForCard); }});
    insert(u"foreign-card"_s, u"foreign"_s, LoginState::TakeCardOut);
    insert(u"operator-card"_s, u"op01"_s, LoginState::AwaitingPin);
    enterPin(u"wrong-pin"_s, "111111",
             [this] { return isIn(LoginState::AwaitingPin) && m_window.loginScreen().view().pinWasWrong; });
    enterPin(u"desk"_s, pinOf(u"op01"_s), [this] { return isIn(LoginState::InSession); });
}

// ---- what a person does --------------------------------------------------------------------------------

void PracticeDay::insert(const QString& name, const QString& card, LoginState until) {
    step({.name = name,
          .act = [this, card] { m_strip.insert(card); },
          .until = [this, until] { return isIn(until); }});
}

void PracticeDay::enterPin(const QString& name, const QByteArray& pin, std::function<bool()> until) {
    step({.name = name,
          .act =
              [this, pin] {
                  m_typist.type(QString::fromLatin1(pin));
                  m_typist.press(Qt::Key_Return);
              },
          .until = std::move(until)});
}

void PracticeDay::logIn(const QString& card) {
    step({.name = card,
          .act = [this, card] { m_strip.insert(card); },
          .until = [this] { return isIn(LoginState::AwaitingPin); },
          .picture = false});
    step({.name = card + u"-in"_s,
          .act =
              [this, card] {
                  m_typist.type(QString::fromLatin1(pinOf(card)));
                  m_typist.press(Qt::Key_Return);
              },
          .until = [this] { return isIn(LoginState::InSession); },
          .picture = false});
}

void PracticeDay::takeCardOut() {
    step({.name = u"card-out"_s,
          .act = [this] { m_strip.takeOff(); },
          .until = [this] { return isIn(LoginState::WaitingForCard); },
          .picture = false});
}

// ---- what the screen shows -----------------------------------------------------------------------------

bool PracticeDay::isIn(LoginState state) const {
    return m_window.loginScreen().view().state == state;
}

bool PracticeDay::isOn(const QString& screen) const {
    const WorkArea* work = m_window.workArea();
    return work && !work->positions().isEmpty() && work->positions().last().screen == screen;
}

QByteArray PracticeDay::pinOf(const QString& card) const {
    for (const PracticeCard& practice : m_practice.cards()) {
        if (practice.id == card && practice.piv)
            return practice.piv->pin();
    }
    return {};
}

} // namespace madoguchi
