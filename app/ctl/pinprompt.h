// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Asks for a PIN or passphrase at the terminal with the echo off, or reads it from a file descriptor that a
// script gives.
// Never from the command line, which every user of the machine can read. Blocks.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"
#include "smartcard/piv/pivpin.h"

#include <optional>

namespace madoguchi {

/// One line without its end, at most 256 bytes. With `descriptor` from there, else from /dev/tty, where
/// `prompt` is shown first. Errors: FileUnreadable (no terminal, closed descriptor); InputTooLarge.
Result<SecretBytes> askPin(const QString& prompt, std::optional<int> descriptor);

/// Complains of a PIN that the card did not accept; gives ExitFailed.
int wrongPin(const PinOutcome& pin);

} // namespace madoguchi
