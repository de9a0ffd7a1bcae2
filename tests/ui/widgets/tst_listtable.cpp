// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/listtable.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ListTableTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aHeadingBeginsWhereItsCellsBegin_data() {
        QTest::addColumn<int>("percent");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }
    void aHeadingBeginsWhereItsCellsBegin() {
        QFETCH(int, percent);
        applyTheme(*qApp, Scale::fromPercent(percent));
        ListTable table(u"list"_s, {u"番号"_s, u"氏名"_s});
        table.setRows({{u"番号"_s, u"氏名"_s}});
        table.resize(600, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        for (int column = 0; column < 2; ++column) {
            const int left = table.columnViewportPosition(column);
            const int width = table.columnWidth(column);
            const int heading = firstInk(*table.horizontalHeader()->viewport(), left, width);
            QCOMPARE(firstInk(*table.viewport(), left, width), heading);
        }
    }

    void noHeadingIsCutAndWhatDoesNotFitScrolls() {
        applyTheme(*qApp, Scale::fromPercent(200));
        ListTable table(u"list"_s, {u"操作者"_s, u"ログイン"_s, u"暗証番号の間違い"_s, u"下書き作成"_s});
        table.setRows({{u"甲野 花子"_s, u"1"_s, u"2"_s, u"3"_s}});
        table.resize(1800, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        const QFontMetrics metrics(table.horizontalHeader()->font());
        for (const int width : {1800, 700}) {
            table.resize(width, 400);
            int all = 0;
            for (int column = 0; column < 4; ++column) {
                all += table.columnWidth(column);
                QVERIFY(table.columnWidth(column) >
                        metrics.horizontalAdvance(table.horizontalHeaderItem(column)->text()));
            }
            QCOMPARE(all > table.viewport()->width(), width == 700);
        }
        QTRY_VERIFY(table.horizontalScrollBar()->isVisible());
    }

private:
    /// Columns from `left` to the first dark pixel; the line between sections is lighter.
    static int firstInk(QWidget& widget, int left, int width) {
        const QImage image = widget.grab().toImage();
        for (int x = left + 2; x < left + width; ++x) {
            for (int y = 2; y < image.height() - 2; ++y) {
                if (qGray(image.pixel(x, y)) < 100)
                    return x - left;
            }
        }
        return -1;
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ListTableTest)
#include "tst_listtable.moc"
