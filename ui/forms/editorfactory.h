// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The editor for each type of field. Main thread.
#pragma once

#include "app/procedures/procedure.h"

#include <QDate>

#include <memory>

namespace madoguchi {

class FieldEditor;

std::unique_ptr<FieldEditor> makeEditor(const Field& field, QDate today);

} // namespace madoguchi
