// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// From an empty station and a blank card to an administrator who logs in and may issue cards.

#include "app/audit/auditreader.h"
#include "app/issuing/authority.h"
#include "app/issuing/firstcard.h"
#include "app/issuing/issueregister.h"
#include "app/operators/cardevents.h"
#include "app/station/stationinit.h"
#include "app/storage/statement.h"
#include "tests/app/support/ownauthority.h"
#include "tests/support/counterstation.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray FactoryKey = QByteArray::fromHex("010203040506070801020304050607080102030405060708");

CounterStation::Card blankCard(const CardPersonality& personality) {
    CardContent content;
    content.personality = personality;
    content.managementKey = {personality.hasYubikeyCommands ? ManagementKeyAlgorithm::Aes192
                                                            : ManagementKeyAlgorithm::TripleDes,
                             FactoryKey};
    content.pin.value = CardReferenceValue::padded("123456");
    content.puk.value = CardReferenceValue::padded("12345678");
    return std::make_shared<SimulatedPivCard>(std::move(content));
}

struct Office {
    SystemClock clock;
    CardCatalogue catalogue = expect(CardCatalogue::load());
    OwnAuthority own{clock.now()};
    QTemporaryDir folder;
    StationFolder place{folder.filePath(u"station"_s)};

    Office() {
        expect(initialiseStation(
            place, {OwnAuthority::office(), CounterStation::terminal(), pemOf(own.root().certificate)},
            clock));
    }
    Result<Enrolled> make(CardInHand& card, const QByteArray& pin = OwnAuthority::Pin, QDate lastDay = {}) {
        const auto station = expect(Station::open(place, clock));
        return makeFirstCard(*station, own.root(),
                             {CounterStation::person(u"ad1"_s, Role::CardAdministrator),
                              lastDay.isValid() ? lastDay : clock.now().date().addYears(3),
                              SecretBytes::copyOf(pin),
                              catalogue,
                              {}},
                             card);
    }
};

} // namespace

class FirstCardTest : public TestCase {
    Q_OBJECT

