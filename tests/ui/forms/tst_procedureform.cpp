// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/procedurecatalogue.h"
#include "app/procedures/resources.h"
#include "tests/support/testcase.h"
#include "tests/ui/typing.h"
#include "ui/forms/errorsummary.h"
#include "ui/forms/grouplist.h"
#include "ui/forms/procedureform.h"
#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/linefield.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ProcedureFormTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        initResources();
        const Result<ProcedureCatalogue> catalogue = ProcedureCatalogue::load();
        QVERIFY(catalogue.has_value());
        m_procedure = *catalogue->procedure(u"resident-record-copy"_s);
        m_movingIn = *catalogue->procedure(u"moving-in"_s);
    }

    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        open(m_procedure);
    }

    void whatIsTypedIsToldAtOnceByField() {
        QSignalSpy edited(m_form.get(), &ProcedureForm::edited);
        QSignalSpy left(m_form.get(), &ProcedureForm::fieldLeft);
        type(u"requester-name"_s, u"葛\U000E0100城"_s);
        QCOMPARE(edited.count(), 3);
        QCOMPARE(edited.constLast().constFirst(), u"requester-name"_s);
        QCOMPARE(m_form->values(), (FieldValues{{u"requester-name"_s, u"葛\U000E0100城"_s}}));
        QCOMPARE(left.count(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(left.count(), 1);
        QCOMPARE(left.constFirst().constFirst(), u"requester-name"_s);
    }

    void passingThroughAFieldIsNoEdit() {
        QSignalSpy left(m_form.get(), &ProcedureForm::fieldLeft);
        focus(u"requester-name"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(left.count(), 0);
        QCOMPARE(problemAt(u"requester-name"_s), QString());
    }

    void aFieldIsCheckedWhenItIsLeftNotPerKey() {
        type(u"requester-birth"_s, u"S64.1.8"_s);
        QCOMPARE(problemAt(u"requester-birth"_s), QString());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(problemAt(u"requester-birth"_s).contains(u"平成元年1月8日"_s));
        QCOMPARE(m_form->values().value(u"requester-birth"_s), u"S64.1.8"_s); // still there
    }

    void theReadingFillsTheEmptyKanaField() {
        focus(u"requester-name"_s);
        QWidget* line = QApplication::focusWidget();
        compose(line, u"かつらぎ"_s);
        compose(line, u"葛城"_s);
        commit(line, u"葛城"_s);
        QCOMPARE(m_form->values().value(u"requester-kana"_s), u"カツラギ"_s);
    }

    void fieldsAppearByWhatIsChosen() {
        QVERIFY(!stepShown(u"subject"_s));
        choose(u"relation"_s, u"proxy"_s);
        QVERIFY(stepShown(u"subject"_s));
        QVERIFY(stepShown(u"authority"_s));
        choose(u"relation"_s, u"self"_s);
        QVERIFY(!stepShown(u"subject"_s));
    }

    void anInapplicableFieldKeepsItsValueButIsNotChecked() {
        m_form->setValues({{u"relation"_s, u"proxy"_s}, {u"subject-name"_s, u"鈴木"_s}});
        m_form->checkAll();
        choose(u"relation"_s, u"self"_s);
        QCOMPARE(m_form->values().value(u"subject-name"_s), u"鈴木"_s);
        for (const FoundProblem& found : m_form->checkAll())
            QVERIFY2(!found.fieldId.startsWith(u"subject"), qUtf8Printable(found.fieldId));
    }

    void whatAnAnswerBringsIntoACheckedFormIsMarkedAtOnce() {
        m_form->setValues({{u"relation"_s, u"self"_s}});
        QVERIFY(!m_form->checkAll().isEmpty());
        choose(u"relation"_s, u"proxy"_s);
        m_form->showGroup(stepOf(u"subject"_s));
        QVERIFY(!problemAt(u"subject-name"_s).isEmpty());
        choose(u"relation"_s, u"self"_s);
        QCOMPARE(problemAt(u"subject-name"_s), QString());
    }

    void theDigitOfANumberIsItsValue() {
        open(m_movingIn);
        focus(u"member-count"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
        QCOMPARE(m_form->values().value(u"member-count"_s), u"2"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_0);
        QCOMPARE(m_form->values().value(u"member-count"_s), u"0"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_6);
        QCOMPARE(m_form->values().value(u"member-count"_s), u"0"_s);
    }

    void anOpenListShowsWhatEnterTakes() {
        open(m_movingIn);
        focus(u"identity-document"_s);
        auto* list = qobject_cast<QComboBox*>(QApplication::focusWidget());
        QVERIFY(list != nullptr);
        QVERIFY(list->itemText(2).startsWith(u"3 "_s));
        list->showPopup();
        QTRY_VERIFY(list->view()->isVisible());
        QCOMPARE(list->view()->currentIndex().row(), 0);
        QTest::keyClick(list->view(), Qt::Key_3);
        QCOMPARE(list->view()->currentIndex().row(), 2);
        QTest::keyClick(list->view(), Qt::Key_Return);
        QCOMPARE(m_form->values().value(u"identity-document"_s), u"passport"_s);
    }

    void aLookUpFillsTheAddressButNeverOverwritesOne() {
        type(u"requester-postal"_s, u"1000001"_s);
        QVERIFY(m_form->lookUpPostal().has_value());
        QCOMPARE(m_form->values().value(u"requester-address"_s), u"東京都千代田区千代田"_s);
        QCOMPARE(m_form->position(), (FormPosition{u"requester-address"_s, 10}));
        typeText(QApplication::focusWidget(), u"1-1"_s);
        focus(u"requester-postal"_s);
        QVERIFY(m_form->lookUpPostal().has_value());
        QCOMPARE(m_form->values().value(u"requester-address"_s), u"東京都千代田区千代田1-1"_s);
        QVERIFY(!qobject_cast<LineField*>(m_form->editor(u"requester-postal"_s))->note().isEmpty());
    }

    void aLookUpWithoutACompleteCodeSaysSoAtTheCodeUntilItIsTyped() {
        focus(u"requester-address"_s);
        QVERIFY(m_form->lookUpPostal().has_value());
        QCOMPARE(m_form->position().fieldId, u"requester-postal"_s);
        auto* code = qobject_cast<LineField*>(m_form->editor(u"requester-postal"_s));
        QVERIFY(!code->note().isEmpty());
        typeText(QApplication::focusWidget(), u"1"_s);
        QCOMPARE(code->note(), QString());
        QVERIFY(m_form->values().value(u"requester-address"_s).isEmpty());
    }

    void aLookUpIsOfferedInACodeAndItsAddressOnly() {
        QSignalSpy changed(m_form.get(), &ProcedureForm::postalOfferChanged);
        focus(u"requester-birth"_s);
        QVERIFY(!m_form->offersPostal());
        QVERIFY(m_form->lookUpPostal().has_value()); // and does nothing elsewhere
        QCOMPARE(m_form->position().fieldId, u"requester-birth"_s);
        focus(u"requester-postal"_s);
        QVERIFY(m_form->offersPostal());
        focus(u"requester-address"_s);
        QVERIFY(m_form->offersPostal());
        QCOMPARE(changed.count(), 1);
        focus(u"requester-phone"_s);
        QVERIFY(!m_form->offersPostal());
        QCOMPARE(changed.count(), 2);
    }

    void aMarkGoesWithItsReasonWhoeverChangedTheValue() {
        const qsizetype before = m_form->checkAll().size();
        QVERIFY(!problemAt(u"requester-address"_s).isEmpty());
        type(u"requester-postal"_s, u"1000001"_s);
        QVERIFY(m_form->lookUpPostal().has_value());
        QCOMPARE(problemAt(u"requester-address"_s), QString());
        // Typing into an empty field is enough, too; what is wrong in it is found on leaving.
        type(u"requester-birth"_s, u"S"_s);
        QCOMPARE(problemAt(u"requester-birth"_s), QString());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(!problemAt(u"requester-birth"_s).isEmpty());
        typeBack(u"requester-birth"_s, u"60.4.1"_s);
        QCOMPARE(problemAt(u"requester-birth"_s), QString());
        QCOMPARE(m_form->checkAll().size(), before - 2);
    }

    void aMarkGoesWhenTheDateItHangsOnIsChanged() {
        open(m_movingIn);
        m_form->setValues({{u"moved-date"_s, u"2026-11-20"_s}, {u"notice-date"_s, u"2026-11-10"_s}});
        m_form->checkAll();
        QVERIFY(!problemAt(u"notice-date"_s).isEmpty());
        focus(u"moved-date"_s);
        qobject_cast<LineEdit*>(QApplication::focusWidget())->selectAll();
        typeText(QApplication::focusWidget(), u"R8.11.10"_s);
        QCOMPARE(problemAt(u"notice-date"_s), QString());
    }

    void workStartsAtWhatIsMissing() {
        m_form->start();
        QCOMPARE(m_form->position().fieldId, u"requester-name"_s);
        m_form->setValues({{u"requester-name"_s, u"葛城"_s},
                           {u"requester-kana"_s, u"カツラギ"_s},
                           {u"requester-birth"_s, u"1985-04-01"_s}});
        m_form->start();
        QCOMPARE(m_form->position().fieldId, u"requester-postal"_s); // it fills the address
        open(m_movingIn);
        m_form->setValues(initialValues(m_movingIn, QDate(2026, 11, 21)));
        m_form->start();
        QCOMPARE(m_form->position().fieldId, u"moved-date"_s);
    }

    void shiftEnterGoesBackFromTheNextStepButtonToo() {
        focus(u"relation"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(qobject_cast<ActionButton*>(QApplication::focusWidget()) != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(m_form->editor(u"relation"_s)->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(m_form->currentGroup(), 0);
    }

    void theSummaryIsOneLineHoweverManyThereAre() {
        m_form->checkAll();
        const auto* summary = m_form->findChild<ErrorSummary*>();
        QVERIFY(m_form->checkAll().size() > ErrorSummary::listed);
        QTRY_VERIFY(summary->height() <= 64);
        m_form->resize(420, 700);
        QTRY_COMPARE(m_form->width(), 420);
        QTRY_VERIFY(summary->height() <= 64);
        for (const ActionButton* jump : summary->findChildren<ActionButton*>())
            QVERIFY(!jump->isVisible() || jump->geometry().right() < summary->width());
    }

    void theFieldWithTheKeyboardIsSeenWithItsLabelAndItsError() {
        m_form->resize(900, 330);
        m_form->checkAll();
        for (const FoundProblem& each : m_form->checkAll()) {
            QVERIFY(m_form->goToNextProblem());
            auto* row = qobject_cast<FieldRow*>(m_form->editor(m_form->position().fieldId)->parentWidget());
            const auto whole = [row] {
                return row->visibleRegion().boundingRect().height() == row->height();
            };
            if (row->height() < 200)
                QTRY_VERIFY2(whole(), qUtf8Printable(each.fieldId));
        }
    }

    void theCursorIsPutBackIntoTheSameField() {
        type(u"requester-name"_s, u"abcdef"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        const FormPosition position = m_form->position();
        QCOMPARE(position, (FormPosition{u"requester-name"_s, 4}));
        const FieldValues values = m_form->values();
        open(m_procedure);
        m_form->setValues(values);
        m_form->setPosition(position);
        typeText(QApplication::focusWidget(), u"X"_s);
        QCOMPARE(m_form->values().value(u"requester-name"_s), u"abcdXef"_s);
    }

    void theCursorIsPutBackIntoALaterStep() {
        m_form->setPosition({u"copies"_s, 0});
        QCOMPARE(m_procedure.groups.at(m_form->currentGroup()).id, u"copy"_s);
        QCOMPARE(m_form->position().fieldId, u"copies"_s);
        m_form->setPosition({u"of another version"_s, 0});
        QCOMPARE(m_form->position().fieldId, u"requester-name"_s);
    }

    void f8GoesThroughTheErrorsInOrderAndAround() {
        QVERIFY(m_form->goToNextProblem());
        const QList<FoundProblem> found = m_form->checkAll();
        QVERIFY(found.size() > 3);
        QVERIFY(!m_form->findChild<ErrorSummary*>()->isHidden());
        QStringList visited{m_form->position().fieldId};
        for (qsizetype i = 1; i < found.size(); ++i) {
            QVERIFY(m_form->goToNextProblem());
            visited.append(m_form->position().fieldId);
        }
        QStringList expected;
        for (const FoundProblem& each : found)
            expected.append(each.fieldId);
        QCOMPARE(visited, expected);
        QVERIFY(m_form->goToNextProblem());
        QCOMPARE(m_form->position().fieldId, expected.constFirst());
    }

    void theSummaryJumpsToItsField() {
        const QList<FoundProblem> found = m_form->checkAll();
        const QList<ActionButton*> jumps = m_form->findChild<ErrorSummary*>()->findChildren<ActionButton*>();
        QCOMPARE(jumps.size(), ErrorSummary::listed);
        QTest::keyClick(jumps.at(2), Qt::Key_Return);
        QCOMPARE(m_form->position().fieldId, found.at(2).fieldId);
    }

    void aCorrectedFieldLeavesTheSummary() {
        const qsizetype before = m_form->checkAll().size();
        type(u"requester-name"_s, u"a"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(problemAt(u"requester-name"_s), QString());
        QCOMPARE(m_form->checkAll().size(), before - 1);
    }

    void f2BringsBackTheValueFromBefore() {
        m_form->setValues({{u"requester-name"_s, u"old"_s}});
        focus(u"requester-name"_s);
        typeText(QApplication::focusWidget(), u"er"_s);
        QCOMPARE(m_form->values().value(u"requester-name"_s), u"older"_s);
        m_form->restorePrevious();
        QCOMPARE(m_form->values().value(u"requester-name"_s), u"old"_s);
    }

    void valuesOfAnotherVersionAreKept() {
        const FieldValues values{{u"gone-field"_s, u"x"_s}, {u"requester-name"_s, u"y"_s}};
        m_form->setValues(values);
        type(u"requester-phone"_s, u"03-1234-5678"_s);
        QCOMPARE(m_form->values().value(u"gone-field"_s), u"x"_s);
    }

    void setValuesTellsNothing() {
        QSignalSpy edited(m_form.get(), &ProcedureForm::edited);
        m_form->setValues({{u"requester-name"_s, u"葛城"_s},
                           {u"requester-birth"_s, u"1989-01-08"_s},
                           {u"relation"_s, u"self"_s}});
        QCOMPARE(edited.count(), 0);
    }

    void theWholeFormIsDoneByKeyboardAlone() {
        focus(m_procedure.groups.constFirst().fields.constFirst().id);
        QSet<QString> visited;
        for (int presses = 0; presses < 400; ++presses) {
            visited.insert(m_form->position().fieldId);
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now != nullptr);
            const QString before = m_form->position().fieldId;
            QTest::keyClick(now, Qt::Key_Return);
            if (QApplication::focusWidget() == now && m_form->position().fieldId == before)
                break;
        }
        for (const FieldGroup& group : m_procedure.groups) {
            for (const Field& field : group.fields) {
                if (isShown(m_procedure, field, m_form->values()))
                    QVERIFY2(visited.contains(field.id), qUtf8Printable(field.id));
            }
        }
    }

    void everyControlOfEveryStepHasItsActionAndItsName() {
        open(m_movingIn);
        for (int group = 0; group < m_movingIn.groups.size(); ++group)
            m_form->showGroup(group);
        int controls = 0;
        for (const QWidget* widget : m_form->findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                                 qobject_cast<const QLineEdit*>(widget) != nullptr ||
                                 qobject_cast<const QComboBox*>(widget) != nullptr ||
                                 qobject_cast<const GroupList*>(widget) != nullptr;
            if (!control)
                continue;
            ++controls;
            QVERIFY2(actionOf(widget).has_value(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
        QVERIFY(controls > 100);
    }

private:
    void open(const Procedure& procedure) {
        m_form = std::make_unique<ProcedureForm>(procedure, QDate(2026, 11, 21), m_postal);
        m_form->resize(1280, 700);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    void focus(const QString& fieldId) {
        m_form->setPosition({fieldId, 9999});
        QVERIFY(m_form->editor(fieldId)->isAncestorOf(QApplication::focusWidget()));
    }
    void type(const QString& fieldId, const QString& text) {
        focus(fieldId);
        typeText(QApplication::focusWidget(), text);
    }
    void typeBack(const QString& fieldId, const QString& text) {
        focus(fieldId); // at the end of what is there
        typeText(QApplication::focusWidget(), text);
    }
    /// Through the digit key of the option.
    void choose(const QString& fieldId, const QString& value) {
        focus(fieldId);
        const QList<FieldOption>& options = m_procedure.field(fieldId)->options;
        for (qsizetype i = 0; i < options.size(); ++i) {
            if (options.at(i).value == value)
                QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(Qt::Key_1 + i));
        }
        QCOMPARE(m_form->values().value(fieldId), value);
    }
    QString problemAt(const QString& fieldId) {
        return qobject_cast<FieldRow*>(m_form->editor(fieldId)->parentWidget())->problem();
    }
    int stepOf(const QString& groupId) const {
        int step = 0;
        while (m_procedure.groups.at(step).id != groupId)
            ++step;
        return step;
    }
    bool stepShown(const QString& groupId) {
        for (int i = 0; i < m_procedure.groups.size(); ++i) {
            if (m_procedure.groups.at(i).id == groupId)
                return m_form->findChild<GroupList*>()->isShown(i);
        }
        return false;
    }

    Procedure m_procedure;
    Procedure m_movingIn;
    PostalDirectory m_postal;
    std::unique_ptr<ProcedureForm> m_form;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ProcedureFormTest)
#include "tst_procedureform.moc"
