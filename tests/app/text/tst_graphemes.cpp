// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/graphemes.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {
// The characters that Qt's own line edit damages.
const QString katsu = u"\u845B\U000E0100"_s; // 葛 with a variation selector: three UTF-16 units
const QString yoshi = u"\U00020BB7"_s;       // 𠮷: two units
const QString ka = u"\u304B\u309A"_s;        // か゚: two units
} // namespace

class GraphemesTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void countsWhatAReaderCounts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("variation sequence") << katsu << 1;
        QTest::newRow("outside the BMP") << yoshi << 1;
        QTest::newRow("combining mark") << ka << 1;
        QTest::newRow("name") << katsu + u"城 髙子"_s << 5;
        QTest::newRow("all three") << katsu + yoshi + ka << 3;
        QTest::newRow("sequence of the MJ collection") << u"\u9089\U000E0110\u8FBA\uFE00"_s << 2;
    }

    void countsWhatAReaderCounts() {
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(characterCount(text), count);
    }

    void cutsOnlyBetweenCharacters() {
        const QString text = katsu + yoshi + ka;
        QCOMPARE(firstCharacters(text, 0), QString());
        QCOMPARE(firstCharacters(text, 1), katsu);
        QCOMPARE(firstCharacters(text, 2), katsu + yoshi);
        QCOMPARE(firstCharacters(text, 3), text);
        QCOMPARE(firstCharacters(text, 99), text);
    }

    void aCursorInsideACharacterNeverCutsIt() {
        QCOMPARE(previousCharacterStart(katsu, 2), 0);
        QCOMPARE(nextCharacterEnd(katsu, 1), katsu.size());
    }

    void cursorsMoveByCharacters() {
        const QString text = u"大"_s + katsu + yoshi;
        QCOMPARE(nextCharacterEnd(text, 1), 4);
        QCOMPARE(nextCharacterEnd(text, 4), 6);
        QCOMPARE(nextCharacterEnd(text, 6), 6);
        QCOMPARE(previousCharacterStart(text, 6), 4);
        QCOMPARE(previousCharacterStart(text, 4), 1);
        QCOMPARE(previousCharacterStart(text, 0), 0);
    }

    void variationSelectorsAreThoseOfUnicode() {
        QVERIFY(isVariationSelector(0xFE00) && isVariationSelector(0xFE0F));
        QVERIFY(isVariationSelector(0xE0100) && isVariationSelector(0xE01EF));
        QVERIFY(!isVariationSelector(0xFE10) && !isVariationSelector(0xE01F0) && !isVariationSelector(U'葛'));
    }

    // Broken text (half a surrogate pair, a mark with nothing before it) must neither crash nor hang.
    void anyTextIsEmptiedCharacterByCharacter() {
        const QList<QChar> parts = {u'葛',         u'か',         QChar(0x309A), QChar(0xDB40),
                                    QChar(0xDD00), QChar(0xD842), QChar(0xDFB7), u'a',
                                    u'\r',         u'\n',         QChar(0x200D)};
        QRandomGenerator random(20261121);
        for (int round = 0; round < 5000; ++round) {
            QString text;
            for (int length = random.bounded(12); length > 0; --length)
                text.append(parts[random.bounded(int(parts.size()))]);
            const qsizetype count = characterCount(text);
            QString left = text;
            for (qsizetype i = 0; i < count; ++i)
                left.truncate(previousCharacterStart(left, left.size()));
            QCOMPARE(left, QString());
            QCOMPARE(firstCharacters(text, count), text);
        }
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::GraphemesTest)
#include "tst_graphemes.moc"
