// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

// Has to stand outside any namespace. Nothing else refers to the resource, so the linker would leave it out.
static void initTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

Result<> install(QCoreApplication& application, const QString& path) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(path))
        return fail(ErrorCode::FileMissing, path);
    application.installTranslator(translator.get());
    translator.release()->setParent(&application);
    return {};
}

} // namespace

Result<> installJapanese(QCoreApplication& application) {
    initTranslations();
    QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
    // The last one installed is asked first, so ours comes after Qt's.
    const Result<> qt =
        install(application, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_ja.qm"_s);
    const Result<> own = install(application, u":/i18n/madoguchi_ja.qm"_s);
    return own ? qt : own;
}

} // namespace madoguchi
