// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/cardcertificateset.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int SlowestClock = 300; // seconds: stations whose clock is behind accept the card too

} // namespace

QDateTime CardCertificateSet::endOf(const QDate& lastDay) {
    return lastDay.addDays(1).startOfDay().addSecs(-1).toUTC();
}

Result<CardCertificateSet> CardCertificateSet::make(const Certificate& issuing, const CardPublicKeys& keys,
                                                    const Order& order) {
    CardCertificateSet set;
    set.m_notAfter = order.notAfter;
    if (!set.m_notAfter.isValid() || set.m_notAfter <= order.now || set.m_notAfter > issuing.notAfter())
        return fail(ErrorCode::InputInvalid, u"the card's last day"_s);
    const std::array<std::pair<CertificateKind, const QByteArray*>, 4> wanted{
        {{CertificateKind::Login, &keys.authentication},
         {CertificateKind::Signature, &keys.signature},
         {CertificateKind::VaultKey, &keys.keyManagement},
         {CertificateKind::CardGenuine, &keys.cardAuthentication}}};
    for (const auto& [kind, point] : wanted) {
        const auto key = PublicKey::fromP256Point(*point);
        if (!key)
            return fail(key.error());
        // Anybody who holds the card for a moment reads 9E: it names the card and nobody.
        auto made = UnsignedCertificate::issuedBy(
            issuing, {.kind = kind,
                      .key = *key,
                      .office = order.office,
                      .commonName = order.issue,
                      .operatorId = kind == CertificateKind::CardGenuine ? QString() : order.operatorId,
                      .notBefore = std::max(order.now.addSecs(-SlowestClock), issuing.notBefore()),
                      .notAfter = set.m_notAfter});
        if (!made)
            return fail(made.error());
        set.m_parts.append({kind, *std::move(made)});
    }
    return set;
}

QList<QByteArray> CardCertificateSet::toBeSigned() const {
    QList<QByteArray> messages;
    for (const Part& part : m_parts)
        messages.append(part.certificate.toBeSigned());
    return messages;
}

Result<CardContents> CardCertificateSet::withSignatures(const QList<QByteArray>& signatures,
                                                        const QByteArray& guid, const QDate& lastDay) const {
    if (signatures.size() != m_parts.size())
        return fail(ErrorCode::InputInvalid, u"%1 signatures"_s.arg(signatures.size()));
    CardContents contents;
    contents.guid = guid;
    contents.lastDay = lastDay;
    const std::array places{&contents.authentication, &contents.signature, &contents.keyManagement,
                            &contents.cardAuthentication}; // in the order of make()
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const auto joined = m_parts[i].certificate.withSignature(signatures[i]);
        if (!joined)
            return fail(joined.error());
        *places[static_cast<std::size_t>(i)] = joined->der();
    }
    return contents;
}

} // namespace madoguchi
