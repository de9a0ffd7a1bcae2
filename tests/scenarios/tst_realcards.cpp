// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The programs as they are installed, on a real pcscd with virtual readers: a station that trusts somebody
// else's authority, set up and filled by madoguchictl, then a login with that card, in this process and in
// the program with a window and typed keys.

#include "app/audit/auditreader.h"
#include "app/workstation.h"
#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/expect.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/runprogram.h"
#include "tests/support/settledreader.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Pin = "739154"; // the practice value of madoguchi-simcard

} // namespace

class RealCardsTest : public TestCase {
    Q_OBJECT

    PcscdFixture m_pcscd;
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_running; ///< plugged cards, programs; ended in reverse

    QString file(const QString& name) const { return m_folder.filePath(name); }
    QString station() const { return file(u"station"_s); }
    void succeeds(const QString& name, const QStringList& arguments, const QByteArray& input = {}) const {
        const Outcome outcome = runProgram(ours(name), arguments, input);
        QVERIFY2(outcome.status == 0, outcome.error);
    }
    Outcome verify() const {
        return runProgram(ours(u"madoguchictl"_s), {u"audit"_s, u"verify"_s, u"--station"_s, station()});
    }

    QProcess& start(const QString& path, const QStringList& arguments,
                    const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
        m_running.push_back(std::make_unique<QProcess>());
        m_running.back()->setProcessEnvironment(environment);
        m_running.back()->start(path, arguments);
        return *m_running.back();
    }
    static bool hasCard() {
        const auto readers = PcscStack().waitForChange({});
        return readers && readers->value(0).cardPresent;
    }
    static bool isReadyForOne() {
        const auto readers = PcscStack().waitForChange({});
        return readers && isReadyForACard(*readers, PcscdFixture::firstReader());
    }
    void plug(const QString& card) {
        QVERIFY(isReadyForOne());
        QVERIFY(start(ours(u"madoguchi-simcard"_s), {u"plug"_s, u"--card"_s, file(card)}).waitForStarted());
        QTRY_VERIFY(hasCard());
    }
    void endLast() {
        m_running.back()->terminate();
        QVERIFY(m_running.back()->state() == QProcess::NotRunning || m_running.back()->waitForFinished());
        m_running.pop_back();
    }

    void makeCard(const QString& name, const QStringList& options = {}) const {
        succeeds(u"madoguchi-simcard"_s, QStringList{u"make"_s, u"--card"_s, file(name), u"--authority"_s,
                                                     file(u"ca"_s), u"--name"_s, u"窓口 花子"_s} +
                                             options);
    }
    void enroll(const QString& id) const {
        const Outcome outcome =
            runProgram(ours(u"madoguchictl"_s),
                       {u"card"_s, u"enroll"_s, u"--station"_s, station(), u"--reader"_s,
                        PcscdFixture::firstReader(), u"--operator"_s, id, u"--name"_s, u"窓口 花子"_s,
                        u"--kana"_s, u"マドグチ ハナコ"_s, u"--role"_s, u"operator"_s, u"--pin-fd"_s, u"0"_s},
                       Pin + '\n');
        QVERIFY2(outcome.status == 0, outcome.error);
        QVERIFY2(outcome.output.contains("must choose a new PIN"), outcome.output); // somebody else made it
    }
    void makeStation() const {
        succeeds(u"madoguchictl"_s,
                 {u"station"_s, u"init"_s, u"--station"_s, station(), u"--authority"_s, file(u"ca/ca.pem"_s),
                  u"--office"_s, u"131000"_s, u"--terminal"_s, u"T1"_s});
    }

    // Newest first, as madoguchictl reads them beside a running program.
    QStringList recorded() const {
        const StationFolder folder(station());
        Database database = expect(Database::open(folder.stationDatabase(), expect(folder.terminalKey()),
                                                  Database::Access::ReadOnly));
        QStringList actions;
        const AuditPage page = expect(readAuditAsAdministrator(database, {}));
        for (const AuditRecord& record : page.records)
            actions.append(record.action);
        return actions;
    }

