// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card that follows a script: each command must be the next one expected and gets its answer. The thread of
// the test.
#pragma once

#include "smartcard/cardstack.h"

#include <QByteArray>
#include <QList>

namespace madoguchi {

class ScriptedCard final : public CardTransaction {
public:
    struct Line {
        QByteArray command; ///< hex, blanks allowed
        QByteArray answer;  ///< hex with the status word; empty: the card leaves
    };

    explicit ScriptedCard(QList<Line> script) : m_script(std::move(script)) {}

    Result<SecretBytes> transmit(QByteArrayView command) override;

    /// What was sent that the script did not expect, or what it still expects; empty when all went as
    /// written.
    QByteArray deviation() const;

private:
    QList<Line> m_script;
    QByteArray m_unexpected;
};

} // namespace madoguchi
