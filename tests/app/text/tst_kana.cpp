// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/kana.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>

#include <memory>
#include <unicode/translit.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

class KanaTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void becomesFullWidthKatakana_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::newRow("hiragana") << u"かつらぎ たかこ"_s << u"カツラギ\u3000タカコ"_s;
        QTest::newRow("half width") << u"ｶﾂﾗｷﾞ ﾊﾟｰｼﾞ"_s << u"カツラギ\u3000パージ"_s;
        QTest::newRow("half-width vu") << u"ｳﾞｨﾄﾝ"_s << u"ヴィトン"_s;
        QTest::newRow("hiragana vu") << u"ゔぃとん"_s << u"ヴィトン"_s;
        QTest::newRow("old kana") << u"ヷﾜﾞｦﾞゐゑ"_s << u"ヷヷヺヰヱ"_s;
        QTest::newRow("small kana stay small")
            << u"きょうこ ｷｮｳｺ っゃゅょゎゕゖ"_s << u"キョウコ\u3000キョウコ\u3000ッャュョヮヵヶ"_s;
        QTest::newRow("large kana stay large") << u"きようこ"_s << u"キヨウコ"_s;
        QTest::newRow("combining marks") << u"か\u3099は\u309Aか\u309A"_s << u"ガパカ\u309A"_s;
        QTest::newRow("half-width ka with ring") << u"ｶﾟ"_s << u"カ\u309A"_s;
        QTest::newRow("marks alone") << u"ﾞﾟ"_s << u"゛゜"_s;
        QTest::newRow("selectors are kept") << u"葛\U000E0100ぎ"_s << u"葛\U000E0100ギ"_s;
        QTest::newRow("a mark after a selector joins nothing") << u"葛\U000E0100ﾞ"_s << u"葛\U000E0100゛"_s;
        QTest::newRow("signs") << u"ｱ･ｲｰ"_s << u"ア・イー"_s;
        QTest::newRow("iteration marks") << u"みすゞ"_s << u"ミスヾ"_s;
        QTest::newRow("others stay") << u"Ａb1漢𠮷㈱"_s << u"Ａb1漢𠮷㈱"_s;
    }

    void becomesFullWidthKatakana() {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QCOMPARE(toKatakana(typed), stored);
        QCOMPARE(toKatakana(stored), stored);
    }

    // Every hiragana and half-width kana, alone and with either mark, as ICU converts it; but ICU leaves ゕ
    // and ゖ.
    void agreesWithIcu() {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Transliterator> hiragana(
            icu::Transliterator::createInstance("Hiragana-Katakana", UTRANS_FORWARD, status));
        const std::unique_ptr<icu::Transliterator> widen(icu::Transliterator::createInstance(
            "[\\uFF65-\\uFF9F] Halfwidth-Fullwidth", UTRANS_FORWARD, status));
        QVERIFY(U_SUCCESS(status));
        const QString marks[] = {QString(), u"ﾞ"_s, u"ﾟ"_s};
        for (char16_t code = u'ぁ'; code <= u'ﾝ'; code = code == u'ゔ' ? u'ｦ' : char16_t(code + 1)) {
            for (const QString& mark : marks) {
                const QString typed = QChar(code) + mark;
                icu::UnicodeString expected(typed.utf16(), int32_t(typed.size()));
                widen->transliterate(expected);
                hiragana->transliterate(expected);
                // A mark that joins nothing: ICU writes the spacing one, here the combining one is kept.
                const QString icuText = QString::fromUtf16(expected.getBuffer(), expected.length())
                                            .replace(u'゛', u'\u3099')
                                            .replace(u'゜', u'\u309A');
                QCOMPARE(toKatakana(typed).replace(u'゛', u'\u3099').replace(u'゜', u'\u309A'), icuText);
            }
        }
    }

    void aReadingHoldsOnlyKatakana_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("plain") << u"カツラギ\u3000タカコ"_s << QString();
        QTest::newRow("signs") << u"ジャン＝"_s << u"＝"_s;
        QTest::newRow("middle dot and long vowel") << u"マリー・アンヌ"_s << QString();
        QTest::newRow("ring") << u"カ\u309A"_s << QString();
        QTest::newRow("ring alone") << u"\u309Aカ"_s << u"\u309A"_s;
        QTest::newRow("Ainu small kana") << u"アイヌㇷ゚"_s << QString();
        QTest::newRow("hiragana") << u"カつラギ"_s << u"つ"_s;
        QTest::newRow("half width") << u"ｶ"_s << u"ｶ"_s;
        QTest::newRow("ASCII space") << u"カ タ"_s << u" "_s;
        QTest::newRow("kanji outside the BMP") << u"カ𠮷"_s << u"𠮷"_s;
        QTest::newRow("hyphen") << u"カ-"_s << u"-"_s;
    }

    void aReadingHoldsOnlyKatakana() {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QCOMPARE(firstNonReadingCharacter(text).value_or(QString()), first);
        QCOMPARE(isReading(text), first.isEmpty());
    }

    void anEmptyTextIsNoReading() { QVERIFY(!isReading(QString())); }

    void searchesFindAnyWayOfTyping() {
        const QString key = readingSearchKey(u"カツラギ\u3000キョウコ"_s);
        for (const QString& typed : {u"かつらぎきょうこ"_s, u"ｶﾂﾗｷﾞ ｷｮｳｺ"_s, u"カツラギ・キヨウコ"_s})
            QCOMPARE(readingSearchKey(typed), key);
        QVERIFY(key.startsWith(readingSearchKey(u"かつら"_s)));
        QVERIFY(!key.startsWith(readingSearchKey(u"かつらき"_s)));
    }

    void voicingCountsInSearches() {
        QVERIFY(readingSearchKey(u"ハ"_s) != readingSearchKey(u"パ"_s));
        QVERIFY(readingSearchKey(u"ハ"_s) != readingSearchKey(u"バ"_s));
        QVERIFY(readingSearchKey(u"カ\u309A"_s) != readingSearchKey(u"カ"_s));
    }

    void theBeginningOfAReadingHasTheBeginningOfItsKey() {
        const QString alphabet = u"かがきゃュｶﾞﾊﾟ\u3099\u309Aー・ 　ゔワ\u30FA葛𠮷"_s;
        QRandomGenerator random(20261121);
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (int length = random.bounded(10); length > 0; --length)
                text.append(alphabet[random.bounded(int(alphabet.size()))]);
            const QString stored = toKatakana(text);
            QCOMPARE(toKatakana(stored), stored);
            const QString beginning = stored.left(random.bounded(int(stored.size()) + 1));
            // A mark belongs to the kana before it, so a beginning that cuts it off is another reading.
            if (!isReading(stored))
                continue;
            QVERIFY(readingSearchKey(stored).startsWith(readingSearchKey(beginning)));
        }
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::KanaTest)
#include "tst_kana.moc"
