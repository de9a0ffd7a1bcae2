// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The real pages of each role in the window: from the smallest to the largest size and scale that are
// supported there is room for everything, and the keyboard gets everywhere.

#include "tests/support/testcase.h"
#include "tests/ui/stationwithcards.h"
#include "ui/mainwindow.h"
#include "ui/screens/loginscreen.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/notice.h"
#include "ui/workarea.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMetaEnum>
#include <QRadioButton>
#include <QScrollArea>
#include <QSet>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

class RolePagesTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }
    void cleanup() {
        m_window.reset();
        m_station.reset();
    }

    void everyRoleHasRoomAtTheLargestScale_data() { roles(); }
    void everyRoleHasRoomAtTheLargestScale() {
        applyTheme(*qApp, Scale::fromPercent(200));
        openWindowOf();
        typePin(u"135790"_s); // so that the greeting is at its longest
        QTRY_VERIFY_WITH_TIMEOUT(m_window->loginScreen().view().pinWasWrong, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::AwaitingPin, 20000);
        typePin(u"246810"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workArea() != nullptr, 20000);
        QTRY_COMPARE(m_window->size(), QSize(1280, 800));
        const QList<Notice*> notices = m_window->workArea()->findChildren<Notice*>();
        const auto greeting = std::ranges::find_if(notices, &Notice::isVisible);
        QVERIFY(greeting != notices.end());
        for (const QLabel* label : (*greeting)->findChildren<QLabel*>()) {
            if (label->isVisible() && label->wordWrap())
                QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qUtf8Printable(label->text()));
        }
        const auto* page =
            m_window->workArea()->findChild<QScrollArea*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY2(page->height() >= 320, qPrintable(QString::number(page->height())));
        for (ActionButton* button : m_window->workArea()->findChildren<ActionButton*>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->sizeHint().width(),
                         qUtf8Printable(button->accessibleName()));
        }
    }

    void everyControlIsReachedByTheKeyboard_data() { roles(); }
    void everyControlIsReachedByTheKeyboard() {
        openWindowOf();
        typePin(u"246810"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workArea() != nullptr, 20000);
        const QStringList all = pages();
        QVERIFY(all.size() >= 2);
        for (const QString& page : all) {
            m_window->workArea()->findChild<ActionButton*>(page)->click();
            QVERIFY2(QApplication::focusWidget() != nullptr, qPrintable(page));
            QSet<QWidget*> missed = controls();
            for (int i = 0; i < 80 && !missed.isEmpty(); ++i) {
                missed.remove(QApplication::focusWidget());
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            }
            for (const QWidget* each : std::as_const(missed))
                QFAIL(qUtf8Printable(page + u": "_s + QLatin1StringView(each->metaObject()->className()) +
                                     u' ' + each->accessibleName()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // nothing is above
            QVERIFY(m_window->workArea() != nullptr && m_window->workArea()->isVisible());
        }
    }

    void inTheLargestWindowWhatBelongsTogetherStaysTogether_data() {
        QTest::addColumn<Role>("role");
        QTest::addColumn<int>("scale");
        const QMetaEnum all = QMetaEnum::fromType<Role>();
        for (int i = 0; i < all.keyCount(); ++i) {
            for (const int scale : {100, 200})
                QTest::addRow("%s-%d", all.key(i), scale) << static_cast<Role>(all.value(i)) << scale;
        }
    }
    void inTheLargestWindowWhatBelongsTogetherStaysTogether() {
        QFETCH(int, scale);
        applyTheme(*qApp, Scale::fromPercent(scale));
        openWindowOf({3840, 2160});
        picture(u"entrance"_s);
        typePin(u"246810"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workArea() != nullptr, 20000);
        for (const QString& page : pages()) {
            m_window->workArea()->findChild<ActionButton*>(page)->click();
            QCOMPARE(m_window->size(), QSize(3840, 2160));
            picture(page);
            const auto* area =
                m_window->workArea()->findChild<QScrollArea*>(QString(), Qt::FindDirectChildrenOnly);
            QTRY_VERIFY2(area->width() <= theme::px(1920), qPrintable(page));
            QTRY_VERIFY2(std::abs(area->x() - (m_window->width() - area->geometry().right() - 1)) <= 1,
                         qPrintable(page));     // in the middle
            QTRY_COMPARE(tooLong(), QString()); // once the texts have found their places
        }
    }

private:
    static void roles() {
        QTest::addColumn<Role>("role");
        QTest::newRow("operator") << Role::Operator;
        QTest::newRow("card-administrator") << Role::CardAdministrator;
        QTest::newRow("supervisor") << Role::Supervisor;
        QTest::newRow("auditor") << Role::Auditor;
        QTest::newRow("system-administrator") << Role::SystemAdministrator;
    }

    /// A window with the real pages, at the PIN of somebody of the role.
    void openWindowOf(QSize size = {1280, 800}) {
        QFETCH(Role, role);
        m_window.reset();
        m_station = std::make_unique<StationWithCards>();
        m_station->enroll(u"x01"_s, u"稽古 節子"_s, role);
        m_window = std::make_unique<MainWindow>(m_station->station());
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_station->start();
        m_station->putIn(u"x01"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::AwaitingPin, 20000);
    }
    void typePin(const QString& pin) {
        QTest::keyClicks(QApplication::focusWidget(), pin);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    /// What Tab has to lead to.
    QSet<QWidget*> controls() const {
        QSet<QWidget*> found;
        for (QWidget* widget : m_window->workArea()->findChildren<QWidget*>()) {
            const auto* radio = qobject_cast<QRadioButton*>(widget);
            const bool isStop =
                (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
            if (widget->isVisible() && widget->isEnabled() && isStop &&
                (radio == nullptr || radio->isChecked()))
                found.insert(widget);
        }
        return found;
    }

    /// A text whose lines nobody follows; empty if there is none.
    QString tooLong() const {
        for (const QLabel* label : m_window->findChildren<QLabel*>()) {
            if (label->isVisible() && label->wordWrap() && longestLine(*label) > theme::px(1200))
                return label->text();
        }
        return {};
    }
    static int longestLine(const QLabel& label) {
        int longest = 0;
        for (const QString& line : label.text().split(u'\n'))
            longest = std::max(longest, label.fontMetrics().horizontalAdvance(line));
        return std::min(longest, label.width());
    }

    /// By the tabs.
    QStringList pages() const {
        QStringList names;
        for (const ScreenEntry& entry : screenCatalogue()) {
            if (m_window->workArea()->findChild<ActionButton*>(QLatin1StringView(entry.name)) != nullptr)
                names += QLatin1StringView(entry.name);
        }
        return names;
    }

    /// Into the folder that MADOGUCHI_PICTURES names, if it does.
    void picture(const QString& name) const {
        const QString folder = qEnvironmentVariable("MADOGUCHI_PICTURES");
        if (!folder.isEmpty())
            m_window->grab().save(
                QDir(folder).filePath(QLatin1StringView(QTest::currentDataTag()) + u'-' + name + u".png"_s));
    }

    std::unique_ptr<StationWithCards> m_station;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::RolePagesTest)
#include "tst_rolepages.moc"
