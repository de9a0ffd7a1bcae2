// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a diagnosis finds with cards of every kind, and that what leaves the office says nothing of anybody.

#include "app/diagnostics/diagnosisrun.h"
#include "app/diagnostics/findingcatalogue.h"
#include "app/diagnostics/supportbundle.h"
#include "smartcard/simulator/foreigncard.h"
#include "smartcard/simulator/silentcard.h"
#include "tests/support/cardinhand.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"
#include "tests/support/wrongpin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

QList<Finding> findings(const Diagnosis& diagnosis, int reader) {
    QList<Finding> found;
    for (const DiagnosisLine& line : diagnosis.lines) {
        if (line.reader == reader)
            found.append(line.finding);
    }
    return found;
}

} // namespace

class DiagnosisTest : public TestCase {
    Q_OBJECT

    FakeClock m_clock;
    CounterStation m_station{m_clock};
    CardCatalogue m_catalogue = expect(CardCatalogue::load());

    Result<CardExamination> examined(const std::shared_ptr<SimulatedCard>& card) const {
        CardInHand hand(card);
        return examineCard(hand);
    }
    ReaderFacts reader(const std::shared_ptr<SimulatedCard>& card) const {
        return {.state = {.name = u"Virtual PCD 00 00"_s, .cardPresent = true, .atr = card->atr()},
                .features = ReaderFeatures(),
                .card = examined(card)};
    }
    Diagnosis diagnosed(const ReaderFacts& facts, const QDateTime& now) const {
        return diagnose({.readers = {facts}, .now = now}, m_catalogue);
    }
    Diagnosis diagnosed(const ReaderFacts& facts) const { return diagnosed(facts, m_clock.now()); }

private Q_SLOTS:
    void aGoodCardInAGoodReaderNeedsNothing() {
        const auto card = m_station.make(m_station.order());
        const Diagnosis diagnosis = diagnosed(reader(card));
        for (const DiagnosisLine& line : diagnosis.lines)
            QCOMPARE(findingEntry(line.finding).grade, FindingGrade::Good);
        QCOMPARE(findings(diagnosis, 1),
                 (QList<Finding>{Finding::ReaderWithoutPad, Finding::CardKind, Finding::ApplicationPresent,
                                 Finding::CertificateValid, Finding::CertificateValid,
                                 Finding::CertificateValid, Finding::CertificateValid, Finding::TriesLeft}));
        QCOMPARE(card->pinTriesLeft(), 5); // it cost none
    }

    void theServiceIsToldFromThePermission() {
        const auto first = [this](std::optional<ErrorCode> service) {
            return diagnose({.service = service}, m_catalogue).lines.constFirst().finding;
        };
        QCOMPARE(first({}), Finding::ServiceRuns);
        QCOMPARE(first(ErrorCode::CardServiceMissing), Finding::ServiceMissing);
        QCOMPARE(first(ErrorCode::CardServiceDenied), Finding::ServiceDenied);
        QCOMPARE(diagnose({}, m_catalogue).lines.at(1).finding, Finding::ReaderMissing);
    }

    void aPadIsBelievedOnlyWhereItMayBe() {
        ReaderFacts facts;
        facts.state.name = u"Some reader"_s;
        facts.features = ReaderFeatures{.verifiesOnPad = true};
        QCOMPARE(findings(diagnosed(facts), 1).constFirst(), Finding::ReaderWithPad);
        facts.state.name = u"C3PO LTC31 v2 (00000000) 00 00"_s;
        QCOMPARE(findings(diagnosed(facts), 1).constFirst(), Finding::ReaderPadDoubtful);
        facts.features.reset();
        QCOMPARE(findings(diagnosed(facts), 1).constFirst(), Finding::ReaderFeaturesUnknown);
    }

