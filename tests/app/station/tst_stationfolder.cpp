// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationfolder.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

namespace madoguchi {

class StationFolderTest : public TestCase {
    Q_OBJECT
private:
    static void write(const QString& path, const QByteArray& bytes, QFile::Permissions permissions) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        QVERIFY(file.setPermissions(permissions));
    }

private Q_SLOTS:
    void anEmptyFolderHoldsNoStation() {
        const QTemporaryDir folder;
        QCOMPARE(StationFolder(folder.path()).terminalKey().error().code, ErrorCode::StationMissing);
    }

    void theTerminalKeyIsReadWhole() {
        const QTemporaryDir folder;
        const StationFolder station(folder.path());
        write(station.terminalKeyFile(), QByteArray(32, 'k'), QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(*station.terminalKey() == SecretBytes::copyOf(QByteArray(32, 'k')));
    }

    void aKeyThatOthersMayReadIsRefused() {
        const QTemporaryDir folder;
        const StationFolder station(folder.path());
        write(station.terminalKeyFile(), QByteArray(32, 'k'),
              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        QCOMPARE(station.terminalKey().error().code, ErrorCode::FileUnreadable);
    }

    void aKeyOfAnotherLengthIsRefused() {
        const QTemporaryDir folder;
        const StationFolder station(folder.path());
        write(station.terminalKeyFile(), QByteArray(31, 'k'), QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(station.terminalKey().error().code, ErrorCode::FileMalformed);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::StationFolderTest)
#include "tst_stationfolder.moc"
