# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
"""Includes point along one arrow only: madoguchi -> ui -> core -> smartcard -> base.

A target may include itself and what is below; each knows only the libraries that it needs. Within core, each
folder of app/ says in its README, after "May include:", which of its neighbours it knows.
"""

import re

import guard

# The first pattern that matches a path names its layer.
LAYERS = [
    ("core", r"app/workstation(parts)?\.(cpp|h)"),  # what screens and commands are handed
    ("program", r"app/(practice/.*|ctl/.*|[^/]+)"),
    ("base", r"app/base/.*"),
    ("core", r"app/.*"),
    ("simulator", r"smartcard/simulator/.*"),
    ("seam", r"smartcard/cardstack\.h"),  # all that the simulator knows of smartcard
    ("smartcard", r"smartcard/.*"),
    ("program", r"ui/practice/.*"),  # the practice program, which has simulated cards
    ("ui", r"ui/.*"),
    ("tests", r"tests/.*"),
]
BELOW = {
    "base": {"base"},
    "seam": {"base"},
    "simulator": {"simulator", "seam", "base"},
    "smartcard": {"smartcard", "seam", "base"},
    "core": {"core", "smartcard", "seam", "base"},
    "ui": {"ui", "core", "smartcard", "seam", "base"},
    "program": {"program", "ui", "core", "smartcard", "seam", "simulator", "base"},
    "tests": {"tests", "program", "ui", "core", "smartcard", "seam", "simulator", "base"},
}

# Qt's classes are told by the module that has them; everything else of Qt that we use is in Qt Core.
MODULES = {
    "Gui": r"Q(Accessible\w*|Action\w*|Brush|Color|Cursor|Desktop\w*|Font\w*|GuiApplication|Icon\w*|"
    r"Image\w*|InputMethod\w*|IntValidator|DoubleValidator|KeyEvent|KeySequence|MouseEvent|FocusEvent|"
    r"\w*HideEvent|\w*ShowEvent|CloseEvent|PaintEvent|ResizeEvent|Paint\w*|Palette|Pen|Pixmap\w*|Polygon\w*|"
    r"RegularExpressionValidator|Screen|Shortcut|Standard(Item\w*)|StyleHints|Syntax\w*|TextBlock\w*|TextChar\w*|"
    r"TextCursor|TextDocument\w*|TextFormat|TextLayout|TextOption|Transform|Validator|Window)",
    "Widgets": r"Q(Abstract(Button|Item(View|Delegate)|ScrollArea|Slider|SpinBox)|Application|BoxLayout|Button\w*|"
    r"Calendar\w*|CheckBox|ColorDialog|Column\w*|ComboBox|CommandLinkButton|Completer|DataWidgetMapper|Date\w*Edit|"
    r"DialogButtonBox|\w*Dialog|DockWidget|FontComboBox|FormLayout|Frame|Graphics\w*|Grid\w*|GroupBox|HBoxLayout|"
    r"HeaderView|\w*ItemDelegate|KeySequenceEdit|LCDNumber|Label|Layout\w*|LineEdit|List(View|Widget\w*)|MainWindow|"
    r"Mdi\w*|Menu\w*|MessageBox|PlainTextEdit|ProgressBar|\w*PushButton|RadioButton|Scroll\w*|Size(Grip|Policy)|"
    r"Slider|SpacerItem|SpinBox|SplashScreen|Splitter\w*|Stacked\w*|StatusBar|Style\w*|SystemTrayIcon|Tab(Bar|Widget)|"
    r"Table(View|Widget\w*)|TextBrowser|TextEdit|TimeEdit|Tool(Bar|Box|Button|Tip)|Tree(View|Widget\w*)|VBoxLayout|"
    r"WhatsThis|Widget\w*|Wizard\w*)",
    "Network": r"Q(Abstract(Network\w*|Socket)|Dns\w*|Host\w*|Http\w*|Local(Server|Socket)|Network\w*|Ssl\w*|"
    r"Tcp\w*|Udp\w*)",
    "PrintSupport": r"Q(Print\w*)",
    "Test": r"Q(Test|Signal(Spy)|AbstractItemModelTester|TestEvent\w*)",
}
QT = {
    "base": set(),
    "simulator": {"Network"},  # madoguchi-simcard speaks to vpcd over TCP
    "seam": set(),
    "smartcard": set(),
    "core": set(),
    "ui": {"Gui", "Widgets", "PrintSupport"},
    "program": {"Gui", "Widgets", "Network"},
    "tests": set(MODULES),
}
LIBRARIES = {
    "openssl": (r"openssl/.*", {"base", "simulator", "smartcard", "core", "program", "tests"}),
    "PC/SC": (r"(winscard|wintypes|pcsclite|PCSC/.*|ifdhandler|reader)(\.h)?", {"smartcard", "program", "tests"}),
    "SQLCipher": (r"(sqlcipher/)?sqlite3(ext)?\.h", {"core", "tests"}),
    "ICU": (r"unicode/.*", {"core", "tests"}),
}


def layer_of(path):
    return next((name for name, pattern in LAYERS if re.fullmatch(pattern, path)), None)


def module_of(header):
    folder = header.split("/")[0].removeprefix("Qt")
    if folder in MODULES:
        return folder
    return next((name for name, pattern in MODULES.items() if re.fullmatch(pattern, header)), "Core")


