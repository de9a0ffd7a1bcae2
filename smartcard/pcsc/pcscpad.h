// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The keys of the reader that a card is in, over the connection to that card. The thread of the connection.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/pcsc/pcscfeatures.h"
#include "smartcard/pcsc/pinpadblock.h"

namespace madoguchi {

class PcscPad {
public:
    /// Asks the driver what the reader can do. `card` must outlive the pad.
    explicit PcscPad(SCARDHANDLE card) : m_card(card), m_codes(readControlCodes(card)) {}

    ReaderFeatures features() const { return featuresFrom(m_codes); }

    struct Answer {
        LONG code = SCARD_E_UNSUPPORTED_FEATURE; ///< of SCardControl
        QByteArray bytes = {};                   ///< the status word, if all is well
    };
    /// Blocks until the reader is through with it.
    Answer enter(const PadOrder& order) const;

private:
    Answer control(quint8 feature, const QByteArray& input) const;
    PadProperties properties() const;

    SCARDHANDLE m_card;
    ControlCodes m_codes;
};

} // namespace madoguchi
