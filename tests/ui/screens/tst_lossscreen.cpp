// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/mainwindow.h"
#include "ui/screens/loginscreen.h"
#include "ui/screens/lossscreen.h"
#include "ui/translation.h"
#include "ui/widgets/listtable.h"
#include "ui/workarea.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class LossScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        m_cards->enroll(u"op02"_s, u"乙野 次郎"_s, Role::Operator);
        m_cards->enroll(u"sv01"_s, u"丁野 四郎"_s, Role::Supervisor);
    }

    void enterAndOneConfirmationReportACardAndTheIncidentIsShownBig() {
        OpenScreen<LossScreen> page(station(), m_session);
        page.press(Qt::Key_Down);
        page.press(Qt::Key_Return);
        const MessagePanel* panel = MessagePanel::openIn(&page.screen);
        QVERIFY(panel != nullptr);
        QVERIFY(panel->title().contains(u"乙野 次郎"_s));
        QVERIFY(panel->title().contains(u"C-0002"_s));
        QCOMPARE(stateOf(u"C-0002"_s), OperatorCardState::Active);
        page.press(Qt::Key_Tab);
        page.press(Qt::Key_Tab);
        page.press(Qt::Key_Return);
        QCOMPARE(stateOf(u"C-0002"_s), OperatorCardState::Lost);
        const QString incident =
            u"%1-0001"_s.arg(m_cards->clock().now().toLocalTime().date().year(), 4, 10, QChar(u'0'));
        const auto* number = page.screen.findChild<QLabel*>(u"incident"_s);
        QVERIFY(number->isVisible());
        QCOMPARE(number->text(), incident);
        QCOMPARE(number->font().pixelSize(), theme::font(theme::TextRole::Large).pixelSize());
        const AuditRecord record = page.records(u"card.lost"_s).constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.operatorId, u"op01"_s);
        QCOMPARE(record.target, u"card:C-0002"_s);
        QCOMPARE(record.details.value(u"incident"_s), incident);
    }

    void ofACardThatIssuesItSaysThatTheRootHasToTakeThatBack() {
        m_cards->enroll(u"ad01"_s, u"大﨑 みどり"_s, Role::CardAdministrator);
        for (const auto& [card, issues] : {std::pair{u"C-0002"_s, false}, std::pair{u"C-0004"_s, true}}) {
            OpenScreen<LossScreen> page(station(), m_session, card);
            QTRY_VERIFY(page.asks());
            MessagePanel::openIn(&page.screen)->buttons().constFirst()->setFocus();
            page.confirm();
            QCOMPARE(stateOf(card), OperatorCardState::Lost);
            QCOMPARE(page.shown().contains(u"authority withdraw"_s), issues);
            QVERIFY(page.save(u"loss-"_s + card));
        }
    }

    void aTheftIsToldApart() {
        OpenScreen<LossScreen> page(station(), m_session, u"C-0002"_s);
        QTRY_VERIFY(page.asks()); // about that card at once
        MessagePanel::openIn(&page.screen)->buttons().constFirst()->setFocus();
        page.confirm();
        QCOMPARE(page.records(u"card.stolen"_s).constFirst().target, u"card:C-0002"_s);
        QCOMPARE(expect(station().cardLife().history(m_administrator, u"C-0002"_s)).constLast().reason,
                 u"stolen"_s);
    }

    void escapeReportsNothing() {
        OpenScreen<LossScreen> page(station(), m_session, u"C-0002"_s);
        QTRY_VERIFY(page.asks());
        MessagePanel::openIn(&page.screen)->buttons().constFirst()->setFocus();
        page.press(Qt::Key_Escape);
        QVERIFY(!page.asks());
        QCOMPARE(stateOf(u"C-0002"_s), OperatorCardState::Active);
    }

    void oneKeyFromTheFirstPageLeadsThereAndF3Back_data() {
        QTest::addColumn<QString>("person");
        QTest::newRow("operator") << u"op01"_s;
        QTest::newRow("supervisor") << u"sv01"_s;
    }
    void oneKeyFromTheFirstPageLeadsThereAndF3Back() {
        QFETCH(QString, person);
        MainWindow window(station());
        QVERIFY(logIn(window, person));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F10);
        QTRY_COMPARE(window.workArea()->positions().constLast().screen, u"loss"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3);
        QTRY_VERIFY(window.workArea()->positions().constLast().screen != u"loss"_s);
    }

    void whoeverReportsTheCardInUseIsLoggedOutAndTheCardRefused() {
        MainWindow window(station());
        QVERIFY(logIn(window, u"op01"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F10);
        auto* table = window.findChild<ListTable*>(u"holders"_s);
        QTRY_VERIFY(table != nullptr && table->hasFocus());
        QCOMPARE(table->item(0, 4)->text(), u"C-0001"_s);
        QTest::keyClick(table, Qt::Key_Return);
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Tab, Qt::Key_Return})
            QTest::keyClick(QApplication::focusWidget(), key);
        QTRY_COMPARE_WITH_TIMEOUT(station().login().view().state, LoginState::TakeCardOut, 20000);
        QCOMPARE(station().login().view().refusal, ErrorCode::CardLost);
        QVERIFY(window.workArea() == nullptr);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<LossScreen> page(station(), m_session);
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            QVERIFY(page.save(u"loss-%1-list"_s.arg(scale)));
            page.press(Qt::Key_Return);
            QVERIFY(page.save(u"loss-%1-confirm"_s.arg(scale)));
            page.confirm();
            QVERIFY(page.save(u"loss-%1-incident"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }
    OperatorCardState stateOf(const QString& card) {
        return expect(station().operators().holderOf(card)).card.state;
    }
    bool logIn(MainWindow& window, const QString& person) {
        window.show();
        m_cards->start();
        m_cards->putIn(person);
        const auto isIn = [this](LoginState state) {
            return [this, state] { return station().login().view().state == state; };
        };
        if (!QTest::qWaitForWindowActive(&window) || !QTest::qWaitFor(isIn(LoginState::AwaitingPin), 20000))
            return false;
        station().login().submitPin(StationWithCards::pin());
        return QTest::qWaitFor([&] { return window.workArea() != nullptr && QApplication::focusWidget(); },
                               20000);
    }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::Operator, QStringLiteral("op01"));
    Session m_administrator = TestStation::session(Role::CardAdministrator, QStringLiteral("ad01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::LossScreenTest)
#include "tst_lossscreen.moc"
