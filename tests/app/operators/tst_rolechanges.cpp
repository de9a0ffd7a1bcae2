// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What somebody may do changes: in the register, in the keys of her cards, at the next login and in a session
// that is running; against a whole station.

#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// Hanako's card opens the vault, Jiro's waits; the first administrator's has the office key, the second's
// waits.
struct Counter {
    Counter() { station.open(); }

    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);
    CounterStation::Card jiro = station.employ(u"op2"_s);
    CounterStation::Card first = station.employ(u"ad1"_s, Role::CardAdministrator);
    CounterStation::Card second = station.employ(u"ad2"_s, Role::CardAdministrator);
    Session administrator = CounterStation::session(Role::CardAdministrator, u"ad1"_s);

    QDate today() const { return clock.now().toLocalTime().date(); }
    Operator person(const QString& id) { return expect(station.workstation().operators().find(id)); }
    /// Under the name that op1 has.
    RoleTerms named(RoleTerms terms) {
        const RoleTerms present = termsOf(person(u"op1"_s));
        if (terms.name.isEmpty())
            terms.name = present.name;
        if (terms.kana.isEmpty())
            terms.kana = present.kana;
        return terms;
    }
    Result<RoleChange> change(const QString& id, const std::function<void(RoleTerms&)>& how) {
        RoleTerms terms = termsOf(person(id));
        how(terms);
        return station.workstation().roleChanges().change(administrator, id, terms);
    }
    VaultSlotState slotOf(const CounterStation::Card& card, SlotPurpose purpose = SlotPurpose::Vault) {
        return expect(station.workstation().vaultKeySlots().state(station.idOf(card), purpose));
    }
    bool comesAndGoes(const CounterStation::Card& card) {
        if (!station.logIn(card))
            return false;
        station.takeOut();
        return station.reaches(LoginState::WaitingForCard);
    }
};

void toSupervisor(RoleTerms& terms) {
    terms.role = Role::Supervisor;
}

} // namespace

class RoleChangesTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void datesHoursAndTerminalsHoldAtTheNextLogin_data() {
        QTest::addColumn<RoleTerms>("terms");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::addColumn<QString>("field");
        const QDateTime now = FakeClock().now().toLocalTime();
        const int minute = now.time().hour() * 60 + now.time().minute();
        const QDate tomorrow = now.date().addDays(1);
        QTest::newRow("dates") << RoleTerms{.validFrom = tomorrow} << ErrorCode::OperatorOutsideDates
                               << u"role-from"_s;
        QTest::newRow("hours") << RoleTerms{.hours = WorkingHours{minute + 60, minute + 120}}
                               << ErrorCode::OperatorOutsideHours << u"hours"_s;
        QTest::newRow("terminals") << RoleTerms{.terminals = {u"T9"_s}} << ErrorCode::OperatorWrongTerminal
                                   << u"terminals"_s;
    }
    void datesHoursAndTerminalsHoldAtTheNextLogin() {
        QFETCH(RoleTerms, terms);
        QFETCH(ErrorCode, refusal);
        QFETCH(QString, field);
        Counter counter;
        terms = counter.named(terms);
        const RoleChange changed = expect(
            counter.station.workstation().roleChanges().change(counter.administrator, u"op1"_s, terms));
        QVERIFY(changed.fields.contains(field));
        QVERIFY(!detailsOf(changed).value(field).isEmpty());
        QCOMPARE(termsOf(counter.person(u"op1"_s)), terms);
        QVERIFY(counter.slotOf(counter.hanako) == VaultSlotState::Ready); // she may come back
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.refuses(refusal));
    }

    void whatIsImpossibleIsRefusedByField_data() {
        QTest::addColumn<RoleTerms>("terms");
        QTest::addColumn<QString>("field");
        const QDate today = FakeClock().now().toLocalTime().date();
        QTest::newRow("backwards") << RoleTerms{.validFrom = today.addDays(2), .validTo = today.addDays(1)}
                                   << u"role-from"_s;
        QTest::newRow("passed") << RoleTerms{.validTo = today.addDays(-1)} << u"role-until"_s;
        QTest::newRow("no hours") << RoleTerms{.hours = WorkingHours{480, 480}} << u"hours"_s;
        QTest::newRow("after midnight") << RoleTerms{.hours = WorkingHours{480, 1441}} << u"hours"_s;
        QTest::newRow("no day") << RoleTerms{.hours = WorkingHours{480, 960, 0}} << u"weekdays"_s;
        QTest::newRow("no terminal") << RoleTerms{.terminals = {u" "_s}} << u"terminals"_s;
        QTest::newRow("no name") << RoleTerms{.name = u" "_s} << u"name"_s;
        QTest::newRow("no reading") << RoleTerms{.kana = u" "_s} << u"kana"_s;
    }
    void whatIsImpossibleIsRefusedByField() {
        QFETCH(RoleTerms, terms);
        QFETCH(QString, field);
        Counter counter;
        const RoleTerms present = termsOf(counter.person(u"op1"_s));
        const auto refused = counter.station.workstation().roleChanges().change(
            counter.administrator, u"op1"_s, counter.named(terms));
        QCOMPARE(refused.error().code, ErrorCode::InputInvalid);
        QCOMPARE(refused.error().detail, field);
        QCOMPARE(termsOf(counter.person(u"op1"_s)), present);
    }

    // After a marriage, or when it was entered with a mistake.
    void anotherNameIsHersAtTheNextLogin() {
        Counter counter;
        const RoleChange changed = expect(counter.change(u"op1"_s, [](RoleTerms& terms) {
            terms.name = u"葛󠄀城 花子"_s;
            terms.kana = u"カツラギ ハナコ"_s;
        }));
        QCOMPARE(changed.fields, (QMap<QString, QString>{{u"name"_s, u"true"_s}, {u"kana"_s, u"true"_s}}));
        QVERIFY(changed.keys.dropped.isEmpty());
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(counter.station.login().session()->facts().operatorName, u"葛󠄀城 花子"_s);
    }

    void anotherRoleTakesTheKeyItHasNoUseForAndWaitsForTheOneItNeeds() {
        Counter counter;
        QVERIFY(counter.comesAndGoes(counter.hanako)); // gives Jiro's card the vault key
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Ready);
        const RoleChange change =
            expect(counter.change(u"op2"_s, [](RoleTerms& terms) { terms.role = Role::CardAdministrator; }));
        QCOMPARE(change.keys.dropped, QStringList{counter.station.idOf(counter.jiro)});
        QCOMPARE(change.fields, (QMap<QString, QString>{{u"role"_s, u"CardAdministrator"_s}}));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::None);
        QVERIFY(counter.slotOf(counter.jiro, SlotPurpose::Office) == VaultSlotState::Waiting);
        QVERIFY(counter.comesAndGoes(counter.first)); // who has the office key gives it
        QVERIFY(counter.slotOf(counter.jiro, SlotPurpose::Office) == VaultSlotState::Ready);
        QVERIFY(counter.station.logIn(counter.jiro));
        QCOMPARE(counter.station.login().session()->facts().role, Role::CardAdministrator);
        QVERIFY(counter.station.login().session()->vaultKey() == nullptr);
        QVERIFY(counter.station.login().session()->officeKey() != nullptr);
    }

    void theOnlyKeyToTheDraftsIsNotLostWithARole() {
        Counter counter; // Jiro's card still waits
        const auto refused = counter.change(u"op1"_s, toSupervisor);
        QCOMPARE(refused.error().code, ErrorCode::InputInvalid);
        QCOMPARE(refused.error().detail, u"drafts-key"_s);
        QCOMPARE(counter.person(u"op1"_s).role, Role::Operator);
        QVERIFY(counter.slotOf(counter.hanako) == VaultSlotState::Ready);
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.change(u"op1"_s, toSupervisor));
        QVERIFY(counter.slotOf(counter.hanako) == VaultSlotState::None);
    }

    void norIsTheOfficeKey() {
        Counter counter;
        Session other = CounterStation::session(Role::CardAdministrator, u"ad2"_s);
        RoleTerms terms = termsOf(counter.person(u"ad1"_s));
        terms.role = Role::Auditor;
        const auto refused = counter.station.workstation().roleChanges().change(other, u"ad1"_s, terms);
        QCOMPARE(refused.error().detail, u"office-key"_s);
        QCOMPARE(counter.person(u"ad1"_s).role, Role::CardAdministrator);
    }

    void aRunningSessionEndsWithItsRole() {
        Counter counter;
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.station.logIn(counter.jiro));
        QSignalSpy ended(&counter.station.login(), &LoginController::sessionEnded);
        expect(counter.change(u"op2"_s, toSupervisor));
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        QCOMPARE(ended.size(), 1);
        QVERIFY(ended.constFirst().constFirst().value<SessionEnd>() == SessionEnd::CardWithdrawn);
        QVERIFY(counter.station.workstation().work() == nullptr);
    }

    void aRunningSessionEndsWhenItWouldNotBeLetIn() {
        Counter counter;
        QVERIFY(counter.station.logIn(counter.hanako));
        QSignalSpy ended(&counter.station.login(), &LoginController::sessionEnded);
        expect(counter.change(u"op1"_s, [](RoleTerms& terms) { terms.terminals = {u"T9"_s}; }));
        QVERIFY(counter.station.refuses(ErrorCode::OperatorWrongTerminal));
        QVERIFY(counter.station.login().session() == nullptr);
        // at once, before the watch asks again
        QVERIFY(ended.constFirst().constFirst().value<SessionEnd>() == SessionEnd::CardWithdrawn);
    }

    void aChangeThatLeavesItAllowedLeavesItRunning() {
        Counter counter;
        QVERIFY(counter.station.logIn(counter.hanako));
        expect(counter.change(u"op1"_s, [&](RoleTerms& terms) {
            terms.validTo = counter.today();
            terms.terminals = {CounterStation::terminal(), u"T9"_s};
        }));
        QCoreApplication::processEvents();
        QVERIFY(counter.station.login().session() != nullptr);
    }

    void nobodyChangesHerselfAndOnlyAdministratorsChangeOthers() {
        Counter counter;
        const auto own = counter.change(u"ad1"_s, toSupervisor);
        QCOMPARE(own.error().code, ErrorCode::InputInvalid);
        QCOMPARE(own.error().detail, u"self"_s);
        for (const Role role : {Role::Operator, Role::Supervisor, Role::Auditor, Role::SystemAdministrator}) {
            const Session session = CounterStation::session(role, u"x1"_s);
            QCOMPARE(counter.station.workstation()
                         .roleChanges()
                         .change(session, u"op1"_s, RoleTerms{.role = Role::CardAdministrator})
                         .error()
                         .code,
                     ErrorCode::PermissionDenied);
        }
        QCOMPARE(counter.person(u"op1"_s).role, Role::Operator);
        QCOMPARE(counter.station.workstation()
                     .roleChanges()
                     .change(counter.administrator, u"nobody"_s, {})
                     .error()
                     .code,
                 ErrorCode::OperatorUnknown);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::RoleChangesTest)
#include "tst_rolechanges.moc"
