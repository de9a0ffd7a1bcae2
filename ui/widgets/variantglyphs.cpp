// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/variantglyphs.h"

#include "app/text/graphemes.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QStringList>

#include <hb.h>
#include <memory>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct HarfBuzzDeleter {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

/// Gives HarfBuzz one table of a Qt font; the bytes live as long as the blob.
hb_blob_t* tableOf(hb_face_t*, hb_tag_t tag, void* rawFont) {
    char name[5] = {};
    hb_tag_to_string(tag, name);
    auto table = std::make_unique<QByteArray>(static_cast<QRawFont*>(rawFont)->fontTable(name));
    if (table->isEmpty())
        return nullptr;
    QByteArray* owned = table.release();
    return hb_blob_create(owned->constData(), static_cast<unsigned>(owned->size()), HB_MEMORY_MODE_READONLY,
                          owned, [](void* bytes) { delete static_cast<QByteArray*>(bytes); });
}

struct FoundGlyph {
    QRawFont font;
    quint32 glyph = 0;
};

std::optional<quint32> glyphIn(QRawFont font, const VariationSequence& sequence) {
    const std::unique_ptr<hb_face_t, HarfBuzzDeleter> face(
        hb_face_create_for_tables(tableOf, &font, nullptr));
    const std::unique_ptr<hb_font_t, HarfBuzzDeleter> shaped(hb_font_create(face.get()));
    hb_codepoint_t glyph = 0;
    if (hb_font_get_variation_glyph(shaped.get(), sequence.base, sequence.selector, &glyph) == 0)
        return std::nullopt;
    return glyph;
}

// The fonts' collections hardly overlap: IPAmj knows the MJ collection, Noto knows Adobe-Japan1.
std::optional<FoundGlyph> findGlyph(const VariationSequence& sequence, int pixelSize) {
    for (const QString& family : theme::font(theme::TextRole::Name).families()) {
        QFont wanted(family);
        wanted.setPixelSize(pixelSize);
        const QRawFont font = QRawFont::fromFont(wanted, QFontDatabase::Japanese);
        if (!font.isValid())
            continue;
        if (const std::optional<quint32> glyph = glyphIn(font, sequence))
            return FoundGlyph{font, *glyph};
    }
    return std::nullopt;
}

/// The sequence that a character is, or nothing for plain ones.
std::optional<VariationSequence> sequenceOf(const QString& character) {
    const QList<uint> points = character.toUcs4();
    if (points.size() < 2 || !isVariationSelector(points.at(1)))
        return std::nullopt;
    return VariationSequence{points.at(0), points.at(1)};
}

/// The text in runs: plain text, or one variation sequence.
QStringList runs(const QString& text) {
    QStringList result;
    bool plainBefore = false;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype end = nextCharacterEnd(text, begin);
        const QString character = text.sliced(begin, end - begin);
        const bool plain = !sequenceOf(character);
        if (plain && plainBefore) {
            result.last() += character;
        } else {
            result.append(character);
        }
        plainBefore = plain;
        begin = end;
    }
    return result;
}

QFont nameFont(int pixelSize) {
    QFont font = theme::font(theme::TextRole::Name);
    font.setPixelSize(pixelSize);
    return font;
}

/// Paints one run when there is a painter; returns its width.
qreal layRun(QPainter* painter, const QPointF& baseline, const QString& run, int pixelSize) {
    const std::optional<VariationSequence> sequence = sequenceOf(run);
    const std::optional<FoundGlyph> found = sequence ? findGlyph(*sequence, pixelSize) : std::nullopt;
    if (!found) {
        const QString shown = sequence ? QString::fromUcs4(&sequence->base, 1) : run;
        if (painter != nullptr)
            painter->drawText(baseline, shown);
        return QFontMetricsF(nameFont(pixelSize)).horizontalAdvance(shown);
    }
    if (painter != nullptr) {
        QGlyphRun glyphs;
        glyphs.setRawFont(found->font);
        glyphs.setGlyphIndexes({found->glyph});
        glyphs.setPositions({QPointF()});
        painter->drawGlyphRun(baseline, glyphs);
    }
    return found->font.advancesForGlyphIndexes({found->glyph}).constFirst().x();
}

qreal layName(QPainter* painter, QPointF baseline, const QString& name, int pixelSize) {
    const qreal begin = baseline.x();
    for (const QString& run : runs(name))
        baseline.rx() += layRun(painter, baseline, run, pixelSize);
    return baseline.x() - begin;
}

} // namespace

QList<VariationSequence> variationSequences(const QString& text) {
    QList<VariationSequence> result;
    for (const QString& run : runs(text)) {
        const std::optional<VariationSequence> sequence = sequenceOf(run);
        if (sequence && !result.contains(*sequence))
            result.append(*sequence);
    }
    return result;
}

QString variationNotation(const VariationSequence& sequence) {
    return QString::fromUcs4(&sequence.base, 1) + u' ' +
           QString::number(static_cast<uint>(sequence.selector), 16).toUpper();
}

bool canShowVariation(const VariationSequence& sequence) {
    return findGlyph(sequence, theme::px(20)).has_value();
}

qreal nameWidth(const QString& name, int pixelSize) {
    return layName(nullptr, {}, name, pixelSize);
}

void paintName(QPainter& painter, const QPointF& baseline, const QString& name, int pixelSize) {
    painter.save();
    painter.setFont(nameFont(pixelSize));
    layName(&painter, baseline, name, pixelSize);
    painter.restore();
}

} // namespace madoguchi
