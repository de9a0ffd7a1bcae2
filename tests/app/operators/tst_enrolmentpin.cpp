// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked of a card at the console before the PIN goes to it, and that the try is on record.

#include "tests/app/operators/enrolmentoffice.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class EnrolmentPinTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aCardThatIsKnownIsRefusedBeforeItsPin() {
        EnrolmentOffice office;
        const auto card = office.card();
        expect(office.enroll(u"op1"_s, card));
        const Result<CardIdentity> examined = office.enrolment.examine(*office.talk(card), u"op2"_s);
        QVERIFY(!examined);
        QCOMPARE(examined.error().code, ErrorCode::InputInvalid);
        QVERIFY(examined.error().detail.contains(u"C-0001"_s));
        QCOMPARE(office.records(1).constFirst().action, u"card.refused"_s);
        QCOMPARE(office.records(1).constFirst().outcome, AuditOutcome::Refused);
        QCOMPARE(office.proveAtConsole(card, "000000").error().code, ErrorCode::InputInvalid);
        QCOMPARE(card->pinTriesLeft(), 5);
    }

    void theCardsLastTryIsLeftAlone() {
        EnrolmentOffice office;
        const auto card = office.card();
        while (card->pinTriesLeft() > 1)
            EnrolmentOffice::mistype(card);
        QCOMPARE(office.proveAtConsole(card, "739154").error().code, ErrorCode::PinLastTry);
        QCOMPARE(card->pinTriesLeft(), 1);
        QCOMPARE(office.records(1).constFirst().details.value(u"error"_s), u"PinLastTry"_s);
    }

    void aTryAtTheConsoleIsOnRecordBeforeTheCardSeesIt() {
        EnrolmentOffice office;
        const auto card = office.card();
        QStringList seen;
        const auto watched = std::make_shared<WatchedCard>(card, [&](QByteArrayView command) {
            if (WatchedCard::isPinTry(command))
                seen.append(office.records(1).constFirst().action);
        });
        const CardProof wrong = expect(office.proveAtConsole(watched, "000000"));
        QCOMPARE(wrong.pin, (PinOutcome{PinOutcome::Kind::Wrong, 4}));
        QCOMPARE(seen, QStringList{u"pin.submit"_s});
        const AuditRecord refused = office.records(1).constFirst();
        QCOMPARE(refused.action, u"pin.refused"_s);
        QCOMPARE(refused.details.value(u"triesLeft"_s), u"4"_s);
        QCOMPARE(refused.details.value(u"via"_s), u"console"_s);
        QVERIFY(expect(office.proveAtConsole(watched, "739154")).pin.kind == PinOutcome::Kind::Accepted);
        QCOMPARE(office.records(1).constFirst().outcome, AuditOutcome::Done);
        QCOMPARE(seen.size(), 2);
    }

    void withoutTheRecordNoPinGoesToTheCardAtTheConsole() {
        EnrolmentOffice office;
        const auto card = office.card();
        expect(office.station.database().execute("PRAGMA query_only = ON"));
        QCOMPARE(office.proveAtConsole(card, "000000").error().code, ErrorCode::RecordFailed);
        QCOMPARE(card->pinTriesLeft(), 5);
    }

    // A made-up card can sign with keys of its own: whose certificates they are is asked before the PIN.
    void aCardOfAnotherAuthorityIsNotSentThePin() {
        EnrolmentOffice office;
        const auto foreign = std::make_shared<SimulatedPivCard>(
            expect(makeCard(EnrolmentOffice::order(), EnrolmentOffice::authorityOf(u"別の認証局"_s))));
        QCOMPARE(office.proveAtConsole(foreign, "000000").error().code, ErrorCode::CertificateNotTrusted);
        QCOMPARE(foreign->pinTriesLeft(), 5);
        QCOMPARE(office.records(1).constFirst().action, u"card.refused"_s);
    }

    void anExpiredCardIsNotSentThePin() {
        EnrolmentOffice office;
        CardOrder old = EnrolmentOffice::order();
        old.validity = {QDateTime::currentDateTimeUtc().addYears(-2),
                        QDateTime::currentDateTimeUtc().addDays(-1)};
        const auto card = office.card(old);
        QCOMPARE(office.proveAtConsole(card, "000000").error().code, ErrorCode::CertificateExpired);
        QCOMPARE(card->pinTriesLeft(), 5);
    }

    void aRealLoginCertificateWithAMadeUpCardKeyIsNotEnough() {
        EnrolmentOffice office;
        CardContent content = expect(makeCard(EnrolmentOffice::order(), office.authority));
        CardContent own =
            expect(makeCard(EnrolmentOffice::order(), EnrolmentOffice::authorityOf(u"別の認証局"_s)));
        content.keys.insert_or_assign(0x9E, std::move(own.keys.at(0x9E)));
        content.setCertificate(0x9E, own.certificate(0x9E));
        const auto card = std::make_shared<SimulatedPivCard>(std::move(content));
        QCOMPARE(office.proveAtConsole(card, "000000").error().code, ErrorCode::CertificateNotTrusted);
        QCOMPARE(card->pinTriesLeft(), 5);
    }

    void aCardThatCanNotProveItselfIsAskedForItsPinOnlyByPolicy() {
        EnrolmentOffice office;
        CardOrder bare = EnrolmentOffice::order();
        bare.withCardAuthentication = false;
        const auto card = office.card(bare);
        QCOMPARE(office.proveAtConsole(card, "000000").error().code, ErrorCode::CardWithoutCardKey);
        QCOMPARE(card->pinTriesLeft(), 5);
        office.allowsCardsWithoutCardKey = true;
        QVERIFY(expect(office.proveAtConsole(card, "739154")).pin.kind == PinOutcome::Kind::Accepted);
    }

    void aCardThatTakesItsPlaceAtThePromptIsNotSentThePin() {
        EnrolmentOffice office;
        const CardIdentity asked = expect(office.enrolment.examine(*office.talk(office.card()), u"op1"_s));
        const auto other = office.card();
        QCOMPARE(office.enrolment.prove(*office.talk(other), u"op1"_s, asked, SecretBytes::copyOf("000000"))
                     .error()
                     .code,
                 ErrorCode::CardChanged);
        QCOMPARE(other->pinTriesLeft(), 5);
        QCOMPARE(office.records(1).constFirst().details.value(u"error"_s), u"CardChanged"_s);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::EnrolmentPinTest)
#include "tst_enrolmentpin.moc"
