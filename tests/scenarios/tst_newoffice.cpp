// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// From an empty folder and nothing but blank cards to an operator at the counter, on a real pcscd with two
// virtual readers: the root makes two administrators' cards, from then on two people issue every further one,
// and a card that was issued so becomes an issuing card itself.

#include "app/issuing/pem.h"
#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/pcscdcounter.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/runprogram.h"
#include "tests/support/settledreader.h"
#include "tests/support/simulatedvpcd.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Passphrase = "four words in a safe";
const QByteArray Pin = CounterStation::Pin;
const QByteArray ChosenPin = IssuingOffice::FirstPin; ///< by holders of cards that two people issue

} // namespace

class NewOfficeTest : public TestCase {
    Q_OBJECT

    using Card = IssuingOffice::Card;

    PcscdFixture m_pcscd;
    SystemClock m_clock;
    QTemporaryDir m_place;
    Card m_first = IssuingOffice::blankCard(CardPersonality::yubikey());
    Card m_second = IssuingOffice::blankCard(CardPersonality::plain());
    Card m_third = IssuingOffice::blankCard(CardPersonality::yubikey());
    Card m_desk = IssuingOffice::blankCard(CardPersonality::yubikey()); ///< an operator's

    QString station() const { return m_place.filePath(u"station"_s); }
    QString medium() const { return m_place.filePath(u"medium"_s); }

    // madoguchictl, and `card` in the first reader.
    Outcome withCard(const QStringList& arguments, const Card& card, const QByteArray& input) const {
        if (!QTest::qWaitFor(
                [] { return isReadyForACard(*PcscStack().waitForChange({}), PcscdFixture::firstReader()); }))
            qFatal("the last card is still in the reader");
        VpcdCard plugged(behaviourOf(card));
        expect(plugged.insert(PcscdFixture::FirstPort));
        if (!QTest::qWaitFor([] { return PcscStack().waitForChange({}).value().value(0).cardPresent; }))
            qFatal("the card does not show");
        return runProgram(ours(u"madoguchictl"_s),
                          arguments +
                              QStringList{u"--reader"_s, PcscdFixture::firstReader(), u"--pin-fd"_s, u"0"_s},
                          input);
    }
    Outcome withRoot(const QStringList& command, const Card& card, const QByteArray& pin,
                     const QStringList& options = {}) const {
        const QStringList root{u"--station"_s,       station(), u"--root"_s, medium(),
                               u"--passphrase-fd"_s, u"0"_s};
        return withCard(command + root + options, card, Passphrase + '\n' + pin + '\n');
    }
    void ctl(const QStringList& arguments) const {
        const Outcome done = runProgram(ours(u"madoguchictl"_s), arguments);
        QVERIFY2(done.status == 0, done.error);
    }
    Outcome makeFirstCard(const QString& person, const Card& card) const {
        return withRoot(
            {u"authority"_s, u"first-card"_s}, card, Pin,
            {u"--operator"_s, person, u"--name"_s, u"管理 一郎"_s, u"--kana"_s, u"カンリ イチロウ"_s});
    }
    IssueOrder orderFor(const QString& id, Role role) const {
        return {CounterStation::person(id, role), m_clock.now().date().addYears(3)};
    }
    // By whoever is logged in, with that witness; each takes her card along afterwards.
    void issues(PcscdCounter& counter, const IssueOrder& order, const Card& witness, const Card& blank,
                const QByteArray& issuerPin) {
        const IssuingView view =
            counter.issue(order, {.insert = {}, .witness = witness, .blank = blank, .issuerPin = issuerPin});
        QVERIFY2(view.state == IssuingState::Done, view.error ? qPrintable(toString(*view.error)) : "");
        counter.takeOut(PcscdFixture::secondReader());
        QVERIFY(counter.logOut());
    }

private Q_SLOTS:
    void initTestCase() {
        const auto started = m_pcscd.start();
        QVERIFY2(started, started ? "" : qPrintable(toString(started.error())));
        QVERIFY(QDir().mkpath(medium()));
        const Outcome made =
            runProgram(ours(u"madoguchictl"_s),
                       {u"station"_s, u"init"_s, u"--station"_s, station(), u"--own-authority"_s, medium(),
                        u"--office"_s, u"131000"_s, u"--terminal"_s, u"T1"_s, u"--passphrase-fd"_s, u"0"_s},
                       Passphrase);
        QVERIFY2(made.status == 0, made.error);
    }

