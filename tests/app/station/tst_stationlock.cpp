// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationlock.h"
#include "tests/support/testcase.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace madoguchi {

using namespace Qt::StringLiterals;

class StationLockTest : public TestCase {
    Q_OBJECT

    // Another process that takes the lock and keeps it until it is killed.
    static void startHolder(QProcess& process, const QString& path) {
        process.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, path});
        QVERIFY(process.waitForReadyRead());
        QCOMPARE(process.readLine().trimmed(), "held");
    }

private Q_SLOTS:
    void theSecondProcessIsToldWhoHasTheStation() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"lock"_s);
        QProcess holder;
        startHolder(holder, path);
        const Result<StationLock> refused = StationLock::take(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StationInUse);
        QCOMPARE(refused.error().detail, u"tst_stationlock, process %1"_s.arg(holder.processId()));
        holder.kill();
        QVERIFY(holder.waitForFinished());
    }

    void aKilledProcessLeavesNoLockBehind() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"lock"_s);
        QProcess holder;
        startHolder(holder, path);
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QVERIFY(QFile::exists(path));
        QVERIFY(StationLock::take(path));
    }

    void theLockEndsWithItsObject() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"lock"_s);
        {
            const Result<StationLock> first = StationLock::take(path);
            QVERIFY(first);
            QCOMPARE(StationLock::take(path).error().code, ErrorCode::StationInUse);
        }
        QVERIFY(StationLock::take(path));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aFolderThatIsNotThereCanNotBeLocked() {
        QCOMPARE(StationLock::take(u"/nonexistent/lock"_s).error().code, ErrorCode::FileUnwritable);
    }
};

} // namespace madoguchi

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == QStringLiteral("--hold")) {
        const auto lock = madoguchi::StationLock::take(arguments.value(2));
        std::puts(lock ? "held" : "refused");
        std::fflush(stdout);
        return application.exec();
    }
    madoguchi::StationLockTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_stationlock.moc"
