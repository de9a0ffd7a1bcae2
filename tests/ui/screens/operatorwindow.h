// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The whole window on a real station with an operator at it, and what her hands and eyes do. GUI thread.
#pragma once

#include "app/audit/auditreader.h"
#include "tests/ui/stationwithcards.h"
#include "tests/ui/typing.h"
#include "ui/mainwindow.h"
#include "ui/screens/loginscreen.h"
#include "ui/screens/screen.h"
#include "ui/theme.h"
#include "ui/widgets/pinfield.h"
#include "ui/workarea.h"

#include <QApplication>
#include <QDir>

namespace madoguchi {

class OperatorWindow {
public:
    explicit OperatorWindow(const QString& secondName = QStringLiteral("乙山 次郎")) {
        station.enroll(QStringLiteral("op01"), QStringLiteral("甲野 花子"), Role::Operator);
        station.enroll(QStringLiteral("op02"), secondName, Role::Operator);
        window = std::make_unique<MainWindow>(station.station());
        window->resize(1280, 800);
        window->show();
        station.start();
    }

    bool logIn(const QString& id = QStringLiteral("op01")) {
        station.putIn(id);
        const auto awaits = [this] { return window->loginScreen().view().state == LoginState::AwaitingPin; };
        if (!QTest::qWaitFor(awaits, 20000))
            return false;
        auto* pin = window->loginScreen().findChild<PinField*>();
        QTest::keyClicks(pin, QStringLiteral("246810"));
        QTest::keyClick(pin, Qt::Key_Return);
        return QTest::qWaitFor([this] { return window->workArea() != nullptr; }, 20000);
    }
    bool pullCard() {
        station.takeOut();
        const auto waits = [this] {
            return window->workArea() == nullptr &&
                   window->loginScreen().view().state == LoginState::WaitingForCard;
        };
        return QTest::qWaitFor(waits, 20000);
    }

    /// Presses keys wherever the keyboard is.
    static void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    static void type(const QString& text) { typeText(QApplication::focusWidget(), text); }

    /// The screen that is seen; null if it is none of that kind, or another one is on its way.
    template <class T>
    T* screen() const {
        if (window->workArea() == nullptr)
            return nullptr;
        for (T* each : window->workArea()->findChildren<T*>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    template <class T>
    bool reaches() const {
        return QTest::qWaitFor([this] { return screen<T>() != nullptr; }, 5000);
    }
    template <class T>
    T* find(const QString& objectName) const {
        return window->workArea()->findChild<T*>(objectName);
    }

    /// From the desk: the first purpose and the second procedure (住民票の写し), by keys.
    void startDraft() {
        press(Qt::Key_Return);
        press(Qt::Key_2);
        press(Qt::Key_Return);
    }

    Work& work() { return *station.station().work(); }
    const Session& session() { return *station.station().login().session(); }
    QList<DraftSummary> drafts() { return work().drafts.list(session()).value_or(QList<DraftSummary>()); }
    /// What the vault holds of the newest draft.
    FieldValues stored() {
        const QList<DraftSummary> all = drafts();
        if (all.isEmpty())
            return {};
        const Result<Draft> draft = work().drafts.load(session(), all.constFirst().id);
        return draft ? draft->values : FieldValues();
    }

    /// Records of one action, the newest first.
    QList<AuditRecord> records(const QString& action) {
        AuditQuery query;
        query.filter.action = action;
        query.limit = 1000;
        const Result<AuditPage> page = readAuditAsAdministrator(station.station().database(), query);
        return page ? page->records : QList<AuditRecord>();
    }

    /// Into the folder that MADOGUCHI_PICTURES names, if it does.
    void picture(const QString& name) const {
        const QString folder = qEnvironmentVariable("MADOGUCHI_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(50);
        window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }

    StationWithCards station;
    std::unique_ptr<MainWindow> window;
};

} // namespace madoguchi
