// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchi-simcard: simulated PIV cards for a real card service. Exit status 0, 1 for a failure, 2 for a
// command line that makes no sense.

#include "smartcard/simulator/simcard/cardcommands.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const auto done = madoguchi::simcard::run(QCoreApplication::arguments(), out);
    if (done)
        return 0;
    QTextStream(stderr) << madoguchi::toString(done.error()) << Qt::endl;
    return done.error().code == madoguchi::ErrorCode::InputInvalid ? 2 : 1;
}
