// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/screens/todayscreen.h"
#include "ui/translation.h"
#include "ui/widgets/listtable.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class TodayScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
    }

    void theTerminalIsClosedAndOpenedByKeyboard() {
        OpenScreen<TodayScreen> page(station(), m_session);
        QVERIFY(page.shown().contains(u"The terminal is open"_s));
        QVERIFY(page.use(ActionId::TerminalClose));
        QVERIFY(page.asks());
        QVERIFY(expect(station().terminalState().present()).open);
        page.confirm();
        const TerminalOpening closed = expect(station().terminalState().present());
        QVERIFY(!closed.open);
        QCOMPARE(closed.changedBy, u"sv01"_s);
        QCOMPARE(station().terminalState().admit(Role::Operator).error().code, ErrorCode::TerminalClosed);
        QCOMPARE(page.records(u"terminal.close"_s).constFirst().outcome, AuditOutcome::Done);
        QVERIFY(page.shown().contains(u"The terminal is closed"_s));

        QVERIFY(page.use(ActionId::TerminalOpen));
        page.confirm();
        QVERIFY(expect(station().terminalState().present()).open);
        QCOMPARE(page.records(u"terminal.open"_s).size(), 1);
        QCOMPARE(page.succeeded.size(), 2);
    }

    void cancellingLeavesTheTerminalOpen() {
        OpenScreen<TodayScreen> page(station(), m_session);
        QVERIFY(page.use(ActionId::TerminalClose));
        page.press(Qt::Key_Return); // the keyboard is on "Cancel"
        QVERIFY(!page.asks());
        QVERIFY(expect(station().terminalState().present()).open);
        QVERIFY(page.records(u"terminal.close"_s).isEmpty());
    }

    void theKeyboardStartsOnSomethingHarmless() {
        OpenScreen<TodayScreen> page(station(), m_session);
        QCOMPARE(QApplication::focusWidget(), page.screen.findChild<ListTable*>());
    }

    void shiftTabFromTheListReachesWhatStandsAboveIt() {
        OpenScreen<TodayScreen> page(station(), m_session);
        page.press(Qt::Key_Tab, Qt::ShiftModifier);
        const auto* button = qobject_cast<ActionButton*>(QApplication::focusWidget());
        QVERIFY(button != nullptr);
        QCOMPARE(button->actionId(), ActionId::TerminalClose);
    }

    void cardsThatWaitAreSaidAndLeadToTheirPage() {
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        OpenScreen<TodayScreen> page(station(), m_session);
        QVERIFY(page.button(ActionId::LockedCardsView) == nullptr);
        for (int failure = 0; failure < 3; ++failure) // the third has to wait
            expect(station().lockout().beginTry(u"C-0001"_s, 20));
        QVERIFY(page.use(ActionId::TodayView));
        QVERIFY(page.shown().contains(u"1 card(s)"_s));
        QSignalSpy opened(&page.screen, &Screen::openRequested);
        QVERIFY(page.use(ActionId::LockedCardsView));
        QCOMPARE(opened.constFirst().constFirst().toString(), u"locked"_s);
        expect(station().lockout().succeeded(u"C-0001"_s));
        expect(page.screen.refresh()); // as on the way back
        QVERIFY(page.button(ActionId::LockedCardsView) == nullptr);
    }

    void operatorsAreNamedNotOnlyNumbered() {
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        work(u"op01"_s);
        OpenScreen<TodayScreen> page(station(), m_session);
        QCOMPARE(page.screen.findChild<ListTable*>()->item(0, 0)->text(), u"甲野 花子 (op01)"_s);
    }

    void whatAnOperatorDidIsCounted() {
        work(u"op01"_s);
        OpenScreen<TodayScreen> page(station(), m_session);
        const auto* table = page.screen.findChild<ListTable*>();
        QCOMPARE(table->rowCount(), 2); // she and the supervisor who looks
        QStringList row;
        for (int column = 0; column < table->columnCount(); ++column)
            row += table->item(0, column)->text();
        QCOMPARE(row,
                 (QStringList{u"op01"_s, u"0"_s, u"0"_s, u"1"_s, u"1"_s, u"1"_s, u"2"_s, u"0"_s, u"0"_s}));
        work(u"op02"_s);
        QVERIFY(page.use(ActionId::TodayView));
        QCOMPARE(table->rowCount(), 3);
    }

    void otherRolesGetNothing() {
        const Session auditor = TestStation::session(Role::Auditor, u"au01"_s);
        TodayScreen screen({station(), auditor, station().actions()});
        QCOMPARE(screen.load().error().code, ErrorCode::PermissionDenied);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        {
            OpenScreen<TodayScreen> page(station(), m_session);
            QVERIFY(page.save(u"today-100-empty"_s));
        }
        for (const char* id : {"op01", "op02", "op03"})
            work(QString::fromLatin1(id));
        expect(station().terminalState().close(m_session));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<TodayScreen> page(station(), m_session);
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            QVERIFY(page.save(u"today-%1"_s.arg(scale)));
            QVERIFY(page.use(ActionId::TerminalOpen));
            QVERIFY(page.save(u"today-%1-confirm"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }

    /// A draft begun, two savings, one that fails, and something she may not do.
    void work(const QString& operatorId) {
        const Session session = TestStation::session(Role::Operator, operatorId);
        ActionRunner& actions = station().actions();
        const auto works = [] { return Result<>(); };
        const auto breaks = [] { return Result<>(fail(ErrorCode::DiskFull)); };
        expect(actions.run({ActionId::DraftCreate}, &session, works));
        expect(actions.run({ActionId::DraftSave}, &session, works));
        expect(actions.run({ActionId::DraftSave}, &session, works));
        QVERIFY(!actions.run({ActionId::DraftSave}, &session, breaks));
        QVERIFY(!actions.run({ActionId::AuditView}, &session, works));
    }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::Supervisor, QStringLiteral("sv01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::TodayScreenTest)
#include "tst_todayscreen.moc"
