// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The guided set-up by keyboard alone, from an empty folder to the login.

#include "app/issuing/rootmedium.h"
#include "tests/support/counterstation.h"
#include "tests/support/stationinmaking.h"
#include "tests/support/testcase.h"
#include "tests/ui/typing.h"
#include "ui/pagearea.h"
#include "ui/setup/setupwindow.h"
#include "ui/theme.h"
#include "ui/translation.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/functionkeybar.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pinfield.h"
#include "ui/widgets/pinrow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

/// Somebody in front of the window.
class Person {
public:
    explicit Person(SetupNeed need = SetupNeed::Station) { start(need); }

    void start(SetupNeed need) {
        window = std::make_unique<SetupWindow>(table.folder, table.stack, table.clock, need);
        window->begin();
        window->showNormal();
        window->resize(1280, 800); // the smallest screen, whatever this one is
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("no window");
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    static void type(const QString& text) { typeText(QApplication::focusWidget(), text); }
    QString title() const { return window->findChild<QLabel*>(u"pageTitle"_s)->text(); }
    bool comesTo(const QString& wanted) const {
        return QTest::qWaitFor([&] { return title() == wanted; }, 60000);
    }
    bool isTold(const QString& part) const {
        const auto* notice = window->findChild<Notice*>(u"problem"_s);
        return QTest::qWaitFor([&] { return notice->isVisible() && notice->title().contains(part); }, 60000);
    }
    bool seesCard(const QString& part) const {
        const auto* notice = qobject_cast<Notice*>(partOf(u"card"_s));
        return QTest::qWaitFor([&] { return notice->title().contains(part); }, 10000);
    }
    /// On the newest page that has it.
    QWidget* partOf(const QString& name) const { return window->findChildren<QWidget*>(name).constLast(); }
    QString problemOf(const QString& field) const {
        QWidget* at = partOf(field);
        for (; at != nullptr; at = at->parentWidget()) {
            if (const auto* row = qobject_cast<FieldRow*>(at))
                return row->problem();
            if (const auto* pin = qobject_cast<PinRow*>(at))
                return pin->problem();
        }
        return u"no such field"_s;
    }
    bool has(const QString& field) const { return partOf(field)->isVisible(); }
    bool isAt(const QString& field) const {
        const QWidget* now = QApplication::focusWidget();
        const QWidget* wanted = partOf(field);
        return now != nullptr && (now == wanted || wanted->isAncestorOf(now));
    }
    void fillNames() {
        press(Qt::Key_F12);
        type(u"みどり野市役所"_s);
        press(Qt::Key_Return);
        type(u"窓口1番"_s);
        press(Qt::Key_F12);
    }
    void fillRoot(const QString& passphrase, const QString& again) {
        if (isAt(u"medium"_s)) {
            type(table.medium);
            press(Qt::Key_Return);
            if (isAt(u"sameDisk"_s)) {
                press(Qt::Key_Space);
                press(Qt::Key_Return);
            }
        }
        type(passphrase);
        press(Qt::Key_Return);
        type(again);
        press(Qt::Key_Return);
    }
    void fillAdministrator(const QString& pin, const QString& again,
                           const Operator& who = StationInMaking::person()) {
        if (isAt(u"operator"_s)) {
            for (const QString& text : {who.id, who.name, who.kana}) {
                type(text);
                press(Qt::Key_Return);
            }
        }
        type(pin);
        press(Qt::Key_Return);
        type(again);
        press(Qt::Key_Return);
    }
    bool fitsSideways() const {
        const auto* area = window->findChild<PageArea*>();
        return QTest::qWaitFor([&] { return area->horizontalScrollBar()->maximum() == 0; }, 2000);
    }
    void picture(const QString& name) const {
        const QString folder = qEnvironmentVariable("MADOGUCHI_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(100);
        window->grab().save(QDir(folder).filePath(u"setup-"_s + name + u".png"_s));
    }

    StationInMaking table;
    std::unique_ptr<SetupWindow> window;
};

const QString Passphrase = QString::fromLatin1(StationInMaking::Passphrase);
const QString Pin = QString::fromLatin1(StationInMaking::Pin);

} // namespace

class SetupWindowTest : public TestCase {
    Q_OBJECT

