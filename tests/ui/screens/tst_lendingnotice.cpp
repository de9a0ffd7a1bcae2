// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The notice that somebody signs who gets a card: what is in its file, for a card that is lent again too.

#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/screens/cardsscreen.h"
#include "ui/screens/lendingnotice.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class LendingNoticeTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        m_cards->enroll(u"ad01"_s, u"大﨑 みどり"_s, Role::CardAdministrator);
        m_cards->enroll(u"op01"_s, u"甲野 <花子> & Co"_s, Role::Operator);
    }

    void aCardThatIsLentAgainHasItsNoticeWithTheDayDueBack() {
        const QDate due = QDate::currentDate().addDays(30);
        expect(station().cardLife().takeBack(m_session, u"C-0002"_s));
        {
            OpenScreen<CardsScreen> page(station(), m_session, u"C-0002"_s);
            QVERIFY(!noticeButton(page)->isVisible()); // nobody has it
        }
        expect(station().cardLife().lend(m_session, u"C-0002"_s, due));
        OpenScreen<CardsScreen> page(station(), m_session, u"C-0002"_s);
        QVERIFY(noticeButton(page)->isVisible());
        const QByteArray file = page.exportBy(ActionId::CardRegisterExport);
        for (const char* part : {"<h1>Notice on lending an operator card</h1>", "<p>みどり野市役所</p>",
                                 "<p>Card: C-0002</p>", "<p>Holder: 甲野 &lt;花子&gt; &amp; Co (op01)</p>",
                                 "I shall not lend it", "<p>Date and signature:</p>\n</body>"})
            QVERIFY2(file.contains(part), file);
        const QString day =
            u"<p>Due back: 令和%1年%2月%3日"_s.arg(due.year() - 2018).arg(due.month()).arg(due.day());
        QVERIFY2(file.contains(day.toUtf8()), file);
        const AuditRecord record = page.records(u"register.export"_s).constFirst();
        QCOMPARE(record.target, u"card:C-0002"_s);
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QVERIFY(page.succeeded.constLast().constFirst().toString().contains(u"madoguchi-lending-C-0002-"_s));
        QVERIFY(page.save(u"lending-notice"_s));
    }

    void whoMayNotExportTheRegisterGetsNone() {
        const Session auditor = TestStation::session(Role::Auditor, u"au01"_s);
        const QByteArray home = qgetenv("HOME");
        const QTemporaryDir folder;
        qputenv("HOME", folder.path().toUtf8());
        const auto saved =
            saveLendingNotice({station(), auditor, station().actions()}, u"C-0002"_s, u"text"_s);
        qputenv("HOME", home);
        QCOMPARE(saved.error().code, ErrorCode::PermissionDenied);
        QVERIFY(QDir(folder.filePath(u"madoguchi-export"_s)).isEmpty());
    }

private:
    Workstation& station() { return m_cards->station(); }
    static ActionButton* noticeButton(OpenScreen<CardsScreen>& page) {
        return page.screen.findChild<ActionButton*>(u"notice"_s);
    }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::CardAdministrator, QStringLiteral("ad01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::LendingNoticeTest)
#include "tst_lendingnotice.moc"
