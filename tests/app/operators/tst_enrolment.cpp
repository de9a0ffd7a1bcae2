// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/vault.h"
#include "app/issuing/issueregister.h"
#include "app/storage/statement.h"
#include "tests/app/operators/enrolmentoffice.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>

namespace madoguchi {

using namespace Qt::StringLiterals;

using Office = EnrolmentOffice;

class EnrolmentTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theFirstCardMakesTheVaultAndOpensIt() {
        Office office;
        const auto card = office.card();
        const Enrolled enrolled = expect(office.enroll(u"op1"_s, card));
        QVERIFY(enrolled.slot == VaultSlotState::Ready);
        const Session session =
            TestStation::session(Role::Operator, u"op1"_s, office.vaultKey(enrolled.card, card));
        QVERIFY(Vault::open(office.vaultPath, session));
        QCOMPARE(expect(office.directory.find(u"op1"_s)), TestStation::person(u"op1"_s));
    }

    // Cards that were issued with a former office key need that one; only the office's root has it.
    void noSecondOfficeKeyIsMadeOnceCardsWereIssued() {
        Office office;
        expect(office.directory.add(TestStation::person(u"op1"_s)));
        CardIssue issue;
        issue.id = u"I-0001"_s;
        issue.operatorId = issue.startedBy = issue.witness = u"op1"_s;
        issue.startedAt = office.clock.now();
        issue.guid = QByteArray(16, 'g');
        issue.lastDay = QDate(2029, 1, 1);
        expect(IssueRegister(office.station.database()).add(issue));
        const CardProof proof = office.prove(office.card());
        const Operator administrator = TestStation::person(u"ad1"_s, Role::CardAdministrator);
        const Enrolled enrolled = expect(office.enrolment.enroll(administrator, proof));
        QVERIFY(enrolled.officeSlot == VaultSlotState::Waiting);
        QVERIFY(!expect(office.keySlots.anyReady(SlotPurpose::Office)));
    }