    static bool xdotool(const QStringList& arguments, const QProcessEnvironment& environment,
                        const QByteArray& input = {}) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(u"xdotool"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        return process.waitForFinished() && process.exitCode() == 0;
    }
    static bool logsIn(Workstation& workstation) {
        LoginController& login = workstation.login();
        workstation.cards().start();
        if (!QTest::qWaitFor([&] { return login.view().state == LoginState::AwaitingPin; }, 20'000))
            return false;
        login.submitPin(SecretBytes::copyOf(Pin));
        return QTest::qWaitFor([&] { return login.view().state == LoginState::InSession; }, 20'000);
    }

private Q_SLOTS:
    void initTestCase() {
        const auto started = m_pcscd.start();
        QVERIFY2(started, started ? "" : qPrintable(toString(started.error())));
        succeeds(u"madoguchi-simcard"_s,
                 {u"authority"_s, u"--out"_s, file(u"ca"_s), u"--name"_s, u"試験認証局"_s});
    }

    void init() {
        TestCase::init();
        makeStation();
    }

    void cleanup() {
        while (!m_running.empty())
            endLast();
        QTRY_VERIFY(isReadyForOne());
        QVERIFY(QDir(station()).removeRecursively());
    }

    void aCardEnrolledAtTheConsoleLogsIn_data() {
        QTest::addColumn<QString>("algorithm");
        for (const char* algorithm : {"p256", "p384", "rsa2048"})
            QTest::newRow(algorithm) << QString::fromLatin1(algorithm);
    }
    void aCardEnrolledAtTheConsoleLogsIn() {
        QFETCH(const QString, algorithm);
        makeCard(algorithm, {u"--algorithm"_s, algorithm});
        plug(algorithm);
        enroll(u"op1"_s);
        const SystemClock clock;
        const auto workstation = expect(Workstation::open(station(), std::make_shared<PcscStack>(), clock));
        QVERIFY(logsIn(*workstation));
        QCOMPARE(workstation->login().session()->facts().operatorId, u"op1"_s);
        QVERIFY(workstation->work()); // the card opened the vault
        endLast();                    // the card is pulled
        QTRY_COMPARE(workstation->login().view().state, LoginState::WaitingForCard);
        QVERIFY(!workstation->work());
    }

    void aCardWithAnotherKindOfKeyIn9DLogsInWithoutDrafts() {
        makeCard(u"rsa9d"_s, {u"--management-algorithm"_s, u"rsa2048"_s});
        plug(u"rsa9d"_s);
        enroll(u"op1"_s);
        const SystemClock clock;
        const auto workstation = expect(Workstation::open(station(), std::make_shared<PcscStack>(), clock));
        std::optional<ErrorCode> problem;
        connect(&workstation->login(), &LoginController::sessionStarted, this,
                [&problem](const LoginGreeting& greeting) { problem = greeting.vaultProblem; });
        QVERIFY(logsIn(*workstation));
        QCOMPARE(problem, ErrorCode::VaultKeyMissing);
        QVERIFY(!workstation->work());
    }

    void aWrongPinAtTheConsoleEnrollsNobody() {
        makeCard(u"mistyped"_s);
        plug(u"mistyped"_s);
        const Outcome outcome =
            runProgram(ours(u"madoguchictl"_s),
                       {u"card"_s, u"enroll"_s, u"--station"_s, station(), u"--reader"_s,
                        PcscdFixture::firstReader(), u"--operator"_s, u"op1"_s, u"--name"_s, u"花子"_s,
                        u"--kana"_s, u"ハナコ"_s, u"--role"_s, u"operator"_s, u"--pin-fd"_s, u"0"_s},
                       "000000\n");
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.error.contains("wrong PIN, 4 tries left"), outcome.error);
        QCOMPARE(
            runProgram(ours(u"madoguchictl"_s), {u"card"_s, u"list"_s, u"--station"_s, station()}).output,
            QByteArray());
    }

    void aCardThatIsKnownIsNotAskedForItsPinAtTheConsole() {
        makeCard(u"known"_s);
        plug(u"known"_s);
        enroll(u"op1"_s);
        const Outcome outcome = runProgram(
            ours(u"madoguchictl"_s), {u"card"_s, u"enroll"_s, u"--station"_s, station(), u"--reader"_s,
                                      PcscdFixture::firstReader(), u"--operator"_s, u"op2"_s, u"--name"_s,
                                      u"花子"_s, u"--kana"_s, u"ハナコ"_s, u"--role"_s, u"operator"_s});
        QCOMPARE(outcome.status, 1); // no PIN was given, and none was asked for
        QVERIFY2(outcome.error.contains("in the register already"), outcome.error);
    }

    void aCardWithoutItsOwnKeyWorksByPolicy() {
        makeCard(u"plain"_s, {u"--without-9e"_s});
        plug(u"plain"_s);
        const auto allow = [this](const QString& allowed) {
            succeeds(u"madoguchictl"_s, {u"station"_s, u"policy"_s, u"--station"_s, station(), u"--set"_s,
                                         u"allowCardWithoutCardKey="_s + allowed});
        };
        allow(u"true"_s);
        enroll(u"op1"_s);
        allow(u"false"_s);
        const SystemClock clock;
        {
            const auto workstation =
                expect(Workstation::open(station(), std::make_shared<PcscStack>(), clock));
            workstation->cards().start();
            QTRY_COMPARE(workstation->login().view().refusal, ErrorCode::CardWithoutCardKey);
        }
        allow(u"true"_s);
        const auto workstation = expect(Workstation::open(station(), std::make_shared<PcscStack>(), clock));
        QVERIFY(logsIn(*workstation));
    }

    void aYubiKeyLogsIn() {
        makeCard(u"yubikey"_s, {u"--personality"_s, u"yubikey"_s});
        plug(u"yubikey"_s);
        enroll(u"op1"_s);
        const SystemClock clock;
        const auto workstation = expect(Workstation::open(station(), std::make_shared<PcscStack>(), clock));
        QVERIFY(logsIn(*workstation));
        QVERIFY(workstation->work());
    }

    void diagnosisNamesWhatItFindsAndItsBundleNobody() {
        makeCard(u"examined"_s);
        plug(u"examined"_s);
        const QStringList command{u"diagnose"_s, u"--bundle"_s, file(u"bundle.json"_s)};
        const Outcome outcome = runProgram(ours(u"madoguchictl"_s), command);
        for (const char* part : {"The card service is running", "reader 1: Virtual PCD 00 00",
                                 "Card in the reader: PIV card", "Certificate 9A is valid until ",
                                 "PIN tries left: 5", "reader 2: Virtual PCD 00 01", "No card in the reader"})
            QVERIFY2(outcome.output.contains(part), outcome.output);
        QFile bundle(file(u"bundle.json"_s));
        QVERIFY(bundle.open(QIODevice::ReadOnly));
        const QByteArray json = bundle.readAll();
        QVERIFY(json.contains("CertificateValid"));
        QVERIFY2(!json.contains("Virtual"), json);
        QCOMPARE(runProgram(ours(u"madoguchictl"_s), command).status, 1); // it overwrites nothing
        endLast();
        QTRY_VERIFY(isReadyForOne());
        m_pcscd.stop();
        const Outcome without = runProgram(ours(u"madoguchictl"_s), {u"diagnose"_s});
        QCOMPARE(without.status, 1);
        QVERIFY2(without.output.contains("The card service can't be reached"), without.output);
        QVERIFY2(without.output.contains("systemctl start pcscd"), without.output);
        QVERIFY(m_pcscd.start().has_value());
    }

    void theStationBelongsToOneProgramAndItsLogCanBeVerifiedMeanwhile() {
        const SystemClock clock;
        const auto workstation = expect(Workstation::open(station(), std::make_shared<PcscStack>(), clock));
        const QByteArray self = QByteArray::number(QCoreApplication::applicationPid());
        const Outcome second = runProgram(
            ours(u"madoguchictl"_s), {u"card"_s, u"enroll"_s, u"--station"_s, station(), u"--reader"_s,
                                      PcscdFixture::firstReader(), u"--operator"_s, u"op1"_s, u"--name"_s,
                                      u"花子"_s, u"--kana"_s, u"ハナコ"_s, u"--role"_s, u"operator"_s});
        QCOMPARE(second.status, 1);
        QVERIFY2(second.error.contains("StationInUse"), second.error);
        QVERIFY2(second.error.contains(self), second.error);
        QProcess& program = start(ours(u"madoguchi"_s), {u"--station"_s, station()});
        QVERIFY(program.waitForStarted());
        QByteArray said;
        QTRY_VERIFY2((said += program.readAllStandardError()).contains("StationInUse"), said);
        QVERIFY2(said.contains(self), said);
        const Outcome verified = verify();
        QCOMPARE(verified.status, 0);
        QVERIFY2(verified.output.startsWith("ok: "), verified.output);
    }

    void theProgramWithAWindowLogsInByTypedKeys() {
        makeCard(u"typed"_s);
        plug(u"typed"_s);
        enroll(u"op1"_s);
        // Without -noreset it turns away a client that comes while it forgets the one before.
        QProcess& screen = start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s,
                                             u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
        QVERIFY(screen.waitForReadyRead());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s,
                           u':' + QString::fromLatin1(screen.readAllStandardOutput().trimmed()));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        QVERIFY(start(u"openbox"_s, {}, environment).waitForStarted());
        // It gives focus only to what comes later.
        QTRY_VERIFY_WITH_TIMEOUT(xdotool({u"get_num_desktops"_s}, environment), 30'000);
        QProcess& window = start(ours(u"madoguchi"_s), {u"--station"_s, station()}, environment);
        QVERIFY(window.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(recorded().first(), u"card.accepted"_s, 30'000);

        QTRY_VERIFY_WITH_TIMEOUT(xdotool({u"getactivewindow"_s}, environment), 30'000);
        QVERIFY(xdotool({u"type"_s, u"--file"_s, u"-"_s}, environment, Pin));
        QVERIFY(xdotool({u"key"_s, u"Return"_s}, environment));
        QTRY_VERIFY_WITH_TIMEOUT(recorded().contains(u"session.start"_s), 20'000);
        QCOMPARE(verify().status, 0); // beside the running program
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::RealCardsTest)
#include "tst_realcards.moc"