    static void goThrough(const QString& size) {
        Person person;
        const auto shot = [&](const QString& name) {
            QVERIFY2(person.fitsSideways(), qPrintable(name));
            person.picture(name + u'-' + size);
        };
        shot(u"1-authority"_s);
        Person::press(Qt::Key_F12);
        shot(u"2-names"_s);
        Person::press(Qt::Key_F12);
        QVERIFY(!person.problemOf(u"office"_s).isEmpty() && !person.problemOf(u"terminal"_s).isEmpty());
        QVERIFY(person.isAt(u"office"_s));
        Person::type(u"みどり野市役所"_s);
        Person::press(Qt::Key_Return);
        Person::type(u"窓口1番"_s);
        Person::press(Qt::Key_F12);
        QVERIFY(person.isAt(u"medium"_s));
        shot(u"3-root-empty"_s);
        Person::type(person.table.medium);
        QVERIFY(person.has(u"sameDisk"_s)); // the test's medium is on the station's disk
        Person::press(Qt::Key_F12);
        QVERIFY(!person.problemOf(u"sameDisk"_s).isEmpty());
        shot(u"3-root-same-disk"_s);
        Person::press(Qt::Key_Space);
        Person::press(Qt::Key_Return);
        QVERIFY(person.isAt(u"passphrase"_s));
        person.fillRoot(u"aaaaaaaaaaaaaaaa"_s, u"aaaaaaaaaaaaaaaa"_s);
        QVERIFY(!person.problemOf(u"passphrase"_s).isEmpty());
        person.fillRoot(Passphrase, u"something else"_s);
        QVERIFY(person.problemOf(u"passphrase"_s).isEmpty() &&
                !person.problemOf(u"repeatedPassphrase"_s).isEmpty());
        shot(u"3-root-differ"_s);
        QCOMPARE(rootPresenceIn(person.table.medium), RootPresence::None);
        person.fillRoot(Passphrase, Passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(person.table.need() == SetupNeed::FirstCard, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(person.window->findChild<Notice*>(u"card"_s) != nullptr, 10000);
        QTRY_VERIFY(person.isAt(u"operator"_s));
        Person::press(Qt::Key_F3); // what is done is done
        QVERIFY(person.isAt(u"operator"_s));
        shot(u"4-no-card"_s);
        const auto card = StationInMaking::newCard();
        person.table.stack->insert(StationInMaking::reader(), card);
        QTRY_VERIFY(person.window->setup().card() != 0);
        person.fillAdministrator(u"123456"_s, u"123456"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!person.problemOf(u"pin"_s).isEmpty(), 60000); // counts up
        shot(u"4-easy-pin"_s);
        person.table.stack->setLatency(std::chrono::milliseconds(2));
        person.fillAdministrator(Pin, Pin);
        QVERIFY(person.window->setup().isBusy());
        shot(u"4-busy"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            person.table.need() == SetupNeed::SecondCard && !person.window->setup().isBusy(), 60000);
        QTRY_VERIFY(person.isAt(u"operator"_s)); // on the page of the second administrator
        shot(u"5-second"_s);
        const auto second = StationInMaking::newCard();
        person.table.stack->insert(StationInMaking::reader(), second);
        QTRY_VERIFY(person.window->setup().card() != 0);
        person.fillAdministrator(Pin, Pin, StationInMaking::secondPerson());
        QTRY_VERIFY_WITH_TIMEOUT(
            person.table.need() == SetupNeed::Nothing && !person.window->setup().isBusy(), 60000);
        QSignalSpy finished(person.window.get(), &SetupWindow::finished);
        shot(u"6-done"_s);
        Person::press(Qt::Key_F12);
        QCOMPARE(finished.count(), 1);
        person.window.reset();
        person.table.stack->remove(StationInMaking::reader());
        CounterStation counter(*person.table.clock, person.table.folder.path());
        counter.open();
        QVERIFY(counter.logIn(card));
        counter.takeOut();
        QVERIFY(counter.reaches(LoginState::WaitingForCard));
        QVERIFY(counter.logIn(second));
    }

private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }

    void anOfficeWithItsOwnRootIsSetUpByKeyboard() { goThrough(u"en"_s); }

    void everyControlHasAnActionAndAName() {
        Person person;
        const auto check = [&] {
            const QList<QWidget*> controls = person.window->findChildren<QWidget*>();
            for (QWidget* control : controls) {
                const bool counts = qobject_cast<QAbstractButton*>(control) ||
                                    qobject_cast<QLineEdit*>(control) || qobject_cast<PinField*>(control);
                if (!counts || !control->isVisible())
                    continue;
                QVERIFY2(actionOf(control), control->metaObject()->className());
                QVERIFY2(!control->accessibleName().isEmpty() ||
                             (qobject_cast<QAbstractButton*>(control) &&
                              !qobject_cast<QAbstractButton*>(control)->text().isEmpty()),
                         qPrintable(control->objectName()));
            }
        };
        check();
        person.fillNames();
        check();
        person.fillRoot(Passphrase, Passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(person.window->findChild<Notice*>(u"card"_s) != nullptr, 60000);
        check();
    }

    void backGoesToTheTypedNamesAndNothingIsMade() {
        Person person;
        person.fillNames();
        QVERIFY(person.isAt(u"medium"_s));
        Person::press(Qt::Key_F3);
        QVERIFY(person.isAt(u"office"_s));
        QCOMPARE(person.window->findChild<FieldEditor*>(u"office"_s)->value(), u"みどり野市役所"_s);
        QCOMPARE(person.table.need(), SetupNeed::Station);
        QVERIFY(!QFile::exists(person.table.folder.path()));
    }

    void aRootThatIsThereIsUsedWithItsPassphrase() {
        Person person;
        expect(makeRootIn(person.table.medium, u"x"_s, StationInMaking::passphrase(),
                          person.table.clock->now()));
        person.fillNames();
        Person::type(person.table.medium);
        QVERIFY(!person.has(u"repeatedPassphrase"_s));
        Person::press(Qt::Key_Return);
        QVERIFY(person.isAt(u"passphrase"_s));
        person.picture(u"3-root-there"_s);
        Person::type(u"not the passphrase"_s);
        Person::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!person.problemOf(u"passphrase"_s).isEmpty(), 60000);
        QCOMPARE(person.table.need(), SetupNeed::Station);
        Person::type(Passphrase);
        Person::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(person.table.need() == SetupNeed::FirstCard, 60000);
    }

    void startedAgainItAsksForTheRootAndMakesTheCard() {
        Person person;
        person.fillNames();
        person.fillRoot(Passphrase, Passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(person.table.need() == SetupNeed::FirstCard, 60000);
        person.start(person.table.need());
        QVERIFY(person.title().startsWith(u"Continue"_s));
        person.picture(u"resumed"_s);
        Person::type(person.table.medium);
        Person::press(Qt::Key_Return);
        Person::type(Passphrase);
        Person::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(person.window->findChild<Notice*>(u"card"_s) != nullptr, 60000);
        person.table.stack->insert(StationInMaking::reader(), StationInMaking::newCard());
        QVERIFY(person.seesCard(u"A card is in the reader"_s));
        QTRY_VERIFY(person.isAt(u"operator"_s));
        person.fillAdministrator(Pin, Pin);
        QTRY_VERIFY_WITH_TIMEOUT(person.table.need() == SetupNeed::SecondCard, 60000);
        QTRY_VERIFY(!person.window->setup().isBusy());
        // And between the two cards.
        person.start(person.table.need());
        QVERIFY(person.title().startsWith(u"Continue"_s));
        Person::type(person.table.medium);
        Person::press(Qt::Key_Return);
        Person::type(Passphrase);
        Person::press(Qt::Key_Return);
        QVERIFY(person.comesTo(u"The second card administrator"_s));
    }

    void aCardThatIsPulledAndOneTooManyAreSaid() {
        Person person;
        person.fillNames();
        person.fillRoot(Passphrase, Passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(person.window->findChild<Notice*>(u"card"_s) != nullptr, 60000);
        QTRY_VERIFY(person.isAt(u"operator"_s));
        QVERIFY(person.seesCard(u"Put a new card"_s));
        const auto card = StationInMaking::newCard();
        person.table.stack->insert(StationInMaking::reader(), card);
        person.table.stack->plugReader(u"Second"_s);
        person.table.stack->insert(u"Second"_s, StationInMaking::newCard());
        QVERIFY(person.seesCard(u"several cards"_s));
        person.fillAdministrator(Pin, Pin);
        QVERIFY(person.isTold(u"no card to work with"_s));
        person.picture(u"4-several-cards"_s);
        person.table.stack->remove(u"Second"_s);
        QVERIFY(person.seesCard(u"A card is in the reader"_s));
        person.table.stack->setLatency(std::chrono::milliseconds(20));
        person.window->findChild<PinField*>(u"pin"_s)->setFocus();
        person.fillAdministrator(Pin, Pin);
        QTRY_VERIFY(person.table.stack->traffic().commands > 5);
        person.table.stack->remove(StationInMaking::reader());
        QVERIFY(person.isTold(u"taken out too early"_s));
        person.picture(u"4-pulled"_s);
        person.table.stack->setLatency({});
        person.table.stack->insert(StationInMaking::reader(), card);
        QVERIFY(person.seesCard(u"A card is in the reader"_s));
        person.window->findChild<PinField*>(u"pin"_s)->setFocus();
        person.fillAdministrator(Pin, Pin);
        QTRY_VERIFY_WITH_TIMEOUT(person.table.need() == SetupNeed::SecondCard, 60000);
    }

    void whoeverLeavesItAloneIsAskedForThePassphraseAgain() {
        Person person;
        person.fillNames();
        person.fillRoot(Passphrase, Passphrase);
        QVERIFY(person.comesTo(u"The first card administrator"_s));
        person.table.clock->advance(StationSetup::RootKept - std::chrono::seconds(1));
        QTRY_VERIFY(person.isAt(u"operator"_s));
        Person::type(u"ad1"_s); // somebody is at it
        person.table.clock->advance(std::chrono::seconds(2));
        QTest::qWait(1500); // a look at the clock
        QCOMPARE(person.title(), u"The first card administrator"_s);
        Person::press(Qt::Key_Return);
        for (const QString& text : {StationInMaking::person().name, StationInMaking::person().kana}) {
            Person::type(text);
            Person::press(Qt::Key_Return);
        }
        Person::type(u"7391"_s);
        person.table.clock->advance(StationSetup::RootKept);
        QVERIFY(person.isTold(u"Nothing was done"_s));
        QCOMPARE(person.window->findChild<PinField*>(u"pin"_s)->size(), std::size_t(0));
        QVERIFY(person.title().startsWith(u"Continue"_s));
        person.picture(u"forgotten"_s);
        Person::type(person.table.medium);
        Person::press(Qt::Key_Return);
        Person::type(Passphrase);
        Person::press(Qt::Key_Return);
        QVERIFY(person.comesTo(u"The first card administrator"_s));
        QTRY_VERIFY(person.isAt(u"pin"_s)); // who it is stands there still
        person.table.stack->insert(StationInMaking::reader(), StationInMaking::newCard());
        QTRY_VERIFY(person.window->setup().card() != 0);
        person.fillAdministrator(Pin, Pin);
        QVERIFY(person.comesTo(u"The second card administrator"_s));
        // The first one once more: her number has the keyboard.
        QTRY_VERIFY(person.isAt(u"operator"_s));
        person.table.stack->insert(StationInMaking::reader(), StationInMaking::newCard());
        QTRY_VERIFY(person.window->setup().card() != 0);
        person.fillAdministrator(Pin, Pin);
        QVERIFY(person.isTold(u"has her card already"_s));
        QVERIFY(person.isAt(u"operator"_s));
    }

    // There is none to forget when it could not be opened.
    void aRootThatDidNotOpenTakesNoPageAway() {
        Person person;
        expect(makeRootIn(person.table.medium, u"x"_s, StationInMaking::passphrase(),
                          person.table.clock->now()));
        person.fillNames();
        Person::type(person.table.medium);
        Person::press(Qt::Key_Return);
        Person::type(u"not the passphrase"_s);
        Person::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!person.problemOf(u"passphrase"_s).isEmpty(), 60000);
        person.table.clock->advance(2 * StationSetup::RootKept);
        QTest::qWait(1500);
        QCOMPARE(person.title(), u"The office's root"_s);
    }

    void anOutsideAuthoritysCardNeedsItsPinOnce() {
        Person person;
        const CounterStation elsewhere(*person.table.clock);
        QFile pem(person.table.file(u"ca.pem"_s));
        QVERIFY(pem.open(QIODevice::WriteOnly));
        pem.write(expect(elsewhere.authority().certificatePem()));
        pem.close();
        Person::press(Qt::Key_2);
        QVERIFY(person.has(u"certificates"_s));
        Person::press(Qt::Key_F12);
        QVERIFY(!person.problemOf(u"certificates"_s).isEmpty() && person.isAt(u"certificates"_s));
        Person::type(pem.fileName());
        person.picture(u"1-outside"_s);
        person.fillNames();
        QTRY_VERIFY_WITH_TIMEOUT(person.window->findChild<Notice*>(u"card"_s) != nullptr, 60000);
        QTRY_VERIFY(person.isAt(u"operator"_s));
        QVERIFY(!person.has(u"repeatedPin"_s));
        person.table.clock->advance(2 * StationSetup::RootKept);
        QTest::qWait(1500); // there is no root that could be forgotten
        QVERIFY(person.isAt(u"operator"_s));
        person.table.stack->insert(StationInMaking::reader(), elsewhere.make(elsewhere.order()));
        QTRY_VERIFY(person.window->setup().card() != 0);
        for (const QString& text : {u"ad1"_s, u"管理 一郎"_s, u"カンリ イチロウ"_s}) {
            Person::type(text);
            Person::press(Qt::Key_Return);
        }
        Person::type(u"000000"_s);
        Person::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(person.problemOf(u"pin"_s).contains(u"4 more"_s), 60000);
        person.picture(u"4-outside-wrong-pin"_s);
        Person::type(QString::fromLatin1(CounterStation::Pin));
        Person::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(person.table.need() == SetupNeed::Nothing, 60000);
    }

    // Last: it installs the translation. For people to look at.
    void inJapaneseAndAtTwiceTheSize() {
        if (!installJapanese(*qApp))
            return;
        goThrough(u"ja"_s);
        applyTheme(*qApp, Scale::fromPercent(200));
        goThrough(u"ja-200"_s);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::SetupWindowTest)
#include "tst_setupwindow.moc"
