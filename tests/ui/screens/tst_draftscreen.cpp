// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/screens/operatorwindow.h"
#include "ui/forms/procedureform.h"
#include "ui/screens/deskscreen.h"
#include "ui/screens/draftheader.h"
#include "ui/screens/draftscreen.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/functionkeybar.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/notice.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

namespace madoguchi {

using namespace Qt::StringLiterals;

class DraftScreenTest : public TestCase {
    Q_OBJECT

    using Details = QMap<QString, QString>;

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

    void typingStartsInTheFirstFieldAndIsInTheVaultAfterThePause() {
        const QString name = first();
        OperatorWindow::type(u"葛\U000E0100城"_s);
        QVERIFY(!m_desk->stored().contains(name));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored().value(name), u"葛\U000E0100城"_s, 3000);
        QTRY_VERIFY(m_desk->screen<DraftHeader>()->state() != u"Saving"_s);
        QVERIFY(m_desk->screen<DraftHeader>()->state().startsWith(u"Saved"));
        QCOMPARE(m_desk->records(u"draft.save"_s).constFirst().details.value(u"fields"_s), name);
    }

    void leavingAFieldSavesAtOnceAndRecordsItsIdOnly() {
        OperatorWindow::type(u"secret"_s);
        QVERIFY(m_desk->records(u"field.edit"_s).isEmpty());
        const QString name = first();
        OperatorWindow::press(Qt::Key_Return);
        QCOMPARE(m_desk->stored().value(name), u"secret"_s);
        const QList<AuditRecord> edits = m_desk->records(u"field.edit"_s);
        QCOMPARE(edits.size(), 1);
        QCOMPARE(edits.constFirst().target, u"draft:"_s + m_desk->drafts().constFirst().id);
        QCOMPARE(edits.constFirst().details, (QMap<QString, QString>{{u"field"_s, name}}));
        OperatorWindow::press(Qt::Key_Return); // past a field that nobody touched
        QCOMPARE(m_desk->records(u"field.edit"_s).size(), 1);
    }

    void goingBackSavesTheLastKey() {
        OperatorWindow::type(u"z"_s);
        OperatorWindow::press(Qt::Key_F3);
        QVERIFY(m_desk->reaches<DeskScreen>());
        QCOMPARE(m_desk->drafts().constFirst().name, u"z"_s);
        QCOMPARE(m_desk->find<ListTable>(u"drafts"_s)->item(0, 0)->text(), u"z"_s);
    }

    void somebodyElsesChangeIsNotOverwrittenAndNothingTypedIsLost() {
        const QString id = m_desk->drafts().constFirst().id;
        Draft other = *m_desk->work().drafts.load(m_desk->session(), id);
        const Procedure& procedure = *m_desk->station.station().procedures().procedure(other.procedure);
        other.values[first()] = u"先"_s;
        QVERIFY(m_desk->work().drafts.save(m_desk->session(), procedure, other));
        OperatorWindow::type(u"後"_s);
        OperatorWindow::press(Qt::Key_F9);
        m_desk->picture(u"draft-conflict"_s);
        QCOMPARE(m_desk->work().drafts.load(m_desk->session(), id)->values.value(m_field), u"先"_s);
        QCOMPARE(form()->values().value(m_field), u"後"_s);
        QVERIFY(!m_desk->screen<DraftHeader>()->state().startsWith(u"Saved"));

        const qsizetype tried = m_desk->records(u"draft.save"_s).size();
        OperatorWindow::type(u"?"_s);
        OperatorWindow::press(Qt::Key_Backspace);
        OperatorWindow::press(Qt::Key_F9);
        QCOMPARE(m_desk->records(u"draft.save"_s).size(), tried); // it would be refused each time

        QTest::keyClick(shownButton(ActionId::DraftCreate), Qt::Key_Return);
        QCOMPARE(m_desk->drafts().size(), 2);
        const Draft first = *m_desk->work().drafts.load(m_desk->session(), id);
        QCOMPARE(first.values.value(m_field), u"先"_s);
        OperatorWindow::type(u"!"_s);
        QVERIFY(m_desk->pullCard());
        QVERIFY(m_desk->logIn());
        QVERIFY(m_desk->reaches<DraftScreen>());
        QCOMPARE(form()->values().value(m_field), u"後!"_s); // the new one
    }

