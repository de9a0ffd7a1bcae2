// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/certificate.h"
#include "app/issuing/attestationregister.h"
#include "app/issuing/issueregister.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/cardsscreen.h"
#include "ui/screens/cardtext.h"
#include "ui/translation.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/listtable.h"

#include <QComboBox>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRadioButton>

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
        const auto* table = page.screen.findChild<ListTable*>(u"operators"_s);
        QCOMPARE(table->rowCount(), 3);
        QStringList row;
        for (int column = 0; column < 6; ++column)
            row += table->item(2, column)->text();
        QCOMPARE(row, (QStringList{u"op02"_s, u"葛󠄀城 髙子"_s, u"テスト"_s, u"Counter operator"_s,
                                   u"In use"_s, u"C-0003"_s}));
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
        QCOMPARE(page.screen.position().target, u"C-0003"_s);
        QCOMPARE(page.screen.functionKeys().constFirst().key, Qt::Key_F3);
        page.screen.functionKeys().constFirst().callback();
        QCOMPARE(page.screen.functionKeys().constFirst().key, Qt::Key_F4);
        QVERIFY(page.screen.findChild<ListTable*>(u"operators"_s)->hasFocus());
    }

    void whoMadeTheCardIsSaidAsFarAsItIsProven() {
        IssueRegister issues(station().database());
        const QDateTime now = m_cards->clock().now();
        expect(issues.add({.id = u"I-0001"_s,
                           .operatorId = u"op02"_s,
                           .startedBy = u"ad01"_s,
                           .witness = u"sv01"_s,
                           .startedAt = now,
                           .endedAt = {},
                           .guid = QByteArray(16, 'g'),
                           .lastDay = now.date().addYears(1),
                           .sealedPuk = {},
                           .card = {}}));
        expect(issues.finish(u"I-0001"_s, u"C-0003"_s, now));
        AttestationRegister attestations(station().database());
        {
            OpenScreen<CardsScreen> page(station(), m_session);
            openLast(page);
            QVERIFY(page.shown().contains(u"Not proven"_s));
        }
        expect(attestations.note(u"I-0001"_s, AttestedDevice{u"Test maker"_s, u"12345678"_s, u"5.4.3"_s}));
        OpenScreen<CardsScreen> page(station(), m_session);
        openLast(page);
        QVERIFY(page.shown().contains(u"Test maker"_s) && page.shown().contains(u"12345678"_s));
        QVERIFY(!page.shown().contains(u"Not proven"_s));
    }

    void suspendingTakesAReasonAndAConfirmationAndIsOnRecord() {
        OpenScreen<CardsScreen> page(station(), m_session);
        openLast(page);
        QVERIFY(page.use(ActionId::OperatorSuspend));
        QVERIFY(!page.asks());
        QVERIFY(page.shown().contains(u"Choose the reason."_s));
        QVERIFY(!page.shown().contains(u"Card lost"_s)); // which has a report of its own
        page.press(Qt::Key_1);
        QVERIFY(!page.shown().contains(u"Choose the reason."_s)); // what is mended is no error
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
        QCOMPARE(record.details.value(u"reason"_s), u"away"_s);
        const QStringList facts{u"Suspended since"_s, clocktext::inList(station().clock().now()), u"(ad01)"_s,
                                u"Away for long"_s};
        for (const QString& fact : facts)
            QTRY_VERIFY2(page.shown().contains(fact), qUtf8Printable(fact + u" in "_s + page.shown()));
        QCOMPARE(page.succeeded.size(), 1);
        QCOMPARE(cardState(), OperatorCardState::Suspended);
    }

    // op01's card opens the vault, op02's waits.
    void whoeverHasTheOnlyKeyToTheDraftsKeepsItAndThePageSaysSo() {
        const QString card = expect(station().operators().cardsOf(u"op01"_s)).constFirst().id;
        OpenScreen<CardsScreen> page(station(), m_session, u"op01"_s);
        reason(page)->setFocus();
        page.press(Qt::Key_1);
        QVERIFY(page.use(ActionId::OperatorSuspend));
        const QString nobody = u"Without this card nobody can open the drafts"_s;
        QVERIFY(page.shown().contains(nobody)); // said before
        page.confirm();
        QVERIFY(page.succeeded.constFirst().constFirst().toString().contains(nobody)); // and after
        const AuditRecord record = page.records(u"operator.suspend"_s).constFirst();
        QCOMPARE(record.details.value(u"vault-key-kept"_s), card);
        QCOMPARE(record.details.value(u"reason"_s), u"away"_s);
        expect(station().cardLife().resume(m_session, u"op01"_s));
    }

    void resumingTakesAConfirmation() {
        expect(station().cardLife().suspend(m_session, u"op02"_s, u"away"_s));
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
        reason(page)->setFocus();
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

    void theListIsNarrowedByNameReadingNumberAndState() {
        OpenScreen<CardsScreen> page(station(), m_session);
        const auto* table = page.screen.findChild<ListTable*>(u"operators"_s);
        auto* search = page.screen.findChild<LineField*>(u"search"_s);
        for (const auto& [typed, rows] :
             {std::pair(u"葛城"_s, 1), std::pair(u"てすと"_s, 3), std::pair(u"c-0003"_s, 1),
              std::pair(u"nobody"_s, 0), std::pair(QString(), 3)}) {
            search->line()->setFocus();
            search->line()->selectAll();
            page.press(Qt::Key_Backspace);
            QInputMethodEvent committed;
            committed.setCommitString(typed);
            QCoreApplication::sendEvent(search->line(), &committed);
            QCOMPARE(table->rowCount(), rows);
        }
        auto* state = page.screen.findChild<ChoiceField*>(u"state"_s);
        state->setFocus();
        page.press(Qt::Key_3); // invalidated
        QCOMPARE(table->rowCount(), 0);
        page.press(Qt::Key_2); // in use
        QCOMPARE(table->rowCount(), 3);
        page.press(Qt::Key_Tab); // the filter is left, its use is on record
        QVERIFY(!page.records(u"filter.change"_s).isEmpty());
    }

    void takingBackAndLendingTakeAConfirmationAndStandInTheHistory() {
        OpenScreen<CardsScreen> page(station(), m_session, u"C-0003"_s);
        QVERIFY(page.use(ActionId::CardTakeBack));
        QVERIFY(page.asks());
        QCOMPARE(cardState(), OperatorCardState::Active);
        QVERIFY(answer(page, ActionId::CardTakeBack));
        QCOMPARE(cardState(), OperatorCardState::Returned);
        QVERIFY(page.shown().contains(u"Given back"_s));
        QVERIFY(page.button(ActionId::CardTakeBack) == nullptr);
        const AuditRecord record = page.records(u"card.take-back"_s).constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.target, u"card:C-0003"_s);
        QVERIFY(page.use(ActionId::CardLend));
        QTest::keyClicks(QApplication::focusWidget(), u"R1.5.1"_s); // long ago
        QVERIFY(answer(page, ActionId::CardLend));
        QVERIFY(page.asks()); // once more
        QVERIFY(page.shown().contains(u"Type a day that exists"_s));
        QCOMPARE(cardState(), OperatorCardState::Returned);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QVERIFY(answer(page, ActionId::CardLend)); // no day
        QCOMPARE(cardState(), OperatorCardState::Active);
        const auto* history = page.screen.findChild<ListTable*>(u"history"_s);
        QStringList events;
        for (int row = 0; row < 3; ++row)
            events += history->item(row, 1)->text();
        QVERIFY(events.startsWith(u"Lent"_s));
        QVERIFY(events.contains(u"Taken back"_s));
        QCOMPARE(history->item(0, 2)->text(), u"ad01"_s);
    }

    // Nobody suspended it: the list says something else than of one that was.
    void aCardLeftAtHomeRestsWhileADayCardIsUsed() {
        RegisteredCard home;
        home.card.id = u"C-0001"_s;
        home.dayCard = u"C-0002"_s;
        QCOMPARE(cardStateText(home), u"Resting"_s);
        home.person.status = OperatorStatus::Suspended;
        QCOMPARE(cardStateText(home), u"Suspended"_s);
    }

    void oneCardIsSuspendedWithAReasonAndResumedAndItsHolderIsNot() {
        OpenScreen<CardsScreen> page(station(), m_session, u"C-0003"_s);
        QVERIFY(page.button(ActionId::CardResume) == nullptr);
        QVERIFY(page.use(ActionId::CardSuspend));
        QVERIFY(page.asks());
        QVERIFY(page.save(u"card-suspend"_s));
        QVERIFY(answer(page, ActionId::CardSuspend));
        QVERIFY(page.asks()); // once more, and says why
        QVERIFY(page.shown().contains(u"Choose the reason."_s));
        QCOMPARE(cardState(), OperatorCardState::Active);
        page.press(Qt::Key_1); // being looked for
        QVERIFY(answer(page, ActionId::CardSuspend));
        QCOMPARE(cardState(), OperatorCardState::SuspendedAlone);
        QCOMPARE(status(), OperatorStatus::Active);
        QVERIFY(page.shown().contains(u"Card suspended"_s));
        QVERIFY(page.button(ActionId::CardSuspend) == nullptr);
        QVERIFY(page.button(ActionId::CardReportLost) != nullptr);
        QVERIFY(page.button(ActionId::CardTakeBack) != nullptr);
        QVERIFY(page.button(ActionId::CardInvalidate) != nullptr);
        QVERIFY(page.save(u"card-suspended"_s));
        const AuditRecord record = page.records(u"card.suspend"_s).constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.target, u"card:C-0003"_s);
        QCOMPARE(record.details.value(u"reason"_s), u"mislaid"_s);
        const auto* history = page.screen.findChild<ListTable*>(u"history"_s);
        QCOMPARE(history->item(0, 1)->text(), u"Card suspended"_s);
        QCOMPARE(history->item(0, 2)->text(), u"ad01"_s);
        QCOMPARE(history->item(0, 3)->text(), u"Being looked for"_s);
        QVERIFY(page.use(ActionId::CardResume));
        QVERIFY(answer(page, ActionId::CardResume));
        QCOMPARE(cardState(), OperatorCardState::Active);
        QCOMPARE(page.records(u"card.resume"_s).constFirst().outcome, AuditOutcome::Done);
    }

    void atTwiceTheSizeTheReasonsAreAListThatDigitsChooseFrom() {
        {
            OpenScreen<CardsScreen> page(station(), m_session, u"C-0003"_s);
            QVERIFY(page.use(ActionId::CardSuspend));
            QVERIFY(qobject_cast<QRadioButton*>(QApplication::focusWidget())); // room enough
            page.press(Qt::Key_Escape);
        }
        applyTheme(*qApp, Scale::fromPercent(200));
        {
            OpenScreen<CardsScreen> page(station(), m_session, u"C-0003"_s);
            QVERIFY(page.use(ActionId::CardSuspend));
            const auto* list = qobject_cast<QComboBox*>(QApplication::focusWidget());
            QVERIFY(list != nullptr);
            QVERIFY(list->visibleRegion().boundingRect() == list->rect()); // nothing of it is cut off
            QCOMPARE(list->count(), CardLife::suspensionReasons().size());
            page.press(Qt::Key_2);
            QVERIFY(answer(page, ActionId::CardSuspend));
            QCOMPARE(cardState(), OperatorCardState::SuspendedAlone);
            QCOMPARE(page.records(u"card.suspend"_s).constFirst().details.value(u"reason"_s),
                     CardLife::suspensionReasons().at(1));
            expect(station().cardLife().resumeCard(m_session, u"C-0003"_s));
        }
        applyTheme(*qApp, Scale());
    }

    void nobodySuspendsTheCardThatSheWorksWith() {
        OpenScreen<CardsScreen> page(station(), m_session, m_session.facts().card);
        QVERIFY(page.button(ActionId::CardSuspend) == nullptr);
    }

    // Its own card: op03's, from the drawer.
    void aCardEndsInvalidatedWithAReasonAndIsToBeDestroyed() {
        m_cards->enroll(u"op03"_s, u"丙野 三郎"_s, Role::Operator);
        const QString card = expect(station().operators().cardsOf(u"op03"_s)).constFirst().id;
        OpenScreen<CardsScreen> page(station(), m_session, card);
        QVERIFY(page.button(ActionId::CardDestroy) == nullptr);
        QVERIFY(page.use(ActionId::CardInvalidate));
        page.press(Qt::Key_4); // broken
        QVERIFY(answer(page, ActionId::CardInvalidate));
        QVERIFY(page.shown().contains(u"Invalidated"_s));
        QCOMPARE(page.records(u"card.invalidate"_s).constFirst().details.value(u"reason"_s), u"broken"_s);
        QVERIFY(page.button(ActionId::CardDestroy) != nullptr);
    }

    void theCardInUseIsNotTakenAwayByItsHolder() {
        const QString own = expect(station().operators().cardsOf(u"ad01"_s)).constFirst().id;
        const Session session({u"s"_s, u"ad01"_s, {}, Role::CardAdministrator, own, {}}, std::nullopt);
        OpenScreen<CardsScreen> page(station(), session, own);
        QVERIFY(page.button(ActionId::CardTakeBack) == nullptr);
        QVERIFY(page.button(ActionId::CardInvalidate) == nullptr);
        QVERIFY(page.shown().contains(u"the card in use now"_s));
    }

    void theRegisterIsExportedForItsUserAloneAndOnRecord() {
        const QByteArray home = qgetenv("HOME");
        const QTemporaryDir folder;
        qputenv("HOME", folder.path().toUtf8());
        OpenScreen<CardsScreen> page(station(), m_session);
        for (const QString& format : {u"csv"_s, u"json"_s}) {
            auto* button = page.screen.findChild<ActionButton*>(format);
            QVERIFY(page.tabTo(button));
            page.press(Qt::Key_Return);
        }
        qputenv("HOME", home);
        QCOMPARE(page.succeeded.size(), 2);
        const QDir exported(folder.filePath(u"madoguchi-export"_s));
        const QFileInfoList files = exported.entryInfoList(QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 2);
        for (const QFileInfo& file : files)
            QVERIFY((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        QFile csv(files.constFirst().filePath());
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QVERIFY(text.contains("C-0003,In use,op02"));
        QVERIFY(text.contains(",Taken back,ad01,"));
        QFile json(files.constLast().filePath());
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonArray cards = QJsonDocument::fromJson(json.readAll()).array();
        QCOMPARE(cards.at(2).toObject().value(u"card"_s).toString(), u"C-0003"_s);
        QVERIFY(cards.at(2).toObject().value(u"events"_s).toArray().size() >= 3);
        QCOMPARE(page.records(u"register.export"_s).size(), 2);
    }

    void otherRolesGetNothing() {
        const Session auditor = TestStation::session(Role::Auditor, u"au01"_s);
        CardsScreen screen({station(), auditor, station().actions()});
        QCOMPARE(screen.load().error().code, ErrorCode::PermissionDenied);
        QCOMPARE(screen.findChild<ListTable*>(u"operators"_s)->rowCount(), 0);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        m_cards->enroll(u"op04"_s, u"スミス・ジョナサン・アレクサンダー・モンゴメリー"_s, Role::Supervisor);
        expect(station().cardLife().suspend(m_session, u"op01"_s, u"away"_s));
        QVERIFY(installJapanese(*qApp));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<CardsScreen> page(station(), m_session);
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            page.screen.resize(1248, 640); // beside the page's scroll bar
            for (const Role role : {Role::CardAdministrator, Role::Supervisor, Role::SystemAdministrator})
                QVERIFY(page.hasRoom(u"operators"_s, 3, roleText(role)));
            QVERIFY(page.save(u"cards-%1-list"_s.arg(scale)));
            openLast(page);
            QVERIFY(page.save(u"cards-%1-details"_s.arg(scale)));
            reason(page)->setFocus();
            page.press(Qt::Key_1);
            QVERIFY(page.use(ActionId::OperatorSuspend));
            QVERIFY(page.save(u"cards-%1-confirm"_s.arg(scale)));
            page.press(Qt::Key_Escape);
            QVERIFY(page.use(ActionId::CardInvalidate));
            QVERIFY(page.save(u"cards-%1-invalidate"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }
    OperatorCardState cardState() { return expect(station().operators().holderOf(u"C-0003"_s)).card.state; }
    /// Presses that button of the open question, by Tab alone.
    static bool answer(OpenScreen<CardsScreen>& page, ActionId id) {
        const MessagePanel* panel = MessagePanel::openIn(&page.screen);
        for (const ActionButton* button : panel == nullptr ? QList<ActionButton*>() : panel->buttons()) {
            if (button->actionId() == id && page.tabTo(button)) {
                page.press(Qt::Key_Return);
                return true;
            }
        }
        return false;
    }
    static ChoiceField* reason(OpenScreen<CardsScreen>& page) {
        return page.screen.findChild<ChoiceField*>(u"reason"_s);
    }
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
