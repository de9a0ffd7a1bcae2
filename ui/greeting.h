// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What an operator reads after logging in (requirement L4): when and where she was logged in last, what has
// failed since, and whether drafts can be opened. Pure; any thread once the translators are installed.
#pragma once

#include "app/login/logincontroller.h"
#include "app/operators/role.h"
#include "ui/screens/loginmessage.h"

namespace madoguchi {

/// `role`: hers. That her card's authority has no list of revoked cards here is told only to whoever sees the
/// card register: others can do nothing about it.
LoginMessage greetingMessage(const LoginGreeting& greeting, Role role);
/// The same below what could not be saved when the last session ended; unchanged when `lost` is empty.
LoginMessage withLoss(const LoginMessage& greeting, const QStringList& lost);

} // namespace madoguchi
