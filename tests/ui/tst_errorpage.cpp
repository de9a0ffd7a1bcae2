// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationlock.h"
#include "tests/support/testcase.h"
#include "ui/application.h"
#include "ui/errorpage.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ErrorPageTest : public TestCase {
    Q_OBJECT

    static QString saidBy(const QWidget& window) {
        QStringList texts;
        for (const QLabel* label : window.findChildren<QLabel*>())
            texts += label->text();
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void whoCanNotStartIsToldWhichProcessHasTheStation() {
        const QTemporaryDir folder;
        const auto held = StationLock::take(folder.filePath(u"lock"_s));
        const auto taken = StationLock::take(folder.filePath(u"lock"_s));
        QVERIFY(held && !taken);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^can't start: StationInUse"_s));
        const auto window = refusal(taken.error());
        const QString said = saidBy(*window);
        QVERIFY2(said.contains(u"tst_errorpage"_s), qUtf8Printable(said));
        QVERIFY2(said.contains(QString::number(QCoreApplication::applicationPid())), qUtf8Printable(said));
    }

    void whatElseAnErrorKnowsIsForTheLogOnly() {
        const ErrorPage unknown({ErrorCode::StationInUse, u"another process"_s});
        QVERIFY(!saidBy(unknown).contains(u"another process"_s));
        const ErrorPage failed({ErrorCode::DatabaseFailed, u"madoguchi, process 4711"_s});
        QVERIFY(!saidBy(failed).contains(u"4711"_s));
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ErrorPageTest)
#include "tst_errorpage.moc"
