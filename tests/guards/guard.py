# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""What every guard is made of: a check of a source tree, and small wrong trees that prove it can fail."""

import os
import pathlib
import re
import sys
import tempfile

SKIPPED_FOLDERS = {".git", "build", ".cache", "__pycache__"}
SPDX = "SPDX-FileCopyrightText: The Madoguchi authors\n{0} SPDX-License-Identifier: Apache-2.0\n"


class Tree:
    """A source tree, read from a folder. Paths are relative to its root, with forward slashes."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.files = sorted(self._walk())

    def _walk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
            for name in names:
                yield (pathlib.Path(folder) / name).relative_to(self.root).as_posix()

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def matching(self, pattern):
        """The files whose whole path matches the regular expression."""
        return [path for path in self.files if re.fullmatch(pattern, path)]


def code_lines(text):
    """(number, line) of C++ text with comments and string contents blanked, so that words in them don't count."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)

    def blank(match):
        found = match.group(0)
        return '""' if found.startswith('"') else "\n" * found.count("\n")

    return list(enumerate(pattern.sub(blank, text).split("\n"), start=1))


def _run_on(check, files):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = pathlib.Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return list(check(Tree(folder)))


def main(check, right, wrong):
    """Runs `check` on the tree named on the command line, after proving it on made-up ones.

    `check` takes a Tree and gives one line for each finding. `right` is a tree (path -> text) without any;
    `wrong` is a list of (path -> text, part of the expected finding).
    """
    findings = _run_on(check, right)
    if findings:
        sys.exit("self-check: findings in a right tree:\n" + "\n".join(findings))
    for files, expected in wrong:
        findings = _run_on(check, {**right, **files})
        if not any(expected in finding for finding in findings):
            sys.exit(f"self-check: {expected!r} was not found in {files!r}, only {findings!r}")
    findings = list(check(Tree(sys.argv[1])))
    if findings:
        sys.exit("\n".join(findings) + f"\n{len(findings)} findings")
    print(f"clean; the guard found all {len(wrong)} faults of its self-check")
