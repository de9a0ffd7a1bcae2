// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card for who has left her own at home: issued, used, ended at its time, taken back; against a whole
// station and simulated cards.

#include "app/issuing/pem.h"
#include "tests/support/fakeclock.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {

class DayCardTest : public TestCase {
    Q_OBJECT

    FakeClock m_clock;
    std::unique_ptr<IssuingOffice> m_office;
    IssuingOffice::Card m_home; ///< her own
    QString m_homeId;

    QDateTime inHours(int hours) const { return m_clock.now().addSecs(hours * 3600); }
    IssueOrder dayOrder(const QDateTime& end) const {
        IssueOrder order = m_office->order();
        order.dayCardEnd = end;
        order.lastDay = end.toLocalTime().date();
        return order;
    }
    IssuingView issue(const IssueOrder& order, const IssuingOffice::Card& blank) {
        const auto stack = std::make_shared<SimulatedStack>(
            QStringList{CounterStation::firstReader(), CounterStation::secondReader()});
        stack->insert(CounterStation::firstReader(), m_office->administrator());
        IssuingDesk desk(m_office->office(), stack, m_clock);
        desk.sitDown(CounterStation::firstReader());
        return IssuingOffice::issue(
            desk, order,
            {.insert = [stack](const QString& reader,
                               const std::shared_ptr<SimulatedCard>& card) { stack->insert(reader, card); },
             .witness = m_office->witness(),
             .blank = blank});
    }
    /// Gives its register id.
    QString make(const IssueOrder& order, const IssuingOffice::Card& blank) {
        const IssuingView view = issue(order, blank);
        if (view.state != IssuingState::Done)
            qFatal("not issued: %s", view.error ? qPrintable(toString(*view.error)) : "no error");
        return view.card;
    }
    static bool logsIn(CounterStation& counter, const IssuingOffice::Card& card) {
        counter.insert(card);
        if (!counter.reaches(LoginState::AwaitingPin))
            return false;
        counter.enterPin(IssuingOffice::FirstPin);
        return counter.reaches(LoginState::InSession);
    }
    static bool leaves(CounterStation& counter) {
        counter.takeOut();
        return counter.reaches(LoginState::WaitingForCard);
    }
    static bool isRefused(CounterStation& counter, const IssuingOffice::Card& card, ErrorCode code) {
        counter.insert(card);
        return counter.refuses(code) && leaves(counter);
    }

private Q_SLOTS:
    void init() {
        TestCase::init();
        m_clock = FakeClock();
        m_office = std::make_unique<IssuingOffice>(m_clock);
        m_home = IssuingOffice::blankCard(CardPersonality::yubikey());
        m_homeId = make(m_office->order(), m_home);
    }

    void whileItLastsTheOneAtHomeIsRefusedAndAfterItTheOtherWayRound() {
        const auto today = IssuingOffice::blankCard(CardPersonality::yubikey());
        const QString id = make(dayOrder(inHours(4)), today);
        CounterStation counter(m_clock, m_office->folder());
        counter.open();
        QVERIFY(isRefused(counter, m_home, ErrorCode::CardSuspended));
        QVERIFY(counter.lastRecord().action != u"card.accepted"_s);
        QVERIFY(logsIn(counter, today));
        QCOMPARE(counter.login().session()->facts().operatorId, u"op9"_s);
        QVERIFY(leaves(counter));
        const Session administrator = CounterStation::session(Role::CardAdministrator, u"ca1"_s);
        for (const RegisteredCard& each :
             expect(counter.workstation().cardLife().registered(administrator))) {
            QCOMPARE(each.dayCard, each.card.id == m_homeId ? id : QString());
            QCOMPARE(each.card.endsAt, each.card.id == id ? inHours(4) : QDateTime());
        }
        m_clock.advance(4h + 1s);
        QVERIFY(isRefused(counter, today, ErrorCode::CertificateExpired));
        QVERIFY(logsIn(counter, m_home));
    }

    void givenBackEarlierTheOneAtHomeWorksAtOnceAndItIsNotLentAfterItsEnd() {
        const auto today = IssuingOffice::blankCard(CardPersonality::yubikey());
        const QString id = make(dayOrder(inHours(4)), today);
        CounterStation counter(m_clock, m_office->folder());
        counter.open();
        CardLife& life = counter.workstation().cardLife();
        const Session administrator = CounterStation::session(Role::CardAdministrator, u"ca1"_s);
        expect(life.takeBack(administrator, id));
        QVERIFY(isRefused(counter, today, ErrorCode::CardReturned));
        QVERIFY(logsIn(counter, m_home));
        QVERIFY(leaves(counter));
        expect(life.lend(administrator, id, {})); // she forgot hers once more
        QVERIFY(isRefused(counter, m_home, ErrorCode::CardSuspended));
        expect(life.takeBack(administrator, id));
        m_clock.advance(5h);
        QCOMPARE(life.lend(administrator, id, {}).error().code, ErrorCode::CertificateExpired);
    }

    void aSessionIsWarnedFiveMinutesBeforeAndEndsWithTheCard() {
        const auto today = IssuingOffice::blankCard(CardPersonality::yubikey());
        make(dayOrder(inHours(1)), today);
        CounterStation counter(m_clock, m_office->folder());
        counter.open();
        QVERIFY(logsIn(counter, today));
        QSignalSpy warned(&counter.login(), &LoginController::sessionEndsSoon);
        QSignalSpy ended(&counter.login(), &LoginController::sessionEnded);
        m_clock.advance(54min);
        QTest::qWait(1500); // a look at the clock: nothing to say yet
        QCOMPARE(warned.size(), 0);
        m_clock.advance(2min);
        QTRY_COMPARE(warned.size(), 1);
        QCOMPARE(ended.size(), 0);
        m_clock.advance(5min);
        QVERIFY(counter.refuses(ErrorCode::CertificateExpired));
        QCOMPARE(ended.size(), 1);
        QVERIFY(ended.constFirst().constFirst().value<SessionEnd>() == SessionEnd::NotAdmitted);
    }

