// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"
#include "ui/idlewatch.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class IdleWatchTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        m_clock = FakeClock();
        m_field.clear();
        m_watch = std::make_unique<IdleWatch>(m_clock);
        m_cover = std::make_unique<QSignalSpy>(m_watch.get(), &IdleWatch::coverDue);
        m_lock = std::make_unique<QSignalSpy>(m_watch.get(), &IdleWatch::lockDue);
        m_watch->start({3min, 5min});
    }
    void cleanup() { m_watch.reset(); }

    void coversOnceThenLocksOnce() {
        m_clock.advance(3min);
        QTRY_COMPARE(m_cover->size(), 1);
        m_clock.advance(119s);
        QTest::qWait(1200); // two looks
        QCOMPARE(m_cover->size(), 1);
        QCOMPARE(m_lock->size(), 0);
        m_clock.advance(1s);
        QTRY_COMPARE(m_lock->size(), 1);
        m_clock.advance(10min);
        QTest::qWait(1200);
        QCOMPARE(m_lock->size(), 1);
    }

    void typingPutsItOff() {
        m_clock.advance(179s);
        QTest::keyClick(&m_field, Qt::Key_A);
        m_clock.advance(179s);
        QTest::qWait(1200);
        QCOMPARE(m_cover->size(), 0);
        QCOMPARE(m_field.text(), u"a"_s);
    }

    void theUseThatComesTooLateReachesNobody() {
        m_clock.advance(8h); // the machine slept
        QTest::keyClick(&m_field, Qt::Key_A);
        QCOMPARE(m_lock->size(), 1);
        QCOMPARE(m_field.text(), QString());
    }

    void settingTheClockChangesNothing() {
        m_clock.setNow(m_clock.now().addDays(1));
        QTest::qWait(1200);
        QCOMPARE(m_cover->size() + m_lock->size(), 0);
        m_clock.setNow(m_clock.now().addDays(-30));
        m_clock.advance(5min);
        QTRY_COMPARE(m_lock->size(), 1);
    }

    void aThingLyingOnTheKeyboardIsNobody() {
        m_clock.advance(179s);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_s, true);
        QCoreApplication::sendEvent(&m_field, &held);
        m_clock.advance(1s);
        QTRY_COMPARE(m_cover->size(), 1);
    }

    void movingTheMouseKeepsAwakeOnlyWhileUncovered() {
        QTest::mouseMove(&m_field, {2, 2});
        m_clock.advance(179s);
        QTest::mouseMove(&m_field, {5, 5});
        m_clock.advance(179s);
        QTest::qWait(1200);
        QCOMPARE(m_cover->size(), 0);

        m_watch->setCovered(true);
        m_clock.advance(119s);
        QTest::mouseMove(&m_field, {9, 9});
        m_clock.advance(2s);
        QTRY_COMPARE(m_lock->size(), 1);
    }

private:
    FakeClock m_clock;
    QLineEdit m_field;
    std::unique_ptr<IdleWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_cover;
    std::unique_ptr<QSignalSpy> m_lock;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::IdleWatchTest)
#include "tst_idlewatch.moc"
