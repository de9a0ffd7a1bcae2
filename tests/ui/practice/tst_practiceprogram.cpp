// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/practice/practiceday.h"
#include "ui/practice/practiceprogram.h"
#include "ui/theme.h"
#include "ui/translation.h"
#include "ui/widgets/practiceribbon.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

class PracticeProgramTest : public TestCase {
    Q_OBJECT

    QTemporaryDir m_folder;

    static bool isMarked(const PracticeProgram& program) {
        const auto* ribbon = program.window().findChild<PracticeRibbon*>();
        return ribbon != nullptr && ribbon->isVisible() &&
               program.window().windowTitle().endsWith(u" (for practice)"_s);
    }

private Q_SLOTS:
    void whatItShowsIsMarkedAlsoWhenItCanNotStart() {
        PracticeProgram first(m_folder.path());
        QVERIFY(first.hasStarted());
        first.show();
        QVERIFY(isMarked(first));

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^can't start: StationInUse"_s));
        PracticeProgram second(m_folder.path());
        QVERIFY(!second.hasStarted());
        second.show();
        QVERIFY(isMarked(second));
        QVERIFY(second.window().findChild<PracticeRibbon*>()->geometry().top() == 0);
    }

    // Last: it installs the translation.
    void atTheLargestScaleItFitsTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        applyTheme(*qApp, Scale::fromPercent(200));
        PracticeProgram program(m_folder.path());
        const auto day = program.showDay(m_folder.path());
        QCOMPARE(program.window().size(), QSize(1280, 800));
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::PracticeProgramTest)
#include "tst_practiceprogram.moc"
