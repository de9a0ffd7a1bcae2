// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/variantglyphs.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

namespace madoguchi {

using namespace Qt::StringLiterals;

class VariantGlyphsTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scale()); }

    void findsEachSequenceOnce() {
        const QList<VariationSequence> found =
            variationSequences(u"葛\U000E0100城辻\U000E0101葛\U000E0100"_s);
        QCOMPARE(found, (QList<VariationSequence>{{U'葛', 0xE0100}, {U'辻', 0xE0101}}));
        QCOMPARE(variationNotation(found.constFirst()), u"葛 E0100"_s);
        QVERIFY(variationSequences(u"\U00020BB7か\u309A"_s).isEmpty());
    }

    void knowsWhichShapesTheFontsHave() {
        QVERIFY(canShowVariation({U'葛', 0xE0100}));  // Adobe-Japan1: Noto
        QVERIFY(canShowVariation({U'葛', 0xE0102}));  // MJ: IPAmj
        QVERIFY(!canShowVariation({U'葛', 0xE01EF})); // nobody's
    }

    void paintsAnotherShapeThanThePlainCharacter() {
        const QImage plain = painted(u"葛"_s);
        const QImage variant = painted(u"葛\U000E0100"_s);
        const QImage unknown = painted(u"葛\U000E01EF"_s);
        QVERIFY(plain != variant);
        QCOMPARE(unknown, plain);
        QVERIFY(inked(variant) > 50);
    }

    void theWidthIsThatOfItsCharacters() {
        QCOMPARE(qRound(nameWidth(u"葛\U000E0100城"_s, 40)), 80);
        QCOMPARE(qRound(nameWidth({}, 40)), 0);
    }

private:
    static QImage painted(const QString& name) {
        QImage image(60, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintName(painter, {10, 45}, name, 40);
        return image;
    }
    static int inked(const QImage& image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        }
        return count;
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::VariantGlyphsTest)
#include "tst_variantglyphs.moc"