def own_include(tree, path, layer, header):
    if re.fullmatch(r"[^/]+\.moc", header):
        return None
    if header not in tree.files:
        return f'includes "{header}": not a full path from the root'
    if layer_of(header) not in BELOW[layer]:
        return f'includes "{header}": {layer} may not know {layer_of(header)}'
    return None


def library_include(layer, header):
    if re.fullmatch(r"Q[A-Zt].*", header):
        module = module_of(header)
        if module != "Core" and module not in QT[layer]:
            return f"includes <{header}>: {layer} may not know Qt {module}"
    for name, (pattern, allowed) in LIBRARIES.items():
        if re.fullmatch(pattern, header) and layer not in allowed:
            return f"includes <{header}>: {layer} may not know {name}"
    return None


def neighbours(tree, folder):
    """The folders of app/ that its README allows; None: all of them, or no README says."""
    readme = f"app/{folder}/README.md"
    said = re.search(r"May include:(.*?)(?:\n\n|\Z)", tree.text(readme), re.S) if readme in tree.files else None
    if not said or "everything in app" in said[1] or "rest of core" in said[1]:
        return None
    return set(re.findall(r"app/(\w+)", said[1]))


def undeclared(allowed, folder, header):
    included = re.match(r"app/(\w+)/", header or "")
    if allowed is None or not included or included[1] == folder or included[1] in allowed:
        return None
    return f'includes "{header}": app/{folder}/README.md does not name app/{included[1]}'


def check(tree):
    allowed = {folder: neighbours(tree, folder) for folder in {p.split("/")[1] for p in tree.matching(r"app/\w+/.*")}}
    for path in tree.matching(r"(app|ui|smartcard|tests)/.*\.(cpp|h)"):
        layer = layer_of(path)
        folder = path.split("/")[1]
        for number, line in enumerate(tree.text(path).split("\n"), start=1):
            found = re.match(r'\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', line)
            if not found:
                continue
            own, library = found.groups()
            finding = own_include(tree, path, layer, own) if own else library_include(layer, library)
            if not finding and path.startswith("app/") and folder in allowed:
                finding = undeclared(allowed[folder], folder, own)
            if finding:
                yield f"{path}:{number}: {finding}"


if __name__ == "__main__":
    guard.main(
        check,
        right={
            "app/audit/README.md": "# app/audit\nMay include: app/base.\n",
            "app/main.cpp": '#include "ui/mainwindow.h"\n#include <QApplication>\n',
            "app/base/result.h": "#include <QString>\n#include <openssl/evp.h>\n",
            "app/audit/writer.h": '#include "smartcard/card.h"\n#include <sqlcipher/sqlite3.h>\n#include <vector>\n',
            "smartcard/card.h": '#include "app/base/result.h"\n#include <winscard.h>\n#include <QObject>\n',
            "smartcard/cardstack.h": '#include "app/base/result.h"\n',
            "smartcard/simulator/chip.h": '#include "app/base/result.h"\n#include "smartcard/cardstack.h"\n',
            "ui/mainwindow.h": '#include "app/audit/writer.h"\n#include <QMainWindow>\n#include <QtGlobal>\n#include <QDate>\n',
            "tests/ui/tst_mainwindow.cpp": '#include "ui/mainwindow.h"\n#include "tst_mainwindow.moc"\n',
        },
        wrong=[
            ({"app/base/a.h": '#include "smartcard/card.h"\n'}, "base may not know smartcard"),
            (
                {"app/text/a.h": "", "app/audit/a.h": '#include "app/text/a.h"\n'},
                "app/audit/README.md does not name app/text",
            ),
            ({"smartcard/a.h": '#include "app/audit/writer.h"\n'}, "smartcard may not know core"),
            ({"smartcard/a.h": '#include "smartcard/simulator/chip.h"\n'}, "smartcard may not know simulator"),
            ({"smartcard/simulator/a.h": '#include "smartcard/card.h"\n'}, "simulator may not know smartcard"),
            ({"app/audit/a.h": '#include "ui/mainwindow.h"\n'}, "core may not know ui"),
            ({"ui/a.h": '#include "smartcard/simulator/chip.h"\n'}, "ui may not know simulator"),
            ({"ui/a.h": '#include "mainwindow.h"\n'}, "not a full path from the root"),
            ({"ui/a.h": '#include "../app/audit/writer.h"\n'}, "not a full path from the root"),
            ({"ui/a.h": '#include "app/main.cpp"\n'}, "ui may not know program"),
            ({"app/audit/a.h": "#include <QWidget>\n"}, "core may not know Qt Widgets"),
            ({"app/audit/a.h": "#include <QLineEdit>\n"}, "core may not know Qt Widgets"),
            ({"app/audit/a.h": "#include <QtWidgets/QLabel>\n"}, "core may not know Qt Widgets"),
            ({"app/audit/a.h": "#include <QColor>\n"}, "core may not know Qt Gui"),
            ({"smartcard/a.h": "#include <QTcpSocket>\n"}, "smartcard may not know Qt Network"),
            ({"smartcard/a.h": "#include <sqlcipher/sqlite3.h>\n"}, "smartcard may not know SQLCipher"),
            ({"ui/a.h": "#include <winscard.h>\n"}, "ui may not know PC/SC"),
            ({"ui/a.h": "#include <openssl/evp.h>\n"}, "ui may not know openssl"),
        ],
    )
