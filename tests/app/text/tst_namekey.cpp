// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/namekey.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class NameKeyTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void variantsAreFoundAsOneName_data() {
        QTest::addColumn<QString>("registered");
        QTest::addColumn<QString>("typed");
        QTest::newRow("葛") << u"葛\U000E0100城\u3000髙子"_s << u"葛城高子"_s;
        QTest::newRow("MJ collection") << u"邉\U000E0110"_s << u"辺"_s;
        QTest::newRow("standard selector") << u"神\uFE00"_s << u"神"_s;
        QTest::newRow("崎") << u"山﨑"_s << u"山崎"_s;
        QTest::newRow("吉") << u"𠮷田"_s << u"吉田"_s;
        QTest::newRow("浜") << u"濵口"_s << u"濱口"_s;
        QTest::newRow("辺") << u"渡邊"_s << u"渡邉"_s;
        QTest::newRow("斎") << u"齋藤"_s << u"斉藤"_s;
        QTest::newRow("斎, old") << u"齊藤"_s << u"斎藤"_s;
        QTest::newRow("広沢") << u"廣澤"_s << u"広沢"_s;
        QTest::newRow("国") << u"國廣"_s << u"国広"_s;
        QTest::newRow("桜") << u"櫻井"_s << u"桜井"_s;
        QTest::newRow("compatibility ideograph") << u"\uFA10田"_s << u"塚田"_s;
        QTest::newRow("full-width and case") << u"Ｓｍｉｔｈ　Ｊｏｈｎ"_s << u"SMITH john"_s;
        QTest::newRow("small ke") << u"鬼ヶ原"_s << u"鬼ケ原"_s;
    }

    void variantsAreFoundAsOneName() {
        QFETCH(QString, registered);
        QFETCH(QString, typed);
        QCOMPARE(nameSearchKey(registered), nameSearchKey(typed));
    }

    void differentNamesStayDifferent() {
        QVERIFY(nameSearchKey(u"岩本"_s) != nameSearchKey(u"巌本"_s));
        QVERIFY(nameSearchKey(u"舟木"_s) != nameSearchKey(u"船木"_s));
        QVERIFY(nameSearchKey(u"太田"_s) != nameSearchKey(u"大田"_s));
        QVERIFY(nameSearchKey(u"か\u309A"_s) != nameSearchKey(u"か"_s));
    }

    void aKeyIsItsOwnKey() {
        for (const QString& name :
             {u"葛\U000E0100城 髙子"_s, u"𠮷﨑"_s, u"㈱①"_s, u"\uF91D"_s, u"か\u309A"_s, QString()})
            QCOMPARE(nameSearchKey(nameSearchKey(name)), nameSearchKey(name));
    }

    void theBeginningOfANameHasTheBeginningOfItsKey() {
        QVERIFY(nameSearchKey(u"葛\U000E0100城 髙子"_s).startsWith(nameSearchKey(u"葛城髙"_s)));
        QVERIFY(nameSearchKey(u"𠮷田"_s).startsWith(nameSearchKey(u"吉"_s)));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::NameKeyTest)
#include "tst_namekey.moc"
