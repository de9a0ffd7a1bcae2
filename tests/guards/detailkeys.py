# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Each key of a record's details that the sources write has words in ui/screens/recordwords.cpp or policyrules.cpp."""

import re

import guard

WORDS = "ui/screens/recordwords.cpp"
RULES = "ui/screens/policyrules.cpp"  # a changed rule is a detail, too
# A statement that may write details, and the keys in it.
WRITES = re.compile(r"ActionId::|[dD]etails|QMap<QString, QString>|^\s*return \{\{u\"")
KEY = re.compile(r'(?:\{|details\.insert\(|details\[)u"([A-Za-z][A-Za-z-]*)"_s[,\]]')
FEWEST = 3  # sources that the patterns above no longer read would otherwise pass
# Maps of their own: a format for export.
NO_DETAILS = {"app/audit/auditexport.cpp", "app/operators/cardregisterexport.cpp", WORDS}


def keys(text):
    text = re.sub(r"//[^\n]*", "", text)
    return [key for statement in text.split(";") if WRITES.search(statement) for key in KEY.findall(statement)]


def check(tree):
    known = set(re.findall(r'(?:Word|PolicyRule)\{\s*"([^"]+)"', tree.text(WORDS) + tree.text(RULES)))
    read = 0
    for path in tree.matching(r"(app|ui)/.*\.cpp"):
        if path in NO_DETAILS:
            continue
        for key in keys(tree.text(path)):
            read += 1
            if key not in known:
                yield f"{path}: the detail {key} has no words in {WORDS}"
    if read < FEWEST:
        yield f"{read} details read"


if __name__ == "__main__":
    SOURCE = "app/a.cpp"
    WRITTEN = 'note({ActionId::One, {}, {{u"one"_s, a}, {u"two"_s, b}}});\ncall.details[u"three"_s] = c;\n'
    guard.main(
        check,
        right={WORDS: 'Word{"one", Word{"two",\n', RULES: 'PolicyRule{"three",\n', SOURCE: WRITTEN},
        wrong=[
            ({WORDS: 'Word{"one",\n'}, "the detail two has no words"),
            ({SOURCE: WRITTEN + 'details.insert(u"four"_s, d);\n'}, "the detail four has no words"),
            ({SOURCE: WRITTEN + 'return {{u"five"_s, e}};\n'}, "the detail five has no words"),
            ({SOURCE: "\n"}, "0 details read"),
        ],
    )
