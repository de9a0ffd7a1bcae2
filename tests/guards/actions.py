# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Each ActionId is written to the record somewhere: of one that only a control carries the use would leave nothing."""

import re

import guard

IDS = "app/actions/actionid.h"
CATALOGUE = "app/actions/actioncatalogue.cpp"
FEWEST = 3  # an enum that the pattern below no longer reads would otherwise pass
# The core has no controls: what it mentions it writes, but for what it only compares with.
MENTION = re.compile(r"(?<!== )(?<!isAction\(record, )\bActionId::(\w+)")
# On screens only what goes through a door counts: a call of these, or an ActionCall made for one. The action may be
# one of two, and an argument may stand before it.
CONDITION = r"(?:[\w.()]+\s*\?\s*)?"
DOOR = re.compile(
    r"(?:\b(?:note|noteAt|run|runInVault|exportFile|changeCard|changeOperator)\((?:[\w()]+,\s*)?"
    r"|\bActionCall(?: \w+)?(?=\{))[\s({]*"
    + CONDITION + r"ActionId::(\w+)(?:\s*:\s*ActionId::(\w+))?")


# What the console writes says nothing of a button's use.
BUTTON = re.compile(r"\bActionButton\((?:this, )?ActionId::(\w+)")


def written(tree, places):
    for path in tree.matching(places + r".*\.(cpp|h)"):
        if path not in (IDS, CATALOGUE):
            text = re.sub(r"//[^\n]*", "", tree.text(path))
            pattern = MENTION if path.startswith("app/") else DOOR
            yield from (name for match in pattern.finditer(text) for name in match.groups() if name)


def check(tree):
    body = re.search(r"enum class ActionId \{(.*?)\};", tree.text(IDS), re.DOTALL)
    ids = re.findall(r"^\s*(\w+),", re.sub(r"//.*", "", body.group(1)) if body else "", re.MULTILINE)
    if len(ids) < FEWEST:
        yield f"{IDS}: {len(ids)} actions read"
    names = dict(re.findall(r'ActionEntry\{ActionId::(\w+),\s*"([^"]+)"', tree.text(CATALOGUE)))
    # app/audit is below the catalogue and has names only.
    audit = "".join(tree.text(path) for path in tree.matching(r"app/audit/.*\.cpp"))
    on_screen = set(written(tree, "(app/(?!ctl/)|ui/)"))
    known = on_screen | set(written(tree, "app/ctl/"))
    buttons = {name for path in tree.matching(r"ui/.*\.cpp") for name in BUTTON.findall(tree.text(path))}
    for action in ids:
        if action not in (on_screen if action in buttons else known) and f'"{names.get(action)}"' not in audit:
            yield f"{IDS}: nothing writes {action} to the record"


if __name__ == "__main__":
    ENUM = "enum class ActionId {\n  Start, ///< first\n  Lock,\n  Show,\n  Save,\n  Export,\n};\n"
    ENTRIES = 'ActionEntry{ActionId::Start, "program.start"},\nActionEntry{ActionId::Lock, "session.lock"},\n' \
              'ActionEntry{ActionId::Show,\n  "screen.show"},\nActionEntry{ActionId::Save, "draft.save"},\n'
    PAGE = "note({ActionId::Show});\nconst ActionCall call{\n  isNew ? ActionId::Show : ActionId::Save};\n"
    guard.main(
        check,
        right={
            IDS: ENUM,
            CATALOGUE: ENTRIES,
            "app/audit/a.cpp": 'constexpr auto Start = "program.start";\n',
            "app/login/l.cpp": "append(recordOf(ActionId::Lock));\n",
            "ui/p.cpp": PAGE,
            "ui/e.cpp": "exportFile(context(),\n  {ActionId::Export}, name);\n",
        },
        wrong=[
            ({IDS: ENUM.replace("Save,", "Save,\n  Open,")}, "nothing writes Open"),
            ({"app/audit/a.cpp": "\n"}, "nothing writes Start"),
            ({"app/login/l.cpp": "if (id == ActionId::Lock)\n"}, "nothing writes Lock"),
            ({"app/login/l.cpp": "// append(ActionId::Lock)\n"}, "nothing writes Lock"),
            ({"ui/p.cpp": "new ActionButton(ActionId::Save);\nnote({ActionId::Show});\n"}, "nothing writes Save"),
            ({"ui/p.cpp": PAGE.replace("ActionCall call", "FunctionKey key")}, "nothing writes Save"),
            ({"ui/e.cpp": "exportFile(name);\nbutton(ActionId::Export);\n"}, "nothing writes Export"),
            ({"ui/e.cpp": "new ActionButton(ActionId::Export);\n", "app/ctl/c.cpp": "run({ActionId::Export});\n"},
             "nothing writes Export"),
            ({IDS: "enum class ActionId : int { One };\n"}, "0 actions read"),
        ],
    )
