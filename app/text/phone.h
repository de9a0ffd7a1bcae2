// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Telephone numbers as Japanese counters write them. Only the shape is checked: whether a number is in use is
// nobody's business here. Pure; any thread.
#pragma once

#include <QString>

#include <optional>

namespace madoguchi {

/// Half-width digits with single hyphens where the applicant put them (brackets and spaces count as hyphens):
/// ０３（１２３４）５６７８ is 03-1234-5678. Nothing unless isPhoneNumber() holds for the result.
std::optional<QString> readPhoneNumber(const QString& typed);

/// Ten digits from 0, or eleven from 0x0 (mobile, IP and 0800 numbers), with single hyphens inside.
bool isPhoneNumber(const QString& text);

} // namespace madoguchi
