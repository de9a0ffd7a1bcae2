// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"
#include "tests/ui/scriptedscreens.h"
#include "tests/ui/stationwithcards.h"
#include "ui/diagnosispage.h"
#include "ui/mainwindow.h"
#include "ui/screens/loginscreen.h"
#include "ui/theme.h"
#include "ui/translation.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/pinfield.h"

#include <QApplication>
#include <QDir>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DiagnosisPageTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        begin(100);
    }

    void whileACardIsWaitedForOneKeyLeadsThereAndBack_data() {
        QTest::addColumn<Qt::Key>("back");
        QTest::newRow("the same key") << Qt::Key_F8;
        QTest::newRow("Esc") << Qt::Key_Escape;
    }
    void whileACardIsWaitedForOneKeyLeadsThereAndBack() {
        QFETCH(Qt::Key, back);
        QTRY_COMPARE(m_window->loginScreen().view().condition, CardServiceCondition::Running);
        press(Qt::Key_F8);
        QVERIFY(m_window->diagnosisPage() != nullptr);
        QTRY_VERIFY(shown().contains(u"No card in the reader"_s));
        const QList<AuditRecord> looked = records();
        QCOMPARE(looked.size(), 1);
        QVERIFY(looked.constFirst().operatorId.isEmpty() && looked.constFirst().session.isEmpty());
        press(Qt::Key_Return); // once more
        QCOMPARE(records().size(), 2);
        press(back);
        QCOMPARE(records(u"screen.back"_s).size(), 1);
        QVERIFY(m_window->diagnosisPage() == nullptr);
        QVERIFY(m_window->loginScreen().isVisible());
        press(Qt::Key_F8); // the login has the keyboard again
        QVERIFY(m_window->diagnosisPage() != nullptr);
    }

    void aRefusedCardIsLookedAtWithoutAWordAboutPersons() {
        m_station->putIn(strangersCard());
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::TakeCardOut, 20000);
        press(Qt::Key_F8);
        QTRY_VERIFY(shown().contains(u"PIN tries left: "_s));
        QVERIFY(!shown().contains(u"乙山"_s) && !shown().contains(u"みどり野"_s));
        m_station->takeOut(); // the page stays, to look again
        QTRY_COMPARE(m_window->loginScreen().view().state, LoginState::WaitingForCard);
        QVERIFY(m_window->diagnosisPage() != nullptr);
    }

    void aCardThatComesInLeadsToItsPin() {
        QTRY_COMPARE(m_window->loginScreen().view().condition, CardServiceCondition::Running);
        press(Qt::Key_F8);
        m_station->putIn(u"op01"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::AwaitingPin, 20000);
        QVERIFY(m_window->diagnosisPage() == nullptr);
        auto* pin = m_window->loginScreen().findChild<PinField*>();
        QTRY_VERIFY(pin->hasFocus());
        QTest::keyClick(pin, Qt::Key_F8); // not while a PIN is typed
        QVERIFY(m_window->diagnosisPage() == nullptr);
    }

    void whenNobodyIsAtTheKeyboardItGoes() {
        press(Qt::Key_F8);
        QVERIFY(m_window->diagnosisPage() != nullptr);
        m_station->clock().advance(3min);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->diagnosisPage() == nullptr, 10000);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow_data() {
        QTest::addColumn<int>("scale");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }
    void inJapaneseItFitsTheSmallestWindow() {
        QFETCH(int, scale);
        QVERIFY(installJapanese(*qApp));
        begin(scale);
        m_station->putIn(strangersCard());
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::TakeCardOut, 20000);
        save(u"refused-%1"_s.arg(scale));
        press(Qt::Key_F8);
        QTRY_VERIFY(shown().contains(u"Reader"_s));
        QCOMPARE(m_window->size(), QSize(1280, 800));
        save(u"diagnosis-%1"_s.arg(scale));
    }

private:
    void begin(int scale) {
        applyTheme(*qApp, Scale::fromPercent(scale));
        m_window.reset();
        m_station = std::make_unique<StationWithCards>();
        m_station->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        m_window = std::make_unique<MainWindow>(m_station->station(), ScriptedCatalogue);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_station->start();
    }
    static void press(Qt::Key key) {
        QVERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), key);
    }
    static std::shared_ptr<SimulatedCard> strangersCard() {
        CardOrder order;
        order.subject = {u"みどり野市"_s, {}, u"乙山 次郎"_s, {}};
        order.pin = "246810";
        order.puk = "13579246";
        const auto maker =
            expect(CertificateAuthority::make({u"CA"_s, {}, u"CA"_s, {}}, CertificateValidity::years(10)));
        return std::make_shared<SimulatedPivCard>(expect(makeCard(order, maker)));
    }
    QString shown() const {
        if (m_window->diagnosisPage() == nullptr)
            return {};
        QStringList texts;
        for (const QLabel* label : m_window->diagnosisPage()->findChildren<QLabel*>())
            texts += label->text();
        return texts.join(u'\n');
    }
    QList<AuditRecord> records(const QString& action = u"diagnosis.view"_s) const {
        AuditQuery query;
        query.filter.action = action;
        return expect(readAuditAsAdministrator(m_station->station().database(), query)).records;
    }
    void save(const QString& name) {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QDir().mkpath(u"pictures"_s);
        QVERIFY(m_window->grab().save(u"pictures/login-"_s + name + u".png"_s));
    }

    std::unique_ptr<StationWithCards> m_station;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::DiagnosisPageTest)
#include "tst_diagnosispage.moc"
