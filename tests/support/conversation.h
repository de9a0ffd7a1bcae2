// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A conversation with a card as a test sees it: begun now, its result looked at later. Main thread.
#pragma once

#include "smartcard/cardservice.h"

#include <QTest>

#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

template <class T>
class Conversation {
public:
    Conversation(CardService& service, CardId card, std::function<Result<T>(CardTransaction&)> talk) {
        service.converse<T>(card, std::move(talk), &m_context, [results = m_results](Result<T> result) {
            results->count += 1;
            results->last.emplace(std::move(result));
        });
    }

    /// How often the service told a result; must never exceed 1.
    int tellings() const { return m_results->count; }
    bool isOver() const { return m_results->last.has_value(); }
    /// Waits for the result; CardMute when none comes within `milliseconds`.
    const Result<T>& wait(int milliseconds = 10'000) {
        if (!QTest::qWaitFor([this] { return isOver(); }, milliseconds))
            m_results->last.emplace(fail(ErrorCode::CardMute, QStringLiteral("the test waited in vain")));
        return *m_results->last;
    }
    /// The error's name, or "ok".
    QString outcome(int milliseconds = 10'000) {
        const Result<T>& result = wait(milliseconds);
        return result ? QStringLiteral("ok") : errorName(result.error().code);
    }

private:
    struct Results {
        int count = 0;
        std::optional<Result<T>> last;
    };

    QObject m_context;
    std::shared_ptr<Results> m_results = std::make_shared<Results>();
};

/// A conversation of one command.
inline std::function<Result<QByteArray>(CardTransaction&)> say(const QByteArray& command) {
    return [command](CardTransaction& transaction) -> Result<QByteArray> {
        const auto response = transaction.transmit(command);
        if (!response)
            return fail(response.error());
        return response->view().toByteArray();
    };
}

} // namespace madoguchi
