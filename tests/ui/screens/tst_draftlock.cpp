// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What becomes of a draft and of what was typed last when the session ends under it: by its card, and by a
// log that can't be written any more.

#include "tests/support/growthlimit.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/operatorwindow.h"
#include "ui/forms/procedureform.h"
#include "ui/screens/draftscreen.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/notice.h"

#include <QLineEdit>
#include <QPointer>

namespace madoguchi {

using namespace Qt::StringLiterals;

class DraftLockTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_desk = std::make_unique<OperatorWindow>();
        QVERIFY(m_desk->logIn());
        m_desk->startDraft();
        QVERIFY(m_desk->reaches<DraftScreen>());
    }
    void cleanup() { m_desk.reset(); }

    void aPulledCardLocksWhateverQuestionIsOpen() { // how fast: tst_lockonremoval
        OperatorWindow::press(Qt::Key_F7);
        OperatorWindow::type(u"重複"_s); // and something to save
        QVERIFY(MessagePanel::openIn(m_desk->window.get()) != nullptr);
        const QPointer<WorkArea> page(m_desk->window->workArea());
        m_desk->station.takeOut();
        QTRY_VERIFY_WITH_TIMEOUT(page == nullptr, 20000);
    }

    void thePulledCardKeepsTheLastKeyAndThePlace() {
        OperatorWindow::type(u"abcdef"_s);
        OperatorWindow::press(Qt::Key_Left);
        OperatorWindow::press(Qt::Key_Left);
        OperatorWindow::type(u"X"_s); // and at once:
        QVERIFY(m_desk->pullCard());
        QCOMPARE(m_desk->records(u"field.edit"_s).size(), 1);
        QVERIFY(m_desk->logIn());
        QVERIFY(m_desk->reaches<DraftScreen>());
        QCOMPARE(m_desk->stored().value(m_field), u"abcdXef"_s);
        QCOMPARE(form()->position(), (FormPosition{m_field, 5}));
        OperatorWindow::type(u"Y"_s);
        QCOMPARE(form()->values().value(m_field), u"abcdXYef"_s);
        m_desk->picture(u"draft-restored"_s);
    }

    void theReasonForDeletingOutlivesALock() {
        OperatorWindow::press(Qt::Key_F7);
        OperatorWindow::type(u"重複し"_s); // and at once:
        QVERIFY(m_desk->pullCard());
        QVERIFY(m_desk->logIn());
        QVERIFY(m_desk->reaches<DraftScreen>());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"delete-reason"_s);
        OperatorWindow::type(u"た"_s);
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), u"重複した"_s);
        QVERIFY(!form()->values().values().contains(u"重複し"_s)); // no field of the form
        QTRY_VERIFY(m_desk->stored().values().contains(u"重複した"_s));
        OperatorWindow::press(Qt::Key_Escape);
        QVERIFY(!m_desk->stored().values().contains(u"重複した"_s)); // given up
        OperatorWindow::press(Qt::Key_F7);
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), QString());
    }

    void whatALockCouldNotSaveIsToldOnce() {
        const QString id = m_desk->drafts().constFirst().id;
        Draft other = *m_desk->work().drafts.load(m_desk->session(), id);
        const Procedure& procedure = *m_desk->station.station().procedures().procedure(other.procedure);
        QVERIFY(m_desk->work().drafts.save(m_desk->session(), procedure, other));
        OperatorWindow::type(u"後"_s); // can't be saved any more, as on a full disk
        QVERIFY(m_desk->pullCard());
        QVERIFY(m_desk->logIn());
        QVERIFY(m_desk->reaches<DraftScreen>());
        const QString label = form()->procedure().field(m_field)->label;
        QVERIFY2(above().contains(label) && above().contains(other.reception), qUtf8Printable(above()));
        QVERIFY(!above().contains(u"後"_s));
        m_desk->picture(u"draft-lost"_s);
        QVERIFY(m_desk->pullCard());
        QVERIFY(m_desk->logIn());
        QVERIFY(!above().contains(label));
    }

    void aLockTakesTheQuestionAway() {
        OperatorWindow::press(Qt::Key_F7);
        QVERIFY(m_desk->pullCard());
        QVERIFY(MessagePanel::openIn(m_desk->window.get()) == nullptr);
        QCOMPARE(m_desk->window->findChildren<MessagePanel*>().size(), 0);
    }

    void aBrokenLogEndsThePageByItselfAndSaysWhatIsLost() {
        const QString label = form()->procedure().field(m_field)->label;
        OperatorWindow::type(u"葛城"_s);
        bool halted = false;
        {
            const GrowthLimit full(0); // and nobody presses anything more
            halted = QTest::qWaitFor([this] { return loginState() == LoginState::Halted; }, 5000);
        }
        QVERIFY(halted);
        QVERIFY(m_desk->window->workArea() == nullptr);
        const QString said = messages(&m_desk->window->loginScreen());
        QVERIFY2(said.contains(label), qUtf8Printable(said));
        QVERIFY(!said.contains(u"葛城"_s));
        m_desk->picture(u"draft-halted"_s);
    }

private:
    ProcedureForm* form() const { return m_desk->screen<ProcedureForm>(); }
    LoginState loginState() const { return m_desk->station.station().login().view().state; }
    /// What the messages that are seen say.
    static QString messages(const QWidget* in) {
        QString text;
        for (const Notice* notice : in->findChildren<Notice*>()) {
            if (notice->isVisible())
                text += notice->title() + notice->accessibleDescription() + u'\n';
        }
        return text;
    }
    QString above() const { return messages(m_desk->window->workArea()); }

    const QString m_field = u"requester-name"_s;
    std::unique_ptr<OperatorWindow> m_desk;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::DraftLockTest)
#include "tst_draftlock.moc"
