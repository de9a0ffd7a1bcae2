// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/phone.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class PhoneTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void readsNumbersAsTheyAreWritten_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("number");
        QTest::newRow("digits") << u"0312345678"_s << u"0312345678"_s;
        QTest::newRow("hyphens") << u"03-1234-5678"_s << u"03-1234-5678"_s;
        QTest::newRow("full width") << u"０３（１２３４）５６７８"_s << u"03-1234-5678"_s;
        QTest::newRow("brackets first") << u"(03) 1234-5678"_s << u"03-1234-5678"_s;
        QTest::newRow("long vowel as hyphen") << u"０９０ー１２３４ー５６７８"_s << u"090-1234-5678"_s;
        QTest::newRow("spaces") << u" 090 1234 5678 "_s << u"090-1234-5678"_s;
        QTest::newRow("long area code") << u"01267-2-1234"_s << u"01267-2-1234"_s;
        QTest::newRow("free call") << u"0120-123-456"_s << u"0120-123-456"_s;
        QTest::newRow("free call of 11") << u"0800-123-4567"_s << u"0800-123-4567"_s;
        QTest::newRow("doubled hyphen") << u"03--1234-5678"_s << u"03-1234-5678"_s;
    }

    void readsNumbersAsTheyAreWritten() {
        QFETCH(QString, typed);
        QFETCH(QString, number);
        QCOMPARE(readPhoneNumber(typed).value_or(QString()), number);
        QVERIFY(isPhoneNumber(number));
    }

    void refusesOtherShapes_data() {
        QTest::addColumn<QString>("typed");
        for (const QString& typed :
             {QString(), u"なし"_s, u"031234567"_s, u"03-1234-56789"_s, u"1312345678"_s, u"0012345678"_s,
              u"090-1234-56789"_s, u"03-1234-567a"_s, u"+81-3-1234-5678"_s, u"٠٣١٢٣٤٥٦٧٨"_s})
            QTest::newRow(qPrintable(u"'"_s + typed)) << typed;
    }

    void refusesOtherShapes() {
        QFETCH(QString, typed);
        QVERIFY(!readPhoneNumber(typed));
        QVERIFY(!isPhoneNumber(typed));
    }

    void onlyTheStoredFormIsANumber() {
        QVERIFY(!isPhoneNumber(u"03--1234-5678"_s));
        QVERIFY(!isPhoneNumber(u"-0312345678"_s));
        QVERIFY(!isPhoneNumber(u"0312345678\n"_s));
        QVERIFY(!isPhoneNumber(u"０３１２３４５６７８"_s));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::PhoneTest)
#include "tst_phone.moc"
