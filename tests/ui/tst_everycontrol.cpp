// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Guard: every control of every screen has an ActionId, under which its use is recorded, and a name for those
// who can't see it. A forgotten one fails here.

#include "tests/support/testcase.h"
#include "tests/ui/screens/operatorwindow.h"
#include "ui/cover.h"
#include "ui/forms/procedureform.h"
#include "ui/screens/draftscreen.h"
#include "ui/widgets/action.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/messagepanel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTextEdit>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

class EveryControlTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }

    void theGuardFindsABareControl() {
        QWidget page;
        auto* layout = new QVBoxLayout(&page);
        layout->addWidget(new QPushButton(u"Bare"_s));
        layout->addWidget(new QLineEdit);
        new QShortcut(Qt::Key_F9, &page);
        page.addAction(new QAction(u"Menu"_s, &page));
        page.show();
        const QStringList found = findings(page).filter(u"no ActionId"_s);
        QCOMPARE(found.size(), 4);
        QCOMPARE(findings(page).filter(u"no name"_s).size(), 1); // the field; the button has its text
    }

    void whileNobodyIsLoggedIn() {
        FakeClock clock;
        LoginScreen screen({u"Office"_s, u"Terminal"_s}, clock);
        screen.show();
        const QMetaEnum states = QMetaEnum::fromType<LoginState>();
        for (int i = 0; i < states.keyCount(); ++i) {
            LoginView view;
            view.state = static_cast<LoginState>(states.value(i));
            screen.showView(view);
            QCOMPARE(findings(screen), QStringList());
        }
    }

    void panelsAndCover() {
        QWidget page;
        FakeClock clock;
        Cover cover(clock, &page);
        MessagePanel panel(&page);
        page.resize(800, 600);
        page.show();
        panel.ask({.title = u"Question"_s,
                   .choices = {{ActionId::DismissMessage, u"Close"_s, ButtonKind::Primary, {}}}});
        QCOMPARE(findings(page), QStringList());
        cover.coverNow();
        QCOMPARE(findings(page), QStringList());
    }

    void everyPageOfEveryRole_data() {
        QTest::addColumn<Role>("role");
        const QMetaEnum roles = QMetaEnum::fromType<Role>();
        for (int i = 0; i < roles.keyCount(); ++i)
            QTest::newRow(roles.key(i)) << static_cast<Role>(roles.value(i));
    }
    void everyPageOfEveryRole() {
        QFETCH(Role, role);
        StationWithCards station;
        station.enroll(u"p1"_s, u"甲野 花子"_s, role);
        MainWindow window(station.station());
        window.show();
        station.start();
        station.putIn(u"p1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(station.station().login().view().state, LoginState::AwaitingPin, 20000);
        station.station().login().submitPin(StationWithCards::pin());
        QTRY_VERIFY_WITH_TIMEOUT(window.workArea() != nullptr, 20000);
        QCOMPARE(findings(window), QStringList());

        const ScreenContext context{station.station(), *station.station().login().session(),
                                    station.station().actions()};
        for (const ScreenEntry& entry : screenCatalogue()) {
            if (!context.session.may(entry.permission))
                continue;
            const bool isDraft = qstrcmp(entry.name, "draft") == 0; // makes its controls from a draft: below
            const bool ofAPerson = qstrcmp(entry.name, "role") == 0;
            const std::unique_ptr<Screen> screen = entry.make(context, ofAPerson ? u"p1"_s : QString());
            // A card's page can't load without its card; its controls are there all the same.
            QVERIFY2(screen->load().has_value() || (!entry.inNavigation && !ofAPerson), entry.name);
            screen->show();
            QVERIFY2(isDraft || controlsIn(*screen) > 0, entry.name);
            QCOMPARE(findings(*screen), QStringList());
            // What Enter opens: details in the list's place, or a question over it.
            auto* list = screen->findChild<ListTable*>();
            if (list != nullptr && list->rowCount() > 0)
                Q_EMIT list->rowOpened(0);
            QCOMPARE(findings(*screen), QStringList());
            const bool hasDetails = QList<QByteArray>{"cards", "audit", "rights"}.contains(entry.name);
            QVERIFY2(!hasDetails || !list->isVisible(), entry.name);
        }
    }

    void everyStepAndQuestionOfADraft_data() {
        QTest::addColumn<int>("procedure");
        QTest::newRow("the first") << 0;
        QTest::newRow("the second") << 1;
    }
    void everyStepAndQuestionOfADraft() {
        QFETCH(int, procedure);
        OperatorWindow desk;
        QVERIFY(desk.logIn());
        OperatorWindow::press(Qt::Key_Return);
        OperatorWindow::press(static_cast<Qt::Key>(Qt::Key_1 + procedure));
        OperatorWindow::press(Qt::Key_Return);
        QVERIFY(desk.reaches<DraftScreen>());
        auto* form = desk.screen<ProcedureForm>();
        const int steps = static_cast<int>(form->procedure().groups.size());
        QVERIFY(steps > 1);
        for (int step = 0; step < steps; ++step) {
            form->showGroup(step);
            QCOMPARE(findings(*desk.window), QStringList());
        }
        OperatorWindow::press(Qt::Key_F12); // the summary of what is missing
        QCOMPARE(findings(*desk.window), QStringList());
        for (const QList<Qt::Key>& keys :
             {QList{Qt::Key_F1}, {Qt::Key_F6}, {Qt::Key_F6, Qt::Key_Return}, {Qt::Key_F7}}) {
            for (const Qt::Key key : keys)
                OperatorWindow::press(key);
            QVERIFY(MessagePanel::openIn(desk.window.get()) != nullptr);
            QCOMPARE(findings(*desk.window), QStringList());
            OperatorWindow::press(Qt::Key_Escape);
        }
    }

private:
    static bool isControl(const QObject& object) {
        return qobject_cast<const QAbstractButton*>(&object) || qobject_cast<const QLineEdit*>(&object) ||
               qobject_cast<const QTextEdit*>(&object) || qobject_cast<const QPlainTextEdit*>(&object) ||
               qobject_cast<const QComboBox*>(&object) || qobject_cast<const QAbstractSpinBox*>(&object) ||
               qobject_cast<const QAbstractItemView*>(&object) || qobject_cast<const PinField*>(&object) ||
               qobject_cast<const QAction*>(&object) || qobject_cast<const QShortcut*>(&object);
    }

    /// Its own, or that of the control that it is a part of, such as a table's header.
    static bool hasAction(const QObject& control, const QObject& root) {
        for (const QObject* object = &control; object != nullptr && object != &root;
             object = object->parent()) {
            if (actionOf(object))
                return true;
        }
        return false;
    }

    static int controlsIn(const QWidget& root) {
        int count = 0;
        for (const QObject* object : root.findChildren<QObject*>())
            count += isControl(*object) ? 1 : 0;
        return count;
    }

    static QString described(const QObject& object) {
        return QLatin1StringView(object.metaObject()->className()) + u' ' + object.objectName();
    }

    static QStringList findings(const QWidget& root) {
        QStringList found;
        const QList<QObject*> objects = root.findChildren<QObject*>();
        for (QObject* object : objects) {
            if (!isControl(*object))
                continue;
            if (!hasAction(*object, root))
                found += u"no ActionId: "_s + described(*object);
            const auto* widget = qobject_cast<const QWidget*>(object);
            if (widget == nullptr || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(object);
            if (accessible == nullptr || accessible->text(QAccessible::Name).isEmpty())
                found += u"no name: "_s + described(*object);
        }
        return found;
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::EveryControlTest)
#include "tst_everycontrol.moc"
