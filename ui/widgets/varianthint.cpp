// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/varianthint.h"

#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int namePixels = 28;

QString inWords(const QList<VariationSequence>& sequences) {
    QStringList shown;
    QStringList unknown;
    for (const VariationSequence& sequence : sequences)
        (canShowVariation(sequence) ? shown : unknown).append(variationNotation(sequence));
    QStringList words;
    if (!shown.isEmpty())
        words.append(VariantHint::tr("Variant characters: %1").arg(shown.join(u", ")));
    if (!unknown.isEmpty())
        words.append(VariantHint::tr("No font here has this shape: %1").arg(unknown.join(u", ")));
    return words.join(u"  ");
}

} // namespace

VariantHint::VariantHint(QWidget* parent) : QWidget(parent) {
    setFont(theme::font(theme::TextRole::Supporting));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void VariantHint::setText(const QString& name) {
    const QList<VariationSequence> sequences = variationSequences(name);
    m_name = name;
    m_words = inWords(sequences);
    setAccessibleName(m_words);
    setVisible(!sequences.isEmpty());
    updateGeometry();
    update();
}

QSize VariantHint::sizeHint() const {
    const int nameRoom = m_words.isEmpty() ? 0 : qRound(nameWidth(m_name, theme::px(namePixels)));
    return {nameRoom + theme::px(16) + QFontMetrics(font()).horizontalAdvance(m_words), theme::px(40)};
}

QSize VariantHint::minimumSizeHint() const {
    return {0, theme::px(40)};
}

void VariantHint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int pixels = theme::px(namePixels);
    const qreal baseline = height() / 2.0 + pixels * 0.36;
    painter.setPen(QColor(theme::colour::text));
    paintName(painter, {double(theme::px(9)), baseline}, m_name, pixels);
    const int left = theme::px(9 + 16) + qRound(nameWidth(m_name, pixels));
    painter.setPen(QColor(theme::colour::supporting));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, m_words);
}

} // namespace madoguchi
