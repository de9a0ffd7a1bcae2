// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/paper.h"

#include <QIODevice>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// The names on it are Japanese, in whatever language the program speaks.
constexpr char Head[] = R"(<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<style>
@page { size: A4; margin: 20mm; }
body { font: 12pt/1.8 serif; max-width: 170mm; margin: 0 auto; }
h1 { font-size: 16pt; text-align: center; }
table { width: 100%; border-collapse: collapse; font-size: 10pt; line-height: 1.4; }
th, td { border: 1px solid; padding: 1mm 2mm; text-align: left; word-break: keep-all; }
tr { break-inside: avoid; }
p:last-child { margin-top: 15mm; border-bottom: 1px solid; }
</style>
)";

QByteArray pageOf(const Paper& paper) {
    const QString head =
        u"<title>%1</title>\n</head>\n<body>\n<h1>%1</h1>\n"_s.arg(paper.title.toHtmlEscaped());
    return (QLatin1StringView(Head) + head + paper.body + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace

QString paragraph(const QString& text) {
    return u"<p>"_s + text.toHtmlEscaped() + u"</p>\n"_s;
}

Result<QString> savePaper(const ScreenContext& context, const ActionCall& call, const QString& kind,
                          const std::function<Result<Paper>()>& make) {
    const auto saved = exportFile(context, call, {kind, u"html"_s}, [&](QIODevice& out) -> Result<int> {
        const Result<Paper> paper = make();
        if (!paper)
            return fail(paper.error());
        const QByteArray page = pageOf(*paper);
        return out.write(page) == page.size() ? Result<int>(paper->records)
                                              : fail(ErrorCode::FileUnwritable, out.errorString());
    });
    return saved ? Result<QString>(saved->path) : fail(saved.error());
}

} // namespace madoguchi
