// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"
#include "ui/cover.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFocusFrame>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

class CoverTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        auto* layout = new QVBoxLayout(m_window.get());
        m_field = new QLineEdit(u"甲野 花子"_s);
        layout->addWidget(m_field);
        m_cover = new Cover(m_clock, m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }

    void nothingBelowIsSeen() {
        m_cover->coverNow();
        const QImage covered = m_window->grab().toImage();
        m_field->setText(u"乙山 次郎"_s);
        QCOMPARE(m_window->grab().toImage(), covered);
        QCOMPARE(m_cover->geometry(), m_window->rect());
        m_window->resize(1600, 900);
        QTRY_COMPARE(m_cover->geometry(), m_window->rect());
    }

    void keysGoNoFurtherThanTheCover() {
        m_cover->coverNow();
        QSignalSpy revealed(m_cover, &Cover::revealRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(m_cover->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
        QCOMPARE(m_field->text(), u"甲野 花子"_s);
    }

    void onlyKeysThatAreMeantReveal() {
        m_cover->coverNow();
        QSignalSpy revealed(m_cover, &Cover::revealRequested);
        for (const Qt::Key key : {Qt::Key_A, Qt::Key_Space, Qt::Key_Tab, Qt::Key_Shift, Qt::Key_F12})
            QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(revealed.size(), 0);
        for (const Qt::Key key : {Qt::Key_F11, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape})
            QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(revealed.size(), 4);
    }

    void noFocusRingIsSeenOnTheCover() {
        QVERIFY(ringIsSeen());
        m_cover->coverNow();
        QVERIFY(m_cover->hasFocus());
        QVERIFY(!ringIsSeen());
    }

    void aClickAsksToRevealAndAMoveDoesNot() {
        m_cover->coverNow();
        QSignalSpy revealed(m_cover, &Cover::revealRequested);
        QTest::mouseMove(m_cover, {100, 100});
        QCOMPARE(revealed.size(), 0);
        QTest::mouseClick(m_cover, Qt::LeftButton);
        QCOMPARE(revealed.size(), 1);
    }

    void theClockGoesOn() {
        m_cover->coverNow();
        const QStringList before = texts();
        m_clock.advance(std::chrono::minutes(1));
        QTRY_VERIFY(texts() != before);
    }

private:
    bool ringIsSeen() const {
        const auto rings = m_window->findChildren<QFocusFrame*>();
        return std::any_of(rings.cbegin(), rings.cend(),
                           [](const QFocusFrame* ring) { return ring->isVisible(); });
    }

    QStringList texts() const {
        QStringList texts;
        const auto labels = m_cover->findChildren<QLabel*>();
        for (const QLabel* label : labels)
            texts += label->text();
        return texts;
    }

    FakeClock m_clock;
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_field = nullptr;
    Cover* m_cover = nullptr;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::CoverTest)
#include "tst_cover.moc"
