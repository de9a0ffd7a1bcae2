// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/diagnostics/cardclients.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Library = "7f00-7f01 r-xp 00000000 08:01 1 /usr/lib/x86_64-linux-gnu/libpcsclite.so.1.0.0\n";

} // namespace

class CardClientsTest : public TestCase {
    Q_OBJECT

    // A /proc with processes of our making.
    class Proc {
    public:
        void add(int id, const QByteArray& name, const QByteArray& commandLine,
                 const std::optional<QByteArray>& maps) const {
            const QString folder = m_folder.filePath(QString::number(id)) + u'/';
            if (!QDir().mkpath(folder))
                qFatal("no folder");
            write(folder + u"comm"_s, name + '\n');
            write(folder + u"cmdline"_s, commandLine);
            if (maps)
                write(folder + u"maps"_s, *maps);
        }
        CardClients clients() const { return findCardClients(m_folder.path()); }

    private:
        static void write(const QString& path, const QByteArray& content) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                qFatal("no file");
        }
        QTemporaryDir m_folder;
    };

private Q_SLOTS:
    void programsWithTheLibraryAreNamedOnce() {
        Proc proc;
        proc.add(2'000'001, "scdaemon", QByteArray("scdaemon\0--server\0", 18), Library);
        proc.add(2'000'002, "firefox", "firefox", "something else\n" + Library);
        proc.add(2'000'003, "firefox", "firefox", Library);
        proc.add(2'000'004, "bash", "bash", "/usr/lib/libc.so.6\n");
        proc.add(static_cast<int>(QCoreApplication::applicationPid()), "self", "self", Library);
        const CardClients clients = proc.clients();
        QCOMPARE(clients.programs, (QStringList{u"firefox"_s, u"scdaemon"_s}));
        QVERIFY(!clients.hasUnseen);
        QVERIFY(!clients.tracesCommands);
    }

    void whatCantBeLookedAtIsAdmitted() {
        Proc proc;
        proc.add(2'000'001, "kthreadd", "", std::nullopt); // the kernel's own
        QVERIFY(!proc.clients().hasUnseen);
        proc.add(2'000'002, "somebody", "somebody", std::nullopt);
        QVERIFY(proc.clients().hasUnseen);
        QCOMPARE(proc.clients().programs, QStringList());
    }

    void aServiceThatTracesCommandsIsFound_data() {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<bool>("traces");
        QTest::newRow("as the system starts it") << QByteArray("--foreground --auto-exit") << false;
        QTest::newRow("with all its log") << QByteArray("--foreground --debug") << false;
        QTest::newRow("long") << QByteArray("--foreground --apdu") << true;
        QTest::newRow("short") << QByteArray("-f -a") << true;
        QTest::newRow("joined") << QByteArray("-fda") << true;
    }
    void aServiceThatTracesCommandsIsFound() {
        QFETCH(QByteArray, options);
        QFETCH(bool, traces);
        Proc proc;
        QByteArray commandLine = "/usr/sbin/pcscd " + options + ' ';
        proc.add(2'000'001, "pcscd", commandLine.replace(' ', '\0'), Library);
        QCOMPARE(proc.clients().tracesCommands, traces);
        QCOMPARE(proc.clients().programs, QStringList()); // it is the service
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardClientsTest)
#include "tst_cardclients.moc"
