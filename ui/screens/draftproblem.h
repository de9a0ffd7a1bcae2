// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Above a draft that could not be saved: why, and the way out where trying again can't help. Main thread.
#pragma once

#include "app/base/errorcode.h"

#include <QWidget>

namespace madoguchi {

class ActionButton;
class Notice;

class DraftProblem final : public QWidget {
    Q_OBJECT
public:
    /// Hidden until show().
    explicit DraftProblem(QWidget* parent = nullptr);

    void show(ErrorCode code);
    /// What was typed needs a draft of its own: the stored one is another now, or gone.
    static bool needsOwnDraft(ErrorCode code);

Q_SIGNALS:
    void saveAsNewRequested();

private:
    Notice* m_why;
    ActionButton* m_saveAsNew;
};

} // namespace madoguchi
