// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An office's own authority: a root on a medium, and an administrator's simulated card whose 9C key it has
// certified. Cards and lists are signed on that card.
#pragma once

#include "app/crypto/hash.h"
#include "app/crypto/unsignedcertificate.h"
#include "app/issuing/pem.h"
#include "app/issuing/revocations.h"
#include "app/issuing/rootmedium.h"
#include "smartcard/piv/issuingsignature.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/cardinhand.h"
#include "tests/support/expect.h"

namespace madoguchi {

class OwnAuthority {
public:
    using Card = std::shared_ptr<SimulatedPivCard>;
    static constexpr char Pin[] = "73915406";
    static SecretBytes passphrase() { return SecretBytes::copyOf("four words in a safe"); }

    explicit OwnAuthority(const QDateTime& now) : m_now(now) {}

    const RootOnMedium& root() const { return m_root; }
    const Certificate& issuing() const { return m_issuing; }
    const Card& administrator() const { return m_administrator; }
    QByteArray chuidHash() const { return Sha256().digest(m_chuid); }

    /// By the administrator's card, with its PIN.
    QByteArray sign(const QByteArray& message) const {
        CardInHand card(m_administrator);
        return expect(signWithIssuingKey(card, {.chuid = m_chuid,
                                                .cardCertificate = m_administrator->certificate(0x9E),
                                                .certificate = m_issuing.der(),
                                                .pin = SecretBytes::copyOf(Pin),
                                                .messages = {message}}))
            .signatures.constFirst();
    }
    Certificate certify(CertificateKind kind, const PublicKey& key) const {
        const auto made =
            expect(UnsignedCertificate::issuedBy(m_issuing, {.kind = kind,
                                                             .key = key,
                                                             .office = office(),
                                                             .commonName = QStringLiteral("card"),
                                                             .operatorId = {},
                                                             .notBefore = m_now.addDays(-1),
                                                             .notAfter = m_now.addYears(2)}));
        return expect(made.withSignature(sign(made.toBeSigned())));
    }
    /// A card for an operator, with certificates of this authority.
    Card makeCard() const {
        CardContent content = blank(m_now);
        for (const auto& [slot, kind] : {std::pair{quint8(0x9A), CertificateKind::Login},
                                         {quint8(0x9C), CertificateKind::Signature},
                                         {quint8(0x9D), CertificateKind::VaultKey},
                                         {quint8(0x9E), CertificateKind::CardGenuine}}) {
            const auto old = expect(Certificate::fromDer(content.certificate(slot)));
            content.setCertificate(slot, certify(kind, old.publicKey()).der());
        }
        return std::make_shared<SimulatedPivCard>(std::move(content));
    }
    RevocationList list(const UnsignedRevocationList& order) const {
        return expect(order.withSignature(sign(order.toBeSigned())));
    }
    RevocationList list(qint64 number, const QList<RevokedCertificate>& revoked, const QDateTime& from,
                        int days = 7) const {
        return list(expect(UnsignedRevocationList::make(
            m_issuing,
            {.number = number, .thisUpdate = from, .nextUpdate = from.addDays(days), .revoked = revoked})));
    }

    static QString office() { return QStringLiteral("131000"); }
    static QByteArray serialOf(const Certificate& certificate) {
        const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate.handle());
        return {reinterpret_cast<const char*>(serial->data), serial->length};
    }

private:
    static QByteArray chuidOf(const Card& card) {
        CardInHand hand(card);
        auto piv = expect(PivApplet::select(hand));
        return expect(piv.readObject(PivObject::Chuid));
    }
    static CardContent blank(const QDateTime& now) {
        CardOrder order;
        order.subject = {QStringLiteral("試験市"), {}, QStringLiteral("窓口 花子"), {}};
        order.validity = {now.addDays(-30), now.addYears(3)};
        order.pin = Pin;
        order.puk = "73915428";
        const auto maker = expect(CertificateAuthority::make(
            {QStringLiteral("工場"), {}, QStringLiteral("工場"), {}}, {now.addDays(-30), now.addYears(10)}));
        return expect(madoguchi::makeCard(order, maker));
    }

    QDateTime m_now;
    RootOnMedium m_root = expect(makeRoot(office(), m_now));
    Card m_administrator = std::make_shared<SimulatedPivCard>(blank(m_now));
    QByteArray m_chuid = chuidOf(m_administrator);
    Certificate m_issuing = expect(certifyIssuingKey(
        m_root, expect(Certificate::fromDer(m_administrator->certificate(0x9C))).publicKey(), office(),
        m_now));
};

} // namespace madoguchi
