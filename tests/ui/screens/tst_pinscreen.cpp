// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/expect.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/operatorwindow.h"
#include "ui/screens/deskscreen.h"
#include "ui/screens/pinscreen.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/pinrow.h"
#include "ui/widgets/shuffledkeypad.h"

#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QString Present = u"246810"_s;
const QString Next = u"482915"_s;

struct Desk : OperatorWindow {
    ActionButton* tab(const QString& screen) const { return find<ActionButton>(screen); }
    bool openPinPage() {
        tab(u"pin"_s)->click();
        return reaches<PinScreen>();
    }
    PinField* field(const QString& name) const {
        return screen<PinScreen>()->template findChild<PinField*>(name);
    }
    QString problem(const QString& field) const {
        return qobject_cast<PinRow*>(this->field(field)->parentWidget())->problem();
    }
    void typePins(const QString& present, const QString& next, const QString& again) {
        for (const QString& pin : {present, next, again}) {
            type(pin);
            press(Qt::Key_Return);
        }
    }
    void typePins(const QString& present, const QString& next) { typePins(present, next, next); }
    bool worksAgain() const {
        return !station().pinChange().isUnderWay() && field(u"present"_s)->isEnabled();
    }
    Workstation& station() const { return const_cast<Desk*>(this)->OperatorWindow::station.station(); }
    bool says(const QString& text) const {
        const auto labels = window->workArea()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
};

} // namespace

class PinScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }

    void sheChangesHerPinByKeyboard() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.openPinPage());
        QCOMPARE(QApplication::focusWidget(), desk.field(u"present"_s));
        desk.picture(u"pin-page"_s);
        desk.typePins(Present, Next);
        QTRY_VERIFY(desk.says(u"The PIN is changed"_s));
        QVERIFY(desk.worksAgain());
        for (const QString& name : {u"present"_s, u"next"_s, u"again"_s})
            QCOMPARE(desk.field(name)->size(), std::size_t(0));
        QVERIFY(desk.screen<PinScreen>()); // she stays where she is
        desk.typePins(Present, u"905172"_s);
        QTRY_VERIFY(desk.problem(u"present"_s).contains(u"not the present PIN"_s));
    }

    void whatIsWrongStandsAtItsField_data() {
        QTest::addColumn<QString>("present");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("again");
        QTest::addColumn<QString>("field");
        QTest::newRow("present too short") << u"12"_s << Next << Next << u"present"_s;
        QTest::newRow("sequence") << Present << u"345678"_s << u"345678"_s << u"next"_s;
        QTest::newRow("a date") << Present << u"640417"_s << u"640417"_s << u"next"_s;
        QTest::newRow("the same") << Present << Present << Present << u"next"_s;
        QTest::newRow("differ") << Present << Next << u"482916"_s << u"again"_s;
    }
    void whatIsWrongStandsAtItsField() {
        QFETCH(QString, present);
        QFETCH(QString, next);
        QFETCH(QString, again);
        QFETCH(QString, field);
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.openPinPage());
        desk.typePins(present, next, again);
        for (const QString& name : {u"present"_s, u"next"_s, u"again"_s})
            QCOMPARE(desk.problem(name).isEmpty(), name != field);
        desk.picture(u"pin-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        QCOMPARE(QApplication::focusWidget(), desk.field(u"present"_s));
        desk.typePins(Present, Next);
        QTRY_VERIFY(desk.says(u"The PIN is changed"_s));
        for (const QString& name : {u"present"_s, u"next"_s, u"again"_s})
            QVERIFY(desk.problem(name).isEmpty());
    }

    void whoMustChangeItSeesNoOtherPageBefore() {
        Desk desk;
        expect(desk.station().pins().demandChange(u"C-0001"_s));
        QVERIFY(desk.logIn());
        QVERIFY(desk.reaches<PinScreen>());
        QVERIFY(desk.says(u"before you go on"_s));
        QVERIFY(!desk.tab(u"desk"_s)->isVisible());
        QVERIFY(!desk.tab(u"history"_s)->isVisible());
        QVERIFY(desk.tab(u"pin"_s)->isVisible());
        desk.picture(u"pin-forced"_s);
        QVERIFY(desk.pullCard());
        QVERIFY(desk.logIn());
        QVERIFY(desk.reaches<PinScreen>());
        desk.typePins(Present, Next);
        QVERIFY(desk.reaches<DeskScreen>());
        QVERIFY(desk.tab(u"desk"_s)->isVisible());
        QVERIFY(desk.says(u"The PIN is changed"_s));
        desk.picture(u"pin-forced-done"_s);
    }

    void theKeypadIsThereWhenThePolicySaysSo() {
        Desk desk;
        StationPolicy policy = expect(desk.station().policy());
        policy.shuffledKeypad = true;
        expect(desk.station().policies().changeAtConsole(policy));
        QVERIFY(desk.logIn());
        QVERIFY(desk.openPinPage());
        auto* keypad = desk.screen<PinScreen>()->findChild<ShuffledKeypad*>();
        QVERIFY(keypad->isVisible());
        desk.picture(u"pin-keypad"_s);
        const auto click = [&](const QString& pin) {
            for (const QChar digit : pin)
                QTest::mouseClick(keypad, Qt::LeftButton, {}, keypad->keyOf(digit.digitValue()).center());
            desk.press(Qt::Key_Return);
        };
        click(Present);
        click(Next);
        desk.type(Next); // the keyboard goes on working
        desk.press(Qt::Key_Return);
        QTRY_VERIFY(desk.says(u"The PIN is changed"_s));
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::PinScreenTest)
#include "tst_pinscreen.moc"
