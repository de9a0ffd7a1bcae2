// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The PIN of a login on its way to the card: what the card is asked with it, and the counted try that is
// taken back when VERIFY was never sent. Main thread; the conversation runs on the card's worker.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/login/cardrecognition.h"
#include "app/login/loginparts.h"
#include "smartcard/piv/pinlogin.h"

#include <QObject>

#include <functional>

namespace madoguchi {

class LoginPin {
public:
    explicit LoginPin(const LoginParts& parts) : m_parts(parts) {}

    /// With the secrets of vault and office key, where the card has slots for them. Errors: those of
    /// VaultKeySlots.
    Result<PinLoginRequest> requestFor(const RecognisedCard& recognised, SecretBytes pin) const;
    /// `recorded` is about taking the try back: RecordFailed, else no error.
    using Done = std::function<void(Result<PinLogin> login, Result<> recorded)>;
    /// `submitted`: what was recorded when the try was counted; once more as Failed, with the try taken back,
    /// when the card never saw the PIN. `done` and `context` as for CardService::converse().
    void send(CardId card, PinLoginRequest request, AuditRecord submitted, QObject* context, Done done) const;

private:
    Result<> takeBackTry(const AuditRecord& notSent) const;
    LoginParts m_parts;
};

} // namespace madoguchi