    void whatAnEnrolmentLeftThatWasCutOffIsMovedAside_data() {
        QTest::addColumn<QString>("part");
        for (const char* part : {"", "-wal", ".head"})
            QTest::addRow("vault.db%s", part) << QString::fromLatin1(part);
    }
    void whatAnEnrolmentLeftThatWasCutOffIsMovedAside() {
        QFETCH(QString, part);
        Office office;
        QFile left(office.vaultPath + part);
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write("begun") == 5);
        left.close();
        const auto card = office.card();
        const Enrolled enrolled = expect(office.enroll(u"op1"_s, card));
        const Session session =
            TestStation::session(Role::Operator, u"op1"_s, office.vaultKey(enrolled.card, card));
        QVERIFY(Vault::open(office.vaultPath, session));
    }

    void aLaterCardWaitsUntilSomebodyLogsInWhoHasTheVaultKey() {
        Office office;
        const auto first = office.card();
        const auto second = office.card();
        const QString firstId = expect(office.enroll(u"op1"_s, first)).card;
        const Enrolled waiting = expect(office.enroll(u"op2"_s, second));
        QVERIFY(waiting.slot == VaultSlotState::Waiting);
        const SecretBytes key = office.vaultKey(firstId, first);
        QCOMPARE(expect(office.keySlots.waiting()), QStringList{waiting.card});
        const QByteArray der = office.prove(second).certificates.keyManagement;
        expect(office.keySlots.makeSlot(waiting.card, expect(Certificate::fromDer(der)).publicKey(), key));
        QVERIFY(office.vaultKey(waiting.card, second) == key);
    }

    void theFirstAdministratorsCardMakesTheOfficeKeyAndTheNextWaits() {
        Office office;
        const auto enroll = [&](const QString& id, Role role) {
            return expect(
                office.enrolment.enroll(TestStation::person(id, role), office.prove(office.card())));
        };
        const Enrolled worker = enroll(u"op1"_s, Role::Operator);
        QVERIFY(worker.officeSlot == VaultSlotState::None);
        const Enrolled first = enroll(u"ad1"_s, Role::CardAdministrator);
        QVERIFY(first.officeSlot == VaultSlotState::Ready);
        QVERIFY(first.slot == VaultSlotState::None); // she has no business with drafts
        QVERIFY(enroll(u"ad2"_s, Role::CardAdministrator).officeSlot == VaultSlotState::Waiting);
    }

    void withoutTheRightPinNothingIsTaken() {
        Office office;
        const CardProof proof = office.prove(office.card(), "000000");
        QVERIFY(proof.pin.kind == PinOutcome::Kind::Wrong);
        QCOMPARE(proof.pin.triesLeft, 4);
        QCOMPARE(office.enrolment.enroll(TestStation::person(u"op1"_s), proof).error().code,
                 ErrorCode::CardNotGenuine);
        QVERIFY(expect(office.directory.listAtConsole()).isEmpty());
        QVERIFY(!QFile::exists(office.vaultPath));
    }

    void certificatesCopiedOntoAnotherProofAreNotEnough() {
        Office office;
        CardProof proof = office.prove(office.card());
        const CardProof other = office.prove(office.card());
        proof.certificates = other.certificates;
        QCOMPARE(office.enrolment.enroll(TestStation::person(u"op1"_s), proof).error().code,
                 ErrorCode::CardNotGenuine);
    }

    void aCardWithoutTheKeyOfItsVaultCertificateIsNotTaken_data() {
        QTest::addColumn<bool>("hasAnother");
        QTest::newRow("another key") << true;
        QTest::newRow("no key") << false;
    }
    void aCardWithoutTheKeyOfItsVaultCertificateIsNotTaken() {
        QFETCH(bool, hasAnother);
        Office office;
        CardContent content = expect(makeCard(Office::order(), office.authority));
        content.keys.erase(0x9D);
        if (hasAnother)
            content.keys.emplace(0x9D, expect(CardKey::generate(CardKeyAlgorithm::P256)));
        const auto card = std::make_shared<SimulatedPivCard>(std::move(content));
        const Result<CardProof> proof = office.proveAtConsole(card, "739154");
        QVERIFY(!proof);
        QCOMPARE(proof.error().code, ErrorCode::CardNotGenuine);
        QVERIFY(proof.error().detail.contains(u"9D"_s));
        QCOMPARE(office.records(1).constFirst().outcome, AuditOutcome::Failed);
        QCOMPARE(card->pinTriesLeft(), 5);
    }

    void aVaultCertificateWhoseKeyWasNotShownGetsNoSlot() {
        Office office;
        CardProof proof = office.prove(office.card());
        QVERIFY(proof.holdsVaultKey);
        proof.holdsVaultKey = false;
        QCOMPARE(office.enrolment.enroll(TestStation::person(u"op1"_s), proof).error().code,
                 ErrorCode::CardNotGenuine);
        QVERIFY(expect(office.directory.listAtConsole()).isEmpty());
    }

    void aCardPutTogetherFromTwoPeoplesIsRefusedBeforeItsPin() {
        Office office;
        CardContent content = expect(makeCard(Office::order(), office.authority));
        CardOrder colleagues = Office::order();
        colleagues.subject.commonName = u"窓口 太郎"_s;
        CardContent colleague = expect(makeCard(colleagues, office.authority));
        content.keys.insert_or_assign(0x9D, std::move(colleague.keys.at(0x9D)));
        content.setCertificate(0x9D, colleague.certificate(0x9D));
        const auto card = std::make_shared<SimulatedPivCard>(std::move(content));
        QCOMPARE(office.proveAtConsole(card, "000000").error().code, ErrorCode::CardNotGenuine);
        QCOMPARE(card->pinTriesLeft(), 5);
        QCOMPARE(office.records(1).constFirst().action, u"card.refused"_s);
        QCOMPARE(office.enroll(u"op1"_s, card).error().code, ErrorCode::CardNotGenuine);
    }

    void aCardOfAnotherAuthorityIsNotTrusted() {
        Office office;
        const auto foreign = std::make_shared<SimulatedPivCard>(
            expect(makeCard(Office::order(), Office::authorityOf(u"別の認証局"_s))));
        QCOMPARE(office.enroll(u"op1"_s, foreign).error().code, ErrorCode::CertificateNotTrusted);
        QVERIFY(expect(office.directory.listAtConsole()).isEmpty());
    }

    void anExpiredCardIsNotTaken() {
        Office office;
        CardOrder old = Office::order();
        old.validity = {QDateTime::currentDateTimeUtc().addYears(-2),
                        QDateTime::currentDateTimeUtc().addDays(-1)};
        QCOMPARE(office.enroll(u"op1"_s, office.card(old)).error().code, ErrorCode::CertificateExpired);
    }

    void theSameCardIsTakenOnce() {
        Office office;
        const auto card = office.card();
        expect(office.enroll(u"op1"_s, card));
        QCOMPARE(office.enroll(u"op2"_s, card).error().code, ErrorCode::InputInvalid);
        QCOMPARE(office.directory.find(u"op2"_s).error().code, ErrorCode::OperatorUnknown);
    }

    void aSecondCardIsTakenOnlyWhereThePolicyLetsPeopleHaveSeveral() {
        Office office;
        expect(office.enroll(u"op1"_s, office.card()));
        const auto second = office.card();
        QCOMPARE(office.enroll(u"op1"_s, second).error().code, ErrorCode::OperatorHasCard);
        QCOMPARE(expect(office.directory.cardsOf(u"op1"_s)).size(), 1);
        Enrolment generous({office.station.database(), office.directory, office.keySlots, office.actions,
                            office.verifier, office.clock, office.vaultPath,
                            [] { return Result<bool>(true); }});
        QCOMPARE(expect(generous.enroll(TestStation::person(u"op1"_s), office.prove(second))).card,
                 u"C-0002"_s);
    }

    void somebodyKnownKeepsHerNameAndTheTermsOfHerRole() {
        Office office;
        Operator person = TestStation::person(u"op1"_s);
        person.validTo = QDate(2030, 3, 31);
        expect(office.enrolment.enroll(person, office.prove(office.card())));
        person.validTo = QDate(2031, 3, 31); // changed in the register, not by another card
        QCOMPARE(office.enrolment.enroll(person, office.prove(office.card())).error().code,
                 ErrorCode::OperatorIdTaken);
        QCOMPARE(expect(office.directory.find(u"op1"_s)).validTo, QDate(2030, 3, 31));
        Operator other = TestStation::person(u"op1"_s);
        other.name = u"別人"_s;
        QCOMPARE(office.enrolment.enroll(other, office.prove(office.card())).error().code,
                 ErrorCode::OperatorIdTaken);
    }

    // What was typed for a card that was never made may have been wrong.
    void somebodyWhoNeverHadACardIsTakenAsSheIsNow() {
        Office office;
        expect(office.directory.add(TestStation::person(u"op1"_s)));
        Operator right = TestStation::person(u"op1"_s);
        right.name = u"葛󠄀城 髙子"_s;
        right.role = Role::Supervisor;
        expect(office.enrolment.enroll(right, office.prove(office.card())));
        QCOMPARE(expect(office.directory.find(u"op1"_s)).name, right.name);
        QCOMPARE(expect(office.directory.find(u"op1"_s)).role, right.role);
        const AuditRecord told = office.records(1).constFirst();
        QCOMPARE(told.details.value(u"entered-anew"_s), u"true"_s);
    }

    void aSuspensionAndItsLimitsOutlastACorrection() {
        Office office;
        Operator limited = TestStation::person(u"op1"_s);
        limited.terminals = {u"T9"_s};
        expect(office.directory.add(limited));
        Operator right = TestStation::person(u"op1"_s);
        right.name = u"葛󠄀城 髙子"_s;
        const CardProof proof = office.prove(office.card());
        const auto suspend = [&](int status) {
            Statement change = expect(office.station.database().prepare("UPDATE operator SET status = ?1"));
            expect(change.bind(1, qint64(status)).run());
        };
        suspend(1);
        QCOMPARE(office.enrolment.enroll(right, proof).error().code, ErrorCode::OperatorSuspended);
        suspend(0);
        expect(office.enrolment.enroll(right, proof));
        QCOMPARE(expect(office.directory.find(u"op1"_s)).terminals, QStringList{u"T9"_s});
    }

    void aRevokedCardIsNeitherAskedForItsPinNorTaken() {
        Office office;
        const auto card = office.card();
        const CardProof proof = office.prove(card);
        Enrolment strict({.station = office.station.database(),
                          .directory = office.directory,
                          .slots = office.keySlots,
                          .actions = office.actions,
                          .authority = office.verifier,
                          .clock = office.clock,
                          .vaultPath = office.vaultPath,
                          .isRevoked = [](const Certificate&) { return Result<bool>(true); }});
        QCOMPARE(strict.examine(*office.talk(card), u"op1"_s).error().code, ErrorCode::CertificateRevoked);
        QCOMPARE(strict.enroll(TestStation::person(u"op1"_s), proof).error().code,
                 ErrorCode::CertificateRevoked);
        QVERIFY(expect(office.directory.cardsForLogin()).isEmpty());
    }

    void aCardWhoseKeyCanNotOpenTheVaultStillEnrolls() {
        Office office;
        CardOrder rsa = Office::order();
        rsa.managementAlgorithm = CardKeyAlgorithm::Rsa2048;
        const Enrolled enrolled = expect(office.enroll(u"op1"_s, office.card(rsa)));
        QVERIFY(enrolled.slot == VaultSlotState::None);
        QVERIFY(!QFile::exists(office.vaultPath));
        QVERIFY(expect(office.enroll(u"op2"_s, office.card())).slot == VaultSlotState::Ready);
    }

    void aCardWhoseRoleDoesNotWorkWithDraftsGetsNoSlot() {
        Office office;
        for (const Role role :
             {Role::CardAdministrator, Role::Supervisor, Role::Auditor, Role::SystemAdministrator}) {
            const QString id = u"person%1"_s.arg(static_cast<int>(role));
            const Enrolled enrolled =
                expect(office.enrolment.enroll(TestStation::person(id, role), office.prove(office.card())));
            QVERIFY(enrolled.slot == VaultSlotState::None);
            QVERIFY(expect(office.keySlots.state(enrolled.card)) == VaultSlotState::None);
        }
        QVERIFY(!QFile::exists(office.vaultPath));
    }

    void aCardWithoutA9EKeyEnrolls() {
        Office office;
        CardOrder bare = Office::order();
        bare.withCardAuthentication = false;
        const QString id = expect(office.enroll(u"op1"_s, office.card(bare))).card;
        const OperatorCard card = expect(office.directory.listAtConsole()).first().cards.first();
        QCOMPARE(card.id, id);
        QVERIFY(card.cardCertificate.isEmpty());
    }

    void aVaultThatNoSlotOpensIsMovedAside() {
        Office office;
        expect(Vault::create(office.vaultPath, SecretBytes::copyOf(QByteArray(32, 'x'))));
        const auto card = office.card();
        const QString id = expect(office.enroll(u"op1"_s, card)).card;
        const Session session = TestStation::session(Role::Operator, u"op1"_s, office.vaultKey(id, card));
        QVERIFY(Vault::open(office.vaultPath, session));
        const QStringList aside =
            QDir(office.station.folder()).entryList({u"vault.db.left-*"_s}, QDir::Files);
        QVERIFY(!aside.isEmpty());
    }

    void itIsOnRecordAsWorkAtTheConsole() {
        Office office;
        expect(office.enroll(u"op1"_s, office.card()));
        Statement rows = expect(office.station.database().prepare(
            "SELECT body FROM record WHERE action = 'card.enroll' ORDER BY sequence"));
        QVERIFY(expect(rows.step()));
        const AuditRecord attempt = expect(decodeAuditRecord(rows.blob(0)));
        QVERIFY(attempt.phase == AuditPhase::Attempt);
        QCOMPARE(attempt.target, u"operator:op1"_s);
        QCOMPARE(attempt.details[u"via"_s], u"console"_s);
        QVERIFY(expect(rows.step()));
        QVERIFY(expect(decodeAuditRecord(rows.blob(0))).outcome == AuditOutcome::Done);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::EnrolmentTest)
#include "tst_enrolment.moc"
