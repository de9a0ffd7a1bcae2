// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/screens/operatorwindow.h"
#include "ui/screens/deskscreen.h"
#include "ui/screens/draftscreen.h"
#include "ui/screens/draftsearch.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/numberedlist.h"

#include <QComboBox>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

class DeskScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }

    void aVisitBeginsByKeysAlone() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.reaches<DeskScreen>());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"choices"_s);
        QVERIFY(desk.drafts().isEmpty());
        OperatorWindow::press(Qt::Key_2);
        OperatorWindow::press(Qt::Key_Return);
        const QList<Reception> receptions = *desk.work().receptions.recent(desk.session());
        QCOMPARE(receptions.size(), 1);
        QCOMPARE(receptions.constFirst().purpose, desk.station.station().purposes().at(1).id);
        QVERIFY(says(desk, receptions.constFirst().number));
        QCOMPARE(desk.records(u"reception.open"_s).constFirst().details.value(u"purpose"_s),
                 receptions.constFirst().purpose);

        OperatorWindow::press(Qt::Key_Down);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(desk.reaches<DraftScreen>());
        QCOMPARE(desk.drafts().size(), 1);
        QCOMPARE(desk.drafts().constFirst().reception, receptions.constFirst().number);
        QCOMPARE(desk.drafts().constFirst().procedure,
                 desk.station.station().procedures().procedures().at(1).id);

        OperatorWindow::press(Qt::Key_F3);
        QVERIFY(desk.reaches<DeskScreen>());
        QCOMPARE(desk.find<ListTable>(u"drafts"_s)->rowCount(), 1);
        OperatorWindow::press(Qt::Key_F4);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(desk.reaches<DraftScreen>());
    }

    void aReceptionWithoutADraftIsGoneOnWithAfterALock() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.reaches<DeskScreen>());
        OperatorWindow::press(Qt::Key_2);
        OperatorWindow::press(Qt::Key_Return);
        const QString number = desk.work().receptions.recent(desk.session())->constFirst().number;
        QVERIFY(desk.pullCard());
        QVERIFY(desk.logIn());
        QVERIFY(desk.reaches<DeskScreen>());
        OperatorWindow::press(Qt::Key_2);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(desk.reaches<DraftScreen>());
        QCOMPARE(desk.drafts().constFirst().reception, number);
        QCOMPARE(desk.records(u"reception.open"_s).size(), 2); // attempt and outcome of one
    }

    void thePurposeLeadsToItsProcedure() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.reaches<DeskScreen>());
        OperatorWindow::press(Qt::Key_1); // 住民票の写しなどの交付
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(desk.reaches<DraftScreen>());
        QCOMPARE(desk.drafts().constFirst().procedure, u"resident-record-copy"_s);
    }

    void theNextVisitorNeverGetsTheNumberOfTheOneBefore() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        desk.startDraft();
        QVERIFY(desk.reaches<DraftScreen>());
        OperatorWindow::press(Qt::Key_F3);
        QVERIFY(desk.reaches<DeskScreen>());
        OperatorWindow::press(Qt::Key_F9);
        desk.startDraft();
        QVERIFY(desk.reaches<DraftScreen>());
        const QList<DraftSummary> drafts = desk.drafts();
        QCOMPARE(drafts.size(), 2);
        QVERIFY(drafts.at(0).reception != drafts.at(1).reception);

        // Unless it is asked for: past the list and its button.
        OperatorWindow::press(Qt::Key_F3);
        QVERIFY(desk.reaches<DeskScreen>());
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Tab);
        QCOMPARE(qobject_cast<ActionButton*>(QApplication::focusWidget())->kind(), ButtonKind::Secondary);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(desk.records(u"list.select"_s).value(0).target.startsWith(u"reception:"_s));
        const qsizetype steps = desk.records(u"screen.back"_s).size();
        OperatorWindow::press(Qt::Key_F3); // back to the purposes, and on again
        QCOMPARE(desk.records(u"screen.back"_s).size(), steps + 1);
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Tab);
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(desk.reaches<DraftScreen>());
        QCOMPARE(desk.drafts().size(), 3);
        QStringList numbers;
        for (const DraftSummary& draft : desk.drafts())
            numbers.append(draft.reception);
        QCOMPARE(numbers.removeDuplicates(), 1);
    }

    void colleaguesNamesAreReadOnRecord() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.reaches<DeskScreen>());
        const QList<AuditRecord> records = desk.records(u"colleagues.view"_s);
        QVERIFY(!records.isEmpty());
        QCOMPARE(records.constFirst().outcome, AuditOutcome::Done);
    }

    void withoutItsPurposeASearchIsNotRun() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        fill(desk);
        OperatorWindow::press(Qt::Key_F6);
        OperatorWindow::press(Qt::Key_Return); // over the purpose
        OperatorWindow::type(u"カツラギ"_s);
        OperatorWindow::press(Qt::Key_Return);
        QCOMPARE(desk.records(u"filter.change"_s).value(0).target, u"field:search"_s);
        QVERIFY(desk.records(u"draft.search"_s).isEmpty());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"search-purpose"_s);
        QCOMPARE(desk.find<ListTable>(u"drafts"_s)->rowCount(), 3);
    }

    void eachKindOfSearchFindsItsDraft_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("kind");
        const QString katsuragi = u"葛\U000E0100城 髙子"_s;
        QTest::newRow("reading") << u"カツラギ"_s << QStringList{katsuragi} << u"kana,name"_s;
        QTest::newRow("hiragana") << u"かつら"_s << QStringList{katsuragi} << u"kana,name"_s;
        QTest::newRow("half width") << u"ｶﾂﾗｷﾞ"_s << QStringList{katsuragi} << u"kana,name"_s;
        QTest::newRow("variant of a name") << u"葛城高"_s << QStringList{katsuragi} << u"name"_s;
        QTest::newRow("variant of another") << u"高橋"_s << QStringList{u"髙橋 一"_s} << u"name"_s;
        QTest::newRow("birth") << u"S60.4.1"_s << QStringList{katsuragi} << u"birth"_s;
        QTest::newRow("birth without its era") << u"60.4.1"_s << QStringList{katsuragi} << u"birth"_s;
        QTest::newRow("reception") << u"0002"_s << QStringList{u"髙橋 一"_s} << u"reception"_s;
        QTest::newRow("nobody") << u"鈴木"_s << QStringList() << u"name"_s;
    }
    void eachKindOfSearchFindsItsDraft() {
        QFETCH(QString, typed);
        QFETCH(QStringList, names);
        QFETCH(QString, kind);
        OperatorWindow& desk = searched();
        search(desk, typed);
        QCOMPARE(namesShown(desk), names);
        const QList<AuditRecord> records = desk.records(u"draft.search"_s);
        QCOMPARE(records.constFirst().outcome, AuditOutcome::Done);
        QStringList ids; // and never what was typed, nor names
        for (const DraftSummary& draft : desk.drafts()) {
            if (names.contains(draft.name))
                ids.append(draft.id);
        }
        QCOMPARE(records.constFirst().details,
                 (QMap<QString, QString>{{u"purpose"_s, desk.station.station().purposes().at(2).id},
                                         {u"by"_s, kind},
                                         {u"count"_s, QString::number(names.size())},
                                         {u"drafts"_s, ids.join(u',')}}));
    }

    void aSearchForNothingIsToldAndNotRun() {
        OperatorWindow& desk = searched();
        const qsizetype before = desk.records(u"draft.search"_s).size();
        search(desk, u"R6.2.30"_s);
        QCOMPARE(desk.records(u"draft.search"_s).size(), before);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"search"_s);
        desk.find<QLineEdit>(u"search"_s)->clear();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(desk.records(u"draft.search"_s).size(), before);
    }

    void cleanupTestCase() { m_searched.reset(); }

