// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/width.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class WidthTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void fullWidthBecomesAscii() {
        QCOMPARE(toHalfWidth(u"　Ｒ６．４．１　"_s), u"R6.4.1"_s);
        QCOMPARE(toHalfWidth(u"０３（１）～"_s), u"03(1)~"_s);
    }

    void everyHyphenBecomesOne() {
        QCOMPARE(toHalfWidth(u"1‐2‑3–4—5―6−7－8ー9ｰ0"_s), u"1-2-3-4-5-6-7-8-9-0"_s);
    }

    void otherTextStays() {
        QCOMPARE(toHalfWidth(u"令和元年 葛\U000E0100𠮷"_s), u"令和元年 葛\U000E0100𠮷"_s);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::WidthTest)
#include "tst_width.moc"
