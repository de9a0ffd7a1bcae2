// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The PIV application of a card, SP 800-73-4 part 2, as a conversation in one transaction. With a card that
// offers secure messaging in cipher suite CS2, all of the conversation goes through it. Everything blocks as
// long as the card does: only in a conversation on a card's worker thread. Each function may also fail with
// what transmit() and exchange() fail with, and SecureMessagingFailed; only further errors are named.
#pragma once

#include "smartcard/apdu/exchange.h"
#include "smartcard/piv/pivkey.h"
#include "smartcard/piv/pivobject.h"
#include "smartcard/piv/pivpin.h"
#include "smartcard/piv/pivsecuremessaging.h"
#include "smartcard/piv/verifygate.h"

#include <QByteArray>

#include <optional>

namespace madoguchi {

class PivApplet {
public:
    /// Selects PIV, and agrees on keys with a card that offers secure messaging: what it offers once is never
    /// done without. `transaction` must outlive the applet. Errors: CardNotPiv when the card refuses or
    /// answers as another application. Re-selecting may or may not drop a verified PIN.
    static Result<PivApplet> select(CardTransaction& transaction);

    /// The card's key for secure messaging, 04 X Y, which it has shown to hold; empty: it offers none.
    QByteArray messagingKey() const { return m_messaging ? m_messaging->cardKey() : QByteArray(); }

    /// The content of an object, without its outer tag. Errors: CardObjectMissing, also for an empty one;
    /// CardCommandRefused.
    Result<QByteArray> readObject(PivObject object);
    /// The DER certificate of `key`, unpacked. Errors: CardObjectMissing, CardCommandRefused.
    Result<QByteArray> readCertificate(PivKey key);
    /// Which PIN this card asks for first; Piv when the card has no discovery object.
    Result<PinReference> readPinReference();

    /// How many tries the PIN has left, 0 when blocked; none when it is verified already and the card
    /// therefore does not tell. Costs no try. Errors: CardCommandRefused.
    Result<std::optional<int>> pinTries(PinReference reference = PinReference::Piv);
    /// Errors: PinMalformed, without asking the card; CardCommandRefused.
    Result<PinOutcome> verifyPin(const SecretBytes& pin, PinReference reference = PinReference::Piv);
    /// The same on the keys of the card's reader, which makes the command itself, so in clear with every
    /// card; NotEntered when the card confirms that it was asked nothing. Two commands more, for the counter
    /// before and, where no PIN came, after. Errors: CardCommandRefused; CardBusy when another program has
    /// verified the PIN and CardBlocked, before the reader is asked; CardProtocolError when the reader says
    /// that no PIN came and the card does not bear it out. `gate`, where there is one, is passed right before
    /// the reader is asked; CardRemoved when it is shut.
    Result<PinOutcome> verifyPinOnPad(PinReference reference = PinReference::Piv, VerifyGate* gate = nullptr);
    /// The same for changePin(): the present PIN and, twice, the new one. A card that changed it has set its
    /// counter back, so that the counter tells nothing: Unsettled where the reader failed or says that it
    /// waited too long; what it says of its own keys (6401 to 6403) is believed.
    Result<PinOutcome> changePinOnPad(PinReference reference = PinReference::Piv, VerifyGate* gate = nullptr);
    /// As for verifyPin(); the outcome is about `oldPin`.
    Result<PinOutcome> changePin(const SecretBytes& oldPin, const SecretBytes& newPin,
                                 PinReference reference = PinReference::Piv);
    /// The same for the PUK (unblocking key), reference 81.
    Result<PinOutcome> changePuk(const SecretBytes& oldPuk, const SecretBytes& newPuk);
    /// Sets a new PIN by the PUK, which has the same form; the outcome is about the PUK. In clear with every
    /// card: SP 800-73-4 part 2, 4.2 has no secure messaging for this command. Errors: SecureMessagingFailed,
    /// before anything is sent, for a card that offers it and is reached without contacts.
    Result<PinOutcome> unblockPin(const SecretBytes& puk, const SecretBytes& newPin);

    /// Signs a digest of digestSize(algorithm) bytes; ECDSA signatures are DER. The key must be of that kind:
    /// see algorithmOfCertificate(). Errors: InputInvalid, CardObjectMissing, CardCommandRefused (6982: the
    /// PIN is not verified).
    Result<QByteArray> sign(PivKey key, PivAlgorithm algorithm, QByteArrayView digest);
    /// ECDH on P-256: the 32 bytes of the shared point's X. `peer` is 04 X Y; InputInvalid when it is not on
    /// the curve, because a card may not check. An answer that repeats the input is a CardProtocolError.
    Result<SecretBytes> agree(PivKey key, QByteArrayView peer);

private:
    explicit PivApplet(CardTransaction& transaction) : m_transaction(&transaction) {}
    Result<> secure();
    Result<ResponseApdu> send(const CommandApdu& command);
    Result<PinOutcome> change(quint8 reference, const SecretBytes& old, const SecretBytes& next);
    Result<> checkClearUnblocking();
    Result<PinOutcome> present(const char* doing, const CommandApdu& command);
    static Result<PinOutcome> judge(const char* doing, StatusWord status);
    Result<PinOutcome> enterOnPad(PadOrder::Task task, const CommandApdu& command, PinReference reference,
                                  VerifyGate* gate);
    Result<PinOutcome> checkNotEntered(PadOrder::Task task, PadProblem problem, int triesBefore,
                                       PinReference reference);
    Result<SecretBytes> authenticate(PivKey key, PivAlgorithm algorithm, const SecretBytes& content,
                                     const char* doing);

    CardTransaction* m_transaction;
    std::optional<PivSecureMessaging> m_messaging; ///< none: the card does not offer it
};

} // namespace madoguchi
