// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How madoguchictl's commands talk to their user. Main thread.
#pragma once

#include "app/base/result.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace madoguchi {

inline constexpr int ExitDone = 0;
inline constexpr int ExitFailed = 1;
inline constexpr int ExitUsage = 2;

/// One line on standard output.
void say(const QString& line);
/// One line on standard error.
void complain(const QString& line);
/// Complains of the error with its code and detail; gives ExitFailed.
int failed(const Error& error);

/// --station DIR, which every command takes.
QCommandLineOption stationOption();

/// The number, 0 or more, that an option such as --pin-fd N has; none without the option. Complains and gives
/// an error that needs no further text when it is no such number.
Result<std::optional<int>> numberIn(const QCommandLineParser& parser, const QCommandLineOption& option);

/// Parses `arguments`; complains, with the parser's help, unless they are options that the parser knows and
/// all of `required` have values.
bool understood(QCommandLineParser& parser, const QString& command, const QStringList& arguments,
                const QList<QCommandLineOption>& required);

} // namespace madoguchi
