// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the frame needs around it in a test: a real log, a session, and made-up screens whose every move can
// be seen. GUI thread.
#pragma once

#include "app/audit/auditreader.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/fakeclock.h"
#include "ui/screens/screencatalogue.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <array>
#include <cstddef>

namespace madoguchi {

/// What the made-up screens do, and what was done to them.
struct ScreenScript {
    QStringList events; ///< "load desk", "save desk" ...
    std::optional<ErrorCode> loadError;
    std::optional<ErrorCode> saveError;
};

inline ScreenScript& screenScript() {
    static ScreenScript script;
    return script;
}

/// A screen with two fields, "first" and "second".
class ScriptedScreen : public Screen {
public:
    ScriptedScreen(const char* name, const ScreenContext& context, const QString& target)
        : Screen(context, target), m_name(QString::fromLatin1(name)) {
        auto* layout = new QVBoxLayout(this);
        for (const char* id : {"first", "second"}) {
            auto* field = new QLineEdit;
            field->setObjectName(QString::fromLatin1(id));
            layout->addWidget(field);
        }
    }
    ~ScriptedScreen() override { note("gone"); }

    QString name() const override { return m_name; }
    QString title() const override { return QStringLiteral("Title of ") + m_name; }
    Result<> load() override {
        note("load");
        return outcome(screenScript().loadError);
    }
    Result<> refresh() override {
        note("refresh");
        return {};
    }
    Result<> save() override {
        note("save");
        return outcome(screenScript().saveError);
    }

private:
    void note(const char* what) { screenScript().events += QString::fromLatin1(what) + u' ' + m_name; }
    static Result<> outcome(const std::optional<ErrorCode>& code) {
        if (code)
            return fail(*code);
        return {};
    }
    QString m_name;
};

inline constexpr char deskName[] = "desk";
inline constexpr char draftName[] = "draft";
inline constexpr char auditName[] = "audit";

template <const char* name>
std::unique_ptr<Screen> makeScripted(const ScreenContext& context, const QString& target) {
    return std::make_unique<ScriptedScreen>(name, context, target);
}

/// An operator may see the first two.
inline constexpr std::array ScriptedCatalogue{
    ScreenEntry{deskName, Permission::OpenReception, true, "Desk", makeScripted<deskName>},
    ScreenEntry{draftName, Permission::ViewOwnDrafts, false, "Draft", makeScripted<draftName>},
    ScreenEntry{auditName, Permission::ViewAuditLog, true, "Operation log", makeScripted<auditName>},
};

/// A log that records, and an operator's session. The scripted screens don't use the station.
class FrameParts {
public:
    FrameParts() {
        screenScript() = {};
        m_log.open();
        m_actions = std::make_unique<ActionRunner>(m_log.writer());
        m_session = std::make_unique<Session>(SessionFacts{.id = QStringLiteral("s1"),
                                                           .operatorId = QStringLiteral("op01"),
                                                           .operatorName = QStringLiteral("甲野 花子"),
                                                           .role = Role::Operator,
                                                           .card = QStringLiteral("C-0001"),
                                                           .startedAt = m_clock.now()},
                                              std::nullopt);
    }

    ScreenContext context() { return {reinterpret_cast<Workstation&>(m_noStation), *m_session, *m_actions}; }
    FakeClock& clock() { return m_clock; }
    Session& session() { return *m_session; }
    /// "screen.show screen:desk", oldest first, without the log's own beginning.
    QStringList recorded() {
        QStringList lines;
        const AuditPage page = readAuditAsAdministrator(m_log.database(), {.limit = 1000}).value();
        for (const AuditRecord& record : page.records) {
            if (!record.action.startsWith(QStringLiteral("program.")))
                lines.prepend(record.target.isEmpty() ? record.action : record.action + u' ' + record.target);
        }
        return lines;
    }
    /// From now on nothing can be recorded.
    void breakLog() { std::ignore = m_log.writer().stop(); }

private:
    FakeClock m_clock;
    LogFixture m_log;
    std::unique_ptr<ActionRunner> m_actions;
    std::unique_ptr<Session> m_session;
    alignas(std::max_align_t) std::array<std::byte, 64> m_noStation{};
};

} // namespace madoguchi
