// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/lendingnotice.h"

#include "app/workstation.h"
#include "ui/screens/exportplace.h"

#include <QCoreApplication>
#include <QIODevice>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LendingNotice)
};

// The names on it are Japanese, in whatever language the program speaks.
constexpr char Head[] = R"(<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<style>
@page { size: A4; margin: 25mm; }
body { font: 12pt/1.8 serif; max-width: 160mm; margin: 0 auto; }
h1 { font-size: 16pt; text-align: center; }
p:last-child { margin-top: 15mm; border-bottom: 1px solid; }
</style>
)";

/// The last line of `text` is the one to sign on.
QString pageOf(const QString& office, const QString& text) {
    const QString title = Words::tr("Notice on lending an operator card").toHtmlEscaped();
    QString page =
        QLatin1StringView(Head) + u"<title>%1</title>\n</head>\n<body>\n<h1>%1</h1>\n"_s.arg(title);
    for (const QString& line : QStringList{office} + text.split(u'\n'))
        page += u"<p>"_s + line.toHtmlEscaped() + u"</p>\n"_s;
    return page + u"</body>\n</html>\n"_s;
}

} // namespace

Result<QString> saveLendingNotice(const ScreenContext& context, const QString& card, const QString& text) {
    const QByteArray page = pageOf(context.station.facts().office, text).toUtf8();
    const auto saved = exportFile(context, {ActionId::CardRegisterExport, u"card:"_s + card},
                                  {u"lending-"_s + card, u"html"_s}, [&](QIODevice& out) -> Result<int> {
                                      return out.write(page) == page.size()
                                                 ? Result<int>(1)
                                                 : fail(ErrorCode::FileUnwritable, out.errorString());
                                  });
    if (!saved)
        return fail(saved.error());
    //: %1 is a file
    return Words::tr("The notice is in %1. Print it and have it signed.").arg(saved->path);
}

} // namespace madoguchi
