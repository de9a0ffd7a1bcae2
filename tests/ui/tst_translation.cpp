// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/translation.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>

namespace madoguchi {

using namespace Qt::StringLiterals;

class TranslationTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QCOMPARE(logOut(), u"Log out"_s);
        QVERIFY(installJapanese(*QCoreApplication::instance()));
    }

    void ourOwnTextsAreJapanese() { QCOMPARE(logOut(), u"ログアウト"_s); }

    void qtsOwnButtonsAreJapanese() {
        const QDialogButtonBox box(QDialogButtonBox::Cancel);
        QCOMPARE(box.button(QDialogButtonBox::Cancel)->text(), u"キャンセル"_s);
    }

    void datesAreWrittenAsInJapan() { QCOMPARE(QLocale().dayName(Qt::Monday), u"月曜日"_s); }

private:
    static QString logOut() { return QCoreApplication::translate("ActionCatalogue", "Log out"); }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::TranslationTest)
#include "tst_translation.moc"
