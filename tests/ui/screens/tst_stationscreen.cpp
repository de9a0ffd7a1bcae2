// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/libraryfacts.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/screens/policyrules.h"
#include "ui/screens/stationscreen.h"
#include "ui/translation.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/linefield.h"

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class StationScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
    }

    void theStationSaysWhatItIsAndRunsOn() {
        OpenScreen<StationScreen> page(station(), m_session);
        const QString shown = page.shown();
        for (const QString& part :
             {station().facts().id, station().facts().office, station().folder().path(),
              QString::fromLatin1(qVersion()), libraryFacts(station().database().handle()).cipherVersion})
            QVERIFY2(shown.contains(part), qPrintable(part));
        for (const char* action : {"station.view", "versions.view", "policy.view"})
            QCOMPARE(page.records(QString::fromLatin1(action)).constFirst().outcome, AuditOutcome::Done);
    }

    void aRuleIsChangedAfterAQuestionAndIsOnRecord() {
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        OpenScreen<StationScreen> page(station(), m_session);
        type(page, u"coverAfterMinutes"_s, u"2"_s);
        type(page, u"failuresBeforeDelay"_s, u"1"_s);
        type(page, u"delayMinutes"_s, u"2, 10"_s);
        QVERIFY(page.use(ActionId::PolicyChange));
        QVERIFY2(page.asks(), qUtf8Printable(page.shown() + QApplication::focusWidget()->objectName()));
        QCOMPARE(station().policy(), StationPolicy());
        page.confirm();
        QCOMPARE(station().policy()->coverAfter, 2min);
        QCOMPARE(station().policy()->lockout.delays, (QList<std::chrono::minutes>{2min, 10min}));
        const AuditRecord record = page.records(u"policy.change"_s).constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.details.value(u"coverAfterMinutes"_s), u"3 -> 2"_s);
        QCOMPARE(record.details.value(u"delayMinutes"_s), u"1, 5, 30 -> 2, 10"_s);
        // The running station counts by it at once.
        expect(station().lockout().beginTry(u"C-0001"_s, 20));
        QCOMPARE(expect(station().lockout().state(u"C-0001"_s)).kind, LockoutState::Kind::Delayed);
    }

    void everyRuleOfThePolicyIsInTheFormAndInWords() {
        OpenScreen<StationScreen> page(station(), m_session);
        const QStringList ids = toJson(StationPolicy()).keys();
        for (const QString& id : ids) {
            QVERIFY2(page.screen.findChild<FieldEditor*>(id) != nullptr, qPrintable(id));
            QVERIFY2(!policyRuleLabel(id).isEmpty(), qPrintable(id));
        }
    }

    void switchesAndCharactersAreChangedAndRecorded() {
        OpenScreen<StationScreen> page(station(), m_session);
        for (const QString& id : {u"shuffledKeypad"_s, u"revocationRequired"_s}) {
            QVERIFY(page.tabTo(page.screen.findChild<FieldEditor*>(id)->controls().constFirst()));
            page.press(Qt::Key_Space);
        }
        page.screen.findChild<FieldEditor*>(u"pinCharacters"_s)->controls().constFirst()->setFocus();
        page.press(Qt::Key_3); // letters and digits, the third of them
        type(page, u"revocationListDays"_s, u"30"_s);
        QVERIFY(page.use(ActionId::PolicyChange));
        QVERIFY(page.asks());
        QVERIFY2(page.shown().contains(u"off → on"_s), qUtf8Printable(page.shown()));
        page.confirm();
        const StationPolicy policy = expect(station().policy());
        QVERIFY(policy.shuffledKeypad && policy.revocation.required && !policy.allowCardWithoutCardKey);
        QCOMPARE(policy.pins.characters, PinCharacters::LettersAndDigits);
        QCOMPARE(policy.revocation.listDays, 30);
        QCOMPARE(page.records(u"policy.change"_s).constFirst().details.value(u"shuffledKeypad"_s),
                 u"off -> on"_s);
    }

    void aRuleThatMakesNoSenseIsRefusedAtItsField_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("problem");
        const QString rising = u"Enter rising numbers"_s;
        QTest::newRow("cover never") << u"coverAfterMinutes"_s << u"0"_s << u"from 1 to 60."_s;
        QTest::newRow("lock before cover") << u"lockAfterMinutes"_s << u"2"_s << u"from 3 to 60."_s;
        QTest::newRow("no try") << u"failuresBeforeDelay"_s << u"0"_s << u"from 1 to 10."_s;
        QTest::newRow("falling waits") << u"delayMinutes"_s << u"5,1"_s << rising;
        QTest::newRow("no number") << u"delayMinutes"_s << u"5,x"_s << rising;
        QTest::newRow("empty") << u"coverAfterMinutes"_s << QString() << u"from 1 to 60."_s;
    }
    void aRuleThatMakesNoSenseIsRefusedAtItsField() {
        QFETCH(QString, field);
        QFETCH(QString, value);
        OpenScreen<StationScreen> page(station(), m_session);
        type(page, field, value);
        QVERIFY(page.use(ActionId::PolicyChange));
        QVERIFY(!page.asks());
        QFETCH(QString, problem);
        QVERIFY2(page.shown().contains(problem), qPrintable(page.shown()));
        QVERIFY(page.screen.findChild<LineField*>(field)->line()->hasFocus());
        QCOMPARE(station().policy(), StationPolicy());
        QVERIFY(page.records(u"policy.change"_s).isEmpty());
    }

    void leavingAFieldSaysWhatIsNotAllowed() {
        OpenScreen<StationScreen> page(station(), m_session);
        type(page, u"coverAfterMinutes"_s, u"10"_s);
        page.press(Qt::Key_Tab); // the lock, after 5 minutes, would come first
        QVERIFY(page.shown().contains(u"Enter a number from 10 to 60."_s));
        type(page, u"lockAfterMinutes"_s, u"15"_s);
        page.press(Qt::Key_Tab);
        QVERIFY(!page.shown().contains(u"Enter a number"_s));
    }

    void typedRulesAreNotDroppedSilently() {
        OpenScreen<StationScreen> page(station(), m_session);
        expect(page.screen.save());
        type(page, u"coverAfterMinutes"_s, u"2"_s);
        QCOMPARE(page.screen.save().error().code, ErrorCode::InputUnused);
        QVERIFY(page.shown().contains(u"Not in force yet."_s));
        QCOMPARE(page.screen.unsaved().size(), 1);
        QCOMPARE(station().policy(), StationPolicy());
    }

    void otherRolesGetNothing() {
        const Session auditor = TestStation::session(Role::Auditor, u"au01"_s);
        StationScreen screen({station(), auditor, station().actions()});
        QCOMPARE(screen.load().error().code, ErrorCode::PermissionDenied);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<StationScreen> page(station(), m_session);
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            QVERIFY(page.save(u"station-%1"_s.arg(scale)));
            type(page, u"coverAfterMinutes"_s, u"2"_s);
            QVERIFY(page.use(ActionId::PolicyChange));
            QVERIFY(page.save(u"station-%1-confirm"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }
    void type(OpenScreen<StationScreen>& page, const QString& field, const QString& text) {
        LineEdit* line = page.screen.findChild<LineField*>(field)->line();
        QVERIFY(page.tabTo(line));
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
    }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::SystemAdministrator, QStringLiteral("sa01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::StationScreenTest)
#include "tst_stationscreen.moc"
