// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which programs of this machine have the PC/SC library loaded, and how pcscd was started: from /proc. The
// card service does not tell who uses which reader. Reads files; any thread that may block.
#pragma once

#include <QString>
#include <QStringList>

namespace madoguchi {

struct CardClients {
    QStringList programs;        ///< names, sorted, each once; without this process
    bool hasUnseen = false;      ///< there are processes of other users, which can't be looked at
    bool tracesCommands = false; ///< pcscd was started with --apdu
};

/// `proc` is "/proc", or a made-up one in tests.
CardClients findCardClients(const QString& proc);

} // namespace madoguchi
