// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/lendingnotice.h"

#include "app/workstation.h"
#include "ui/screens/paper.h"

#include <QCoreApplication>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LendingNotice)
};

Paper paperOf(const QString& office, const QString& text) {
    Paper paper{.title = Words::tr("Notice on lending an operator card"), .body = paragraph(office)};
    for (const QString& line : text.split(u'\n'))
        paper.body += paragraph(line);
    return paper;
}

} // namespace

Result<QString> saveLendingNotice(const ScreenContext& context, const QString& card, const QString& text) {
    Result<QString> file =
        savePaper(context, {ActionId::CardRegisterExport, u"card:"_s + card}, u"lending-"_s + card,
                  [&] { return Result<Paper>(paperOf(context.station.facts().office, text)); });
    if (!file)
        return file;
    //: %1 is a file
    return Words::tr("The notice is in %1. Print it and have it signed.").arg(*file);
}

} // namespace madoguchi
