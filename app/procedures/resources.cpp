// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/resources.h"

#include <QtGlobal>

// Qt's macro declares functions of the global namespace, so it can't stand inside ours.
static void initCompiledResources() {
    Q_INIT_RESOURCE(procedures);
    Q_INIT_RESOURCE(postal);
}

namespace madoguchi {

void initResources() {
    initCompiledResources();
}

} // namespace madoguchi
