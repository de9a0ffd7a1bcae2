// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One screen of a real station in a window of its own, worked with the keyboard only, and the record that it
// leaves. GUI thread.
#pragma once

#include "app/audit/auditreader.h"
#include "app/workstation.h"
#include "tests/app/support/teststation.h"
#include "ui/screens/screen.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/messagepanel.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace madoguchi {

template <class T>
class OpenScreen {
public:
    OpenScreen(Workstation& station, const Session& session, const QString& target = {})
        : m_station(station)
        , screen({station, session, station.actions()}, target)
        , failed(&screen, &Screen::failed)
        , succeeded(&screen, &Screen::succeeded) {
        expect(screen.load());
        screen.resize(1280, 640); // what the window of 1280x800 leaves for it
        screen.show();
        if (!QTest::qWaitForWindowActive(&screen))
            qFatal("no window");
        focusFirst();
    }

    /// A key for whatever has the keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focused = QApplication::focusWidget();
        if (focused == nullptr)
            qFatal("nothing has the keyboard");
        QTest::keyClick(focused, key, modifiers);
    }
    /// Goes to `widget` with Tab alone; false when Tab never gets there.
    bool tabTo(const QWidget* widget) {
        for (int i = 0; i < 40; ++i) {
            if (QApplication::focusWidget() == widget)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    /// Goes to the visible button of an action and presses it.
    bool use(ActionId id) {
        const ActionButton* found = button(id);
        if (found == nullptr || !tabTo(found))
            return false;
        press(Qt::Key_Return);
        return true;
    }
    ActionButton* button(ActionId id) {
        const auto buttons = screen.template findChildren<ActionButton*>();
        for (ActionButton* each : buttons) {
            if (each->actionId() == id && each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// The same of an export: what is in the file that it makes; empty when it makes none.
    QByteArray exportBy(ActionId id) { return exportBy(button(id)); }
    QByteArray exportBy(const ActionButton* button) {
        const QByteArray home = qgetenv("HOME");
        const QTemporaryDir folder;
        qputenv("HOME", folder.path().toUtf8());
        if (button != nullptr && tabTo(button))
            press(Qt::Key_Return);
        qputenv("HOME", home);
        const QDir place(folder.filePath(QStringLiteral("madoguchi-export")));
        QFile file(place.filePath(place.entryList(QDir::Files).value(0)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Answers the open question with what it asks for.
    void confirm() {
        press(Qt::Key_Tab);
        press(Qt::Key_Return);
    }
    bool asks() { return MessagePanel::openIn(&screen) != nullptr; }

    /// Whether a list shows a text of this length whole, at this width of the page.
    bool hasRoom(const QString& list, int column, const QString& text) const {
        constexpr int AroundText = 8; // pixels of the design
        const auto* table = screen.template findChild<ListTable*>(list);
        const QFontMetrics metrics(table->font());
        return table->horizontalHeader()->length() <= table->viewport()->width() &&
               metrics.horizontalAdvance(text) + theme::px(AroundText) <= table->columnWidth(column);
    }

    /// Everything that labels say now.
    QString shown() {
        QStringList texts;
        const auto labels = screen.template findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    }
    /// Records of one action, newest first, without the attempts.
    QList<AuditRecord> records(const QString& action) {
        AuditQuery query;
        query.filter.action = action;
        QList<AuditRecord> found = expect(readAuditAsAdministrator(m_station.database(), query)).records;
        found.removeIf([](const AuditRecord& record) { return record.phase == AuditPhase::Attempt; });
        return found;
    }
    /// A picture for people to look at.
    bool save(const QString& name) {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents(); // the texts find their places
        QDir().mkpath(QStringLiteral("pictures"));
        return screen.grab().save(QStringLiteral("pictures/") + name + QStringLiteral(".png"));
    }

private:
    /// As the work area does with a page that it opens.
    void focusFirst() {
        if (QWidget* chosen = screen.focusWidget(); chosen != nullptr && chosen != &screen) {
            chosen->setFocus();
            return;
        }
        for (QWidget* next = screen.nextInFocusChain(); next != &screen; next = next->nextInFocusChain()) {
            if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus) != 0) {
                next->setFocus();
                return;
            }
        }
    }
    Workstation& m_station;

public:
    T screen;
    QSignalSpy failed;
    QSignalSpy succeeded;
};

} // namespace madoguchi
