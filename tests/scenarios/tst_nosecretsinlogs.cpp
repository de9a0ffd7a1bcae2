// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whatever is switched on (every category of Qt's log, the PC/SC library's own trace, pcscd's log), the body
// of a VERIFY, CHANGE, RESET or 9B command is nowhere: a login, a changed and an unblocked PIN and the making
// of a card on a real pcscd, then a search through everything that was said and written.

#include "app/audit/auditexport.h"
#include "app/audit/auditreader.h"
#include "smartcard/pcsc/pcscstack.h"
#include "smartcard/piv/cardpersonalisation.h"
#include "smartcard/piv/pivapplet.h"
#include "tests/support/conversation.h"
#include "tests/support/counterstation.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/simulatedvpcd.h"
#include "tests/support/testcase.h"
#include "tests/support/traces.h"
#include "tests/support/watchedcard.h"

#include <QBuffer>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>
#include <mutex>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Wait = 20'000; // milliseconds
const QByteArray FactoryKey = QByteArray::fromHex("010203040506070801020304050607080102030405060708");
const QByteArray Seed =
    QByteArray::fromHex("5e1dd3a7c24b9f8061c3f7280be9a45d7712ce60fb3498d5a1640b7fe2938c55");

std::mutex saidLock;
QByteArray said; // by Qt and through it, on any thread

void listen(QtMsgType, const QMessageLogContext&, const QString& message) {
    const std::lock_guard lock(saidLock);
    said += message.toUtf8() + '\n';
}

/// Everything that this process and its libraries print, from construction to destruction.
class Capture {
public:
    explicit Capture(const QString& path) {
        std::fflush(nullptr);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file for the output");
        for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
            m_kept[stream] = dup(stream);
            dup2(file.handle(), stream);
        }
        m_handler = qInstallMessageHandler(listen);
    }
    ~Capture() {
        qInstallMessageHandler(m_handler);
        std::fflush(nullptr);
        for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
            dup2(m_kept[stream], stream);
            close(m_kept[stream]);
        }
    }
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;

private:
    int m_kept[3] = {};
    QtMessageHandler m_handler;
};

/// Notes the bodies that nobody may see, as they reach the card.
class Bodies {
public:
    void note(QByteArrayView command) {
        const auto ins = static_cast<quint8>(command.at(1));
        const bool secret = ins == 0x20 || ins == 0x24 || ins == 0x2C || ins == 0xFF ||
                            (ins == 0x87 && static_cast<quint8>(command.at(3)) == 0x9B);
        const qsizetype size = command.size() > 5 ? static_cast<quint8>(command.at(4)) : 0;
        if (!secret || size < Shortest)
            return;
        const std::lock_guard lock(m_lock);
        m_bodies.append({QString::number(ins, 16), command.sliced(5, size).toByteArray()});
    }
    QStringList instructions() const {
        QStringList names;
        for (const auto& [name, bytes] : m_bodies)
            names.append(name);
        return names;
    }
    void addTo(Traces& traces) const {
        for (const auto& [name, bytes] : m_bodies)
            traces.add(u"the body of "_s + name, bytes);
    }

private:
    static constexpr qsizetype Shortest = 8; // a request for a witness holds nothing
    std::mutex m_lock;
    QList<std::pair<QString, QByteArray>> m_bodies;
};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    return file.readAll();
}

SecretBytes secret(const char* text) {
    return SecretBytes::copyOf(text);
}

} // namespace

class NoSecretsInLogsTest : public TestCase {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_folder;
    Bodies m_bodies;
    QString m_problem; ///< of what ran while the output was captured; empty if it all went well

    std::shared_ptr<SimulatedCard> watched(const std::shared_ptr<SimulatedCard>& card) {
        return std::make_shared<WatchedCard>(card,
                                             [this](QByteArrayView command) { m_bodies.note(command); });
    }
    bool holds(bool condition, const char* what) {
        if (!condition && m_problem.isEmpty())
            m_problem = QString::fromLatin1(what);
        return condition;
    }

    void logIn(Workstation& workstation) {
        LoginController& login = workstation.login();
        const auto reaches = [&](LoginState state) {
            return QTest::qWaitFor([&] { return login.view().state == state; }, Wait);
        };
        if (!holds(reaches(LoginState::AwaitingPin), "no PIN asked for"))
            return;
        login.submitPin(secret("71829350"));
        if (!holds(reaches(LoginState::CheckingPin) && reaches(LoginState::AwaitingPin), "no second try"))
            return;
        login.submitPin(secret(CounterStation::Pin));
        holds(reaches(LoginState::InSession), "no session");
    }

    template <class T>
    void talk(Workstation& workstation, const QString& reader,
              std::function<Result<T>(CardTransaction&)> conversation, const char* what) {
        const CardId card = workstation.cards().cardIn(reader);
        Conversation<T> running(workstation.cards(), card, std::move(conversation));
        holds(running.wait(Wait).has_value(), what);
    }

