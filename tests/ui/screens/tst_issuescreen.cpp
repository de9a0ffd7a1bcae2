// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "ui/errortext.h"
#include "ui/screens/issuescreen.h"
#include "ui/translation.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/pinfield.h"
#include "ui/widgets/shuffledkeypad.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// A blank card that falls silent when it is to make a key.
class CardWithoutKeys final : public SimulatedCard {
public:
    QByteArray atr() const override { return m_card->atr(); }
    void reset() override { m_card->reset(); }
    QByteArray transmit(QByteArrayView command) override {
        return command.at(1) == 0x47 ? QByteArray() : m_card->transmit(command);
    }

private:
    IssuingOffice::Card m_card = IssuingOffice::blankCard(CardPersonality::plain());
};

} // namespace

class IssueScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_office = std::make_unique<IssuingOffice>(m_clock);
        m_counter = std::make_unique<CounterStation>(m_clock, m_office->folder());
        m_counter->open();
        QVERIFY(m_counter->logIn(m_office->administrator()));
    }
    void cleanup() {
        m_counter.reset();
        m_office.reset();
    }

    void aCardIsIssuedByKeyboard() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QVERIFY(page.shown().contains(u"Step 1 of 4"_s));
        QVERIFY(page.shown().contains(u"second person"_s));
        m_counter->insert(m_office->witness(), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingWitnessPin);
        QVERIFY(page.shown().contains(u"Role: Counter operator, Last day: "_s)); // what she confirms
        type(page, CounterStation::Pin);
        QTRY_COMPARE(state(), IssuingState::AwaitingBlankCard);
        QVERIFY(page.shown().contains(u"blank card"_s));
        const auto blank = IssuingOffice::blankCard(CardPersonality::yubikey());
        m_counter->insert(blank, CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingIssuerPin);
        type(page, "111111");
        QTRY_VERIFY(view().pinWasWrong);
        QVERIFY(page.shown().contains(u"The PIN is wrong."_s));
        type(page, CounterStation::Pin);
        QTRY_COMPARE(state(), IssuingState::AwaitingFirstPin);
        type(page, "271828");
        type(page, "271829");
        QVERIFY(view().pinsDiffered);
        QVERIFY(page.shown().contains(u"not the same"_s));
        type(page, IssuingOffice::FirstPin);
        type(page, IssuingOffice::FirstPin);
        QTRY_COMPARE(state(), IssuingState::Done);
        const QString notice = page.screen.findChild<QLabel*>(u"lendingNotice"_s)->text();
        QVERIFY(notice.contains(u"見本 三郎 (op09)"_s));
        QVERIFY(notice.contains(view().card));
        const QByteArray file = page.exportBy(ActionId::CardRegisterExport);
        for (const QString& line : notice.split(u'\n'))
            QVERIFY2(file.contains("<p>" + line.toHtmlEscaped().toUtf8() + "</p>"), qPrintable(line));
        const AuditRecord exported = page.records(u"register.export"_s).constFirst();
        QCOMPARE(exported.target, u"card:"_s + view().card);
        QCOMPARE(exported.details.value(u"format"_s), u"html"_s);
        QVERIFY(page.use(ActionId::GoBack));
        QCOMPARE(page.failed.size(), 0);
        for (const char* name : {"operator", "name", "kana", "role"}) // for the next person
            QCOMPARE(field(page, name)->value(), QString());
        m_counter->takeOut(CounterStation::secondReader());
        m_counter->takeOut();
    }
    void whatIsMissingIsSaidBesideTheField() {
        OpenScreen<IssueScreen> page(station(), session());
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QVERIFY(page.shown().contains(u"Enter the operator number."_s));
        QVERIFY(page.shown().contains(u"Choose the role."_s));
        QCOMPARE(state(), IssuingState::Idle);
    }
    void aNameOfSpacesIsNone() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        field(page, "name")->setValue(u" "_s);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QVERIFY(page.shown().contains(u"Enter the name."_s));
        QCOMPARE(state(), IssuingState::Idle);
    }
    void anOrderIsOnRecordAlsoWhenItIsRefused() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        field(page, "operator")->setValue(session().facts().operatorId); // has a card, and another name
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QCOMPARE(page.failed.constFirst().constFirst().value<Error>().code, ErrorCode::OperatorIdTaken);
        QCOMPARE(page.records(u"card.issue-order"_s).constFirst().outcome, AuditOutcome::Refused);
        QCOMPARE(state(), IssuingState::Idle);
    }
    void onlyWhatWasTypedIsOnRecordAsEdited() {
        OpenScreen<IssueScreen> page(station(), session());
        field(page, "operator")->setFocus();
        for (int i = 0; i < 4; ++i)
            page.press(Qt::Key_Tab);
        QVERIFY(page.records(u"field.edit"_s).isEmpty());
        field(page, "operator")->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"op09"_s);
        page.press(Qt::Key_Tab);
        const auto edits = page.records(u"field.edit"_s);
        QCOMPARE(edits.size(), 1);
        QCOMPARE(edits.constFirst().target, u"field:operator"_s);
        // Nobody has that number: no failure, somebody new.
        QCOMPARE(page.records(u"register.view-details"_s).constFirst().outcome, AuditOutcome::Done);
        QVERIFY(page.failed.isEmpty());
    }
    void theKeypadStandsBesideTheFieldsWhenThePolicySaysSo() {
        StationPolicy policy = expect(station().policy());
        policy.shuffledKeypad = true;
        expect(station().policies().changeAtConsole(policy));
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        m_counter->insert(m_office->witness(), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingWitnessPin);
        auto* keypad = page.screen.findChild<ShuffledKeypad*>();
        QVERIFY(keypad->isVisible());
        for (const char digit : QByteArray(CounterStation::Pin))
            QTest::mouseClick(keypad, Qt::LeftButton, {}, keypad->keyOf(digit - '0').center());
        page.press(Qt::Key_Return);
        QTRY_COMPARE(state(), IssuingState::AwaitingBlankCard);
    }
    void aStopInTheMiddleIsAskedAboutAndSaysWhatHolds() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        m_counter->insert(m_office->witness(), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingWitnessPin);
        type(page, CounterStation::Pin);
        QTRY_COMPARE(state(), IssuingState::AwaitingBlankCard);
        m_counter->insert(IssuingOffice::blankCard(CardPersonality::plain()), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingIssuerPin);
        QVERIFY(page.use(ActionId::CardIssueStop));
        QVERIFY(page.asks());
        QCOMPARE(state(), IssuingState::AwaitingIssuerPin);
        m_counter->takeOut(CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::Stopped);
        QVERIFY(!page.shown().contains(u"Nothing was written"_s));
        QVERIFY(page.shown().contains(u"Nobody can log in with the card as it is."_s));
    }
    void somebodyWithACardGetsNoSecondOne() {
        OpenScreen<IssueScreen> page(station(), session());
        field(page, "operator")->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"sv1"_s);
        page.press(Qt::Key_Return);
        QCOMPARE(field(page, "name")->value(), CounterStation::person(u"sv1"_s).name);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QCOMPARE(page.failed.size(), 1);
        QCOMPARE(page.failed.constFirst().constFirst().value<Error>().code, ErrorCode::OperatorHasCard);
        QVERIFY(page.shown().contains(u"This person has a card that is in force."_s)); // beside the number
    }
    void somebodyNewGetsTheLastDayOfHerRole() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        QVERIFY(page.tabTo(field(page, "roleUntil")->controls().constFirst()));
        QTest::keyClicks(QApplication::focusWidget(), u"R5.4.1"_s); // long ago
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QVERIFY(page.shown().contains(u"Enter a day from today on"_s));
        QCOMPARE(QApplication::focusWidget(), field(page, "roleUntil")->controls().constFirst());
        field(page, "roleUntil")->setValue(u"2030-03-31"_s);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QCOMPARE(state(), IssuingState::AwaitingWitness);
        QCOMPARE(station().issuing().order().person.validTo, QDate(2030, 3, 31));
        QVERIFY(page.use(ActionId::CardIssueStop));
        // Of somebody known it is changed in the register.
        field(page, "operator")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"sv1"_s);
        page.press(Qt::Key_Tab);
        QVERIFY(!field(page, "roleUntil")->isVisible());
    }
    void aDayCardHasATimeInsteadOfALastDay() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        QVERIFY(field(page, "lastDay")->isVisible());
        QVERIFY(!field(page, "dayCardEnd")->isVisible());
        QVERIFY(page.tabTo(field(page, "term")->controls().constFirst()));
        page.press(Qt::Key_2); // for today
        QVERIFY(!field(page, "lastDay")->isVisible());
        const QDateTime past = m_clock.now().toLocalTime().addSecs(-60);
        for (const QString& typed : {u"soon"_s, past.toString(u"HH:mm"_s)}) {
            field(page, "dayCardEnd")->setValue(typed);
            QVERIFY(page.use(ActionId::CardIssueOrder));
            QCOMPARE(state(), IssuingState::Idle);
            QVERIFY(page.shown().contains(u"Enter a time"_s));
            QCOMPARE(QApplication::focusWidget(), field(page, "dayCardEnd")->controls().constFirst());
        }
        const QDateTime end = past.addSecs(7260);
        field(page, "dayCardEnd")->setValue(end.toString(u"H:mm"_s));
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QCOMPARE(state(), IssuingState::AwaitingWitness);
        const IssueOrder& order = station().issuing().order();
        QCOMPARE(order.dayCardEnd, end.toUTC());
        QCOMPARE(order.lastDay, end.date());
        QVERIFY(page.use(ActionId::CardIssueStop));
    }
    void whatStoppedIsListedAndAbandoned() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        m_counter->insert(m_office->witness(), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingWitnessPin);
        type(page, CounterStation::Pin);
        QTRY_COMPARE(state(), IssuingState::AwaitingBlankCard);
        m_counter->insert(IssuingOffice::blankCard(CardPersonality::plain()), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingIssuerPin);
        m_counter->takeOut(CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::Stopped);
        QVERIFY(page.shown().contains(u"Issuing stopped"_s));
        QVERIFY(page.use(ActionId::GoBack));
        const auto* table = page.screen.findChild<ListTable*>(u"unfinished"_s);
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 0)->text(), u"I-0001"_s);
        QCOMPARE(table->item(0, 3)->text(), u"After its certificates were begun"_s);
        QVERIFY(page.use(ActionId::CardIssueAbandon));
        QVERIFY(page.asks());
        page.confirm();
        QCOMPARE(table->rowCount(), 0);
        QCOMPARE(page.records(u"card.issue-abandon"_s).constFirst().outcome, AuditOutcome::Done);
        QCOMPARE(page.succeeded.size(), 1);
    }
    void whatStoppedBeforeItsKeysIsListedSo() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        m_counter->insert(m_office->witness(), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingWitnessPin);
        type(page, CounterStation::Pin);
        QTRY_COMPARE(state(), IssuingState::AwaitingBlankCard);
        m_counter->insert(std::make_shared<CardWithoutKeys>(), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::Stopped);
        QVERIFY(page.use(ActionId::GoBack));
        const auto* table = page.screen.findChild<ListTable*>(u"unfinished"_s);
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 3)->text(), u"Before its certificates were begun"_s);
    }
    void aPinThatTheRulesDoNotAllowIsNotSet() {
        OpenScreen<IssueScreen> page(station(), session());
        const auto blank = IssuingOffice::blankCard(CardPersonality::plain());
        comeToTheSignatures(page, blank);
        type(page, CounterStation::Pin);
        QTRY_COMPARE(state(), IssuingState::AwaitingFirstPin);
        const QByteArray before = blank->pin();
        type(page, "345678");
        type(page, "345678");
        QTRY_VERIFY2(page.shown().contains(errorText(ErrorCode::PinSequence).happened),
                     qPrintable(page.shown()));
        QCOMPARE(state(), IssuingState::AwaitingFirstPin);
        QCOMPARE(blank->pin(), before);
        type(page, IssuingOffice::FirstPin);
        type(page, IssuingOffice::FirstPin);
        QTRY_COMPARE(state(), IssuingState::Done);
        QCOMPARE(blank->pin(), QByteArray(IssuingOffice::FirstPin));
    }
    void whoeverLeavesIsAskedFromTheFirstChangeOnly() {
        OpenScreen<IssueScreen> page(station(), session());
        QVERIFY(page.screen.mayLeave());
        fillOrder(page);
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QCOMPARE(state(), IssuingState::AwaitingWitness);
        QVERIFY(page.screen.mayLeave()); // nothing was written: it stops without a word
        QVERIFY(!page.asks());
        QCOMPARE(state(), IssuingState::Idle);
        comeToTheSignatures(page, IssuingOffice::blankCard(CardPersonality::plain()));
        QVERIFY(!page.screen.mayLeave());
        QVERIFY(page.asks());
        page.press(Qt::Key_Escape);
        QVERIFY(!page.asks());
        QCOMPARE(state(), IssuingState::AwaitingIssuerPin); // it goes on
        QVERIFY(!page.screen.mayLeave());
        page.confirm();
        QCOMPARE(state(), IssuingState::Idle);
        QVERIFY(page.screen.mayLeave());
    }
    void anOrderIsNamedAsUnsavedUntilItsCardIsIssued() {
        OpenScreen<IssueScreen> page(station(), session());
        QVERIFY(page.screen.unsaved().isEmpty());
        field(page, "operator")->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"op09"_s);
        page.press(Qt::Key_Tab);
        QCOMPARE(page.screen.unsaved(), QStringList{u"Issue card: Operator number"_s});
        QVERIFY(!page.screen.unsaved().join(u' ').contains(u"op09"_s)); // labels, not what was typed
        const auto blank = IssuingOffice::blankCard(CardPersonality::plain());
        comeToTheSignatures(page, blank);
        QCOMPARE(page.screen.unsaved().size(), 1);
        type(page, CounterStation::Pin);
        QTRY_COMPARE(state(), IssuingState::AwaitingFirstPin);
        type(page, IssuingOffice::FirstPin);
        type(page, IssuingOffice::FirstPin);
        QTRY_COMPARE(state(), IssuingState::Done);
        QVERIFY(page.screen.unsaved().isEmpty());
        QVERIFY(page.screen.mayLeave());
    }
    // At the console a reading is taken as typed; the form makes the space a full-width one.
    void whoWasEnteredWithASpaceInTheReadingIsNobodyElse() {
        expect(station().database().execute("UPDATE operator SET kana = 'マドグチ セツコ' WHERE id = 'sv1'"));
        OpenScreen<IssueScreen> page(station(), session());
        field(page, "operator")->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"sv1"_s);
        page.press(Qt::Key_Tab);
        field(page, "term")->setFocus();
        page.press(Qt::Key_3); // a day card: hers stays
        QVERIFY(page.use(ActionId::CardIssueOrder));
        QVERIFY2(page.failed.isEmpty(), qUtf8Printable(page.shown()));
        QCOMPARE(state(), IssuingState::AwaitingWitness);
    }
    void aDayCardThatWasCutOffIsOrderedAgainUntilTheSameTime() {
        OpenScreen<IssueScreen> page(station(), session());
        fillOrder(page);
        const QDateTime end = QDateTime(m_clock.now().toLocalTime().date().addDays(1), QTime(16, 45));
        field(page, "term")->setFocus();
        page.press(Qt::Key_3); // until tomorrow
        field(page, "dayCardEnd")->setValue(u"16:45"_s);
        const auto blank = IssuingOffice::blankCard(CardPersonality::plain());
        order(page, blank);
        m_counter->takeOut(CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::Stopped);
        QVERIFY(page.use(ActionId::GoBack));
        OpenScreen<IssueScreen> later(station(), session());
        QCOMPARE(field(later, "term")->value(), u"lasting"_s);
        QVERIFY(later.use(ActionId::ListSelect));
        QCOMPARE(field(later, "term")->value(), u"tomorrow"_s);
        QCOMPARE(field(later, "dayCardEnd")->value(), u"16:45"_s);
        QVERIFY(field(later, "dayCardEnd")->isVisible() && !field(later, "lastDay")->isVisible());
        QVERIFY(later.use(ActionId::CardIssueOrder));
        QCOMPARE(station().issuing().order().dayCardEnd, end.toUTC());
    }
    void leavingTheScreenStopsWhatIsUnderWay() {
        {
            OpenScreen<IssueScreen> page(station(), session());
            fillOrder(page);
            QVERIFY(page.use(ActionId::CardIssueOrder));
            QCOMPARE(state(), IssuingState::AwaitingWitness);
        }
        QCOMPARE(state(), IssuingState::Idle);
    }

