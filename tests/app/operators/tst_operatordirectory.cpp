// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/hash.h"
#include "app/operators/operatordirectory.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class OperatorDirectoryTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void whatWasAddedIsReadBackWhole() {
        TestStation station;
        OperatorDirectory directory(station.database());
        Operator person = TestStation::person(u"op1"_s, Role::Supervisor);
        person.name = u"葛\U000E0101城 髙子"_s;
        person.validFrom = QDate(2026, 4, 1);
        person.hours = WorkingHours{510, 1035, 0b001'1111};
        person.terminals = QStringList{u"T1"_s, u"T2"_s};
        QVERIFY(directory.add(person));
        QCOMPARE(directory.find(u"op1"_s), person);
        QCOMPARE(directory.find(u"op2"_s).error().code, ErrorCode::OperatorUnknown);
    }

    void aCardIsFoundByItsChuidAndByEitherCertificate() {
        TestStation station;
        const QString id = station.enroll(u"op1"_s);
        OperatorDirectory directory(station.database());
        QCOMPARE(id, u"C-0001"_s);
        QCOMPARE(expect(directory.cardByChuid("chuid of op1"))->id, id);
        QCOMPARE(expect(directory.cardByCertificate(Sha256().digest("9a of op1")))->id, id);
        QCOMPARE(expect(directory.cardByCertificate(Sha256().digest("9e of op1")))->operatorId, u"op1"_s);
        QVERIFY(!expect(directory.cardByChuid("chuid of op2")));
        QVERIFY(!expect(directory.cardByChuid({})));
        QVERIFY(!expect(directory.cardByCertificate(Sha256().digest("9a of op2"))));
    }

    void aCardIsReadBackWhole() {
        TestStation station;
        OperatorDirectory directory(station.database());
        QVERIFY(directory.add(TestStation::person(u"op1"_s)));
        OperatorCard card;
        card.operatorId = u"op1"_s;
        card.chuidHash = "chuid";
        card.authenticationCertificate = "9a";
        card.keyManagementCertificate = "9d";
        card.cardCertificate = "9e";
        card.usesGlobalPin = true;
        card.messagingKey = QByteArray(65, '\4');
        card.enrolledAt = FakeClock().now();
        card.id = expect(directory.add(card));
        QCOMPARE(expect(directory.cardByChuid("chuid")), card);
    }

    void cardsWithoutChuidAndWithout9EDoNotCollide() {
        TestStation station;
        OperatorDirectory directory(station.database());
        QVERIFY(directory.add(TestStation::person(u"op1"_s)));
        for (const char* certificate : {"first", "second"}) {
            OperatorCard card;
            card.operatorId = u"op1"_s;
            card.authenticationCertificate = certificate;
            QVERIFY(directory.add(card));
        }
        QCOMPARE(expect(directory.listAtConsole()).first().cards.size(), 2);
    }

    void theSameCardOrOperatorIsNotAddedTwice() {
        TestStation station;
        station.enroll(u"op1"_s);
        OperatorDirectory directory(station.database());
        QCOMPARE(directory.add(TestStation::person(u"op1"_s)).error().code, ErrorCode::InputInvalid);
        OperatorCard card;
        card.operatorId = u"op1"_s;
        card.authenticationCertificate = "9a of op1";
        QCOMPARE(directory.add(card).error().code, ErrorCode::InputInvalid);
        card.operatorId = u"op9"_s;
        QCOMPARE(directory.add(card).error().code, ErrorCode::OperatorUnknown);
    }

    void impossibleOperatorsAreRefused() {
        TestStation station;
        OperatorDirectory directory(station.database());
        Operator person = TestStation::person(u""_s);
        QCOMPARE(directory.add(person).error().code, ErrorCode::InputInvalid);
        person = TestStation::person(u"op1"_s);
        person.hours = WorkingHours{600, 600};
        QCOMPARE(directory.add(person).error().code, ErrorCode::InputInvalid);
        person.hours.reset();
        person.validFrom = QDate(2026, 4, 2);
        person.validTo = QDate(2026, 4, 1);
        QCOMPARE(directory.add(person).error().code, ErrorCode::InputInvalid);
    }

    void aLoginTellsWhatWasBeforeIt() {
        TestStation station;
        const QString card = station.enroll(u"op1"_s);
        OperatorDirectory directory(station.database());
        const QDateTime first = FakeClock().now();
        QVERIFY(expect(directory.recordLogin(card, first, u"T1"_s)).at.isNull());
        const LastLogin second = expect(directory.recordLogin(card, first.addDays(1), u"T2"_s));
        QCOMPARE(second.at, first);
        QCOMPARE(second.terminal, u"T1"_s);
        QCOMPARE(second.failuresSince, 0);
        QCOMPARE(directory.recordLogin(u"C-9999"_s, first, u"T1"_s).error().code, ErrorCode::CardUnknown);
    }

    void suspendingAndResumingChangeTheStatusOnly() {
        TestStation station;
        station.enroll(u"op1"_s);
        OperatorDirectory directory(station.database());
        const Session admin = TestStation::session(Role::CardAdministrator, u"adm"_s);
        QVERIFY(directory.suspend(admin, u"op1"_s));
        Operator expected = TestStation::person(u"op1"_s);
        expected.status = OperatorStatus::Suspended;
        QCOMPARE(directory.find(u"op1"_s), expected);
        QVERIFY(directory.resume(admin, u"op1"_s));
        QCOMPARE(directory.find(u"op1"_s)->status, OperatorStatus::Active);
        QCOMPARE(directory.suspend(admin, u"op9"_s).error().code, ErrorCode::OperatorUnknown);
    }

    void nobodySuspendsHerself() {
        TestStation station;
        station.enroll(u"adm"_s, Role::CardAdministrator);
        OperatorDirectory directory(station.database());
        const Session admin = TestStation::session(Role::CardAdministrator, u"adm"_s);
        QCOMPARE(directory.suspend(admin, u"adm"_s).error().code, ErrorCode::InputInvalid);
    }

    void colleaguesAreTheOtherActiveOperatorsOfTheCounter() {
        TestStation station;
        station.enroll(u"op1"_s);
        station.enroll(u"op2"_s);
        station.enroll(u"op3"_s);
        station.enroll(u"aud"_s, Role::Auditor);
        OperatorDirectory directory(station.database());
        QVERIFY(directory.suspend(TestStation::session(Role::CardAdministrator), u"op3"_s));
        const QList<Colleague> colleagues =
            expect(directory.colleagues(TestStation::session(Role::Operator, u"op1"_s)));
        QCOMPARE(colleagues.size(), 1);
        QCOMPARE(colleagues.first().id, u"op2"_s);
    }

    void whoeverLacksThePermissionIsRefusedByEachFunction() {
        TestStation station;
        station.enroll(u"op1"_s);
        OperatorDirectory directory(station.database());
        for (const Role role : {Role::Operator, Role::Supervisor, Role::Auditor, Role::SystemAdministrator}) {
            const Session session = TestStation::session(role);
            QCOMPARE(directory.list(session).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(directory.details(session, u"op1"_s).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(directory.suspend(session, u"op1"_s).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(directory.resume(session, u"op1"_s).error().code, ErrorCode::PermissionDenied);
            if (role != Role::Operator)
                QCOMPARE(directory.colleagues(session).error().code, ErrorCode::PermissionDenied);
        }
        Session ended = TestStation::session(Role::CardAdministrator);
        ended.end();
        QCOMPARE(directory.list(ended).error().code, ErrorCode::SessionEnded);
        QCOMPARE(directory.find(u"op1"_s)->status, OperatorStatus::Active);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::OperatorDirectoryTest)
#include "tst_operatordirectory.moc"
