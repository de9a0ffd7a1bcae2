// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A failure that fills the page: what happened, what is safe and what to do now. Stands where a screen could
// not be loaded, and alone in the window when the program could not start. GUI thread.
#pragma once

#include "app/base/errorcode.h"

#include <QWidget>

namespace madoguchi {

class ErrorPage final : public QWidget {
    Q_OBJECT
public:
    explicit ErrorPage(ErrorCode code, QWidget* parent = nullptr);
};

} // namespace madoguchi
