// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The scenarios' own ground: a program that nobody here wrote sees our pcscd, its readers and our card.
#include "tests/support/pcscdfixture.h"
#include "tests/support/testcase.h"
#include "tests/support/vpcdcard.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

QByteArray openscTool(const QStringList& arguments) {
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(u"opensc-tool"_s, arguments);
    tool.waitForFinished();
    return tool.readAll();
}

} // namespace

class PcscdFixtureTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        const auto started = m_pcscd.start();
        QVERIFY2(started, started ? "" : qPrintable(toString(started.error())));
    }

    void showsItsTwoReadersToOtherPrograms() {
        const QByteArray list = openscTool({u"-l"_s});
        QVERIFY2(list.contains(PcscdFixture::firstReader().toUtf8()), list);
        QVERIFY2(list.contains(PcscdFixture::secondReader().toUtf8()), list);
    }

    void carriesCommandsToACard() {
        VpcdCard card({.command = [](QByteArrayView command) {
            return "answer" + command.toByteArray() + QByteArray("\x90\x00", 2);
        }});
        QVERIFY(card.insert(PcscdFixture::SecondPort));
        QTRY_VERIFY(openscTool({u"-l"_s}).contains("1    Yes"));
        const QByteArray sent = openscTool({u"-r"_s, u"1"_s, u"-c"_s, u"default"_s, u"-s"_s, u"00CB3FFF"_s});
        QVERIFY2(sent.contains("SW1=0x90, SW2=0x00"), sent);
        QVERIFY2(sent.contains("answer"), sent);
        card.pull();
        QTRY_VERIFY(openscTool({u"-l"_s}).contains("1    No"));
    }

    void startsAgainAfterACrash() {
        m_pcscd.kill();
        QVERIFY(!openscTool({u"-l"_s}).contains("Virtual PCD"));
        QVERIFY(m_pcscd.start());
        QVERIFY(openscTool({u"-l"_s}).contains("Virtual PCD"));
    }

    void startsWithoutReaders() {
        m_pcscd.stop();
        QVERIFY(m_pcscd.start(PcscdFixture::Readers::None));
        QVERIFY(!openscTool({u"-l"_s}).contains("Virtual PCD"));
    }

private:
    PcscdFixture m_pcscd;
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PcscdFixtureTest)
#include "tst_pcscdfixture.moc"
