// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The glyphs of variation sequences (異体字), which Qt does not shape: 葛 with U+E0100 is looked up in the
// fonts' own tables through HarfBuzz and painted by glyph number. Main thread.
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

#include <optional>

class QPainter;

namespace madoguchi {

/// One character followed by a variation selector.
struct VariationSequence {
    char32_t base = 0;
    char32_t selector = 0;
    bool operator==(const VariationSequence&) const = default;
};

/// In the order of the text; a sequence that occurs twice is listed once.
QList<VariationSequence> variationSequences(const QString& text);

/// "葛 E0100": the plain character and the selector's number.
QString variationNotation(const VariationSequence& sequence);

/// True when one of the installed fonts for names has this very shape.
bool canShowVariation(const VariationSequence& sequence);

/// Width of paintName() in pixels.
qreal nameWidth(const QString& name, int pixelSize);
/// Paints a name on one line with the right shape for every variation sequence that a font knows; for others
/// the plain character.
void paintName(QPainter& painter, const QPointF& baseline, const QString& name, int pixelSize);

} // namespace madoguchi
