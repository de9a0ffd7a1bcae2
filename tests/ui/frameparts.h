// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the frame needs around it in a test: a real log and a session. GUI thread.
#pragma once

#include "app/audit/auditreader.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/scriptedscreens.h"

#include <array>
#include <cstddef>

namespace madoguchi {

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