    void theRootMakesTwoAdministratorsCardsAndNoThird() {
        const Outcome first = makeFirstCard(u"ad1"_s, m_first);
        QVERIFY2(first.status == 0, first.error);
        QVERIFY2(first.output.contains("next, somebody else's"), first.output);
        const Outcome same = makeFirstCard(u"ad1"_s, m_second);
        QVERIFY2(same.status == 1 && same.error.contains("OperatorHasCard"), same.error);
        const Outcome second = makeFirstCard(u"ad2"_s, m_second);
        QVERIFY2(second.status == 0, second.error);
        QCOMPARE(second.output, "made: card C-0002, operator ad2, may issue cards\n");
        const Outcome third = makeFirstCard(u"ad3"_s, m_third);
        QVERIFY2(third.status == 1 && third.error.contains("two people can issue cards"), third.error);
    }

    void theTwoIssueAnOperatorsCardAndEachIsTheOthersWitness() {
        const Card another = IssuingOffice::blankCard(CardPersonality::plain());
        PcscdCounter counter(station(), m_clock);
        QVERIFY(counter.logIn(m_first));
        issues(counter, orderFor(u"op1"_s, Role::Operator), m_second, m_desk, Pin);
        QVERIFY(counter.logIn(m_second));
        issues(counter, orderFor(u"op2"_s, Role::Operator), m_first, another, Pin);
        QVERIFY(counter.logIn(m_desk, ChosenPin));
        QVERIFY(counter.workstation().work()); // the first operator: her card opens the vault
        QVERIFY(counter.logOut());
        QVERIFY(counter.logIn(another, ChosenPin));
        QVERIFY(counter.logOut());
    }

    void aCardThatTheyIssuedBecomesAnIssuingCard() {
        const Card desk = IssuingOffice::blankCard(CardPersonality::plain());
        {
            PcscdCounter counter(station(), m_clock);
            QVERIFY(counter.logIn(m_first));
            issues(counter, orderFor(u"ad3"_s, Role::CardAdministrator), m_second, m_third, Pin);
            QVERIFY(counter.logIn(m_third, ChosenPin));
            QCOMPARE(counter.workstation().issuing().begin(orderFor(u"op3"_s, Role::Operator)).error().code,
                     ErrorCode::IssuingCertificateMissing); // not yet
            QVERIFY(counter.logOut());
        }
        const Outcome certified = withRoot({u"authority"_s, u"certify"_s}, m_third, ChosenPin);
        QVERIFY2(certified.status == 0, certified.error);
        PcscdCounter counter(station(), m_clock);
        QVERIFY(counter.logIn(m_third, ChosenPin));
        issues(counter, orderFor(u"op3"_s, Role::Operator), m_first, desk, ChosenPin);
        QVERIFY(counter.logIn(desk, ChosenPin));
        QVERIFY(counter.logOut());
    }

    void aCardThatWasReportedLostIsNotTakenInAtAnotherTerminal() {
        {
            PcscdCounter counter(station(), m_clock);
            QVERIFY(counter.logIn(m_first));
            Workstation& workstation = counter.workstation();
            QVERIFY(
                workstation.cardLife().reportLost(*counter.login().session(), u"C-0003"_s, LossKind::Lost));
            QVERIFY(counter.logOut());
        }
        const QString lists = m_place.filePath(u"lists.pem"_s);
        const QString other = m_place.filePath(u"other"_s);
        const Outcome listed =
            withCard({u"crl"_s, u"sign"_s, u"--station"_s, station()}, m_first, Pin + '\n');
        QVERIFY2(listed.status == 0, listed.error);
        ctl({u"crl"_s, u"export"_s, u"--station"_s, station(), u"--out"_s, lists});
        ctl({u"station"_s, u"init"_s, u"--station"_s, other, u"--authority"_s, medium() + u"/root.pem"_s,
             u"--office"_s, u"131000"_s, u"--terminal"_s, u"T2"_s});
        ctl({u"crl"_s, u"import"_s, u"--station"_s, other, u"--in"_s, lists});
        const auto enroll = [&](const Card& card, const QString& id, const QString& role,
                                const QByteArray& pin) {
            return withCard({u"card"_s, u"enroll"_s, u"--station"_s, other, u"--operator"_s, id, u"--name"_s,
                             u"窓口 花子"_s, u"--kana"_s, u"マドグチ ハナコ"_s, u"--role"_s, role},
                            card, pin + '\n');
        };
        const int tries = m_desk->pinTriesLeft();
        const Outcome lost = enroll(m_desk, u"op1"_s, u"operator"_s, "000000");
        QVERIFY2(lost.status == 1 && lost.error.contains("CertificateRevoked"), lost.error);
        QCOMPARE(m_desk->pinTriesLeft(), tries); // the PIN did not go out
        const Outcome good = enroll(m_second, u"ad2"_s, u"card-administrator"_s, Pin);
        QVERIFY2(good.status == 0, good.error);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::NewOfficeTest)
#include "tst_newoffice.moc"
