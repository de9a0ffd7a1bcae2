# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""The C++ sources are as clang-format leaves them."""

import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

import guard

BATCH = 16


def findings_in(tree, paths):
    run = subprocess.run(
        ["clang-format", "--dry-run", "-Werror", "--style=file", *paths],
        cwd=tree.root, capture_output=True, text=True, check=False)
    found = set(re.findall(r"^(\S+):\d+:\d+: error: ", run.stderr, re.MULTILINE))
    if run.returncode and not found:
        found = {run.stderr.strip()}
    return [f"{path}: clang-format would change it" for path in sorted(found)]


def check(tree):
    paths = tree.matching(r"(app|ui|smartcard|tests)/.*\.(cpp|h)")
    batches = [paths[start:start + BATCH] for start in range(0, len(paths), BATCH)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for findings in pool.map(lambda batch: findings_in(tree, batch), batches):
            yield from findings


if __name__ == "__main__":
    guard.main(
        check,
        right={".clang-format": "BasedOnStyle: LLVM\n", "app/a.h": "int a();\n"},
        wrong=[({"app/b.h": "int  b( );\n"}, "app/b.h: clang-format would change it")],
    )
