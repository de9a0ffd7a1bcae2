// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/pagearea.h"
#include "ui/widgets/pagestack.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct Page {
    QWidget* widget = new QWidget;
    QPushButton* button = new QPushButton(u"button"_s);
    QLabel* words = new QLabel;

    Page() {
        words->setWordWrap(true);
        auto* column = new QVBoxLayout(widget);
        column->addWidget(words);
        column->addWidget(button);
        column->addStretch();
    }
};

QString lines(int count) {
    return QStringList(count, u"line"_s).join(u'\n');
}

} // namespace

class PageStackTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aLongPageDoesNotStretchTheOneThatIsSeen() {
        auto* stack = new QWidget;
        auto* pages = new PageStack(stack);
        const Page small;
        const Page tall;
        tall.words->setText(lines(200));
        pages->addWidget(small.widget);
        pages->addWidget(tall.widget);
        PageArea area(stack);
        area.resize(400, 300);
        area.show();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        QCOMPARE(area.verticalScrollBar()->maximum(), 0);
        pages->setCurrentIndex(1);
        QTRY_VERIFY(area.verticalScrollBar()->maximum() > 1000);
        pages->setCurrentIndex(0);
        QTRY_COMPARE(area.verticalScrollBar()->maximum(), 0);
    }

    void aPageThatGrowsWhileItIsSeenIsNotSqueezed() {
        auto* outer = new QWidget;
        auto* stack = new QWidget;
        auto* pages = new PageStack(stack);
        (new PageStack(outer))->addWidget(stack); // as a screen with pages in the stack of screens
        const Page page;
        pages->addWidget(page.widget);
        PageArea area(outer);
        area.resize(400, 300);
        area.show();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        page.words->setText(lines(100));
        QTRY_VERIFY(page.words->height() >= page.words->heightForWidth(page.words->width()));
    }

    void whatHasTheKeyboardStaysInSightWhenTheRoomShrinks() {
        const Page page;
        page.words->setText(lines(20));
        PageArea area(page.widget);
        area.resize(400, 900);
        area.show();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        page.button->setFocus();
        QCoreApplication::processEvents();
        area.resize(400, 200);
        QTRY_VERIFY(page.button->visibleRegion().boundingRect().height() >= page.button->height());
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::PageStackTest)
#include "tst_pagestack.moc"
