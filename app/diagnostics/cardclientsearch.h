// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Looks for the programs that use cards on a thread of its own: a machine with many processes takes long to
// look through. Main thread.
#pragma once

#include "app/diagnostics/cardclients.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace madoguchi {

class CardClientSearch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~CardClientSearch() override;

    /// found() follows, once. Nothing happens while a search is under way.
    void begin();

Q_SIGNALS:
    void found(const madoguchi::CardClients& clients);

private:
    std::unique_ptr<QThread> m_thread; ///< null when none is under way
};

} // namespace madoguchi
