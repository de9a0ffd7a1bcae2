// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// After days with real-looking names and PINs nothing of them is outside the vault: not in a file of the
// station, not in a temporary file, not in what the program said, not on its command line.

#include "tests/scenarios/countingdayrun.h"
#include "tests/support/testcase.h"
#include "tests/support/traces.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    return file.readAll();
}

} // namespace

class NoLeaksTest : public TestCase {
    Q_OBJECT

    CountingDayRun m_run;
    QTemporaryDir m_temporary;
    Traces m_traces;

    // True unless /proc says that the descriptor only reads (the last digit of its octal flags).
    static bool writes(const QString& proc, const QString& descriptor) {
        QFile info(proc + u"fdinfo/"_s + descriptor);
        if (!info.open(QIODevice::ReadOnly))
            return false; // closed in the meantime
        const QByteArrayList lines = info.readAll().split('\n');
        return std::ranges::none_of(
            lines, [](const QByteArray& line) { return line.startsWith("flags:") && line.endsWith('0'); });
    }
    // Files that the process has open for writing at this moment. What it only reads, such as its libraries,
    // tells nobody anything.
    static QSet<QString> openedBy(qint64 process) {
        QSet<QString> paths;
        const QString proc = u"/proc/%1/"_s.arg(process);
        for (const QString& descriptor :
             QDir(proc + u"fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries)) {
            const QString path = QFile::symLinkTarget(proc + u"fd/"_s + descriptor);
            const bool kernel = path.startsWith(u"/proc/"_s) || path.startsWith(u"/sys/"_s); // keeps nothing
            const bool file =
                path.startsWith(u'/') && QFileInfo(path.section(u" (deleted)"_s, 0, 0)).isFile();
            if (file && !kernel && writes(proc, descriptor))
                paths.insert(path);
        }
        return paths;
    }

private Q_SLOTS:
    void initTestCase() {
        const auto values = CountingDayRun::values();
        for (const QString& value : values)
            m_traces.add(value);
        // Parts that a search index or a message might carry.
        for (const QString& part : {u"渡邉"_s, u"渡辺"_s, u"ワタナベ"_s, u"わたなべ"_s, u"若葉台"_s})
            m_traces.add(part);
        m_traces.add(QString::fromLatin1(CounterStation::Pin));
    }

    void theSearchFindsWhatLies_data() {
        QTest::addColumn<QByteArray>("content");
        const QString name = u"渡邉 美咲"_s;
        for (const char* encoding : Traces::encodings()) {
            const QByteArray bytes = "id=" + Traces::encoded(name, encoding) + ".";
            QTest::newRow(encoding) << bytes;
            QTest::addRow("%s in hex", encoding) << bytes.toHex();
            for (int offset = 0; offset < 3; ++offset)
                QTest::addRow("%s in base64 at %d", encoding, offset)
                    << (QByteArray(offset, 'z') + bytes).toBase64();
        }
    }
    void theSearchFindsWhatLies() {
        QFETCH(QByteArray, content);
        QVERIFY(!m_traces.foundIn(u"here"_s, content).isEmpty());
        QVERIFY(m_traces.foundIn(u"here"_s, "nothing of hers").isEmpty());
    }

    void aDayLeavesNothingInClear() {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TMPDIR"_s, m_temporary.path());
        environment.insert(u"HOME"_s, m_temporary.path());
        environment.insert(u"SQLITE_TMPDIR"_s, m_temporary.path());
        const auto process = m_run.start(0, environment);
        QByteArray said;
        QByteArray commandLine;
        QSet<QString> opened;
        // Into the second day, then killed: what a clean end would tidy up is judged as well.
        QVERIFY(QTest::qWaitFor(
            [&] {
                said += process->readAllStandardOutput();
                commandLine = contentOf(u"/proc/%1/cmdline"_s.arg(process->processId()));
                opened += openedBy(process->processId());
                return said.count("op2 9\n") >= 2;
            },
            60'000));
        process->kill();
        QVERIFY(process->waitForFinished());
        said += process->readAllStandardOutput();

        QVERIFY(!commandLine.isEmpty());
        QCOMPARE(m_traces.foundIn(u"command line"_s, commandLine), QStringList());
        QCOMPARE(m_traces.foundIn(u"standard output"_s, said), QStringList());
        QCOMPARE(m_traces.foundIn(u"standard error"_s, process->readAllStandardError()), QStringList());
        QVERIFY(QFile::exists(m_run.station().folder() + u"/vault.db"_s));
        QCOMPARE(m_traces.foundBelow(m_run.station().folder()), QStringList());
        QCOMPARE(m_traces.foundBelow(m_temporary.path()), QStringList());
        opened -= openedBy(QCoreApplication::applicationPid()); // inherited, such as a log of the tests
        QVERIFY(!opened.isEmpty());
        for (const QString& path : opened) // a card's file stands for the card and is no file of the program
            QVERIFY2(path.startsWith(m_run.station().folder()) || path.startsWith(m_run.cards()),
                     qPrintable(path));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::NoLeaksTest)
#include "tst_noleaks.moc"
