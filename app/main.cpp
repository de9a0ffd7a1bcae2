// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The production program: the station in its folder, on real readers and cards. Where there is none yet it is
// set up first.

#include "app/base/clock.h"
#include "app/station/stationlock.h"
#include "app/workstation.h"
#include "smartcard/pcsc/pcscstack.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/setup/setupwindow.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace madoguchi;
using namespace Qt::StringLiterals;

namespace {

class Program {
public:
    explicit Program(const QString& folder) : m_folder(folder) {}

    void start() {
        const Result<SetupNeed> need = setupNeedOf(m_folder);
        const bool isInUse = need && *need != SetupNeed::Station && !StationLock::take(m_folder.lockFile());
        if (!need || *need == SetupNeed::Nothing || isInUse) // opening it says what is the matter
            return open();
        m_setup = std::make_unique<SetupWindow>(m_folder, std::make_shared<PcscStack>(), m_clock, *need);
        QObject::connect(
            m_setup.get(), &SetupWindow::finished, m_setup.get(), [this] { open(); }, Qt::QueuedConnection);
        m_setup->begin();
    }
    bool hasFailed() const { return m_refusal != nullptr; }

private:
    void open() {
        auto station = Workstation::open(m_folder.path(), std::make_shared<PcscStack>(), *m_clock);
        if (!station) {
            m_refusal = refusal(station.error());
            m_refusal->show();
        } else {
            m_station = *std::move(station);
            m_window = std::make_unique<MainWindow>(*m_station);
            showFitting(*m_window);
            m_station->cards().start();
        }
        // Only now: without a window the program would end. Not at once: it may be the one that called.
        if (m_setup)
            m_setup.release()->deleteLater();
    }

    StationFolder m_folder;
    std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();
    std::unique_ptr<SetupWindow> m_setup;
    std::unique_ptr<Workstation> m_station;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_refusal;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"madoguchi"_s);
    QApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
    QCommandLineParser parser;
    const StartOptions options = readOptions(parser, application, u"station"_s);
    prepare(application, options.scale);
    quitOnSignals(application);

    Program program(options.station);
    program.start();
    const int status = QApplication::exec();
    return program.hasFailed() ? 1 : status;
}
