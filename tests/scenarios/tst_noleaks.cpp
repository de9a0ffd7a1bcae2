// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// After days with real-looking names and PINs nothing of them is outside the vault: not in a file of the
// station, not in a temporary file, not in what the program said, not on its command line.

#include "tests/scenarios/countingdayrun.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <unicode/ucnv.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype ShortestTrace = 6; // shorter ones lie in any ciphertext by chance

// A way in which a text may lie in a file.
struct Trace {
    QString text;
    QByteArray bytes;
};

QByteArray encoded(const QString& text, const char* encoding) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &error);
    QByteArray bytes(text.size() * 4 + 16, '\0');
    const int size = ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()),
                                     reinterpret_cast<const UChar*>(text.utf16()),
                                     static_cast<int32_t>(text.size()), &error);
    ucnv_close(converter);
    if (U_FAILURE(error))
        qFatal("%s: %s", encoding, u_errorName(error));
    return bytes.first(size);
}

// Wherever it begins in what was encoded, these characters are the same.
QByteArray base64At(const QByteArray& bytes, int offset) {
    const QByteArray whole = (QByteArray(offset, 'x') + bytes).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype from = (offset * 8 + 5) / 6;
    const qsizetype to = (offset + bytes.size()) * 8 / 6;
    return whole.sliced(from, to - from);
}

QList<Trace> tracesOf(const QString& text) {
    QList<Trace> traces;
    for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-JP"}) {
        const QByteArray bytes = encoded(text, encoding);
        traces.append({{text, bytes}, {text, bytes.toHex()}, {text, bytes.toHex().toUpper()}});
        for (int offset = 0; offset < 3; ++offset)
            traces.append({text, base64At(bytes, offset)});
    }
    traces.removeIf([](const Trace& trace) { return trace.bytes.size() < ShortestTrace; });
    return traces;
}

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
    QList<Trace> m_traces;

    // Each place with what lies there in clear.
    QStringList foundIn(const QString& place, const QByteArray& content) const {
        QStringList found;
        for (const Trace& trace : m_traces) {
            if (content.contains(trace.bytes))
                found.append(place + u": "_s + trace.text);
        }
        return found;
    }
    QStringList foundBelow(const QString& folder) const {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            found += foundIn(path, path.toUtf8() + contentOf(path));
        }
        return found;
    }
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
            m_traces += tracesOf(value);
        // Parts that a search index or a message might carry.
        for (const QString& part : {u"渡邉"_s, u"渡辺"_s, u"ワタナベ"_s, u"わたなべ"_s, u"若葉台"_s})
            m_traces += tracesOf(part);
        m_traces += tracesOf(QString::fromLatin1(CounterStation::Pin));
    }

    void theSearchFindsWhatLies_data() {
        QTest::addColumn<QByteArray>("content");
        const QString name = u"渡邉 美咲"_s;
        for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-JP"}) {
            const QByteArray bytes = "id=" + encoded(name, encoding) + ".";
            QTest::newRow(encoding) << bytes;
            QTest::addRow("%s in hex", encoding) << bytes.toHex();
            for (int offset = 0; offset < 3; ++offset)
                QTest::addRow("%s in base64 at %d", encoding, offset)
                    << (QByteArray(offset, 'z') + bytes).toBase64();
        }
    }
    void theSearchFindsWhatLies() {
        QFETCH(QByteArray, content);
        QVERIFY(!foundIn(u"here"_s, content).isEmpty());
        QVERIFY(foundIn(u"here"_s, "nothing of hers").isEmpty());
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
        QCOMPARE(foundIn(u"command line"_s, commandLine), QStringList());
        QCOMPARE(foundIn(u"standard output"_s, said), QStringList());
        QCOMPARE(foundIn(u"standard error"_s, process->readAllStandardError()), QStringList());
        QVERIFY(QFile::exists(m_run.station().folder() + u"/vault.db"_s));
        QCOMPARE(foundBelow(m_run.station().folder()), QStringList());
        QCOMPARE(foundBelow(m_temporary.path()), QStringList());
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
