// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/console.h"

#include <algorithm>
#include <cstdio>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

void put(std::FILE* stream, const QString& line) {
    std::fputs(qUtf8Printable(line + u'\n'), stream);
    std::fflush(stream);
}

} // namespace

void say(const QString& line) {
    put(stdout, line);
}

void complain(const QString& line) {
    put(stderr, line);
}

int failed(const Error& error) {
    complain(u"madoguchictl: "_s + toString(error));
    return ExitFailed;
}

QCommandLineOption stationOption() {
    return {u"station"_s, u"The station's folder."_s, u"DIR"_s};
}

Result<std::optional<int>> numberIn(const QCommandLineParser& parser, const QCommandLineOption& option) {
    if (!parser.isSet(option))
        return std::optional<int>();
    bool isNumber = false;
    const int descriptor = parser.value(option).toInt(&isNumber);
    if (isNumber && descriptor >= 0)
        return std::optional(descriptor);
    const QString what = u"--%1 needs a number"_s.arg(option.names().constFirst());
    complain(what);
    return fail(ErrorCode::InputInvalid, what);
}

bool understood(QCommandLineParser& parser, const QString& command, const QStringList& arguments,
                const QList<QCommandLineOption>& required) {
    parser.setApplicationDescription(command);
    const bool parsed = parser.parse(QStringList{u"madoguchictl "_s + command} + arguments);
    const bool complete = parsed && parser.positionalArguments().isEmpty() &&
                          std::ranges::none_of(required, [&](const QCommandLineOption& option) {
                              return parser.value(option).isEmpty();
                          });
    if (!complete) {
        if (!parsed)
            complain(parser.errorText());
        complain(u"madoguchictl "_s + command + u" needs:"_s);
        for (const QCommandLineOption& option : required) {
            complain(
                u"  --%1 %2  %3"_s.arg(option.names().first(), option.valueName(), option.description()));
        }
    }
    return complete;
}

} // namespace madoguchi