    static void personalities() {
        QTest::addColumn<CardPersonality>("personality");
        QTest::newRow("plain") << CardPersonality::plain();
        QTest::newRow("yubikey") << CardPersonality::yubikey();
    }

private Q_SLOTS:
    void aBlankCardBecomesAnAdministratorsWhoMayIssue_data() { personalities(); }
    void aBlankCardBecomesAnAdministratorsWhoMayIssue() {
        QFETCH(CardPersonality, personality);
        Office office;
        const auto card = blankCard(personality);
        {
            CardInHand hand(card);
            const Result<Enrolled> made = office.make(hand);
            QVERIFY2(made, made ? "" : qPrintable(toString(made.error())));
            QVERIFY(made->officeSlot == VaultSlotState::Ready);
        }
        CounterStation station(office.clock, office.place.path());
        station.open();
        QVERIFY(station.logIn(card));
        const OfficeKey* key = station.login().session()->officeKey();
        QVERIFY(key);
        IssueRegister issues(station.workstation().database());
        const auto issue = expect(issues.ofCard(station.login().session()->facts().card));
        QVERIFY(issue && issue->step == IssueStep::Finished);
        QVERIFY(key->openPuk(issue->id, issue->sealedPuk)); // the escrow opens in her session
        const auto holder =
            expect(station.workstation().operators().holderOf(station.login().session()->facts().card));
        const Certificate issuing =
            expect(OfficeAuthority(station.workstation().database())
                       .issuingCertificateOf(holder.card.chuidHash, office.clock.now()));
        QCOMPARE(issuing.der(), card->certificate(0x9C));
        QCOMPARE(expect(issues.revoked(office.clock.now())).size(), 0);
        // In the register it was issued here, and its holder chose the PIN: its age counts from today.
        const auto history = expect(CardEvents(station.workstation().database()).ofCard(holder.card.id));
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.constFirst().event, CardEvent::Issued);
        QCOMPARE(history.constFirst().by, u"console"_s);
        Statement pin = expect(station.workstation().database().prepare(
            "SELECT set_at, must_change FROM card_pin WHERE card = ?1"));
        pin.bind(1, holder.card.id);
        QVERIFY(expect(pin.step()));
        QVERIFY(pin.integer(0) > office.clock.now().addSecs(-600).toMSecsSinceEpoch());
        QCOMPARE(pin.integer(1), 0);
    }

    void anotherLastDayAfterACutIsTheOneThatHolds() {
        Office office;
        const auto card = blankCard(CardPersonality::yubikey());
        const QDate first = office.clock.now().toLocalTime().date().addYears(3);
        {
            CardInHand hand(card);
            hand.pullAfter(25);
            QVERIFY(!office.make(hand, OwnAuthority::Pin, first));
        }
        const QDate second = first.addYears(-1);
        CardInHand hand(card);
        const Enrolled made = expect(office.make(hand, OwnAuthority::Pin, second));
        const auto station = expect(Station::open(office.place, office.clock));
        IssueRegister issues(station->database());
        const auto issue = expect(issues.ofCard(made.card));
        QCOMPARE(issue->lastDay, second);
        QCOMPARE(issue->former, u"I-0001"_s);
        QCOMPARE(expect(issues.find(u"I-0001"_s)).step, IssueStep::Abandoned);
        const QDateTime end = expect(Certificate::fromDer(card->certificate(0x9A))).notAfter();
        QCOMPARE(end.toLocalTime().date(), second);
    }

    void itFinishesAfterAnyCut_data() { personalities(); }
    void itFinishesAfterAnyCut() {
        QFETCH(CardPersonality, personality);
        int commands = 0;
        {
            Office office;
            CardInHand hand(blankCard(personality));
            QVERIFY(office.make(hand));
            commands = hand.commands();
        }
        QVERIFY(commands > 30);
        for (int cut = 0; cut < commands; cut += 3) {
            Office office;
            const auto card = blankCard(personality);
            {
                CardInHand hand(card);
                hand.pullAfter(cut);
                if (cut % 2 == 0)
                    hand.swallowLastAnswer();
                const Result<Enrolled> stopped = office.make(hand);
                QVERIFY2(!stopped, qPrintable(QString::number(cut)));
                const auto station = expect(Station::open(office.place, office.clock));
                QVERIFY(!expect(station->slots().anyReady(SlotPurpose::Office)));
            }
            CardInHand hand(card);
            const Result<Enrolled> made = office.make(hand);
            QVERIFY2(made,
                     qPrintable(u"cut at %1: %2"_s.arg(cut).arg(made ? QString() : toString(made.error()))));
            const auto station = expect(Station::open(office.place, office.clock));
            QVERIFY(expect(IssueRegister(station->database()).unfinished()).isEmpty());
            QCOMPARE(card->pukTriesLeft(), 3);
        }
    }

    // Whatever becomes of the card: what it could sign with is on record and can be withdrawn.
    void anIssuingCertificateIsKnownBeforeTheCardHasIt() {
        int commands = 0;
        {
            Office office;
            CardInHand hand(blankCard(CardPersonality::yubikey()));
            QVERIFY(office.make(hand));
            commands = hand.commands();
        }
        int found = 0;
        for (int cut = commands - 1; cut > 0; cut -= 2) {
            Office office;
            const auto card = blankCard(CardPersonality::yubikey());
            CardInHand hand(card);
            hand.pullAfter(cut);
            QVERIFY(!office.make(hand));
            if (card->certificate(0x9C).isEmpty())
                break;
            ++found;
            const auto station = expect(Station::open(office.place, office.clock));
            const auto known = expect(OfficeAuthority(station->database()).issuingCertificates());
            QCOMPARE(known.size(), 1);
            QCOMPARE(known.constFirst().certificate.der(), card->certificate(0x9C));
            AuditQuery query;
            query.filter.action = u"authority.certify"_s;
            const auto noted = expect(readAuditAsAdministrator(station->database(), query)).records;
            QCOMPARE(noted.size(), 1);
            QCOMPARE(noted.constFirst().target, u"issue:I-0001"_s);
            QCOMPARE(noted.constFirst().details.value(u"certificate"_s),
                     QString::fromLatin1(serialNumberOf(known.constFirst().certificate).toHex()));
        }
        QVERIFY(found > 3);
    }

    void thereIsOnlyOneFirstCard() {
        Office office;
        const auto first = blankCard(CardPersonality::yubikey());
        CardInHand hand(first);
        QVERIFY(office.make(hand));
        CardInHand second(blankCard(CardPersonality::yubikey()));
        QCOMPARE(office.make(second).error().code, ErrorCode::InputInvalid);
        QCOMPARE(second.commands(), 0);
    }

    void anotherRootAndABadPinTouchNoCard() {
        Office office;
        CardInHand hand(blankCard(CardPersonality::yubikey()));
        QCOMPARE(office.make(hand, "12").error().code, ErrorCode::PinMalformed);
        const OwnAuthority stranger(office.clock.now());
        const auto station = expect(Station::open(office.place, office.clock));
        QCOMPARE(mayMakeFirstCard(*station, stranger.root().certificate).error().code,
                 ErrorCode::CertificateNotTrusted);
        QCOMPARE(hand.commands(), 0);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::FirstCardTest)
#include "tst_firstcard.moc"
