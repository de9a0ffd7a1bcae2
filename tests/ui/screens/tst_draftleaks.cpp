// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is typed into the real screens lies in no file in clear, at any moment of the work: whoever pulled the
// plug right then would leave just these files behind.

#include "tests/support/testcase.h"
#include "tests/support/traces.h"
#include "tests/ui/screens/operatorwindow.h"
#include "ui/forms/procedureform.h"
#include "ui/screens/deskscreen.h"
#include "ui/screens/draftscreen.h"
#include "ui/widgets/messagepanel.h"

#include <QClipboard>
#include <QTemporaryDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

class DraftLeaksTest : public TestCase {
    Q_OBJECT

    QTemporaryDir m_home; ///< everything that the program may write is below it
    Traces m_traces;
    std::unique_ptr<OperatorWindow> m_desk;

    const QString m_name = u"渡邉 美咲"_s;
    const QString m_kana = u"ワタナベ　ミサキ"_s;
    const QString m_reason = u"渡邉さんの届を二度入力した"_s;

private Q_SLOTS:
    void initTestCase() {
        for (const char* variable : {"TMPDIR", "HOME", "SQLITE_TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                                     "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            qputenv(variable, m_home.path().toUtf8());
        QCOMPARE(QDir::tempPath(), m_home.path());
        for (const QString& text : {m_name, m_kana, m_reason, u"渡邉"_s, u"わたなべ"_s, u"ワタナベ"_s,
                                    u"1985-04-01"_s, u"S60.4.1"_s, u"090-1234-5678"_s, u"千代田"_s})
            m_traces.add(text);
        applyTheme(*qApp, Scale());
        m_desk = std::make_unique<OperatorWindow>();
        QVERIFY(m_desk->logIn());
        m_desk->startDraft();
        QVERIFY(m_desk->reaches<DraftScreen>());
    }
    void cleanupTestCase() { m_desk.reset(); }

    void theSearchSeesTheFilesOfTheStation() {
        QFile clear(m_home.filePath(u"clear"_s));
        QVERIFY(clear.open(QIODevice::WriteOnly));
        clear.write("x" + m_name.toUtf8());
        clear.close();
        QVERIFY(m_traces.foundBelow(m_home.path()).contains(clear.fileName() + u": "_s + m_name));
        QVERIFY(clear.remove());
        QVERIFY(m_desk->station.station().folder().vaultDatabase().startsWith(m_home.path()));
    }

    void typingAndSavingLeaveNothing() {
        compose(QApplication::focusWidget(), u"わたなべ"_s);
        compose(QApplication::focusWidget(), u"渡邉"_s);
        QCOMPARE(inClear(), QStringList());
        commit(QApplication::focusWidget(), m_name);
        OperatorWindow::press(Qt::Key_Return);
        auto* reading = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        reading->selectAll();
        OperatorWindow::type(m_kana);
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::type(u"S60.4.1"_s);
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::type(u"1000001"_s);
        OperatorWindow::press(Qt::Key_F5);
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::type(u"090-1234-5678"_s);
        OperatorWindow::press(Qt::Key_F9);
        OperatorWindow::press(Qt::Key_F12);
        QCOMPARE(m_desk->stored().value(u"requester-name"_s), m_name); // there is something to find
        QCOMPARE(m_desk->stored().value(u"requester-kana"_s), m_kana);
        QCOMPARE(m_desk->stored().value(u"requester-phone"_s), u"090-1234-5678"_s);
        QCOMPARE(inClear(), QStringList());
    }

    void theQuestionsLeaveNothing() {
        OperatorWindow::press(Qt::Key_F6);
        QCOMPARE(inClear(), QStringList());
        OperatorWindow::press(Qt::Key_Escape);
        OperatorWindow::press(Qt::Key_F7);
        OperatorWindow::type(m_reason);
        QTRY_VERIFY(m_desk->stored().values().contains(m_reason));
        QCOMPARE(inClear(), QStringList());
    }

    void aLockLeavesNothingAlsoOnTheClipboard() {
        QGuiApplication::clipboard()->setText(m_name);
        QVERIFY(m_desk->pullCard());
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
        QCOMPARE(inClear(), QStringList());
        QVERIFY(m_desk->logIn());
        QVERIFY(m_desk->reaches<DraftScreen>());
        QVERIFY(MessagePanel::openIn(m_desk->window.get()) != nullptr);
        QCOMPARE(inClear(), QStringList());
    }

    void searchingAndDeletingLeaveNothing() {
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(m_desk->reaches<DeskScreen>());
        QVERIFY(m_desk->drafts().isEmpty());
        QCOMPARE(inClear(), QStringList());
        m_desk.reset();
        QCOMPARE(inClear(), QStringList());
    }

private:
    QStringList inClear() const { return m_traces.foundBelow(m_home.path()); }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::DraftLeaksTest)
#include "tst_draftleaks.moc"
