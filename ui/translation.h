// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The sources speak English and the product Japanese: this installs the translation. Main thread.
#pragma once

#include "app/base/result.h"

class QCoreApplication;

namespace madoguchi {

/// Makes our own texts and those of Qt's own dialogs Japanese, and Japanese the default QLocale. To be called
/// before the first widget is made; `application` owns what is installed.
/// Errors: FileMissing if Qt's translation is not installed (package qt6-translations-l10n); our own texts,
/// which are part of the program, are Japanese all the same.
Result<> installJapanese(QCoreApplication& application);

} // namespace madoguchi
