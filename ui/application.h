// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What every program with a window does at its start: options, secrets, theme, language, and the word to the
// person when it can't go on. GUI thread.
#pragma once

#include "app/base/error.h"
#include "ui/theme.h"

#include <QString>

#include <memory>

class QApplication;
class QCommandLineParser;
class QWidget;

namespace madoguchi {

struct StartOptions {
    QString station; ///< the folder
    Scale scale;
};

/// Where a station is unless said otherwise: $XDG_STATE_HOME, or ~/.local/state, and `name` ("station",
/// "practice") in its folder madoguchi.
QString defaultStationFolder(const QString& name);

/// Adds --station DIR, --scale PERCENT, --help and --version to `parser`, reads the command line and gives
/// what they say. On a wrong option the process ends with a message, as QCommandLineParser does it.
StartOptions readOptions(QCommandLineParser& parser, const QApplication& application,
                         const QString& stationName);

/// Before the first widget: protects secrets, speaks Japanese, sets the theme.
void prepare(QApplication& application, Scale scale);

/// SIGTERM, SIGINT and SIGHUP (a shutdown, a logoff, Ctrl+C) end the event loop as closing the window does,
/// so that what was typed is saved and the stop is recorded. Call once, after the QApplication is made.
void quitOnSignals(QApplication& application);

/// Shows a window as large as the scale asks for and the screen has room; over the whole screen where it has
/// not enough.
void showFitting(QWidget& window);

/// Says on stderr why the program can't start, and gives a window that says it to people. `strip`: stands
/// above it, as MainWindow::addStrip(); may be null.
std::unique_ptr<QWidget> refusal(const Error& error, QWidget* strip = nullptr);

} // namespace madoguchi
