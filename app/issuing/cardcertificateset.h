// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The four certificates of one operator card on their way: made for its new keys, then signed somewhere else.
// A value; any thread.
#pragma once

#include "app/crypto/unsignedcertificate.h"
#include "smartcard/piv/cardpersonalisation.h"

#include <QDate>
#include <QList>

namespace madoguchi {

class CardCertificateSet {
public:
    struct Part {
        CertificateKind kind;
        UnsignedCertificate certificate;
    };
    struct Order {
        QString office;
        QString operatorId; ///< in all certificates but 9E
        QString issue;      ///< such as "I-0001", the name in all of them
        QDateTime now;
        QDateTime notAfter; ///< the last valid second; endOf() for one that lasts for days
    };

    /// Errors: InputInvalid when `notAfter` has passed or beyond the issuing certificate, and those of
    /// UnsignedCertificate::issuedBy().
    static Result<CardCertificateSet> make(const Certificate& issuing, const CardPublicKeys& keys,
                                           const Order& order);
    /// The last valid second of a card with that last day, UTC.
    static QDateTime endOf(const QDate& lastDay);

    const QList<Part>& parts() const { return m_parts; }
    QDateTime notAfter() const { return m_notAfter; }
    /// What the issuing key signs, in the order of parts().
    QList<QByteArray> toBeSigned() const;
    /// `signatures` as toBeSigned(). Errors: SignatureWrong, InputInvalid for another number of them.
    Result<CardContents> withSignatures(const QList<QByteArray>& signatures, const QByteArray& guid,
                                        const QDate& lastDay) const;

private:
    QList<Part> m_parts;
    QDateTime m_notAfter;
};

} // namespace madoguchi
