// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// PIV secure messaging in cipher suite CS2, SP 800-73-4 part 2, clause 4: agreeing on keys with the card, and
// one command with its whole answer under them. What somebody beside the reader can then listen to holds no
// PIN. It does not say who the card is: nobody here knows which signers to trust (see SECURITY.md); that is
// proven by 9E. Blocks as long as the card does; the thread that owns the transaction.
#pragma once

#include "smartcard/apdu/exchange.h"
#include "smartcard/piv/securemessagingsession.h"

#include <QByteArrayView>

namespace madoguchi {

class PivSecureMessaging {
public:
    /// Whether an application property template (the content of tag 61) names CS2.
    static bool isOffered(QByteArrayView propertyTemplate);

    /// Agrees on keys, two commands or more. PIV is selected; `signerObject` is the content of its object
    /// 5FC122. Errors: SecureMessagingFailed when the card refuses, shows a certificate that its signer did
    /// not sign, or did not come to the same keys; those of transmit and exchange().
    static Result<PivSecureMessaging> establish(CardTransaction& transaction, QByteArrayView signerObject);

    /// SP 800-73-4 part 2, 4.2: GET DATA, VERIFY, CHANGE REFERENCE DATA, GENERAL AUTHENTICATE.
    static bool carries(const CommandApdu& command);

    /// Of the card, from its certificate: 04 X Y. Only who has it came to the keys of this session.
    QByteArray cardKey() const { return m_cardKey; }

    /// As madoguchi::exchange(), and SecureMessagingFailed, after which there is no further exchange: when
    /// the card answers outside the session or with a MAC that does not fit.
    Result<ResponseApdu> exchange(CardTransaction& transaction, const CommandApdu& command);

private:
    PivSecureMessaging(SecureMessagingKeys keys, QByteArray cardKey)
        : m_session(std::move(keys)), m_cardKey(std::move(cardKey)) {}

    SecureMessagingSession m_session;
    QByteArray m_cardKey;
};

} // namespace madoguchi
