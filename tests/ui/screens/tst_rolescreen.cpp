// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "tests/ui/typing.h"
#include "ui/screens/cardsscreen.h"
#include "ui/screens/rolescreen.h"
#include "ui/translation.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/fieldrow.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class RoleScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        m_cards->enroll(u"ad01"_s, u"大﨑 みどり"_s, Role::CardAdministrator);
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        m_cards->enroll(u"op02"_s, u"葛󠄀城 髙子"_s, Role::Operator);
    }

    void everythingIsChangedByKeyboardAndStandsInTheRegisterTheLogAndTheExport() {
        OpenScreen<RoleScreen> page(station(), m_session, u"op02"_s);
        QSignalSpy closed(&page.screen, &Screen::closeRequested);
        QVERIFY(page.shown().contains(u"葛󠄀城 髙子 (op02)"_s));
        QVERIFY(page.shown().contains(station().facts().terminal));
        page.press(Qt::Key_3); // supervisor
        page.press(Qt::Key_Tab);
        type(page, "role-from", u"R8.11.1"_s);
        type(page, "role-until", u"R20.3.31"_s);
        type(page, "hours", u"8:30-17:15"_s);
        QVERIFY(page.tabTo(control(page, "weekdays", 6)));
        page.press(Qt::Key_Space); // no Sundays
        type(page, "terminals", u"T1, T2"_s);
        QVERIFY(page.tabTo(control(page, "reason", 0)));
        page.press(Qt::Key_1);
        QVERIFY(page.use(ActionId::OperatorChange));
        QVERIFY2(page.asks(), qUtf8Printable(page.shown()));
        QVERIFY(page.shown().contains(u"Counter operator → Terminal supervisor"_s));
        QCOMPARE(person().role, Role::Operator);
        page.confirm();
        QCOMPARE(closed.size(), 1);
        QVERIFY(page.screen.save()); // nothing is left to lose
        QCOMPARE(page.succeeded.size(), 1);
        const Operator changed = person();
        QCOMPARE(changed.role, Role::Supervisor);
        QCOMPARE(changed.validFrom, QDate(2026, 11, 1));
        QCOMPARE(changed.validTo, QDate(2038, 3, 31));
        QCOMPARE(changed.hours, std::optional(WorkingHours{510, 1035, 0b011'1111}));
        QCOMPARE(changed.terminals, (QStringList{u"T1"_s, u"T2"_s}));
        const AuditRecord record = page.records(u"operator.change"_s).constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.target, u"operator:op02"_s);
        QCOMPARE(record.details.value(u"reason"_s), u"duties"_s);
        QCOMPARE(record.details.value(u"role"_s), u"Supervisor"_s);
        QCOMPARE(record.details.value(u"role-until"_s), u"2038-03-31"_s);
        QCOMPARE(record.details.value(u"hours"_s), u"08:30-17:15"_s);
        QCOMPARE(record.details.value(u"weekdays"_s), u"123456"_s);
        OpenScreen<CardsScreen> cards(station(), m_session, u"op02"_s);
        QVERIFY(cards.shown().contains(u"2038/03/31"_s));
        QVERIFY(cards.shown().contains(u"08:30-17:15"_s));
    }

    void aNameIsCorrectedByKeyboard() {
        OpenScreen<RoleScreen> page(station(), m_session, u"op02"_s);
        QVERIFY(page.tabTo(control(page, "name", 0)));
        page.press(Qt::Key_A, Qt::ControlModifier);
        page.press(Qt::Key_Delete);
        QVERIFY(page.tabTo(control(page, "reason", 0)));
        page.press(Qt::Key_4); // name
        QVERIFY(page.use(ActionId::OperatorChange));
        QVERIFY(!page.asks());
        QVERIFY(!problem(page, "name").isEmpty());
        QCOMPARE(QApplication::focusWidget(), control(page, "name", 0));
        typeText(QApplication::focusWidget(), u"山田 髙子"_s);
        QVERIFY(page.use(ActionId::OperatorChange));
        QVERIFY2(page.asks(), qUtf8Printable(page.shown()));
        QVERIFY(page.shown().contains(u"葛󠄀城 髙子 → 山田 髙子"_s));
        page.confirm();
        QCOMPARE(person().name, u"山田 髙子"_s);
        const AuditRecord record = page.records(u"operator.change"_s).constFirst();
        QCOMPARE(record.details.value(u"reason"_s), u"name"_s);
        QCOMPARE(record.details.value(u"name"_s), u"true"_s); // not which: that is in the register
    }

    void whatCanNotBeReadOrIsMissingIsSaidAtItsField() {
        OpenScreen<RoleScreen> page(station(), m_session, u"op02"_s);
        QVERIFY(page.use(ActionId::OperatorChange));
        QVERIFY(!page.asks());
        QVERIFY(!problem(page, "reason").isEmpty());
        type(page, "role-until", u"nonsense"_s);
        type(page, "hours", u"all day"_s);
        QVERIFY(page.tabTo(control(page, "reason", 0)));
        page.press(Qt::Key_2);
        QVERIFY(page.use(ActionId::OperatorChange));
        QVERIFY(!page.asks());
        QVERIFY(!problem(page, "role-until").isEmpty());
        QVERIFY(!problem(page, "hours").isEmpty());
        QVERIFY(problem(page, "reason").isEmpty());
        QCOMPARE(QApplication::focusWidget(), control(page, "role-until", 0)); // the first of them
        QVERIFY(page.records(u"operator.change"_s).isEmpty());
    }

    void whatIsTypedIsNotLostSilently() {
        OpenScreen<RoleScreen> page(station(), m_session, u"op02"_s);
        QVERIFY(page.screen.save());
        type(page, "hours", u"8:30-17:15"_s);
        QCOMPARE(page.screen.save().error().code, ErrorCode::InputUnused);
        QCOMPARE(page.screen.unsaved(), QStringList{u"Change name, role and times: Hours"_s});
    }

    void withoutAChangeNothingHappens() {
        OpenScreen<RoleScreen> page(station(), m_session, u"op02"_s);
        QVERIFY(page.tabTo(control(page, "reason", 0)));
        page.press(Qt::Key_1);
        QVERIFY(page.use(ActionId::OperatorChange));
        QVERIFY(!page.asks());
        QVERIFY(!problem(page, "role").isEmpty());
    }

    void whatCoreRefusesIsMarkedAndOnRecord_data() {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("marked");
        QTest::newRow("last day passed") << u"op02"_s << u"role-until"_s << u"R5.4.1"_s << u"role-until"_s;
        QTest::newRow("first day after the last")
            << u"op03"_s << u"role-from"_s << u"R30.4.1"_s << u"role-from"_s;
        QTest::newRow("no time at all") << u"op02"_s << u"hours"_s << u"8:30-8:30"_s << u"hours"_s;
        QTest::newRow("the only key to the drafts") << u"op01"_s << u"role"_s << u"3"_s << u"role"_s;
        QTest::newRow("oneself") << u"ad01"_s << u"role"_s << u"1"_s << u"role"_s;
    }
    void whatCoreRefusesIsMarkedAndOnRecord() {
        QFETCH(QString, person);
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, marked);
        m_cards->enroll(u"op03"_s, u"丙野 三郎"_s, Role::Operator, {.from = {}, .to = QDate(2030, 3, 31)});
        const Operator before = expect(station().operators().find(person));
        OpenScreen<RoleScreen> page(station(), m_session, person);
        if (field != u"role"_s) // which has the keyboard
            QVERIFY(page.tabTo(control(page, field.toLatin1().constData(), 0)));
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QVERIFY(page.tabTo(control(page, "reason", 0)));
        page.press(Qt::Key_5);
        QVERIFY(page.use(ActionId::OperatorChange));
        QVERIFY(page.asks());
        page.confirm();
        QCOMPARE(page.failed.size(), 1);
        QVERIFY(!problem(page, marked.toLatin1().constData()).isEmpty());
        QCOMPARE(expect(station().operators().find(person)), before);
        QCOMPARE(page.records(u"operator.change"_s).constFirst().outcome, AuditOutcome::Refused);
    }

    void theRegisterLeadsToItButNotForOneself() {
        OpenScreen<CardsScreen> other(station(), m_session, u"op02"_s);
        QSignalSpy opened(&other.screen, &Screen::openRequested);
        QVERIFY(other.use(ActionId::OperatorChange));
        QCOMPARE(opened.constFirst(), (QList<QVariant>{u"role"_s, u"op02"_s}));
        OpenScreen<CardsScreen> own(station(), m_session, u"ad01"_s);
        QVERIFY(own.button(ActionId::OperatorChange) == nullptr);
    }

    void otherRolesGetNothing() {
        const Session supervisor = TestStation::session(Role::Supervisor, u"sv01"_s);
        RoleScreen screen({station(), supervisor, station().actions()}, u"op02"_s);
        QCOMPARE(screen.load().error().code, ErrorCode::PermissionDenied);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<RoleScreen> page(station(), m_session, u"op01"_s);
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            page.screen.resize(1280, std::max(640, page.screen.minimumSizeHint().height()));
            QVERIFY(page.save(u"role-%1"_s.arg(scale)));
            type(page, "hours", u"8:30"_s);
            QVERIFY(page.use(ActionId::OperatorChange));
            QVERIFY(page.save(u"role-%1-marked"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }
    Operator person() { return expect(station().operators().find(u"op02"_s)); }
    static QWidget* control(OpenScreen<RoleScreen>& page, const char* id, int number) {
        return page.screen.findChild<FieldEditor*>(QString::fromLatin1(id))->controls().at(number);
    }
    static void type(OpenScreen<RoleScreen>& page, const char* id, const QString& text) {
        QVERIFY(page.tabTo(control(page, id, 0)));
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    static QString problem(OpenScreen<RoleScreen>& page, const char* id) {
        const auto rows = page.screen.findChildren<FieldRow*>();
        for (const FieldRow* row : rows) {
            if (row->editor()->objectName() == QLatin1StringView(id))
                return row->problem();
        }
        return {};
    }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::CardAdministrator, QStringLiteral("ad01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::RoleScreenTest)
#include "tst_rolescreen.moc"
