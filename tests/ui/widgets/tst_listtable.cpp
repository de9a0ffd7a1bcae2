// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/listtable.h"

#include <QApplication>
#include <QHeaderView>

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
