# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Each ErrorCode has a text of its own in ui/errortext.cpp."""

import re

import guard

CODES = "app/base/errorcode.h"
TEXTS = "ui/errortext.cpp"
FEWEST = 3  # an enum that the pattern below no longer reads would otherwise pass


def check(tree):
    body = re.search(r"enum class ErrorCode \{(.*?)\};", tree.text(CODES), re.DOTALL)
    codes = re.findall(r"^\s*(\w+)\s*(?:=[^,]*)?,?\s*$", re.sub(r"//.*", "", body.group(1)) if body else "", re.MULTILINE)
    if len(codes) < FEWEST:
        yield f"{CODES}: {len(codes)} codes read"
    # Comments go; what stays between one code and the next must hold a literal, the code's text.
    texts = re.sub(r"//[^\n]*", "", tree.text(TEXTS))
    parts = re.split(r"\bErrorCode::(\w+)", texts)
    said = {code for code, after in zip(parts[1::2], parts[2::2]) if '"' in after}
    for code in codes:
        if code not in said:
            yield f"{TEXTS}: ErrorCode::{code} has no text"


if __name__ == "__main__":
    ENUM = "enum class ErrorCode {\n  One, // first\n  Two,\n  Three,\n};\n"
    guard.main(
        check,
        right={
            CODES: ENUM,
            TEXTS: 'case ErrorCode::One: return tr("a");\ncase ErrorCode::Two: return tr("b");\n'
                   'case ErrorCode::Three: return tr("c");\n',
        },
        wrong=[
            ({CODES: ENUM.replace("Three", "Three,\n  Four")}, "ErrorCode::Four has no text"),
            ({TEXTS: '// ErrorCode::One "a"\n'}, "ErrorCode::One has no text"),
            ({TEXTS: 'case ErrorCode::One:\ncase ErrorCode::Two: return tr("b");\n'}, "ErrorCode::One has no text"),
            ({CODES: "enum class ErrorCode : int { One };\n"}, "0 codes read"),
        ],
    )
