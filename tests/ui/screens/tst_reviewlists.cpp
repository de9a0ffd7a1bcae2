// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/authority.h"
#include "tests/app/support/ownauthority.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/roletext.h"
#include "ui/screens/remindersscreen.h"
#include "ui/screens/rightsscreen.h"
#include "ui/translation.h"
#include "ui/widgets/listtable.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class ReviewListsTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        m_cards->enroll(u"ad01"_s, u"大﨑 みどり"_s, Role::CardAdministrator);
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        m_cards->enroll(u"op02"_s, u"乙野 次郎"_s, Role::Operator,
                        {.from = today().addDays(-100), .to = today().addDays(7)});
        RoleTerms terms = termsOf(expect(station().operators().find(u"op02"_s)));
        terms.hours = {.fromMinute = 510, .toMinute = 1035, .weekdays = 0b10001};
        expect(station().roleChanges().change(m_administrator, u"op02"_s, terms));
        expect(station().cardLife().lend(m_administrator, u"C-0002"_s, today()));
        m_cards->clock().advance(std::chrono::hours(48));
    }

    void remindersNameDayDutyAndCardAndEnterOpensIt() {
        OpenScreen<RemindersScreen> page(station(), m_administrator);
        const auto* table = page.screen.findChild<ListTable*>();
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 1)->text(), u"Not given back on the day due"_s);
        QCOMPARE(table->item(0, 3)->text(), u"C-0002"_s);
        QVERIFY(!table->item(0, 0)->icon().isNull());
        QCOMPARE(table->item(1, 1)->text(), u"Role ends: take the card back"_s);
        QSignalSpy opened(&page.screen, &Screen::openRequested);
        page.press(Qt::Key_Down);
        page.press(Qt::Key_Return);
        QCOMPARE(opened.constFirst().constFirst().toString(), u"cards"_s);
        QCOMPARE(opened.constFirst().at(1).toString(), u"C-0003"_s);
        QCOMPARE(page.records(u"register.reminders"_s).constFirst().outcome, AuditOutcome::Done);
    }

    void aPinThatGetsTooOldStandsThereWithWhatToDoAndItsDay() {
        const StationPolicy usual = expect(station().policy());
        StationPolicy policy = usual;
        policy.pins.changeEveryDays = 15; // two have passed, and 14 days before it is warned of
        const Session system = TestStation::session(Role::SystemAdministrator);
        expect(station().policies().change(system, policy));
        OpenScreen<RemindersScreen> page(station(), m_administrator);
        const auto* table = page.screen.findChild<ListTable*>();
        QCOMPARE(table->rowCount(), 5); // three cards are in use
        QStringList due;
        for (int row = 0; row < table->rowCount(); ++row) {
            if (table->item(row, 1)->text() == u"PIN gets too old: have its holder change it"_s)
                due += table->item(row, 3)->text();
        }
        QCOMPARE(due, (QStringList{u"C-0001"_s, u"C-0002"_s, u"C-0003"_s}));
        QVERIFY(page.save(u"reminders-pin"_s));
        expect(station().policies().change(system, usual));
    }

    void whatTheAuthorityIsToRenewStandsThereWithItsButton() {
        const QDateTime now = m_cards->clock().now();
        const OwnAuthority own(now);
        const auto ours = expect(station().operators().listAtConsole()).constFirst().cards.constFirst();
        const CertificateVerifier root = CertificateVerifier::trusting({own.root().certificate});
        expect(OfficeAuthority(station().database()).add(own.issuing(), ours.chuidHash, root, now));
        Revocations lists(station().database(), {own.issuing()});
        expect(lists.store(own.list(1, {}, now.addDays(-6)), own.issuing())); // until tomorrow
        OpenScreen<RemindersScreen> page(station(), m_administrator);
        const auto* table = page.screen.findChild<ListTable*>();
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->item(1, 1)->text(), u"List of revoked cards: sign the next one"_s);
        QCOMPARE(table->item(1, 3)->text(), u"C-0001"_s);
        QVERIFY(page.button(ActionId::RevocationListSign) != nullptr);
        QVERIFY(!page.shown().contains(u"authority certify"_s));
        QVERIFY(page.save(u"reminders-list"_s));
    }

    void theListOfRightsHasEverybodyWithRoleAndDaysAndEnterSaysWhatTheRoleMay() {
        OpenScreen<RightsScreen> page(station(), m_auditor);
        const auto* table = page.screen.findChild<ListTable*>();
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->item(2, 1)->text(), u"乙野 次郎"_s);
        QVERIFY(!table->item(2, 3)->text().isEmpty());
        QVERIFY(!table->item(2, 4)->text().isEmpty());
        page.press(Qt::Key_Return); // the card administrator
        QVERIFY(page.shown().contains(u"Suspend operator"_s));
        QVERIFY(!page.shown().contains(u"Open draft"_s));
        QCOMPARE(page.records(u"rights.view"_s).constFirst().target, u"operator:ad01"_s);
        page.screen.functionKeys().constFirst().callback();
        page.press(Qt::Key_Down);
        page.press(Qt::Key_Return);
        QVERIFY(page.shown().contains(u"Open draft"_s));
        QVERIFY(!page.shown().contains(u"Suspend operator"_s));
    }

    void theHoursOfARoleStandBesideItsTerminals() {
        OpenScreen<RightsScreen> page(station(), m_auditor);
        page.press(Qt::Key_Return);
        QVERIFY(page.shown().contains(u"At any hour"_s));
        page.screen.functionKeys().constFirst().callback();
        page.press(Qt::Key_Down);
        page.press(Qt::Key_Down);
        page.press(Qt::Key_Return);
        QVERIFY2(page.shown().contains(u"08:30-17:15, Mon, Fri"_s), qPrintable(page.shown()));
    }

    void whoHasGoneThroughTheListSaysSoUntilItIsDueAgain() {
        StationWithCards office;
        office.enroll(u"ad01"_s, u"大﨑 みどり"_s, Role::CardAdministrator);
        Workstation& place = office.station();
        {
            OpenScreen<RightsScreen> page(place, m_auditor);
            QVERIFY2(page.shown().contains(u"Not gone through yet"_s), qPrintable(page.shown()));
            QVERIFY(page.use(ActionId::RightsReviewed));
            QCOMPARE(page.succeeded.size(), 1);
            QVERIFY2(page.shown().contains(u" by "_s + m_auditor.facts().operatorId),
                     qPrintable(page.shown()));
            QCOMPARE(page.records(u"rights.reviewed"_s).constFirst().outcome, AuditOutcome::Done);
            QVERIFY(page.save(u"rights-reviewed"_s));
        }
        const auto reminded = [&] {
            OpenScreen<RemindersScreen> page(place, m_administrator);
            const auto* table = page.screen.findChild<ListTable*>();
            for (int row = 0; row < table->rowCount(); ++row) {
                if (table->item(row, 1)->text() == u"Who may do what: go through the list"_s) {
                    QSignalSpy opened(&page.screen, &Screen::openRequested);
                    page.press(Qt::Key_Return);
                    return opened.size() == 1 && opened.constFirst().constFirst() == u"rights"_s;
                }
            }
            return false;
        };
        office.clock().advance(std::chrono::hours(24) * 165);
        QVERIFY(!reminded());
        office.clock().advance(std::chrono::hours(24));
        QVERIFY(reminded());
    }

    void theListOfRightsIsExportedOnRecord() {
        OpenScreen<RightsScreen> page(station(), m_auditor);
        const QByteArray text = page.exportBy(ActionId::RightsExport);
        QVERIFY(text.contains("Operator number,Name,Reading,Role,Role from,"));
        QVERIFY(text.contains("op02,乙野 次郎,テスト,Counter operator," +
                              today().addDays(-102).toString(Qt::ISODate).toLatin1()));
        QVERIFY2(text.contains(",08:30-17:15,\"Mon, Fri\","), text);
        QVERIFY(text.contains("Suspend operator"));
        QVERIFY(!text.contains("SuspendOperator"));
        QCOMPARE(page.records(u"rights.export"_s).constFirst().details.value(u"format"_s), u"csv"_s);
        QCOMPARE(page.records(u"rights.export"_s).constFirst().details.value(u"records"_s), u"3"_s);
    }

    void theListOfRightsIsPrintedAndSigned() {
        OpenScreen<RightsScreen> page(station(), m_auditor);
        const QByteArray paper = page.exportBy(page.screen.findChild<ActionButton*>(u"print"_s));
        for (const char* part :
             {"<h1>Who may do what</h1>", "<td>乙野 次郎</td>", "<td>08:30-17:15, Mon, Fri</td>",
              "<p>Card administrator may: ", "Suspend operator", "(signature):</p>\n</body>"})
            QVERIFY2(paper.contains(part), paper);
        const AuditRecord record = page.records(u"rights.export"_s).constFirst();
        QCOMPARE(record.details.value(u"format"_s), u"html"_s);
        QCOMPARE(record.details.value(u"records"_s), u"3"_s);
        QVERIFY(page.succeeded.constLast().constFirst().toString().contains(u"madoguchi-rights-"_s));
    }

    void otherRolesGetNothing() {
        const Session person = TestStation::session(Role::Operator, u"op01"_s);
        RightsScreen rights({station(), person, station().actions()});
        QCOMPARE(rights.load().error().code, ErrorCode::PermissionDenied);
        RemindersScreen reminders({station(), m_auditor, station().actions()});
        QCOMPARE(reminders.load().error().code, ErrorCode::PermissionDenied);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseTheyFitTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<RemindersScreen> reminders(station(), m_administrator);
            QVERIFY(reminders.screen.minimumSizeHint().width() <= 1280);
            QVERIFY(reminders.save(u"reminders-%1"_s.arg(scale)));
            OpenScreen<RightsScreen> rights(station(), m_auditor);
            QVERIFY(rights.screen.minimumSizeHint().width() <= 1280);
            rights.screen.resize(1248, 640); // beside the page's scroll bar
            for (const Role role : {Role::CardAdministrator, Role::Supervisor, Role::SystemAdministrator})
                QVERIFY(rights.hasRoom(u"rights"_s, 2, roleText(role)));
            QVERIFY(rights.save(u"rights-%1-list"_s.arg(scale)));
            rights.press(Qt::Key_Return);
            QVERIFY(rights.save(u"rights-%1-person"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }
    QDate today() { return m_cards->clock().now().toLocalTime().date(); }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_administrator = TestStation::session(Role::CardAdministrator, QStringLiteral("ad01"));
    Session m_auditor = TestStation::session(Role::Auditor, QStringLiteral("au01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ReviewListsTest)
#include "tst_reviewlists.moc"
