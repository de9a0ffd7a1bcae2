# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""translations/madoguchi_ja.ts has every text of the sources, each finished, and nothing else.

A translation keeps the placeholders (%1) of its source.
"""

import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import guard

TS = "translations/madoguchi_ja.ts"
UPDATE = "translations/update"


def messages(text):
    """(context, source, comment) -> (type, translations) for each message of a .ts file."""
    found = {}
    for context in xml.fromstring(text).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if message.get("numerus") == "yes":  # a text outside of its forms is never shown
                forms = [form.text or "" for form in translation.iter("numerusform")] or [""]
            else:
                forms = [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = (translation.get("type"), forms)
    return found


def extracted(tree):
    """What lupdate finds in the sources now, by the script that made the file."""
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "fresh.ts"
        subprocess.run(["bash", tree.root / UPDATE, target], check=True, capture_output=True, cwd=tree.root)
        return messages(target.read_text(encoding="utf-8"))


def check(tree):
    written = messages(tree.text(TS))
    name = lambda key: f"{TS}: {key[0]}: {key[1]!r}"
    for key, (kind, forms) in written.items():
        if kind is not None:
            yield f"{name(key)} is {kind}"
        elif not all(forms):
            yield f"{name(key)} is empty"
        for form in forms:
            placeholders = set(re.findall(r"%L?\d", key[1]))
            if kind is None and form and set(re.findall(r"%L?\d", form)) != placeholders:
                yield f"{name(key)}: other placeholders in {form!r}"
    fresh = extracted(tree)
    for key in fresh.keys() - written.keys():
        yield f"{name(key)} is in the sources and not in the file; run {UPDATE}"
    for key in written.keys() - fresh.keys():
        yield f"{name(key)} is in the file and no longer in the sources; run {UPDATE}"


def ts(*texts, kind=""):
    body = "".join(
        f"<message><source>{source}</source><translation{kind}>{text}</translation></message>" for source, text in texts)
    return f'<!DOCTYPE TS><TS version="2.1" language="ja_JP"><context><name>A</name>{body}</context></TS>'


if __name__ == "__main__":
    OWN = pathlib.Path(__file__).resolve().parents[2] / UPDATE
    CODE = 'class A : public QObject { Q_OBJECT\n void f() { tr("Save %1"); } };\n'
    guard.main(
        check,
        right={UPDATE: OWN.read_text(encoding="utf-8"), "app/x.h": "", "ui/a.h": CODE, TS: ts(("Save %1", "%1を保存"))},
        wrong=[
            ({TS: ts(("Save %1", "%1を保存"), kind=' type="unfinished"')}, "is unfinished"),
            ({TS: ts(("Save %1", "%1を保存"), kind=' type="vanished"')}, "is vanished"),
            ({TS: ts(("Save %1", ""))}, "is empty"),
            ({TS: ts(("Save %1", "%1を保存")).replace("<message>", '<message numerus="yes">')}, "is empty"),
            ({TS: ts(("Save %1", "保存"))}, "other placeholders"),
            ({TS: ts()}, "in the sources and not in the file"),
            ({TS: ts(("Save %1", "%1を保存"), ("Old", "旧"))}, "no longer in the sources"),
        ],
    )
