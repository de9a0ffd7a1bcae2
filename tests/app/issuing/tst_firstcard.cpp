// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// From an empty station and a blank card to an administrator who logs in and may issue cards.

#include "app/audit/auditreader.h"
#include "app/issuing/authority.h"
#include "app/issuing/firstcard.h"
#include "app/issuing/formercards.h"
#include "app/issuing/issueregister.h"
#include "app/operators/cardevents.h"
#include "app/station/policystore.h"
#include "app/station/stationinit.h"
#include "app/storage/statement.h"
#include "smartcard/simulator/cardmaker.h"
#include "tests/app/support/ownauthority.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"
#include "tests/support/wrongpin.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

CounterStation::Card blankCard(const CardPersonality& personality) {
    return std::make_shared<SimulatedPivCard>(blankCardContent(personality));
}

struct Office {
    FakeClock clock;
    CardCatalogue catalogue = expect(CardCatalogue::load());
    OwnAuthority own{clock.now()};
    QTemporaryDir folder;
    StationFolder place{folder.filePath(u"station"_s)};

    Office() {
        expect(initialiseStation(
            place, {OwnAuthority::office(), CounterStation::terminal(), pemOf(own.root().certificate)},
            clock));
    }
    Result<Enrolled> make(CardInHand& card, const QByteArray& pin = OwnAuthority::Pin, QDate lastDay = {},
                          const QStringList& insteadOf = {}, const QString& person = u"ad1"_s) {
        const auto station = expect(Station::open(place, clock));
        return makeFirstCard(*station, own.root(),
                             {CounterStation::person(person, Role::CardAdministrator),
                              lastDay.isValid() ? lastDay : clock.now().date().addYears(3),
                              SecretBytes::copyOf(pin),
                              catalogue,
                              {},
                              insteadOf},
                             card);
    }
    Result<Enrolled> makeFor(const QString& person, CardInHand& card) {
        return make(card, OwnAuthority::Pin, {}, {}, person);
    }
    Result<Enrolled> makeInsteadOf(const QString& former, CardInHand& card) {
        return make(card, OwnAuthority::Pin, {}, {former});
    }
    void change(const QByteArray& sql) {
        const auto station = expect(Station::open(place, clock));
        expect(expect(station->database().prepare(sql)).run());
    }
    Result<> mayBeMade(const QStringList& insteadOf = {}) {
        const auto station = expect(Station::open(place, clock));
        return mayMakeFirstCard(*station, own.root(), insteadOf);
    }
};

} // namespace

class FirstCardTest : public TestCase {
    Q_OBJECT

    static void personalities() {
        QTest::addColumn<CardPersonality>("personality");
        for (const QString& name : CardPersonality::names())
            QTest::newRow(qPrintable(name)) << expect(CardPersonality::named(name));
    }

