// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ElidedLabelTest : public TestCase {
    Q_OBJECT

    ElidedLabel m_label{u"練習 一郎"_s};

    int widthOf(const QString& text) const { return m_label.fontMetrics().horizontalAdvance(text); }
    /// Whether something is written between these heights.
    bool hasInk(int from, int to) {
        const QImage picture = m_label.grab().toImage();
        for (int y = from; y < to; ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) != picture.pixel(0, 0))
                    return true;
            }
        }
        return false;
    }
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_label.setText(u"練習 一郎"_s);
        m_label.show();
    }

    void aNameIsOnOneLineWhereItFits() {
        m_label.resize(widthOf(u"練習 一郎"_s) + 2, 3 * m_label.fontMetrics().lineSpacing());
        QVERIFY(m_label.toolTip().isEmpty());
        QVERIFY(!hasInk(0, m_label.fontMetrics().lineSpacing() - 2));
    }

    void aNameIsBrokenAfterTheSurnameWhereItDoesNot() {
        const int line = m_label.fontMetrics().lineSpacing();
        m_label.resize(widthOf(u"練習"_s) + 2, 2 * line);
        QVERIFY(m_label.toolTip().isEmpty());
        // One line in the middle would leave the outer halves of both empty.
        QVERIFY(hasInk(0, line / 2));
        QVERIFY(hasInk(2 * line - line / 2, 2 * line));
        m_label.setText(u"練習　一郎"_s); // as an input method types it
        m_label.resize(widthOf(u"練習"_s) + 3, 2 * line);
        QVERIFY(m_label.toolTip().isEmpty());
    }

    void whatDoesNotFitIsInTheToolTip() {
        m_label.resize(widthOf(u"練習"_s) + 2, m_label.fontMetrics().lineSpacing());
        QCOMPARE(m_label.toolTip(), u"練習 一郎"_s);
        m_label.resize(widthOf(u"練"_s), 2 * m_label.fontMetrics().lineSpacing());
        QCOMPARE(m_label.toolTip(), u"練習 一郎"_s);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ElidedLabelTest)
#include "tst_elidedlabel.moc"
