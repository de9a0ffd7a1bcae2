// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The production program: the station in its folder, on real readers and cards.

#include "app/base/clock.h"
#include "app/workstation.h"
#include "smartcard/pcsc/pcscstack.h"
#include "ui/application.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace madoguchi;
using namespace Qt::StringLiterals;

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"madoguchi"_s);
    QApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
    QCommandLineParser parser;
    const StartOptions options = readOptions(parser, application, u"station"_s);
    prepare(application, options.scale);
    quitOnSignals(application);

    const SystemClock clock;
    const auto station = Workstation::open(options.station, std::make_shared<PcscStack>(), clock);
    if (!station) {
        const auto page = refusal(station.error());
        page->show();
        return QApplication::exec() + 1;
    }
    MainWindow window(**station);
    window.showFitting();
    (*station)->cards().start();
    return QApplication::exec();
}