    void certificatesAreJudgedByTheClock_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<Finding>("finding");
        QTest::newRow("today") << 0 << Finding::CertificateValid;
        QTest::newRow("a month before the end") << 3 * 365 - 30 << Finding::CertificateEndsSoon;
        QTest::newRow("after the end") << 3 * 365 + 2 << Finding::CertificateExpired;
        QTest::newRow("before it began") << -31 << Finding::CertificateNotYetValid;
    }
    void certificatesAreJudgedByTheClock() {
        QFETCH(int, days);
        QFETCH(Finding, finding);
        const auto card = m_station.make(m_station.order());
        const QList<Finding> found = findings(diagnosed(reader(card), m_clock.now().addDays(days)), 1);
        QCOMPARE(found.count(finding), 4);
    }

    void whatIsWrongWithACardIsNamed() {
        CardOrder order = m_station.order();
        order.withCardAuthentication = false;
        QVERIFY(findings(diagnosed(reader(m_station.make(order))), 1).contains(Finding::CertificateMissing));

        const auto foreign = std::make_shared<ForeignCard>();
        QVERIFY(findings(diagnosed(reader(foreign)), 1).contains(Finding::ApplicationMissing));

        CardContent blank;
        blank.pin.value = CardReferenceValue::padded("123456");
        const auto blankCard = std::make_shared<SimulatedPivCard>(std::move(blank));
        QVERIFY(findings(diagnosed(reader(blankCard)), 1).contains(Finding::ChuidMissing));

        const auto tried = m_station.make(m_station.order());
        useUpTries(*tried, 1);
        QVERIFY(findings(diagnosed(reader(tried)), 1).contains(Finding::TriesLast));
        useUpTries(*tried, 0);
        QVERIFY(findings(diagnosed(reader(tried)), 1).contains(Finding::TriesNone));

        ReaderFacts busy = reader(tried);
        busy.card = fail(ErrorCode::CardBusy);
        QVERIFY(findings(diagnosed(busy), 1).contains(Finding::CardBusy));
        busy.state.cardMute = true;
        QVERIFY(findings(diagnosed(busy), 1).contains(Finding::CardMute));
    }

    void everyFindingThatNeedsAttentionSaysWhatToDo() {
        const QMetaEnum all = QMetaEnum::fromType<Finding>();
        for (int i = 0; i < all.keyCount(); ++i) {
            const FindingEntry& entry = findingEntry(static_cast<Finding>(all.value(i)));
            QVERIFY2(*entry.text != '\0', all.key(i));
            QVERIFY2(entry.grade == FindingGrade::Good || *entry.advice != '\0', all.key(i));
        }
    }

    void theBundleHoldsOnlyWordsOfItsOwn() {
        CardOrder order = m_station.order();
        order.subject = {u"秘密市"_s, u"秘密課"_s, u"秘密 花子"_s, u"SECRET-0001"_s};
        ReaderFacts facts = reader(m_station.make(order));
        facts.state.name = u"Maker Model (SECRET-5311) 00 00"_s;
        facts.features = ReaderFeatures{.verifiesOnPad = true};
        DiagnosisFacts all{.readers = {facts}, .now = m_clock.now()};
        all.clients.programs = {u"SECRET-browser"_s};
        all.clients.hasUnseen = all.clients.tracesCommands = true;
        const Diagnosis diagnosis = diagnose(all, m_catalogue);
        QVERIFY(diagnosis.readers.join(u' ').contains(u"SECRET"_s)); // the screen does show it
        const QByteArray json = SupportBundle(diagnosis).toJson();
        for (const QString& secret : {u"SECRET"_s, u"秘密"_s, QString::fromLatin1(facts.state.atr.toHex())})
            QVERIFY2(!json.contains(secret.toUtf8()), json);

        const QJsonObject bundle = QJsonDocument::fromJson(json).object();
        QCOMPARE(bundle.keys(),
                 (QStringList{u"lines"_s, u"madoguchi"_s, u"openssl"_s, u"pcsc-lite"_s, u"qt"_s}));
        const QMetaEnum names = QMetaEnum::fromType<Finding>();
        QVERIFY(bundle.value(u"lines"_s).toArray().size() == diagnosis.lines.size());
        for (const QJsonValue& line : bundle.value(u"lines"_s).toArray()) {
            for (const QString& field : line.toObject().keys()) {
                const QJsonValue value = line[field];
                const bool isWord =
                    field == u"finding"_s && names.keyToValue(value.toString().toLatin1().constData()) >= 0;
                const bool isKey =
                    field == u"key"_s &&
                    (QStringList{u"9a"_s, u"9c"_s, u"9d"_s, u"9e"_s}).contains(value.toString());
                const bool isNumber = (field == u"reader"_s || field == u"count"_s) && value.isDouble();
                QVERIFY2(isWord || isKey || isNumber, qPrintable(field));
            }
        }
    }

    void aRunLooksAtEveryReaderAndEndsWithMuteCardsToo() {
        CounterStation station(m_clock);
        const auto card = station.employ(u"op1"_s);
        station.open();
        station.insert(card);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        station.insert(std::make_shared<SilentCard>(SilentCard::Silence::AtCommands),
                       CounterStation::secondReader());
        QTRY_VERIFY(station.workstation().cards().cardIn(CounterStation::secondReader()) != 0);
        DiagnosisRun run(station.workstation().cards(), m_clock);
        QSignalSpy finished(&run, &DiagnosisRun::finished);
        QCOMPARE(run.begin(CounterStation::session(Role::Operator)).error().code,
                 ErrorCode::PermissionDenied);
        const Session session = CounterStation::session(Role::SystemAdministrator);
        QVERIFY(run.begin(session));
        QVERIFY(run.begin(session)); // while it runs: nothing happens
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        const auto diagnosis = finished.constFirst().constFirst().value<Diagnosis>();
        QCOMPARE(diagnosis.readers,
                 (QStringList{CounterStation::firstReader(), CounterStation::secondReader()}));
        QVERIFY(findings(diagnosis, 1).contains(Finding::TriesLeft));
        QVERIFY(findings(diagnosis, 2).contains(Finding::CardMute));
        station.takeOut(CounterStation::secondReader());
        QVERIFY(run.begin(session));
        QTRY_COMPARE(finished.size(), 2);
        station.enterPin(); // the login was not disturbed
        QVERIFY(station.reaches(LoginState::InSession));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::DiagnosisTest)
#include "tst_diagnosis.moc"
