// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How everything looks: colours, sizes, fonts and the scale. Every size in ui/ is written as pixels of the
// design (at 100 %) and goes through px(); every colour and font comes from here. Main thread.
#pragma once

#include <QColor>
#include <QFont>

class QApplication;

namespace madoguchi {

/// How large text and controls are: 100 to 200 %, chosen at the start.
class Scale {
public:
    Scale() = default;
    /// Outside 100..200 the nearer end is taken.
    static Scale fromPercent(int percent);
    int percent() const { return m_percent; }

private:
    int m_percent = 100;
};

/// Sets style, palette and fonts of the program and the ring around the focused control. Call it before
/// widgets are made; calling it again with another scale suits widgets that are made afterwards.
void applyTheme(QApplication& application, Scale scale);

namespace theme {

/// Design pixels to pixels of the scale given to applyTheme().
int px(int designPixels);

// Digital Agency design system; contrast on white in brackets.
namespace colour {
constexpr QRgb text = 0xff1a1a1a;       ///< headings, what was typed (17.4)
constexpr QRgb body = 0xff333333;       ///< running text (12.6)
constexpr QRgb supporting = 0xff666666; ///< supporting text, borders of fields (5.7)
constexpr QRgb line = 0xffcccccc;       ///< lines that carry no meaning
constexpr QRgb surface = 0xfff2f2f2;    ///< behind disabled fields and bars
constexpr QRgb paper = 0xffffffff;
constexpr QRgb primary = 0xff0017c1; ///< (11.1)
constexpr QRgb primaryHover = 0xff00118f;
constexpr QRgb primaryPressed = 0xff000060;
constexpr QRgb errorLine = 0xffec0000; ///< (4.6)
constexpr QRgb errorText = 0xffce0000; ///< (5.8)
constexpr QRgb errorPressed = 0xffa90000;
constexpr QRgb errorSurface = 0xfffdeeee;
constexpr QRgb success = 0xff197a4b; ///< (5.35)
constexpr QRgb successSurface = 0xffe6f5ec;
constexpr QRgb warning = 0xff806300; ///< on warningSurface (5.2)
constexpr QRgb warningSurface = 0xfffbf5e0;
constexpr QRgb selected = 0xffe8f1fe;   ///< behind a selected row, with `text` on it (15.3)
constexpr QRgb focusOuter = 0xff000000; ///< 4 px outside
constexpr QRgb focusInner = 0xffffd43d; ///< 2 px next to the control
} // namespace colour

constexpr int targetHeight = 40;
constexpr int rowHeight = 36;
constexpr int radius = 8;
constexpr int grid = 8;
/// Keep this much free around every control, so that the focus ring is never cut.
constexpr int focusRingWidth = 6;

enum class TextRole {
    Body,       ///< 16
    Strong,     ///< 16 bold
    Dense,      ///< 14, tables
    Supporting, ///< 14
    Heading,    ///< 20 bold
    Title,      ///< 24 bold
    Large,      ///< 32 bold
    Clock,      ///< 96 bold
    Name,       ///< 20, IPAmj Mincho, for people's names
};
QFont font(TextRole role);

} // namespace theme
} // namespace madoguchi