private:
    /// Three drafts, the last one of a name that is too long for its column.
    static void fill(OperatorWindow& desk) {
        const Procedure& procedure =
            *desk.station.station().procedures().procedure(u"resident-record-copy"_s);
        const auto add = [&](const QString& name, const QString& kana, const QString& birth) {
            const QString number = desk.work().receptions.open(desk.session(), u"resident-record"_s)->number;
            QVERIFY(desk.work().drafts.create(
                desk.session(), number, procedure,
                {{procedure.nameField, name}, {procedure.kanaField, kana}, {procedure.birthField, birth}}));
        };
        add(u"葛\U000E0100城 髙子"_s, u"カツラギ　タカコ"_s, u"1985-04-01"_s);
        add(u"髙橋 一"_s, u"タカハシ　ハジメ"_s, u"1990-01-08"_s);
        add(u"寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末 長助"_s,
            u"ジュゲムジュゲムゴコウノスリキレカイジャリスイギョノ　チョウスケ"_s, u"2001-12-31"_s);
        QVERIFY(desk.screen<DeskScreen>()->refresh());
    }

    OperatorWindow& searched() {
        if (!m_searched) {
            m_searched = std::make_unique<OperatorWindow>();
            if (!m_searched->logIn())
                qFatal("no login");
            fill(*m_searched);
        }
        return *m_searched;
    }

    /// With the third purpose, by keys alone.
    static void search(OperatorWindow& desk, const QString& text) {
        desk.find<QLineEdit>(u"search"_s)->clear();
        desk.find<QComboBox>(u"search-purpose"_s)->setFocus();
        OperatorWindow::press(Qt::Key_3);
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::type(text);
        OperatorWindow::press(Qt::Key_Return);
    }

    static QStringList namesShown(const OperatorWindow& desk) {
        const auto* table = desk.find<ListTable>(u"drafts"_s);
        QStringList names;
        for (int row = 0; row < table->rowCount(); ++row)
            names.append(table->item(row, 0)->text());
        return names;
    }

    static bool says(const OperatorWindow& desk, const QString& text) {
        for (const QLabel* label : desk.screen<DeskScreen>()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

    std::unique_ptr<OperatorWindow> m_searched;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::DeskScreenTest)
#include "tst_deskscreen.moc"
