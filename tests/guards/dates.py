# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Screens form dates and times in ui/clocktext.cpp alone, so that there is one form for people and one for lists."""

import re

import guard

PLACE = "ui/clocktext.cpp"
# yyyyMMdd is a part of a name or number, such as a file's or a reception's: nobody reads it as a date.
FORM = re.compile(r'toString\(u"(?!yyyyMMdd)[^"]*(?:yyyy|HH|mm)')


def check(tree):
    if not FORM.search(tree.text(PLACE)):
        yield f"{PLACE}: no form read"
    for path in tree.matching(r"ui/.*\.(cpp|h)"):
        for number, line in enumerate(tree.text(path).split("\n"), start=1):
            if path != PLACE and FORM.search(line):
                yield f"{path}:{number}: a form of its own for a date"


if __name__ == "__main__":
    guard.main(
        check,
        right={PLACE: 'day.toString(u"yyyy/MM/dd"_s)\n', "ui/a.cpp": 'today.toString(u"yyyyMMdd-"_s)\n'},
        wrong=[
            ({"ui/b.cpp": 'at.toString(u"HH:mm"_s)\n'}, "ui/b.cpp:1: a form of its own"),
            ({PLACE: "\n"}, "no form read"),
        ],
    )
