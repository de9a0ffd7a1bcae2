// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card that plays its part in a transcript, a text that people read and review: it answers what is written
// there and nothing else, and knows if the program sends anything else. Only what can't be written down comes
// from keys: signatures and the like. See tests/scenarios/transcripts/README.md for how they are written.
// Made and asked by the thread of the test; commands come from the card's worker.
#pragma once

#include "smartcard/simulator/cardcontent.h"
#include "smartcard/simulator/cardmessaging.h"
#include "smartcard/simulator/simulatedcard.h"
#include "tests/support/transcriptpattern.h"

#include <QHash>
#include <QStringList>

#include <mutex>
#include <optional>

namespace madoguchi {

class TranscriptCard final : public SimulatedCard {
public:
    /// `keys`: of a card whose certificates the register knows, or of a blank one. A file that can't be read
    /// or understood ends the test program.
    TranscriptCard(const QString& path, CardContent keys);

    QByteArray atr() const override { return m_keys.personality.atr; }
    void reset() override;
    QByteArray transmit(QByteArrayView command) override;

    /// What went otherwise than it is written, or what is still to come; empty when all went as written.
    QString deviation() const;

private:
    struct Line {
        enum class Kind { Command, ChainedCommand, SecuredCommand, Answer, LongAnswer, SecuredAnswer, Reset };
        Kind kind;
        QString place; ///< file and number
        TranscriptPattern pattern;
    };
    void read(const QString& path);
    QByteArray deviate(const QString& what);
    QByteArray collect(QByteArrayView command);
    QByteArray openSecured(QByteArrayView command);
    QByteArray take(QByteArrayView command, Line::Kind kind);
    QByteArray answer(const QByteArray& whole, Line::Kind kind);
    QByteArray seal(const QByteArray& answer);
    QByteArray nextPiece(QByteArrayView getResponse);
    bool fits(const QString& name, QByteArrayView bytes);
    QByteArray valueOf(const QString& name);
    QByteArray newKey(quint8 reference);
    QByteArray witness();
    QByteArray agreement();

    mutable std::mutex m_lock;
    CardContent m_keys;
    std::vector<Line> m_lines;
    std::size_t m_next = 0;
    QString m_deviation;
    bool m_isFirst = true;
    bool m_wasReset = false;
    QByteArray m_chain; ///< header and data of the pieces so far
    QByteArray m_rest;  ///< what GET RESPONSE will fetch
    QHash<QString, QByteArray> m_values;
    QList<QByteArray> m_random; ///< all that was to be random
    QByteArray m_lastNamed;     ///< in the present command
    QByteArray m_witness;       ///< in clear
    std::optional<simulator::CardMessaging> m_messaging;
};

} // namespace madoguchi
