// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Comma-separated values after RFC 4180, safe to open in a spreadsheet. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace madoguchi {

/// What a file begins with, so that spreadsheets read it as UTF-8.
inline constexpr char CsvMark[] = "\xef\xbb\xbf";

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
QByteArray csvCell(QString text);
/// With its line end.
QByteArray csvLine(const QStringList& cells);

} // namespace madoguchi
