// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/durablefile.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {

class DurableFileTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void replacesTheContentAndTheRights() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"note"_s);
        QVERIFY(writeDurably(path, "first", FileReaders::Everybody));
        QVERIFY(QFile::permissions(path).testFlag(QFile::ReadOther));
        QVERIFY(writeDurably(path, "second"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "second");
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(!QFile::exists(path + u".new"_s));
    }

    void aFolderThatIsNotThereIsAnError() {
        const QTemporaryDir folder;
        const Result<> written = writeDurably(folder.filePath(u"no/note"_s), "x");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::DurableFileTest)
#include "tst_durablefile.moc"