    void atTheLargestScaleHeaderAndFieldAreSeenAndOneBarScrolls() {
        applyTheme(*qApp, Scale::fromPercent(200));
        OperatorWindow desk;
        desk.window->resize(1280, 670); // what the strip of the practice program leaves of 800
        QVERIFY(desk.logIn());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // the greeting
        desk.startDraft();
        QVERIFY(desk.reaches<DraftScreen>());
        OperatorWindow::type(u"葛城"_s);
        OperatorWindow::press(Qt::Key_F12);
        desk.picture(u"draft-200-errors"_s);
        const auto* draft = desk.screen<DraftScreen>();
        for (const QString& name : {u"applicant"_s, u"reception-number"_s, u"saved-state"_s}) {
            const auto* label = draft->findChild<QLabel*>(name);
            QTRY_VERIFY2(inSight(label) && !label->text().isEmpty(), qPrintable(name));
        }
        QVERIFY(draft->findChild<QLabel*>(u"applicant"_s)->text().contains(u"葛城"_s));
        for (int i = 0; i < 12; ++i) {
            const QWidget* row = QApplication::focusWidget();
            while (row != nullptr && qobject_cast<const FieldRow*>(row) == nullptr)
                row = row->parentWidget();
            if (row != nullptr)
                QTRY_VERIFY2(inSight(row->findChild<QLabel*>()) && inSight(QApplication::focusWidget()),
                             qUtf8Printable(qobject_cast<const FieldRow*>(row)->label()));
            OperatorWindow::press(Qt::Key_Tab);
        }
        int bars = 0;
        for (const QScrollBar* bar : desk.window->findChildren<QScrollBar*>())
            bars += bar->isVisible() ? 1 : 0;
        QCOMPARE(bars, 1);
        desk.picture(u"draft-200"_s);
    }

    void f5IsOfferedWhereItWorksAndNeverComplainsElsewhere() {
        const auto offered = [this] {
            return m_desk->window->findChild<FunctionKeyBar*>()->button(Qt::Key_F5)->isEnabled();
        };
        QVERIFY(!offered());
        OperatorWindow::press(Qt::Key_F5);
        QCOMPARE(form()->position().fieldId, first());
        QVERIFY(m_desk->records(u"postal.lookup"_s).isEmpty());
        form()->setPosition({u"requester-postal"_s, 0});
        QVERIFY(offered());
        OperatorWindow::type(u"1000001"_s);
        OperatorWindow::press(Qt::Key_F5);
        QCOMPARE(form()->values().value(u"requester-address"_s), u"東京都千代田区千代田"_s);
        QVERIFY(!m_desk->records(u"postal.lookup"_s).isEmpty());
    }

    void aDraftOpenedAgainGoesOnAtWhatIsMissing() {
        OperatorWindow::type(u"葛城"_s);
        OperatorWindow::press(Qt::Key_F3);
        QVERIFY(m_desk->reaches<DeskScreen>());
        OperatorWindow::press(Qt::Key_F4);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(m_desk->reaches<DraftScreen>());
        QCOMPARE(form()->position().fieldId, u"requester-kana"_s);
        QVERIFY(form()->editor(u"requester-kana"_s)->isAncestorOf(QApplication::focusWidget()));
    }

