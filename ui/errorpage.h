// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A failure that fills the page: what happened, what is safe and what to do now. Stands where a screen could
// not be loaded, and alone in the window when the program could not start. Of the error's detail it shows
// which process has the station, and nothing else. GUI thread.
#pragma once

#include "app/base/error.h"

#include <QWidget>

namespace madoguchi {

class ErrorPage final : public QWidget {
    Q_OBJECT
public:
    explicit ErrorPage(const Error& error, QWidget* parent = nullptr);
};

} // namespace madoguchi
