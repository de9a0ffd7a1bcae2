# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Words that must not stand in the sources: unfinished work, skipped tests, nested event loops, sleeping."""

import re

import guard

SOURCES = r"(app|ui|smartcard|tests)/.*\.(cpp|h)"
PRODUCT = r"(app|ui|smartcard)/.*\.(cpp|h)"
SCREENS_AND_CORE = r"(app|ui)/.*\.(cpp|h)"
MAIN = r"(.*/)?\w*main\.cpp"
# In comments and strings too.
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# (files, exempt files, pattern, what to say)
BANNED = [
    (SOURCES, None, r"\b(QSKIP|QEXPECT_FAIL)\b", "a test is skipped"),
    (SCREENS_AND_CORE, MAIN, r"(\.|->|::)exec\s*\(", "an event loop inside the event loop"),
    (PRODUCT, None, r"\b(processEvents|QEventLoop)\b", "an event loop inside the event loop"),
    (SCREENS_AND_CORE, None, r"\b(QThread::m?u?sleep|sleep_for|usleep|nanosleep)\b", "sleeping"),
    (PRODUCT, None, r"class \w+ (final )?: public QThread\b", "a subclass of QThread"),
    (PRODUCT, None, r"#\s*define .*\b(QT_TR\w*|tr|translate)\b", "lupdate does not look into macros"),
    (PRODUCT, None, r"\bq(Debug|Info)\s*\(", "output meant for the developer"),
]


def check(tree):
    for path in tree.matching(SOURCES):
        for number, line in enumerate(tree.text(path).split("\n"), start=1):
            if UNFINISHED.search(line):
                yield f"{path}:{number}: unfinished work: {line.strip()}"
        lines = guard.code_lines(tree.text(path))
        for files, exempt, pattern, meaning in BANNED:
            if not re.fullmatch(files, path) or (exempt and re.fullmatch(exempt, path)):
                continue
            for number, line in lines:
                if re.search(pattern, line):
                    yield f"{path}:{number}: {meaning}: {line.strip()}"


if __name__ == "__main__":
    guard.main(
        check,
        right={
            "app/main.cpp": "return application.exec();\n",
            "ui/a.cpp": '// never exec(): a dialog is shown\nf(u"dialog.exec()"_s); database.execute(x);\n',
        },
        wrong=[
            ({"app/a.cpp": "// TO" + "DO: finish\n"}, "unfinished work"),
            ({"tests/tst_a.cpp": 'QSKIP("later");\n'}, "a test is skipped"),
            ({"ui/a.cpp": "dialog.exec();\n"}, "an event loop inside"),
            ({"ui/a.cpp": "QCoreApplication::processEvents();\n"}, "an event loop inside"),
            ({"app/a.cpp": "QThread::msleep(3);\n"}, "sleeping"),
            ({"smartcard/a.h": "class Worker : public QThread {\n"}, "a subclass of QThread"),
            ({"app/a.cpp": '#define SAYS(x) QT_TRANSLATE_NOOP("A", x)\n'}, "lupdate does not look into macros"),
            ({"ui/a.cpp": 'qDebug("x");\n'}, "output meant for the developer"),
        ],
    )