private:
    Workstation& station() { return m_counter->workstation(); }
    const Session& session() { return *m_counter->login().session(); }
    const IssuingView& view() { return station().issuing().view(); }
    IssuingState state() { return view().state; }
    static FieldEditor* field(OpenScreen<IssueScreen>& page, const char* id) {
        return page.screen.findChild<FieldEditor*>(QString::fromLatin1(id));
    }
    static void fillOrder(OpenScreen<IssueScreen>& page) {
        field(page, "operator")->setValue(u"op09"_s);
        field(page, "name")->setValue(u"見本 三郎"_s);
        field(page, "kana")->setValue(u"ミホン サブロウ"_s);
        field(page, "role")->setValue(u"Operator"_s);
    }
    /// What is filled in, up to the PIN for the signatures.
    void order(OpenScreen<IssueScreen>& page, const IssuingOffice::Card& blank) {
        QVERIFY(page.use(ActionId::CardIssueOrder));
        m_counter->insert(m_office->witness(), CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingWitnessPin);
        type(page, CounterStation::Pin);
        QTRY_COMPARE(state(), IssuingState::AwaitingBlankCard);
        m_counter->insert(blank, CounterStation::secondReader());
        QTRY_COMPARE(state(), IssuingState::AwaitingIssuerPin);
    }
    void comeToTheSignatures(OpenScreen<IssueScreen>& page, const IssuingOffice::Card& blank) {
        fillOrder(page);
        order(page, blank);
    }
    static void type(OpenScreen<IssueScreen>& page, const char* pin) {
        QVERIFY(qobject_cast<PinField*>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(pin));
        page.press(Qt::Key_Return);
    }

    FakeClock m_clock;
    std::unique_ptr<IssuingOffice> m_office;
    std::unique_ptr<CounterStation> m_counter;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::IssueScreenTest)
#include "tst_issuescreen.moc"
