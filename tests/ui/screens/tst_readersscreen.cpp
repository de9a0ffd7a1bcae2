// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/screens/readersscreen.h"
#include "ui/widgets/fieldeditor.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class ReadersScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        m_cards->plugReader(Second);
        m_cards->start();
        QTRY_COMPARE(station().cards().readers().size(), 2);
    }

    void readersAreAssignedWithTheKeyboard() {
        OpenScreen<ReadersScreen> page(station(), m_session);
        QVERIFY(page.shown().contains(First));
        QVERIFY(page.shown().contains(Second));
        choose(page, u"reader.operators"_s, Qt::Key_2);
        choose(page, u"reader.applicants"_s, Qt::Key_3);
        QVERIFY(page.use(ActionId::ReadersAssign));
        QCOMPARE(page.succeeded.size(), 1);
        QCOMPARE(assigned(), (ReaderAssignment{First, Second}));
        const AuditRecord record = page.records(u"readers.assign"_s).constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.details.value(u"operatorsReader"_s), First);
        QCOMPARE(record.details.value(u"applicantsReader"_s), Second);
        QCOMPARE(page.records(u"readers.view"_s).size(), 1);
        QVERIFY(page.screen.save());
        QVERIFY(page.save(u"readers"_s));
    }

    // The choices are made anew when readers come and go; many of them are a list in place of buttons.
    void tabComesToTheButtonAfterBothChoices_data() {
        QTest::addColumn<int>("further");
        QTest::newRow("two readers") << 0;
        QTest::newRow("another comes") << 1;
        QTest::newRow("many come") << 5;
    }
    void tabComesToTheButtonAfterBothChoices() {
        QFETCH(int, further);
        OpenScreen<ReadersScreen> page(station(), m_session);
        for (int i = 0; i < further; ++i)
            m_cards->plugReader(u"Further %1"_s.arg(i));
        QTRY_COMPARE(station().cards().readers().size(), 2 + further);
        QTRY_VERIFY(
            page.screen.findChild<FieldEditor*>(u"reader.applicants"_s)->isVisible()); // made just now
        QWidget* last = page.screen.findChild<FieldEditor*>(u"reader.applicants"_s)->controls().constLast();
        last->setFocus();
        QStringList between; // in the window the header's buttons come after the page
        for (QWidget* each = last->nextInFocusChain(); each != page.button(ActionId::ReadersAssign);
             each = each->nextInFocusChain())
            between += QString::fromLatin1(each->metaObject()->className());
        QVERIFY2(!between.contains(u"madoguchi::ReadersScreen"_s), qPrintable(between.join(u' ')));
    }

    void oneReaderForBothIsRefusedOnTheSpot() {
        OpenScreen<ReadersScreen> page(station(), m_session);
        choose(page, u"reader.operators"_s, Qt::Key_2);
        choose(page, u"reader.applicants"_s, Qt::Key_2);
        QVERIFY(page.use(ActionId::ReadersAssign));
        QCOMPARE(page.succeeded.size(), 0);
        QCOMPARE(assigned(), ReaderAssignment());
        QVERIFY(page.shown().contains(u"One reader can't be both"_s));
        QVERIFY(page.screen.isAncestorOf(QApplication::focusWidget()));
        QVERIFY(page.save(u"readers-same"_s));
        choose(page, u"reader.applicants"_s, Qt::Key_1); // none
        QVERIFY(page.use(ActionId::ReadersAssign));
        QCOMPARE(assigned(), (ReaderAssignment{First, {}}));
        QVERIFY(!page.shown().contains(u"One reader can't be both"_s));
    }

    void aChoiceThatIsNotInForceIsSaidBeforeItIsLost() {
        OpenScreen<ReadersScreen> page(station(), m_session);
        choose(page, u"reader.operators"_s, Qt::Key_2);
        QCOMPARE(page.screen.save().error().code, ErrorCode::InputUnused);
        QCOMPARE(page.screen.unsaved().size(), 1);
        QCOMPARE(assigned(), ReaderAssignment());
        choose(page, u"reader.operators"_s, Qt::Key_1); // as it was
        QVERIFY(page.screen.save());
    }

    void aReaderThatGoesStaysChosenAndIsNamed() {
        OpenScreen<ReadersScreen> page(station(), m_session);
        choose(page, u"reader.applicants"_s, Qt::Key_3);
        QWidget* before = QApplication::focusWidget();
        m_cards->unplugReader(Second);
        QTRY_COMPARE(station().cards().readers().size(), 1);
        QVERIFY(QApplication::focusWidget() != nullptr && QApplication::focusWidget() != before);
        QCOMPARE(field(page, u"reader.applicants"_s)->value(), Second);
        QVERIFY(field(page, u"reader.applicants"_s)->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(page.use(ActionId::ReadersAssign));
        QCOMPARE(assigned(), (ReaderAssignment{{}, Second}));
        QVERIFY(page.save(u"readers-missing"_s));
    }

    void aCardShowsWhichReaderIsWhich() {
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        OpenScreen<ReadersScreen> page(station(), m_session);
        QVERIFY(!page.shown().contains(u"A card is in it."_s));
        m_cards->putIn(u"op01"_s);
        QTRY_VERIFY(page.shown().contains(u"A card is in it."_s));
    }

private:
    static FieldEditor* field(OpenScreen<ReadersScreen>& page, const QString& name) {
        return page.screen.findChild<FieldEditor*>(name);
    }
    static void choose(OpenScreen<ReadersScreen>& page, const QString& name, Qt::Key digit) {
        field(page, name)->setFocus();
        page.press(digit);
    }
    ReaderAssignment assigned() { return expect(station().readers().load()); }
    Workstation& station() { return m_cards->station(); }

    static inline const QString First = u"Reader"_s;
    static inline const QString Second = u"Second reader"_s;
    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::SystemAdministrator);
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ReadersScreenTest)
#include "tst_readersscreen.moc"