    void aDraftHandedOverVanishesHereAndAppearsThere() {
        OperatorWindow::type(u"葛城"_s);
        OperatorWindow::press(Qt::Key_F6);
        m_desk->picture(u"draft-hand-over"_s);
        OperatorWindow::press(Qt::Key_Return); // the only colleague
        QVERIFY(MessagePanel::openIn(m_desk->window.get()) != nullptr);
        m_desk->picture(u"draft-hand-over-confirm"_s);
        OperatorWindow::press(Qt::Key_Return); // by habit: the safe choice
        QCOMPARE(m_desk->drafts().size(), 1);
        QVERIFY(m_desk->records(u"draft.hand-over"_s).isEmpty());

        OperatorWindow::press(Qt::Key_F6);
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(m_desk->reaches<DeskScreen>());
        QVERIFY(m_desk->drafts().isEmpty());
        QCOMPARE(m_desk->find<ListTable>(u"drafts"_s)->rowCount(), 0);
        QCOMPARE(m_desk->records(u"draft.hand-over"_s).constFirst().details.value(u"to"_s), u"op02"_s);

        QVERIFY(m_desk->pullCard());
        QVERIFY(m_desk->logIn(u"op02"_s));
        QVERIFY(m_desk->reaches<DeskScreen>());
        const auto* table = m_desk->find<ListTable>(u"drafts"_s);
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 0)->text(), u"葛城"_s);
        QVERIFY(table->item(0, 5)->text().contains(u"甲野 花子"_s));
        m_desk->picture(u"desk-handed-over"_s);
    }

    void deletingNeedsAReasonAndAChoice() {
        OperatorWindow::press(Qt::Key_F7);
        m_desk->picture(u"draft-delete"_s);
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::press(Qt::Key_Return); // the safe choice
        QCOMPARE(m_desk->drafts().size(), 1);

        OperatorWindow::press(Qt::Key_F7);
        confirmDeletion();
        QCOMPARE(m_desk->drafts().size(), 1);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"delete-reason"_s);
        m_desk->picture(u"draft-delete-no-reason"_s);
        OperatorWindow::type(u"重複"_s);
        confirmDeletion();
        QVERIFY(m_desk->reaches<DeskScreen>());
        QVERIFY(m_desk->drafts().isEmpty());
        for (const AuditRecord& record : m_desk->records(u"draft.delete"_s))
            QVERIFY(record.details.isEmpty()); // what was typed is not in the log
    }

    void whateverIsPressedIsOnRecord() {
        const QString draft = u"draft:"_s + m_desk->drafts().constFirst().id;
        const auto newest = [this](const QString& action) {
            const QList<AuditRecord> records = m_desk->records(action);
            return records.isEmpty() ? AuditRecord() : records.constFirst();
        };
        for (const auto& [key, action] :
             {std::pair(Qt::Key_F7, u"draft.delete"_s), {Qt::Key_F6, u"draft.hand-over"_s}}) {
            OperatorWindow::press(key);
            QCOMPARE(newest(u"question.show"_s).target, draft);
            QCOMPARE(newest(u"question.show"_s).details, (Details{{u"action"_s, action}}));
            QVERIFY(m_desk->records(action).isEmpty()); // only asked
            OperatorWindow::press(Qt::Key_Escape);
            QCOMPARE(newest(u"message.dismiss"_s).target, draft);
        }
        const qsizetype asked = m_desk->records(u"question.show"_s).size();
        OperatorWindow::press(Qt::Key_F6);
        OperatorWindow::press(Qt::Key_Return); // the colleague
        QCOMPARE(newest(u"list.select"_s).target, draft);
        QCOMPARE(newest(u"list.select"_s).details, (Details{{u"to"_s, u"op02"_s}}));
        QCOMPARE(m_desk->records(u"question.show"_s).size(), asked + 2);
        OperatorWindow::press(Qt::Key_Escape);

        OperatorWindow::press(Qt::Key_F1);
        const qsizetype closed = m_desk->records(u"message.dismiss"_s).size();
        OperatorWindow::press(Qt::Key_Return);
        QCOMPARE(m_desk->records(u"message.dismiss"_s).size(), closed + 1);

        shownButton(ActionId::ListSelect)->click(); // the next step
        QCOMPARE(newest(u"list.select"_s).details.firstKey(), u"group"_s);
        OperatorWindow::press(Qt::Key_F12);
        shownButton(ActionId::NextError)->click(); // in the summary
        QCOMPARE(newest(u"field.next-error"_s).details, (Details{{u"field"_s, form()->position().fieldId}}));
    }

    void theQuestionsNameTheDraft() {
        OperatorWindow::type(u"葛城 髙子"_s);
        const QString reception = m_desk->drafts().constFirst().reception;
        for (const Qt::Key key : {Qt::Key_F6, Qt::Key_F7}) {
            OperatorWindow::press(key);
            QVERIFY2(said().contains(u"葛城 髙子"_s) && said().contains(reception), qUtf8Printable(said()));
            m_desk->picture(u"draft-question-%1"_s.arg(key));
            OperatorWindow::press(Qt::Key_Escape);
        }
        OperatorWindow::press(Qt::Key_F7);
        QVERIFY(said().contains(u"Reason for deleting"_s)); // the field's label
    }

    void theArrowsStayInTheListOfColleagues() {
        OperatorWindow::press(Qt::Key_F6);
        for (const Qt::Key key :
             {Qt::Key_Down, Qt::Key_Down, Qt::Key_Up, Qt::Key_Up, Qt::Key_Left, Qt::Key_End}) {
            OperatorWindow::press(key);
            QCOMPARE(QApplication::focusWidget()->objectName(), u"colleagues"_s);
        }
    }

    void f9AnswersInOnePlaceOnly() {
        OperatorWindow::type(u"a"_s);
        OperatorWindow::press(Qt::Key_F9);
        const auto* header = m_desk->screen<DraftHeader>();
        QVERIFY(header->state().startsWith(u"Saved"));
        QVERIFY(!header->state().contains(u"nothing changed"_s));
        OperatorWindow::press(Qt::Key_F9);
        QVERIFY(header->state().contains(u"nothing changed"_s));
        QVERIFY(!above().contains(u"saved"_s, Qt::CaseInsensitive));
    }

    void f12FindsWhatIsMissingAndGoesThere() {
        OperatorWindow::type(u"葛城"_s);
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_F12);
        m_desk->picture(u"draft-checked"_s);
        QCOMPARE(form()->position().fieldId, u"requester-kana"_s); // the first one, not the next
        QCOMPARE(m_desk->records(u"draft.check"_s).constFirst().outcome, AuditOutcome::Done);
    }

    void atTwiceTheSizeFieldAndQuestionAreInSight() {
        m_desk.reset();
        applyTheme(*qApp, Scale::fromPercent(200));
        m_desk = std::make_unique<OperatorWindow>();
        QVERIFY(m_desk->logIn());
        m_desk->startDraft();
        QVERIFY(m_desk->reaches<DraftScreen>());
        for (int field = 0; field < 4; ++field) {
            OperatorWindow::press(Qt::Key_Return);
            QTRY_VERIFY(inSight(QApplication::focusWidget()));
        }
        OperatorWindow::press(Qt::Key_F7);
        QTRY_VERIFY(inSight(QApplication::focusWidget()));
        for (ActionButton* button : MessagePanel::openIn(m_desk->window.get())->buttons())
            QVERIFY(inSight(button));
        m_desk->picture(u"200-delete"_s);
        for (const QLabel* label : MessagePanel::openIn(m_desk->window.get())->findChildren<QLabel*>()) {
            if (label->isVisible() && label->hasHeightForWidth())
                QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qUtf8Printable(label->text()));
        }
    }

    void f2BringsBackThePreviousValue() {
        OperatorWindow::type(u"a"_s);
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::press(Qt::Key_Backtab, Qt::ShiftModifier);
        OperatorWindow::type(u"b"_s);
        OperatorWindow::press(Qt::Key_F2);
        QCOMPARE(form()->values().value(first()), u"a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored().value(m_field), u"a"_s, 3000);
        QCOMPARE(m_desk->records(u"field.previous-value"_s).size(), 1);
    }

private:
    ProcedureForm* form() const { return m_desk->screen<ProcedureForm>(); }
    QString first() const { return form()->procedure().groups.constFirst().fields.constFirst().id; }
    ActionButton* shownButton(ActionId id) const {
        for (auto* button : m_desk->screen<DraftScreen>()->findChildren<ActionButton*>()) {
            if (button->actionId() == id && button->isVisible())
                return button;
        }
        return nullptr;
    }
    /// All that the open question says.
    QString said() const {
        QString text;
        const MessagePanel* panel = MessagePanel::openIn(m_desk->window.get());
        for (const QLabel* label : panel->findChildren<QLabel*>()) {
            if (label->isVisible())
                text += label->text() + u'\n';
        }
        return text;
    }
    /// What the message above the page says.
    QString above() const {
        QString text;
        for (const Notice* notice : m_desk->window->workArea()->findChildren<Notice*>()) {
            if (notice->isVisible())
                text += notice->title() + notice->accessibleDescription() + u'\n';
        }
        return text;
    }
    static bool inSight(const QWidget* widget) {
        return widget->visibleRegion().boundingRect().height() >= widget->height();
    }
    /// From the reason: past "don't" to the dangerous button.
    static void confirmDeletion() {
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Return);
    }

    const QString m_field = u"requester-name"_s;
    std::unique_ptr<OperatorWindow> m_desk;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::DraftScreenTest)
#include "tst_draftscreen.moc"
