// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whatever is switched on (every category of Qt's log, the PC/SC library's own trace, pcscd's log), the body
// of a VERIFY, CHANGE, RESET or 9B command is nowhere: the whole program issues a card, its holder logs in
// and changes the PIN, two people unblock it, on a real pcscd; then a search through everything that was said
// and written. Under secure messaging no PIN is even in what crosses to the card.

#include "app/audit/auditexport.h"
#include "app/audit/auditreader.h"
#include "tests/support/pcscdcounter.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/testcase.h"
#include "tests/support/traces.h"
#include "tests/support/watchedcard.h"

#include <QBuffer>
#include <QFile>
#include <QLoggingCategory>
#include <QSignalSpy>

#include <cstdio>
#include <mutex>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// Of eight digits, as all PINs here: shorter ones lie in logs by chance.
const QByteArray ChosenPin = "64051728";
const QByteArray MistypedPin = "71829350";
const QByteArray ChangedPin = "28190463";
const QByteArray PinAfterUnblocking = "50917364";

std::mutex saidLock;
QByteArray said;         // by Qt and through it, on any thread
int keptErrorStream = 0; // while it is captured

void listen(QtMsgType type, const QMessageLogContext&, const QString& message) {
    const std::lock_guard lock(saidLock);
    said += message.toUtf8() + '\n';
    if (type == QtFatalMsg) // the test ends here; somebody should read why
        dprintf(keptErrorStream, "%s\n", qPrintable(message));
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
        keptErrorStream = m_kept[STDERR_FILENO];
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
    /// What the bodies are made of: PINs and PUKs as they are padded, the management key.
    static QList<QByteArray> partsOf(const QByteArray& body, const QString& instruction) {
        if (instruction == u"ff"_s)
            return {body.sliced(3)}; // after algorithm, reference and length
        if (instruction != u"24"_s && instruction != u"2c"_s)
            return {};
        QList<QByteArray> halves{body.first(8), body.last(8)};
        halves.removeAll(QByteArray(IssuingOffice::FactoryPuk)); // which anybody may know
        return halves;
    }
    QStringList instructions() const {
        QStringList names;
        for (const auto& [name, bytes] : m_bodies)
            names.append(name);
        return names;
    }
    void addTo(Traces& traces) const {
        for (const auto& [name, bytes] : m_bodies) {
            traces.add(u"the body of "_s + name, bytes);
            for (const QByteArray& part : partsOf(bytes, name))
                traces.add(u"a part of "_s + name, part);
        }
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

} // namespace

class NoSecretsInLogsTest : public TestCase {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_folder;
    Bodies m_bodies;
    std::shared_ptr<SimulatedCard> m_administrator;
    std::shared_ptr<SimulatedCard> m_witness;
    std::shared_ptr<SimulatedCard> m_card; ///< blank at first
    QString m_id;                          ///< its number in the register
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

    void issueTheCard(PcscdCounter& counter, const IssuingOffice& office) {
        if (!holds(counter.logIn(m_administrator), "the administrator has no session"))
            return;
        IssuingOffice::Hands hands{.insert = {}, .witness = m_witness, .blank = m_card};
        hands.firstPin = ChosenPin;
        const IssuingView view = counter.issue(office.order(), hands);
        holds(view.state == IssuingState::Done, "no card is issued");
        m_id = view.card;
    }

    void changeItsPin(PcscdCounter& counter) {
        counter.putIn(PcscdFixture::firstReader(), m_card);
        if (!holds(counter.reaches(LoginState::AwaitingPin), "no PIN asked for"))
            return;
        counter.enterPin(MistypedPin);
        if (!holds(counter.reaches(LoginState::CheckingPin) && counter.reaches(LoginState::AwaitingPin),
                   "no second try"))
            return;
        counter.enterPin(ChosenPin);
        if (!holds(counter.reaches(LoginState::InSession), "the holder has no session"))
            return;
        PinChange& change = counter.workstation().pinChange();
        QSignalSpy changed(&change, &PinChange::changed);
        expect(change.start(*counter.login().session(), counter.login().card(),
                            {.present = SecretBytes::copyOf(ChosenPin),
                             .next = SecretBytes::copyOf(ChangedPin),
                             .again = SecretBytes::copyOf(ChangedPin)}));
        holds(changed.wait(20'000), "the PIN is not changed");
    }

    void unblockIt(PcscdCounter& counter) {
        if (!holds(counter.logIn(m_administrator), "the administrator has no second session"))
            return;
        const UnblockingView view =
            counter.unblock({.id = m_id, .card = m_card, .witness = m_witness, .pin = PinAfterUnblocking});
        holds(view.state == UnblockingState::Done, "the card is not unblocked");
    }

    /// The whole day; what it printed is in the file `output`, the record in clear in `record`.
    void play(const IssuingOffice& office, const QString& output, QByteArray& record) {
        m_administrator = watched(office.administrator());
        m_witness = watched(office.witness());
        m_card = watched(IssuingOffice::blankCard(CardPersonality::yubikey()));
        const Capture capture(output);
        PcscdCounter counter(office.folder(), m_clock);
        issueTheCard(counter, office);
        if (m_problem.isEmpty()) {
            counter.takeOut(PcscdFixture::secondReader());
            changeItsPin(counter);
        }
        if (m_problem.isEmpty())
            unblockIt(counter);
        QBuffer buffer(&record);
        buffer.open(QIODevice::WriteOnly);
        holds(
            exportAuditAsAdministrator(counter.workstation().database(), AuditExportFormat::JsonLines, buffer)
                .has_value(),
            "no record");
    }

    QStringList search(const QString& folder, const QStringList& files, const QByteArray& record) const {
        Traces traces;
        m_bodies.addTo(traces);
        for (const QByteArray& pin :
             {QByteArray(CounterStation::Pin), ChosenPin, MistypedPin, ChangedPin, PinAfterUnblocking})
            traces.add(QString::fromLatin1(pin));
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
        const IssuingOffice office(m_clock);
        const QString output = m_folder.filePath(u"output"_s);
        QByteArray record;
        play(office, output, record);
        QVERIFY2(m_problem.isEmpty(), qPrintable(m_problem));
        for (const QString& instruction : {u"20"_s, u"24"_s, u"2c"_s, u"87"_s, u"ff"_s})
            QVERIFY2(m_bodies.instructions().contains(instruction), qPrintable(instruction));
        QVERIFY(contentOf(pcscd.logFile()).contains("winscard")); // it does log
        for (const char* action : {"session.start", "card.issue", "pin.change", "pin.unblock"})
            QVERIFY2(record.contains(action), action);
        const QStringList inPrograms = search(office.folder(), {output}, record);
        QVERIFY2(inPrograms.isEmpty(), qPrintable(inPrograms.join(u'\n')));
        const QStringList inService = search(office.folder(), {pcscd.logFile()}, record);
        QVERIFY2(inService.isEmpty() != tells, qPrintable(inService.join(u'\n')));
    }

    // The service traces what crosses, and so would somebody beside a reader without contacts.
    void noPinCrossesToACardWithSecureMessaging_data() {
        QTest::addColumn<QString>("make");
        QTest::newRow("with contacts") << u"messaging"_s;
        QTest::newRow("without") << u"contactless"_s;
    }
    void noPinCrossesToACardWithSecureMessaging() {
        QFETCH(QString, make);
        PcscdFixture pcscd(PcscdFixture::Log::Commands);
        const auto started = pcscd.start();
        QVERIFY2(started, started ? "" : qPrintable(toString(started.error())));
        CounterStation station(m_clock);
        CardOrder order = station.order();
        order.personality = expect(CardPersonality::named(make));
        order.pin = ChosenPin;
        const auto card = station.make(order);
        station.enroll(CounterStation::person(u"op1"_s), card, ChosenPin);
        m_card = card;
        {
            PcscdCounter counter(station.folder(), m_clock);
            changeItsPin(counter);
        }
        QVERIFY2(m_problem.isEmpty(), qPrintable(m_problem));
        QCOMPARE(card->pin(), ChangedPin);
        const QByteArray trace = contentOf(pcscd.logFile());
        for (const char* crossed : {"0C 20 00 80", "0C 24 00 80"}) // VERIFY, CHANGE REFERENCE DATA
            QVERIFY2(trace.contains(crossed), crossed);
        Traces traces;
        for (const QByteArray& pin : {ChosenPin, MistypedPin, ChangedPin})
            traces.add(QString::fromLatin1(pin));
        const QStringList found = traces.foundIn(u"the service's trace"_s, trace);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::NoSecretsInLogsTest)
#include "tst_nosecretsinlogs.moc"
