// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/practice/tour.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

class TourTest : public TestCase {
    Q_OBJECT

    QTemporaryDir m_folder;
    QLabel m_window;

    /// How it ended.
    static QString played(Tour& tour) {
        QSignalSpy finished(&tour, &Tour::finished);
        tour.start();
        return finished.wait() ? finished.first().first().toString() : u"never"_s;
    }
    QImage picture(const QString& name) const { return QImage(m_folder.filePath(name)); }

private Q_SLOTS:
    void everyPictureOfThePlanIsTakenWhenItsStepHasComeTrue() {
        Tour tour(m_window, m_folder.path());
        int asked = 0;
        tour.add({.name = u"small"_s, .act = [this] { m_window.resize(40, 30); }, .until = {}});
        tour.add({.name = u"between"_s, .act = {}, .until = {}, .picture = false});
        tour.add({.name = u"large"_s, .act = {}, .until = [&] {
                      if (++asked == 10)
                          m_window.resize(80, 60);
                      return asked >= 10;
                  }});
        QCOMPARE(tour.pictures(), QStringList({u"001-small.png"_s, u"002-large.png"_s}));
        QCOMPARE(played(tour), QString());
        QCOMPARE(picture(u"001-small.png"_s).size(), QSize(40, 30));
        QCOMPARE(picture(u"002-large.png"_s).size(), QSize(80, 60));
    }

    void whatCanNotBeDoneEndsItWithItsReason() {
        Tour tour(m_window, m_folder.path());
        bool wentOn = false;
        tour.add({.name = u"unlocked"_s, .act = [&] { tour.fail(u"no button"_s); }, .until = {}});
        tour.add({.name = u"after"_s, .act = [&] { wentOn = true; }, .until = {}});
        QCOMPARE(played(tour), u"unlocked: no button"_s);
        QVERIFY(!wentOn);
        QVERIFY(!picture(u"001-unlocked.png"_s).isNull()); // what there was instead
    }

    void aPictureThatCanNotBeWrittenEndsIt() {
        Tour tour(m_window, m_folder.filePath(u"missing"_s));
        tour.add({.name = u"first"_s, .act = {}, .until = {}});
        QVERIFY(played(tour).startsWith(u"first: "));
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::TourTest)
#include "tst_tour.moc"
