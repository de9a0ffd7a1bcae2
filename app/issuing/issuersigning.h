// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The administrator's own card signs in her session, the certificates of a card that she issues or a list of
// revoked ones: it is read, her PIN is asked for and counted as at a login, and the key in 9C signs. Main
// thread; one at a time.
#pragma once

#include "app/actions/actionid.h"
#include "app/crypto/certificate.h"
#include "app/login/loginparts.h"
#include "app/login/pintry.h"
#include "app/operators/operatorcard.h"
#include "smartcard/piv/pivkey.h"

#include <QMap>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

struct IssuerSigningOrder {
    CardId reader = 0;     ///< insertion of the session's card
    Certificate authority; ///< of its 9C key
    // Of the try's records: what is signed.
    ActionId action;
    QString target;
    QMap<QString, QString> details = {};
    QList<QByteArray> messages; ///< signed whole
    /// What the signatures change in station.db, in one transaction with their record; may be empty.
    std::function<Result<>(const QList<QByteArray>&)> keep = {};
};

class IssuerSigning : public QObject {
    Q_OBJECT
public:
    /// `parts` with `session`.
    explicit IssuerSigning(const LoginParts& parts, QObject* parent = nullptr);

    /// A signal follows, never before this returns. One that is under way is given up.
    void begin(IssuerSigningOrder order);
    /// Takes the PIN once, after one of the three signals that ask for it.
    void submitPin(SecretBytes pin);
    /// What was sent already is still recorded.
    void giveUp();

Q_SIGNALS:
    /// `triesLeft`: as the card counts; none when it does not tell.
    void pinAsked(std::optional<int> triesLeft);
    void pinWrong(int triesLeft);
    /// Nothing was sent to the card.
    void pinMalformed(std::optional<int> triesLeft);
    /// In the order of the messages, checked.
    void made(const QList<QByteArray>& signatures);
    /// It is over. SessionEnded; CardChanged when it is not the session's card; CardBlocked; PinLastTry: the
    /// last try is left to a login, which asks first; PinDelayed, PinLocked, RecordFailed, those of
    /// signWithIssuingKey() and of IssuerSigningOrder::keep.
    void refused(const madoguchi::Error& why);

private:
    /// Before the PIN.
    struct Read {
        QByteArray chuid;
        PinReference pinReference = PinReference::Piv;
        std::optional<int> triesLeft = {};
    };
    static Result<Read> read(CardTransaction& transaction);
    Result<> take(const Read& card);
    Result<> send(SecretBytes pin);
    void onPinChecked(Result<PinOutcome> outcome);
    AuditRecord record(ActionId action, AuditOutcome outcome) const;
    void refuse(const Error& why);
    const Session* session() const { return m_parts.session(); }

    LoginParts m_parts;
    PinTry m_try;
    quint64 m_round = 0; ///< of begin(): what belongs to an earlier one is dropped
    std::optional<IssuerSigningOrder> m_order;
    Read m_card;
    OperatorCard m_registered;                       ///< the session's card, from take() on
    std::shared_ptr<QList<QByteArray>> m_signatures; ///< written by the worker, read after its answer
};

} // namespace madoguchi
