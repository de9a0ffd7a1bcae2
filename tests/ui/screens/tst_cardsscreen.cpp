// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/certificate.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/screens/cardsscreen.h"
#include "ui/translation.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/listtable.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class CardsScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        m_cards->enroll(u"ad01"_s, u"大﨑 みどり"_s, Role::CardAdministrator);
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        m_cards->enroll(u"op02"_s, u"葛󠄀城 髙子"_s, Role::Operator);
    }

    void theRegisterListsEverybodyWithHerCard() {
        OpenScreen<CardsScreen> page(station(), m_session);
        const auto* table = page.screen.findChild<ListTable*>();
        QCOMPARE(table->rowCount(), 3);
        QStringList row;
        for (int column = 0; column < 6; ++column)
            row += table->item(2, column)->text();
        QCOMPARE(row, (QStringList{u"op02"_s, u"葛󠄀城 髙子"_s, u"テスト"_s, u"Counter operator"_s,
                                   u"Active"_s, u"C-0003"_s}));
        QVERIFY(!table->item(2, 4)->icon().isNull());
        QCOMPARE(page.records(u"register.view"_s).constFirst().outcome, AuditOutcome::Done);
    }

    void enterShowsTheCardAndItsCertificateAndF3GoesBack() {
        OpenScreen<CardsScreen> page(station(), m_session);
        openLast(page);
        QVERIFY(page.shown().contains(u"C-0003"_s));
        QVERIFY(page.shown().contains(u"op02"_s));
        const auto cards = expect(station().operators().cardsForLogin());
        const auto certificate = Certificate::fromDer(cards.constLast().authenticationCertificate);
        QVERIFY(page.shown().contains(groupedHex(certificate->fingerprint())));
        QCOMPARE(page.records(u"register.view-details"_s).constFirst().target, u"operator:op02"_s);
        QCOMPARE(page.screen.position().target, u"op02"_s);
        QCOMPARE(page.screen.functionKeys().constFirst().key, Qt::Key_F3);
        page.screen.functionKeys().constFirst().callback();
        QVERIFY(page.screen.functionKeys().isEmpty());
        QVERIFY(page.screen.findChild<ListTable*>()->hasFocus());
    }

    void suspendingTakesAReasonAndAConfirmationAndIsOnRecord() {
        OpenScreen<CardsScreen> page(station(), m_session);
        openLast(page);
        QVERIFY(page.use(ActionId::OperatorSuspend));
        QVERIFY(!page.asks());
        QVERIFY(page.shown().contains(u"Choose the reason."_s));
        page.press(Qt::Key_1);
        QVERIFY(page.use(ActionId::OperatorSuspend));
        QVERIFY(page.asks());
        QCOMPARE(status(), OperatorStatus::Active);
        page.confirm();
        QVERIFY(!page.asks());
        QCOMPARE(status(), OperatorStatus::Suspended);
        const AuditRecord record = page.records(u"operator.suspend"_s).constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.operatorId, u"ad01"_s);
        QCOMPARE(record.target, u"operator:op02"_s);
        QCOMPARE(record.details.value(u"reason"_s), u"card-lost"_s);
        QVERIFY(page.shown().contains(u"Suspended"_s));
        QCOMPARE(page.succeeded.size(), 1);
    }

    // op01's card opens the vault, op02's waits.
    void whoeverHasTheOnlyKeyToTheDraftsKeepsItAndThePageSaysSo() {
        const QString card = expect(station().operators().cardsOf(u"op01"_s)).constFirst().id;
        OpenScreen<CardsScreen> page(station(), m_session, u"op01"_s);
        page.screen.findChild<ChoiceField*>()->setFocus();
        page.press(Qt::Key_1);
        QVERIFY(page.use(ActionId::OperatorSuspend));
        page.confirm();
        QVERIFY(page.succeeded.constFirst().constFirst().toString().contains(u"keeps the key"_s));
        const AuditRecord record = page.records(u"operator.suspend"_s).constFirst();
        QCOMPARE(record.details.value(u"vault-key-kept"_s), card);
        QCOMPARE(record.details.value(u"reason"_s), u"card-lost"_s);
        expect(station().vaultKeyHolders().resume(m_session, u"op01"_s));
    }

    void resumingTakesAConfirmation() {
        expect(station().vaultKeyHolders().suspend(m_session, u"op02"_s));
        OpenScreen<CardsScreen> page(station(), m_session);
        openLast(page);
        QVERIFY(page.button(ActionId::OperatorSuspend) == nullptr);
        QVERIFY(page.use(ActionId::OperatorResume));
        page.confirm();
        QCOMPARE(status(), OperatorStatus::Active);
        QCOMPARE(page.records(u"operator.resume"_s).constFirst().target, u"operator:op02"_s);
    }

    void escapeGivesUpAndNothingHappens() {
        OpenScreen<CardsScreen> page(station(), m_session);
        openLast(page);
        page.screen.findChild<ChoiceField*>()->setFocus();
        page.press(Qt::Key_2);
        QVERIFY(page.use(ActionId::OperatorSuspend));
        page.press(Qt::Key_Escape);
        QVERIFY(!page.asks());
        QCOMPARE(status(), OperatorStatus::Active);
    }

    void nobodySuspendsHerself() {
        OpenScreen<CardsScreen> page(station(), m_session, u"ad01"_s);
        QVERIFY(page.button(ActionId::OperatorSuspend) == nullptr);
        QVERIFY(page.shown().contains(u"This is you."_s));
    }

    void otherRolesGetNothing() {
        const Session auditor = TestStation::session(Role::Auditor, u"au01"_s);
        CardsScreen screen({station(), auditor, station().actions()});
        QCOMPARE(screen.load().error().code, ErrorCode::PermissionDenied);
        QCOMPARE(screen.findChild<ListTable*>()->rowCount(), 0);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        m_cards->enroll(u"op03"_s, u"スミス・ジョナサン・アレクサンダー・モンゴメリー"_s, Role::Supervisor);
        expect(station().vaultKeyHolders().suspend(m_session, u"op01"_s));
        QVERIFY(installJapanese(*qApp));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<CardsScreen> page(station(), m_session);
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            QVERIFY(page.save(u"cards-%1-list"_s.arg(scale)));
            openLast(page);
            QVERIFY(page.save(u"cards-%1-details"_s.arg(scale)));
            page.screen.findChild<ChoiceField*>()->setFocus();
            page.press(Qt::Key_1);
            QVERIFY(page.use(ActionId::OperatorSuspend));
            QVERIFY(page.save(u"cards-%1-confirm"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }
    OperatorStatus status() { return expect(station().operators().find(u"op02"_s)).status; }
    void openLast(OpenScreen<CardsScreen>& page) {
        page.press(Qt::Key_Down);
        page.press(Qt::Key_Down);
        page.press(Qt::Key_Return);
    }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::CardAdministrator, QStringLiteral("ad01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::CardsScreenTest)
#include "tst_cardsscreen.moc"
