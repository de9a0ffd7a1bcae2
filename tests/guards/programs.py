# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""The simulated cards are linked into the practice program and not into the production programs.

  programs.py LIBRARY --with PROGRAM... --without PROGRAM...

LIBRARY is the simulator's archive. The programs that must have it prove that its symbols can be seen at all.
"""

import argparse
import subprocess
import sys


def symbols(path, *kinds):
    """Names of the functions and data that the file itself defines (T, t, D, B ...; not weak ones)."""
    run = subprocess.run(["nm", "-C", "--defined-only", path], check=True, capture_output=True, text=True)
    parts = (line.split(maxsplit=2) for line in run.stdout.splitlines())
    return {part[2] for part in parts if len(part) == 3 and part[1] in kinds}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("library")
    arguments.add_argument("--with", dest="having", nargs="*", default=[])
    arguments.add_argument("--without", dest="lacking", nargs="*", default=[])
    given = arguments.parse_args()

    own = {name for name in symbols(given.library, "T") if name.startswith("madoguchi::")}
    if not own:
        sys.exit(f"{given.library} defines nothing of ours: nothing to look for")
    findings = []
    for program in given.having:
        if not own & symbols(program, "T", "t"):
            findings.append(f"{program} shows no symbol of the simulator: this guard would see none anywhere")
    for program in given.lacking:
        findings += [f"{program} contains {name}" for name in sorted(own & symbols(program, "T", "t"))]
        if not any(name.startswith("madoguchi::") for name in symbols(program, "T", "t")):
            findings.append(f"{program} shows no symbols at all")
    if findings:
        sys.exit("\n".join(findings))
    print(f"{len(own)} symbols of the simulator looked for")


if __name__ == "__main__":
    main()
