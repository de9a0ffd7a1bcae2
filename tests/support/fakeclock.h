// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A clock that moves only when told, and whose parts can be set against each other as people and networks do.
#pragma once

#include "app/base/clock.h"

#include <QTimeZone>

namespace madoguchi {

class FakeClock final : public Clock {
public:
    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds sinceBoot() const override { return m_sinceBoot; }
    QByteArray bootId() const override { return m_bootId; }

    /// Time passes.
    void advance(std::chrono::milliseconds time) {
        m_now = m_now.addMSecs(time.count());
        m_sinceBoot += time;
    }
    /// Somebody sets the wall clock.
    void setNow(const QDateTime& now) { m_now = now; }
    /// The machine starts anew.
    void reboot(const QByteArray& bootId) {
        m_bootId = bootId;
        m_sinceBoot = std::chrono::seconds(20);
    }

private:
    QDateTime m_now{QDate(2026, 11, 21), QTime(1, 0), QTimeZone::utc()};
    std::chrono::milliseconds m_sinceBoot{std::chrono::hours(1)};
    QByteArray m_bootId = "11111111-1111-1111-1111-111111111111";
};

} // namespace madoguchi