    void theOneAtHomeLosesItsSessionWhenADayCardComesIntoForce() {
        CounterStation counter(m_clock, m_office->folder());
        counter.open();
        QVERIFY(logsIn(counter, m_home));
        OperatorCard day;
        day.operatorId = u"op9"_s;
        day.authenticationCertificate = "made elsewhere";
        day.enrolledAt = m_clock.now();
        day.endsAt = inHours(2);
        expect(counter.workstation().operators().add(day));
        m_clock.advance(31s);
        QVERIFY(counter.refuses(ErrorCode::CardSuspended));
    }

    void thePolicyThatAllowsSeveralLetsBothIn() {
        const auto today = IssuingOffice::blankCard(CardPersonality::yubikey());
        make(dayOrder(inHours(4)), today);
        CounterStation counter(m_clock, m_office->folder());
        counter.open();
        StationPolicy policy = expect(counter.workstation().policy());
        policy.severalCards = true;
        expect(counter.workstation().policies().changeAtConsole(policy));
        QVERIFY(logsIn(counter, m_home));
        QVERIFY(leaves(counter));
        QVERIFY(logsIn(counter, today));
    }

    void opensslReadsTheSameEndInEachCertificate() {
        const QDateTime end = inHours(4);
        const auto today = IssuingOffice::blankCard(CardPersonality::plain());
        make(dayOrder(end), today);
        for (const quint8 slot : {quint8(0x9A), quint8(0x9C), quint8(0x9D), quint8(0x9E)}) {
            QProcess openssl;
            openssl.start(u"openssl"_s, {u"x509"_s, u"-noout"_s, u"-enddate"_s});
            QVERIFY(openssl.waitForStarted());
            openssl.write(pemOf(expect(Certificate::fromDer(today->certificate(slot)))));
            openssl.closeWriteChannel();
            QVERIFY(openssl.waitForFinished());
            const QString said =
                u"notAfter="_s + QLocale::c().toString(end.toUTC(), u"MMM d HH:mm:ss yyyy"_s) + u" GMT\n"_s;
            QCOMPARE(QString::fromLatin1(openssl.readAllStandardOutput()), said);
        }
    }

    void cutOffItsEndIsKeptWithTheIssueAndNoOtherIsTaken() {
        const auto today = IssuingOffice::blankCard(CardPersonality::yubikey());
        const auto stack = std::make_shared<SimulatedStack>(
            QStringList{CounterStation::firstReader(), CounterStation::secondReader()});
        stack->insert(CounterStation::firstReader(), m_office->administrator());
        std::optional<IssuingDesk> desk(std::in_place, m_office->office(), stack, m_clock);
        desk->sitDown(CounterStation::firstReader());
        const IssueOrder order = dayOrder(inHours(4));
        const IssuingView cut = IssuingOffice::issue(
            *desk, order,
            {.insert = [stack](const QString& reader,
                               const std::shared_ptr<SimulatedCard>& card) { stack->insert(reader, card); },
             .witness = m_office->witness(),
             .blank = today,
             .issuerPin = "00000000"});
        QVERIFY(cut.pinWasWrong);
        desk->issuing().cancel();
        const QList<CardIssue> left = expect(desk->ledger().unfinished(desk->session()));
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.constFirst().dayCardEnd, inHours(4));
        for (const QDateTime& end : {QDateTime(), inHours(3)}) {
            IssueOrder another = order;
            another.dayCardEnd = end;
            QCOMPARE(desk->ledger().finish(desk->session(), left.constFirst().id, another, {}).error().code,
                     ErrorCode::InputInvalid);
        }
        desk.reset(); // the program ends
        make(order, today);
    }

    void itsEndLiesBetweenNowAndTomorrowNight() {
        const auto code = [&](const QDateTime& end) {
            const IssuingView view = issue(dayOrder(end), nullptr);
            return view.error ? view.error->detail : QString();
        };
        const QDateTime now = m_clock.now();
        const QDate tomorrow = now.toLocalTime().date().addDays(1);
        QCOMPARE(code(now), u"day-card"_s);
        QCOMPARE(code(now.addSecs(-3600)), u"day-card"_s);
        QCOMPARE(code(tomorrow.addDays(1).startOfDay()), u"day-card"_s);
        IssueOrder another = dayOrder(inHours(2));
        another.lastDay = tomorrow.addDays(1); // not the day of its end
        QCOMPARE(issue(another, nullptr).error.value().detail, u"day-card"_s);
        IssueOrder night = dayOrder(tomorrow.addDays(1).startOfDay().addSecs(-60));
        const auto blank = IssuingOffice::blankCard(CardPersonality::yubikey());
        make(night, blank);
        // and no second one beside it, nor another that lasts
        QCOMPARE(issue(dayOrder(inHours(2)), nullptr).error.value().code, ErrorCode::OperatorHasCard);
        QCOMPARE(issue(m_office->order(), nullptr).error.value().code, ErrorCode::OperatorHasCard);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::DayCardTest)
#include "tst_daycard.moc"
