// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/expect.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/operatorwindow.h"
#include "ui/screens/draftscreen.h"
#include "ui/screens/historyscreen.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/listtable.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class HistoryScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }

    void onlyWhatTheOperatorDidIsShownAPageAtATime() {
        OperatorWindow desk;
        QVERIFY(desk.logIn(u"op01"_s));
        for (int i = 0; i < 60; ++i) {
            QVERIFY(desk.station.station().actions().note(
                {ActionId::FieldEdit, u"draft:of op01"_s, {{u"field"_s, u"name"_s}}}, &desk.session()));
        }
        QVERIFY(desk.pullCard());
        QVERIFY(desk.logIn(u"op02"_s));
        QVERIFY(desk.station.station().actions().note({ActionId::FieldEdit, u"draft:of op02"_s},
                                                      &desk.session()));
        const std::unique_ptr<HistoryScreen> his = open(desk);
        QVERIFY(targets(*his).contains(u"Draft of op02"_s));
        QVERIFY(!targets(*his).contains(u"Draft of op01"_s));

        QVERIFY(desk.pullCard());
        QVERIFY(desk.logIn(u"op01"_s));
        const std::unique_ptr<HistoryScreen> hers = open(desk);
        const QStringList newest = targets(*hers);
        QVERIFY(newest.contains(u"Draft of op01"_s));
        QVERIFY(!newest.contains(u"Draft of op02"_s));
        QTest::keyClick(hers->findChildren<ActionButton*>().constFirst(), Qt::Key_Return);
        const QStringList older = targets(*hers);
        QVERIFY(newest.count(u"Draft of op01"_s) < 60);
        QCOMPARE(newest.count(u"Draft of op01"_s) + older.count(u"Draft of op01"_s), 60);
        QVERIFY(desk.records(u"history.view-own"_s).size() >= 6); // three views, recorded twice each
    }

    void fieldsAreNamedAsOnTheirForms() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.station.station().actions().note(
            {ActionId::FieldEdit, u"draft:1"_s, {{u"field"_s, u"person-birth"_s}}}, &desk.session()));
        const std::unique_ptr<HistoryScreen> history = open(desk);
        const auto* table = history->findChild<ListTable*>();
        int row = 0;
        while (row < table->rowCount() && table->item(row, 2)->text() != u"Draft 1"_s)
            ++row;
        QVERIFY(row < table->rowCount());
        QCOMPARE(table->item(row, 5)->text(), u"Field: 生年月日"_s);
    }

    void aDraftIsNamedByItsProcedureAndReceptionNumber() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        desk.startDraft();
        QVERIFY(desk.reaches<DraftScreen>());
        const DraftSummary draft = desk.drafts().constFirst();
        const std::unique_ptr<HistoryScreen> history = open(desk);
        QVERIFY2(targets(*history).filter(u"Draft"_s).constFirst().endsWith(draft.reception),
                 qUtf8Printable(targets(*history).join(u'\n')));
        for (const QString& target : targets(*history))
            QVERIFY2(!target.contains(draft.id.left(8)), qUtf8Printable(target));
        expect(desk.work().drafts.handOver(desk.session(), draft.id, u"op02"_s));
        const std::unique_ptr<HistoryScreen> after = open(desk);
        QVERIFY(targets(*after).filter(u"Draft"_s).constFirst().endsWith(draft.reception));
    }

    void anActionIsOneRowWithItsOutcome() {
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        const std::unique_ptr<HistoryScreen> history = open(desk);
        const auto* table = history->findChild<ListTable*>();
        int lists = 0;
        for (int row = 0; row < table->rowCount(); ++row) {
            if (table->item(row, 1)->text() != u"My drafts"_s)
                continue;
            ++lists;
            QCOMPARE(table->item(row, 3)->text(), u"Done"_s);
        }
        QCOMPARE(lists, 1);
    }

private:
    static std::unique_ptr<HistoryScreen> open(OperatorWindow& desk) {
        const ScreenContext context{desk.station.station(), desk.session(), desk.station.station().actions()};
        auto screen = std::make_unique<HistoryScreen>(context, QString());
        if (!screen->load())
            qFatal("the history could not be read");
        screen->resize(1200, 600);
        screen->show();
        return screen;
    }
    static QStringList targets(const HistoryScreen& screen) {
        const auto* table = screen.findChild<ListTable*>();
        QStringList all;
        for (int row = 0; row < table->rowCount(); ++row)
            all.append(table->item(row, 2)->text());
        return all;
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::HistoryScreenTest)
#include "tst_historyscreen.moc"
