// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The single door: every action of every control goes through run(). It checks the permission, appends the
// attempt, stops if that can't be made durable, runs, and appends the outcome. Main thread.
#pragma once

#include "app/actions/actionid.h"
#include "app/audit/auditwriter.h"
#include "app/session/session.h"

#include <QMap>
#include <QString>

#include <type_traits>
#include <utility>

namespace madoguchi {

struct ActionCall {
    ActionId id;
    QString target = {};                 ///< "draft:<id>"; see AuditRecord
    QMap<QString, QString> details = {}; ///< ids and counts, never what was typed
};

class ActionRunner {
public:
    /// `audit` must outlive the runner.
    explicit ActionRunner(AuditWriter& audit);

    /// `action` returns a Result<T>, which run() gives back. Errors of its own: PermissionDenied and
    /// SessionEnded (both recorded as refused), RecordFailed (the action did not run).
    /// `session` is null for the few actions that need no login (catalogue: no permission).
    template <class Action>
    auto run(const ActionCall& call, const Session* session, Action&& action)
        -> std::invoke_result_t<Action> {
        return run(call, session, std::forward<Action>(action),
                   [](const auto&) { return QMap<QString, QString>(); });
    }

    /// The same; `describe` makes details for the outcome's record of what came out of the action, such as
    /// the ids of what was shown: ids and counts only. It gets the T of Result<T>.
    template <class Action, class Describe>
    auto run(const ActionCall& call, const Session* session, Action&& action, Describe&& describe)
        -> std::invoke_result_t<Action> {
        const Result<quint64> attempt = begin(call, session);
        if (!attempt)
            return fail(attempt.error());
        auto result = std::forward<Action>(action)();
        finish(withOutcome(call, result, describe), session, *attempt, result ? nullptr : &result.error());
        return result;
    }

    /// The same for madoguchictl, which works for whoever may read the station's files: nobody is logged in,
    /// no permission is asked, and the record says details["via"] = "console".
    template <class Action>
    auto runAtConsole(ActionCall call, Action&& action) -> std::invoke_result_t<Action> {
        const Result<quint64> attempt = beginAtConsole(call);
        if (!attempt)
            return fail(attempt.error());
        auto result = std::forward<Action>(action)();
        finish(call, nullptr, *attempt, result ? nullptr : &result.error());
        return result;
    }

    /// Records that something was seen or edited: a screen shown, a field left changed.
    /// Errors: RecordFailed; the caller then must not show it.
    Result<> note(const ActionCall& call, const Session* session);

    /// The same at the console, for what has no attempt and outcome of its own.
    Result<> noteAtConsole(ActionCall call, AuditOutcome outcome = AuditOutcome::None);

private:
    template <class T, class Describe>
    static ActionCall withOutcome(ActionCall call, const Result<T>& result, Describe& describe) {
        if constexpr (!std::is_void_v<T>) {
            if (result)
                call.details.insert(QMap<QString, QString>(describe(*result)));
        }
        return call;
    }
    Result<quint64> begin(const ActionCall& call, const Session* session);
    Result<quint64> beginAtConsole(ActionCall& call);
    void finish(const ActionCall& call, const Session* session, quint64 attempt, const Error* error);
    AuditWriter& m_audit;
};

} // namespace madoguchi