    void changePins(Workstation& workstation) {
        talk<PinOutcome>(
            workstation, PcscdFixture::firstReader(),
            [](CardTransaction& transaction) -> Result<PinOutcome> {
                auto piv = PivApplet::select(transaction);
                if (!piv)
                    return fail(piv.error());
                if (auto changed = piv->changePin(secret(CounterStation::Pin), secret("64051728")); !changed)
                    return changed;
                return piv->unblockPin(secret("73915428"), secret("28190463"));
            },
            "the PIN is not changed");
    }

    void makeACard(Workstation& workstation) {
        talk<CardKeysMade>(
            workstation, PcscdFixture::secondReader(),
            [](CardTransaction& transaction) -> Result<CardKeysMade> {
                CardSecrets secrets;
                secrets.managementKeys.push_back(
                    {PivManagementAlgorithm::TripleDes, SecretBytes::copyOf(FactoryKey)});
                secrets.nextManagementSeed = SecretBytes::copyOf(Seed);
                secrets.puks.push_back(secret("12345678"));
                secrets.nextPuk = secret("84071629");
                return makeCardKeys(transaction, secrets);
            },
            "no card is made");
    }

    static std::shared_ptr<SimulatedPivCard> blankCard() {
        CardContent content;
        content.personality = CardPersonality::yubikey();
        content.managementKey = {ManagementKeyAlgorithm::TripleDes, FactoryKey};
        content.pin.value = CardReferenceValue::padded("123456");
        content.puk.value = CardReferenceValue::padded("12345678");
        return std::make_shared<SimulatedPivCard>(std::move(content));
    }

    /// The whole day; what it printed is in the file `output`, the record in clear in `record`.
    void play(CounterStation& station, const QString& output, QByteArray& record) {
        VpcdCard card(behaviourOf(watched(station.employ(u"op1"_s))));
        VpcdCard blank(behaviourOf(watched(blankCard())));
        const Capture capture(output);
        const auto workstation =
            expect(Workstation::open(station.folder(), std::make_shared<PcscStack>(), m_clock));
        workstation->cards().start();
        holds(card.insert(PcscdFixture::FirstPort) && blank.insert(PcscdFixture::SecondPort), "no reader");
        const bool seen = QTest::qWaitFor(
            [&] { return workstation->cards().cardIn(PcscdFixture::secondReader()) != 0; }, Wait);
        if (holds(seen, "the blank card is not seen"))
            logIn(*workstation);
        if (m_problem.isEmpty())
            changePins(*workstation);
        if (m_problem.isEmpty())
            makeACard(*workstation);
        QBuffer buffer(&record);
        buffer.open(QIODevice::WriteOnly);
        holds(exportAuditAsAdministrator(workstation->database(), AuditExportFormat::JsonLines, buffer)
                  .has_value(),
              "no record");
    }

    QStringList search(const QString& folder, const QStringList& files, const QByteArray& record) const {
        Traces traces;
        m_bodies.addTo(traces);
        for (const char* code :
             {CounterStation::Pin, "71829350", "64051728", "28190463", "73915428", "84071629"})
            traces.add(QString::fromLatin1(code));
        traces.add(u"the new management key"_s, Seed.first(24));
        QStringList found = traces.foundIn(u"Qt's log"_s, said) + traces.foundIn(u"the record"_s, record) +
                            traces.foundBelow(folder);
        for (const QString& file : files)
            found += traces.foundIn(file, contentOf(file));
        return found;
    }

private Q_SLOTS:
    void initTestCase() {
        qputenv("PCSCLITE_DEBUG", "0"); // all that the client's library can say
        QLoggingCategory::setFilterRules(u"*=true"_s);
    }

    void noBodyIsWrittenAnywhere_data() {
        QTest::addColumn<PcscdFixture::Log>("log");
        QTest::addColumn<bool>("tells");
        QTest::newRow("everything is logged") << PcscdFixture::Log::Everything << false;
        // Shows that the search finds what lies there: this option is the service's administrator's choice.
        QTest::newRow("the service traces commands") << PcscdFixture::Log::Commands << true;
    }
    void noBodyIsWrittenAnywhere() {
        QFETCH(PcscdFixture::Log, log);
        QFETCH(bool, tells);
        PcscdFixture pcscd(log);
        const auto started = pcscd.start();
        QVERIFY2(started, started ? "" : qPrintable(toString(started.error())));
        CounterStation station(m_clock);
        const QString output = m_folder.filePath(u"output"_s);
        QByteArray record;
        play(station, output, record);
        QVERIFY2(m_problem.isEmpty(), qPrintable(m_problem));
        for (const QString& instruction : {u"20"_s, u"24"_s, u"2c"_s, u"87"_s, u"ff"_s})
            QVERIFY2(m_bodies.instructions().contains(instruction), qPrintable(instruction));
        QVERIFY(contentOf(pcscd.logFile()).contains("winscard")); // it does log
        QVERIFY(record.contains("session.start"));
        const QStringList inPrograms = search(station.folder(), {output}, record);
        QVERIFY2(inPrograms.isEmpty(), qPrintable(inPrograms.join(u'\n')));
        const QStringList inService = search(station.folder(), {pcscd.logFile()}, record);
        QVERIFY2(inService.isEmpty() != tells, qPrintable(inService.join(u'\n')));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::NoSecretsInLogsTest)
#include "tst_nosecretsinlogs.moc"
