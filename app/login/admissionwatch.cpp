// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/admissionwatch.h"

#include "app/base/clock.h"
#include "app/operators/operatordirectory.h"

namespace madoguchi {
namespace {

using namespace std::chrono_literals;

constexpr auto Tick = 1s;
constexpr auto Slack = 2s; // what the two clocks may differ by without anybody having set one

} // namespace

AdmissionWatch::AdmissionWatch(const LoginParts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_recognition(parts) {
    m_timer.setInterval(Tick);
    connect(&m_timer, &QTimer::timeout, this, &AdmissionWatch::look);
}

void AdmissionWatch::start(const RecognisedCard& recognised) {
    m_recognised = recognised;
    m_warned = false;
    m_askedAt = {}; // asks at the first tick: the session may begin within the time of the warning
    m_timer.start();
}

void AdmissionWatch::stop() {
    m_timer.stop();
    m_recognised.reset();
}

void AdmissionWatch::look() {
    const auto passed = m_parts.clock.sinceBoot() - m_askedSince;
    const auto onTheWall = std::chrono::milliseconds(m_askedAt.msecsTo(m_parts.clock.now()));
    const bool wasSet = std::chrono::abs(onTheWall - passed) > Slack;
    if (!m_askedAt.isValid() || passed >= Every || wasSet)
        ask();
}

void AdmissionWatch::ask() {
    m_askedAt = m_parts.clock.now();
    m_askedSince = m_parts.clock.sinceBoot();
    if (const Result<> now = admissionAt(m_askedAt); !now) {
        stop();
        Q_EMIT ended(now.error());
        return;
    }
    if (!m_warned && !admissionAt(m_askedAt.addDuration(Warning))) {
        m_warned = true;
        Q_EMIT endsSoon();
    }
}

// What the register says now; what the card proved stands as long as it stays in its reader.
Result<> AdmissionWatch::admissionAt(const QDateTime& time) const {
    Result<CardHolder> present = m_parts.operators.holderOf(m_recognised->card.id);
    if (!present)
        return fail(present.error());
    return m_recognition.checkAdmission({present->card, present->person, m_recognised->identity}, time);
}

} // namespace madoguchi