    static QString madeOn(const CounterStation::Card& card, Office& office,
                          const QString& person = u"ad1"_s) {
        CardInHand hand(card);
        return expect(office.makeFor(person, hand)).card;
    }
    static bool isRefused(Office& office, const QString& person, ErrorCode code) {
        CardInHand hand(blankCard(CardPersonality::yubikey()));
        const auto made = office.makeFor(person, hand);
        return !made && made.error().code == code && hand.commands() == 0;
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

    void itFinishesAfterAnyCut_data() {
        QTest::addColumn<CardPersonality>("personality");
        QTest::addColumn<bool>("answerIsLost"); // the card carried the last command out
        QTest::addColumn<bool>("isSecond");     // another administrator has hers
        QTest::newRow("plain, before the command") << CardPersonality::plain() << false << false;
        QTest::newRow("yubikey, before the answer") << CardPersonality::yubikey() << true << false;
        QTest::newRow("the second, before the answer") << CardPersonality::plain() << true << true;
    }
    void itFinishesAfterAnyCut() {
        QFETCH(CardPersonality, personality);
        QFETCH(bool, answerIsLost);
        QFETCH(bool, isSecond);
        int cut = 0;
        for (bool finished = false; !finished; ++cut) {
            Office office;
            if (isSecond)
                madeOn(blankCard(personality), office, u"ad0"_s);
            const auto card = blankCard(personality);
            {
                CardInHand hand(card);
                hand.pullAfter(cut);
                if (answerIsLost)
                    hand.swallowLastAnswer();
                finished = office.make(hand).has_value();
                if (finished)
                    QCOMPARE(hand.commands(), cut); // each earlier cut stopped it
                const auto station = expect(Station::open(office.place, office.clock));
                QCOMPARE(expect(station->slots().ready(SlotPurpose::Office)).size(),
                         (isSecond ? 1 : 0) + (finished ? 1 : 0));
            }
            if (finished)
                continue;
            CardInHand hand(card);
            const Result<Enrolled> made = office.make(hand);
            QVERIFY2(made,
                     qPrintable(u"cut at %1: %2"_s.arg(cut).arg(made ? QString() : toString(made.error()))));
            const auto station = expect(Station::open(office.place, office.clock));
            QVERIFY(expect(IssueRegister(station->database()).unfinished()).isEmpty());
            QCOMPARE(card->pukTriesLeft(), 3);
        }
        QVERIFY(cut > 30);
    }

    void aSoleAdministratorsCardThatCantBeUsedIsReplaced_data() {
        QTest::addColumn<bool>("expired"); // else its PIN is blocked
        QTest::addColumn<bool>("sameCard");
        QTest::newRow("blocked, another card") << false << false;
        QTest::newRow("blocked, the same card") << false << true;
        QTest::newRow("expired, another card") << true << false;
        QTest::newRow("expired, the same card") << true << true;
    }
    void aSoleAdministratorsCardThatCantBeUsedIsReplaced() {
        QFETCH(bool, expired);
        QFETCH(bool, sameCard);
        Office office;
        const auto former = blankCard(CardPersonality::yubikey());
        const QString formerId = madeOn(former, office);
        if (expired) {
            office.clock.setNow(office.clock.now().addYears(4));
        } else {
            useUpTries(*former, 0);
        }
        // It must be said in whose place.
        QVERIFY(isRefused(office, u"ad1"_s, ErrorCode::OperatorHasCard));
        QVERIFY(office.mayBeMade({formerId}));
        QCOMPARE(office.mayBeMade({u"C-9999"_s}).error().code, ErrorCode::CardUnknown);
        const auto card = sameCard ? former : blankCard(CardPersonality::yubikey());
        {
            CardInHand hand(card);
            const auto made = office.makeInsteadOf(formerId, hand);
            QVERIFY2(made, made ? "" : qPrintable(toString(made.error())));
            QVERIFY(made->card != formerId);
        }
        CounterStation station(office.clock, office.place.path());
        station.open();
        QVERIFY(station.recorded().contains(u"card.invalidate"_s));
        if (!sameCard) {
            station.insert(former);
            QVERIFY(station.refuses(expired ? ErrorCode::CertificateExpired : ErrorCode::CardUnknown));
            station.takeOut();
        }
        QVERIFY(station.logIn(card));
        Database& database = station.workstation().database();
        const auto issue = expect(IssueRegister(database).ofCard(formerId));
        QVERIFY(station.login().session()->officeKey()->openPuk(issue->id, issue->sealedPuk)); // kept
        QCOMPARE(expect(IssueRegister(database).revoked(office.clock.now())).isEmpty(), expired);
        const auto history = expect(CardEvents(database).ofCard(formerId));
        QCOMPARE(history.constLast().event, CardEvent::Invalidated);
        QCOMPARE(history.constLast().by, u"console"_s);
    }

    void cutAnywhereTheReplacementIsRepeated() {
        int cut = 0;
        for (bool finished = false; !finished; ++cut) {
            Office office;
            const QString former = madeOn(blankCard(CardPersonality::plain()), office);
            const auto card = blankCard(CardPersonality::plain());
            {
                CardInHand hand(card);
                hand.pullAfter(cut);
                if (cut % 2 == 0)
                    hand.swallowLastAnswer();
                finished = office.makeInsteadOf(former, hand).has_value();
                if (finished)
                    QCOMPARE(hand.commands(), cut); // each earlier cut stopped it
            }
            if (finished)
                continue;
            QVERIFY(office.mayBeMade()); // also without naming the former card again
            CardInHand hand(card);
            const Result<Enrolled> made = office.makeInsteadOf(former, hand);
            QVERIFY2(made,
                     qPrintable(u"cut at %1: %2"_s.arg(cut).arg(made ? QString() : toString(made.error()))));
            const auto station = expect(Station::open(office.place, office.clock));
            QVERIFY(expect(IssueRegister(station->database()).unfinished()).isEmpty());
            QCOMPARE(expect(station->slots().ready(SlotPurpose::Office)), QStringList{made->card});
            QCOMPARE(card->pukTriesLeft(), 3);
        }
        QVERIFY(cut > 30);
    }

    void whileAnotherAdministratorsCardCanBeUsedNoneIsReplaced() {
        Office office;
        const QString former = madeOn(blankCard(CardPersonality::plain()), office);
        const auto other = blankCard(CardPersonality::plain());
        QString otherId;
        {
            // The second administrator, as issuing would leave her: an own card and a slot of the office key.
            CardInHand hand(other);
            otherId = expect(office.makeInsteadOf(former, hand)).card;
            const auto station = expect(Station::open(office.place, office.clock));
            for (const char* back : {"UPDATE operator_card SET state = 0",
                                     "UPDATE issued_certificate SET revoked_at = NULL, reason = NULL"})
                expect(expect(station->database().prepare(back)).run());
            const OperatorDirectory directory(station->database());
            const auto key = expect(
                Certificate::fromDer(expect(directory.holderOf(former)).card.keyManagementCertificate));
            expect(station->slots().makeSlot(former, key.publicKey(), OfficeKey::make().bytes(),
                                             SlotPurpose::Office));
        }
        QCOMPARE(office.mayBeMade({former}).error().code, ErrorCode::InputInvalid);
        QCOMPARE(office.mayBeMade({otherId}).error().code, ErrorCode::InputInvalid);
        CardInHand hand(blankCard(CardPersonality::plain()));
        QVERIFY(!office.makeInsteadOf(former, hand));
        QCOMPARE(hand.commands(), 0);
        QVERIFY(office.mayBeMade({former, otherId})); // of two, both blocked
        {
            const auto station = expect(Station::open(office.place, office.clock));
            Statement away =
                expect(station->database().prepare("UPDATE operator_card SET state = ?2 WHERE id = ?1"));
            expect(away.bind(1, otherId).bind(2, qint64(OperatorCardState::Returned)).run());
        }
        QVERIFY(office.makeInsteadOf(former, hand));
        const auto station = expect(Station::open(office.place, office.clock));
        QCOMPARE(expect(station->slots().state(otherId, SlotPurpose::Office)), VaultSlotState::Waiting);
    }

    void whatTheFormerOfficeKeyTakesAlongIsSaid() {
        Office office;
        const QString card = madeOn(blankCard(CardPersonality::plain()), office);
        const auto station = expect(Station::open(office.place, office.clock));
        const OfficeKey roots = expect(officeKeyFrom(*station, office.own.root()));
        QCOMPARE(expect(cardsBeyond(*station, roots)), QStringList());
        QCOMPARE(expect(cardsBeyond(*station, OfficeKey::make())), QStringList{card});
        expect(retireCards(*station, {card}));
        QCOMPARE(expect(cardsBeyond(*station, OfficeKey::make())), QStringList()); // nobody needs it
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
        for (int cut = commands - 1; cut > 0; --cut) { // also when the card has it and nobody heard so
            Office office;
            const auto card = blankCard(CardPersonality::yubikey());
            CardInHand hand(card);
            hand.pullAfter(cut);
            hand.swallowLastAnswer();
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

    // Two people issue every further card, so the first two come from the root.
    void theRootMakesASecondPersonsCardAndNoThird() {
        Office office;
        const QString first = madeOn(blankCard(CardPersonality::yubikey()), office);
        QVERIFY(isRefused(office, u"ad1"_s, ErrorCode::OperatorHasCard));
        const auto card = blankCard(CardPersonality::plain());
        const QString second = madeOn(card, office, u"ad2"_s);
        QVERIFY(isRefused(office, u"ad3"_s, ErrorCode::InputInvalid));
        {
            CounterStation station(office.clock, office.place.path());
            station.open();
            QVERIFY(station.logIn(card));
            const Session& session = *station.login().session();
            IssueRegister issues(station.workstation().database());
            for (const QString& id : {first, second}) {
                const auto issue = expect(issues.ofCard(id));
                QVERIFY(session.officeKey()->openPuk(issue->id, issue->sealedPuk));
                const auto holder = expect(station.workstation().operators().holderOf(id));
                QVERIFY(OfficeAuthority(station.workstation().database())
                            .issuingCertificateOf(holder.card.chuidHash, office.clock.now()));
            }
            AuditQuery enrolments;
            enrolments.filter.action = u"card.enroll"_s;
            const auto told =
                expect(readAuditAsAdministrator(station.workstation().database(), enrolments)).records;
            QCOMPARE(told.constFirst().details.value(u"beside"_s), first);
            QCOMPARE(told.constLast().details.value(u"first"_s), u"true"_s);
            QVERIFY(station.workstation().cardLife().reportLost(session, first, LossKind::Lost));
        }
        // The second one is alone now, with nobody who could be her witness.
        QVERIFY(isRefused(office, u"ad2"_s, ErrorCode::OperatorHasCard));
        madeOn(blankCard(CardPersonality::yubikey()), office);
        QVERIFY(isRefused(office, u"ad3"_s, ErrorCode::InputInvalid));
    }

    void whereTheOfficeKeyIsNotTheRootsItMakesNoSecondCard_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("enrolled, issued at another station") << QByteArray("UPDATE card_issue SET card = ''");
        QTest::newRow("issued with another office key")
            << QByteArray("UPDATE card_issue SET sealed_puk = zeroblob(40)");
    }
    void whereTheOfficeKeyIsNotTheRootsItMakesNoSecondCard() {
        QFETCH(QByteArray, change);
        Office office;
        madeOn(blankCard(CardPersonality::yubikey()), office);
        office.change(change);
        QVERIFY(isRefused(office, u"ad2"_s, ErrorCode::InputInvalid));
    }

    void whoCannotWitnessDoesNotCountAsTheSecondPerson_data() {
        QTest::addColumn<QByteArray>("change"); // of ad2
        QTest::newRow("an operator") << QByteArray("UPDATE operator SET role = 'Operator' WHERE id = 'ad2'");
        QTest::newRow("suspended") << QByteArray("UPDATE operator SET status = 1 WHERE id = 'ad2'");
        QTest::newRow("past her last day")
            << QByteArray("UPDATE operator SET valid_to = '2000-01-01' WHERE id = 'ad2'");
        QTest::newRow("her card revoked")
            << QByteArray("UPDATE issued_certificate SET revoked_at = 1, reason "
                          "= 1 WHERE issue = 'I-0002'");
        QTest::newRow("her card given back")
            << QByteArray("UPDATE operator_card SET state = 3 WHERE operator = 'ad2'");
    }
    void whoCannotWitnessDoesNotCountAsTheSecondPerson() {
        QFETCH(QByteArray, change);
        Office office;
        madeOn(blankCard(CardPersonality::yubikey()), office);
        madeOn(blankCard(CardPersonality::yubikey()), office, u"ad2"_s);
        QVERIFY(isRefused(office, u"ad3"_s, ErrorCode::InputInvalid));
        office.change(change);
        madeOn(blankCard(CardPersonality::yubikey()), office, u"ad3"_s);
    }

    void aSupervisorIsTheSecondPersonAsWell() {
        Office office;
        madeOn(blankCard(CardPersonality::yubikey()), office);
        madeOn(blankCard(CardPersonality::yubikey()), office, u"sv1"_s);
        office.change("UPDATE operator SET role = 'Supervisor' WHERE id = 'sv1'");
        QVERIFY(isRefused(office, u"ad3"_s, ErrorCode::InputInvalid));
    }

    void withSeveralCardsAPersonSheIsStillNotHerOwnSecond() {
        Office office;
        madeOn(blankCard(CardPersonality::yubikey()), office);
        {
            const auto station = expect(Station::open(office.place, office.clock));
            PolicyStore policies(station->database());
            StationPolicy policy = expect(policies.load());
            policy.severalCards = true;
            expect(policies.changeAtConsole(policy));
        }
        QVERIFY(isRefused(office, u"ad1"_s, ErrorCode::OperatorHasCard));
    }

    void anotherRootAndABadPinTouchNoCard() {
        Office office;
        CardInHand hand(blankCard(CardPersonality::yubikey()));
        QCOMPARE(office.make(hand, "12").error().code, ErrorCode::PinMalformed);
        const OwnAuthority stranger(office.clock.now());
        const auto station = expect(Station::open(office.place, office.clock));
        QCOMPARE(mayMakeFirstCard(*station, stranger.root()).error().code, ErrorCode::CertificateNotTrusted);
        QCOMPARE(hand.commands(), 0);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::FirstCardTest)
#include "tst_firstcard.moc"
