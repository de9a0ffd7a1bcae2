// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/terminalstate.h"

#include "app/station/settings.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

TerminalState::TerminalState(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

Result<TerminalOpening> TerminalState::present() const {
    const Result<std::optional<QJsonObject>> stored = readSetting(m_database, u"terminal"_s);
    if (!stored)
        return fail(stored.error());
    if (!*stored)
        return TerminalOpening{};
    const QJsonObject& json = **stored;
    return TerminalOpening{json[u"open"_s].toBool(false), json[u"by"_s].toString(),
                           QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODateWithMs)};
}

Result<> TerminalState::admit(Role role) const {
    const Result<TerminalOpening> now = present();
    if (!now)
        return fail(now.error());
    if (!now->open && role == Role::Operator)
        return fail(ErrorCode::TerminalClosed);
    return {};
}

Result<> TerminalState::open(const Session& session) {
    if (const Result<> permitted = session.require(Permission::OpenTerminal); !permitted)
        return fail(permitted.error());
    return change(session, true);
}

Result<> TerminalState::close(const Session& session) {
    if (const Result<> permitted = session.require(Permission::CloseTerminal); !permitted)
        return fail(permitted.error());
    return change(session, false);
}

Result<> TerminalState::change(const Session& session, bool open) {
    return writeSetting(m_database, u"terminal"_s,
                        {{u"open"_s, open},
                         {u"by"_s, session.facts().operatorId},
                         {u"at"_s, m_clock.now().toUTC().toString(Qt::ISODateWithMs)}});
}

} // namespace madoguchi
