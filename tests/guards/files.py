# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Every file has its place, its licence, its pair and its line in CMake; every folder has a short README; every test is
run."""

import re

import guard

SOURCES = r"(app|ui|smartcard|tests)/.*\.(cpp|h)"
SCRIPTS = r"run|test|\.ci/[^/.]+|translations/update|tests/support/asroot|.*\.(py|sh)"
# A file that is a program stands alone.
PROGRAM = re.compile(r"^int main\(", re.MULTILINE)
README_LINES = 30
FOLDERS = {"app", "ui", "smartcard", "resources", "translations", "tests", ".ci"}


def places(tree):
    for folder in sorted({path.split("/")[0] for path in tree.files if "/" in path} - FOLDERS):
        yield f"{folder}/: is no folder of the top level"


def licence(tree):
    for path in tree.matching(f"{SOURCES}|{SCRIPTS}|CMakeLists\\.txt|[^/]*\\.cmake"):
        mark = "//" if path.endswith((".cpp", ".h")) else "#"
        text = re.sub(r"\A#!.*\n", "", tree.text(path))
        if not text.startswith(f"{mark} " + guard.SPDX.format(mark)):
            yield f"{path}:1: does not open with the two SPDX lines"


def pairs(tree):
    for path in tree.matching(r"(app|ui|smartcard|tests/support)/.*\.cpp"):
        if path.removesuffix("cpp") + "h" not in tree.files and not PROGRAM.search(tree.text(path)):
            yield f"{path}: has no header of its name"
    for path in tree.matching(SOURCES):
        if path.rsplit("/", 1)[-1] != path.rsplit("/", 1)[-1].lower():
            yield f"{path}: file names are lower case"
        if path.endswith(".h") and "\n#pragma once\n" not in tree.text(path):
            yield f"{path}: no #pragma once"


def listed(tree):
    """Each source is named by a CMakeLists.txt of its own folder or of one above, by the path from there."""
    lists = {path.removesuffix("CMakeLists.txt"): tree.text(path) for path in tree.matching(r"(.*/)?CMakeLists\.txt")}
    top = "\n".join(tree.text(path) for path in tree.matching(r"CMakeLists\.txt|[^/]*\.cmake"))
    lists[""] = top.replace("${CMAKE_SOURCE_DIR}/", "")
    for path in tree.matching(r"(app|ui|smartcard|tests)/.*\.cpp"):
        folders = [folder for folder in lists if path.startswith(folder)]
        name = lambda folder: re.escape(path.removeprefix(folder))
        if not any(re.search(rf"(?<![\w/.-]){name(folder)}(?![\w.-])", lists[folder]) for folder in folders):
            what = "is a test that nothing runs" if "/tst_" in path else "is in no CMakeLists.txt"
            yield f"{path}: {what}"


def readmes(tree):
    for path in tree.matching(r".+/README\.md"):
        lines = tree.text(path).count("\n")
        if lines > README_LINES:
            yield f"{path}: {lines} lines, more than {README_LINES}"
    # tests mirrors the sources, whose folders say what they are for.
    for folder in sorted({path.rpartition("/")[0] for path in tree.files} - {""}):
        if not folder.startswith("tests/") and f"{folder}/README.md" not in tree.files:
            yield f"{folder}/: has no README.md"


def check(tree):
    for part in (places, licence, pairs, listed, readmes):
        yield from part(tree)


if __name__ == "__main__":
    SLASHES = "// " + guard.SPDX.format("//")
    HASHES = "# " + guard.SPDX.format("#")
    guard.main(
        check,
        right={
            "CMakeLists.txt": HASHES,
            "run": "#!/usr/bin/env bash\n" + HASHES,
            "app/CMakeLists.txt": "add_executable(program main.cpp)\nadd_library(core audit/a.cpp)\n",
            "app/README.md": "",
            "app/audit/README.md": "",
            "tests/README.md": "",
            "app/main.cpp": SLASHES + "int main(int argc, char** argv) {\n",
            "app/audit/a.cpp": SLASHES,
            "app/audit/a.h": SLASHES + "#pragma once\n",
            "tests/CMakeLists.txt": "madoguchi_test(audit/tst_a.cpp core)\n",
            "tests/audit/tst_a.cpp": SLASHES,
        },
        wrong=[
            ({"pictures/a.png": ""}, "is no folder of the top level"),
            ({"ui/b.h": "#pragma once\n"}, "does not open with the two SPDX lines"),
            ({"test": "#!/bin/sh\n"}, "does not open with the two SPDX lines"),
            ({"app/audit/b.cpp": SLASHES}, "has no header of its name"),
            ({"app/audit/b.cpp": SLASHES}, "is in no CMakeLists.txt"),
            ({"app/audit/B.h": SLASHES + "#pragma once\n"}, "file names are lower case"),
            ({"app/audit/b.h": SLASHES}, "no #pragma once"),
            ({"tests/audit/tst_b.cpp": SLASHES}, "is a test that nothing runs"),
            ({"app/login/CMakeLists.txt": HASHES}, "app/login/: has no README.md"),
            ({"app/README.md": "line\n" * 31}, "31 lines, more than 30"),
        ],
    )
