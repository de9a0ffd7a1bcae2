#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Guard: every key of a record's details that the sources write has words in ui/screens/recordwords.cpp, so that no
auditor meets a bare identifier.   detailkeys.py ROOT
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
WORDS = root / "ui/screens/recordwords.cpp"
# Statements that may write details, and the keys in them.
WRITES = re.compile(r"ActionId::|[dD]etails|QMap<QString, QString>|^\s*return \{\{u\"")
KEY = re.compile(r'(?:\{|details\.insert\(|details\[)u"([A-Za-z][A-Za-z-]*)"_s[,\]]')
# Files whose maps are no details: what is exported or shown, options and texts.
NO_DETAILS = {"app/audit/auditexport.cpp", "app/operators/cardregisterexport.cpp"}


def keys(text):
    text = re.sub(r"//[^\n]*", "", text)
    for statement in text.split(";"):
        if WRITES.search(statement):
            yield from KEY.findall(statement)


known = set(re.findall(r'Word\{"([^"]+)"', WORDS.read_text(encoding="utf-8")))
missing = {}
for folder in ("app", "ui"):
    for path in sorted((root / folder).rglob("*.cpp")):
        name = path.relative_to(root).as_posix()
        if name in NO_DETAILS or path == WORDS:
            continue
        for key in keys(path.read_text(encoding="utf-8")):
            if key not in known:
                missing.setdefault(key, name)
for key, name in sorted(missing.items()):
    print(f"{name}: the detail \"{key}\" has no words in {WORDS.relative_to(root).as_posix()}")
sys.exit(1 if missing else 0)
