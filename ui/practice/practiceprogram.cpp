// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practiceprogram.h"

#include "app/workstation.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/practice/practiceday.h"
#include "ui/practice/practicestrip.h"
#include "ui/widgets/practiceribbon.h"

#include <QCoreApplication>
#include <QScreen>

namespace madoguchi {
namespace {

/// Seen in the list of windows, where nothing else of the program is.
void markTitle(QWidget& window) {
    //: %1 is the title that the window has otherwise
    window.setWindowTitle(
        QCoreApplication::translate("PracticeProgram", "%1 (for practice)").arg(window.windowTitle()));
}

} // namespace

PracticeProgram::PracticeProgram(const QString& folder) {
    auto practice = PracticeStation::openOrMake(folder, m_clock);
    auto station = practice ? Workstation::open(practice->stationFolder(), practice->stack(), m_clock)
                            : Result<std::unique_ptr<Workstation>>(fail(practice.error()));
    if (!station) {
        m_refusal = refusal(station.error(), new PracticeRibbon);
        markTitle(*m_refusal);
        return;
    }
    m_practice = *std::move(practice);
    m_station = *std::move(station);
    m_window = std::make_unique<MainWindow>(*m_station);
    m_strip = new PracticeStrip(m_practice->stack(), m_practice->readers(), m_practice->cards());
    m_window->addStrip(m_strip);
    markTitle(*m_window);
}

PracticeProgram::~PracticeProgram() = default;

QWidget& PracticeProgram::window() const {
    return m_refusal ? *m_refusal : *m_window;
}

void PracticeProgram::show() {
    if (m_refusal)
        return m_refusal->show();
    m_strip->fitWidth(m_window->screen()->availableSize().width());
    showFitting(*m_window);
    m_station->cards().start();
}

std::unique_ptr<PracticeDay> PracticeProgram::showDay(const QString& pictures) {
    m_strip->fitWidth(m_window->width());
    m_window->show();
    m_station->cards().start();
    return std::make_unique<PracticeDay>(PracticePlace{*m_window, *m_station, *m_strip, *m_practice},
                                         pictures);
}

} // namespace madoguchi
