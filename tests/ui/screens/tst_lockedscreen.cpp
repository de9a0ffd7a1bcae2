// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/screens/lockedscreen.h"
#include "ui/translation.h"
#include "ui/widgets/listtable.h"

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LockedScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        m_cards->enroll(u"op01"_s, u"葛󠄀城 髙子"_s, Role::Operator);
        m_cards->enroll(u"op02"_s, u"甲野 花子"_s, Role::Operator);
    }

    void withoutALockedCardItSaysSo() {
        OpenScreen<LockedScreen> page(station(), m_session);
        const auto* table = page.screen.findChild<ListTable*>();
        QCOMPARE(table->rowCount(), 0);
        QVERIFY(table->accessibleDescription().contains(u"nothing to unlock"_s));
        QVERIFY(!page.button(ActionId::CardUnlock)->isEnabled());
    }

    void aLockedCardIsUnlockedByKeyboard() {
        lockUp(u"C-0001"_s, 6);
        OpenScreen<LockedScreen> page(station(), m_session);
        const auto* table = page.screen.findChild<ListTable*>();
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 0)->text(), u"C-0001"_s);
        QCOMPARE(table->item(0, 3)->text(), u"6"_s);
        QCOMPARE(table->item(0, 4)->text(), u"Locked"_s);
        page.press(Qt::Key_Return);
        QVERIFY(page.asks());
        const AuditRecord asked = page.records(u"question.show"_s).value(0);
        QCOMPARE(asked.target, u"screen:locked"_s);
        QCOMPARE(asked.details.value(u"action"_s), u"card.unlock"_s);
        QCOMPARE(expect(station().lockout().state(u"C-0001"_s)).kind, LockoutState::Kind::Locked);
        page.confirm();
        QCOMPARE(expect(station().lockout().state(u"C-0001"_s)).kind, LockoutState::Kind::Open);
        QCOMPARE(table->rowCount(), 0);
        const AuditRecord record = page.records(u"card.unlock"_s).constFirst();
        QCOMPARE(record.target, u"card:C-0001"_s);
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(page.succeeded.size(), 1);
    }

    void aCardUnlockedMeanwhileIsAnErrorAndNotASuccess() {
        lockUp(u"C-0001"_s, 6);
        OpenScreen<LockedScreen> page(station(), m_session);
        page.press(Qt::Key_Return);
        expect(station().lockout().succeeded(u"C-0001"_s));
        page.confirm();
        QCOMPARE(page.failed.size(), 1);
        QCOMPARE(page.succeeded.size(), 0);
        QVERIFY(page.records(u"card.unlock"_s).constFirst().outcome != AuditOutcome::Done);
    }

    void readingAgainShowsWhatHappenedMeanwhile() {
        OpenScreen<LockedScreen> page(station(), m_session);
        lockUp(u"C-0002"_s, 3);
        QVERIFY(page.use(ActionId::LockedCardsView));
        QCOMPARE(page.screen.findChild<ListTable*>()->item(0, 0)->text(), u"C-0002"_s);
        QCOMPARE(page.records(u"locked-cards.view"_s).size(), 2);
    }

    void otherRolesGetNothing() {
        const Session auditor = TestStation::session(Role::Auditor, u"au01"_s);
        LockedScreen screen({station(), auditor, station().actions()});
        QCOMPARE(screen.load().error().code, ErrorCode::PermissionDenied);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        {
            OpenScreen<LockedScreen> page(station(), m_session);
            QVERIFY(page.save(u"locked-100-empty"_s));
        }
        lockUp(u"C-0001"_s, 6);
        lockUp(u"C-0002"_s, 4);
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<LockedScreen> page(station(), m_session);
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            QVERIFY(page.save(u"locked-%1"_s.arg(scale)));
            page.press(Qt::Key_Return);
            QVERIFY(page.save(u"locked-%1-confirm"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }

    void lockUp(const QString& card, int failures) {
        for (int i = 0; i < failures; ++i) {
            m_cards->clock().advance(31min);
            expect(station().lockout().beginTry(card, 20));
        }
    }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::Supervisor, QStringLiteral("sv01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::LockedScreenTest)
#include "tst_lockedscreen.moc"
