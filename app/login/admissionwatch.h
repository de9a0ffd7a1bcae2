// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Asks again, while a session runs, whether its card and its holder would still be let in: hours, last day,
// certificate, revocation and register may end that at any time. Main thread with an event loop.
#pragma once

#include "app/login/cardrecognition.h"
#include "app/login/loginparts.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace madoguchi {

class AdmissionWatch : public QObject {
    Q_OBJECT
public:
    /// How often it asks; sooner when somebody has set the clock.
    static constexpr std::chrono::seconds Every{30};
    /// How long before the end it warns.
    static constexpr std::chrono::minutes Warning{5};

    explicit AdmissionWatch(const LoginParts& parts, QObject* parent = nullptr);

    /// From now on, for this card, which was admitted just now.
    void start(const RecognisedCard& recognised);
    void stop();

Q_SIGNALS:
    /// As things are now, ended() will come within Warning. Once after each start().
    void endsSoon();
    /// The card is not admitted any more; the watch has stopped. `why`: as CardRecognition::checkAdmission().
    void ended(const madoguchi::Error& why);

private:
    void look();
    void ask();
    Result<> admissionAt(const QDateTime& time) const;

    LoginParts m_parts;
    CardRecognition m_recognition;
    std::optional<RecognisedCard> m_recognised;
    QDateTime m_askedAt;                      ///< by the clock on the wall
    std::chrono::milliseconds m_askedSince{}; ///< the same moment, since the machine started
    bool m_warned = false;
    QTimer m_timer;
};

} // namespace madoguchi
