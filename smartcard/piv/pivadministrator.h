// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What only the holder of the card's management key may do: make keys, write objects, change that key.
// SP 800-73-4 part 2, 3.2.4 and 3.3. Everything blocks as long as the card does: only in a conversation on a
// card's worker thread. Each function may also fail with what transmit() and exchange() fail with.
#pragma once

#include "smartcard/apdu/exchange.h"
#include "smartcard/piv/pivkey.h"
#include "smartcard/piv/pivmanagementkey.h"
#include "smartcard/piv/pivobject.h"

#include <QByteArray>

namespace madoguchi {

class PivAdministrator {
public:
    /// Which algorithm the card's management key has, where the card tells (YubiKey: GET METADATA, F7); none:
    /// it does not tell. PIV is selected. Errors: CardProtocolError for an answer that makes no sense.
    static Result<std::optional<PivManagementAlgorithm>> managementAlgorithm(CardTransaction& transaction);

    /// Mutual authentication with 9B. PIV is selected; `transaction` must outlive the administrator. Errors:
    /// CardManagementKeyWrong, also for a key of another algorithm; CardNotGenuine when the card can't show
    /// that it has the key too; CardProtocolError.
    static Result<PivAdministrator> authenticate(CardTransaction& transaction, const PivManagementKey& key);

    /// Makes a new pair on the card, in place of the old one, and gives the public point, 04 X Y. P-256 and
    /// P-384 only, else InputInvalid. Errors: CardCommandRefused, CardProtocolError.
    Result<QByteArray> generateKey(PivKey key, PivAlgorithm algorithm);
    /// `content` is what is inside tag 53; empty deletes the object. Errors: CardCommandRefused.
    Result<> writeObject(PivObject object, QByteArrayView content);
    /// As an uncompressed certificate object (SP 800-73-4 part 1, table 10).
    Result<> writeCertificate(PivKey key, QByteArrayView der);
    /// YubiKey's SET MANAGEMENT KEY (FF); SP 800-73-4 has no command for it. Errors: CardCommandRefused,
    /// also from a card that can't.
    Result<> setManagementKey(const PivManagementKey& next);

private:
    explicit PivAdministrator(CardTransaction& transaction) : m_transaction(&transaction) {}
    CardTransaction* m_transaction;
};

} // namespace madoguchi
