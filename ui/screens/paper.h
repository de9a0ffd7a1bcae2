// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What people print and sign, as an HTML file for sheets of A4 in the folder of exports. GUI thread.
#pragma once

#include "ui/screens/exportplace.h"

namespace madoguchi {

struct Paper {
    QString title;     ///< plain text
    QString body = {}; ///< HTML; its last paragraph is the line to sign on
    int records = 1;   ///< how many it is about
};

/// `text` as a paragraph.
QString paragraph(const QString& text);
/// Writes what `make` gives, as the action of `call`. Gives the file as people write it. Errors: those of
/// exportFile() and of `make`.
Result<QString> savePaper(const ScreenContext& context, const ActionCall& call, const QString& kind,
                          const std::function<Result<Paper>()>& make);

} // namespace madoguchi
