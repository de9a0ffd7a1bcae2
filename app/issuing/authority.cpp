// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/authority.h"

#include "app/issuing/revocations.h"
#include "app/storage/statement.h"

#include <QTimeZone>

#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

Result<> mayIssue(const Certificate& certificate) {
    constexpr quint32 Needed = KU_KEY_CERT_SIGN | KU_CRL_SIGN;
    if (X509_check_ca(certificate.handle()) != 1 ||
        (X509_get_key_usage(certificate.handle()) & Needed) != Needed)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"not an issuing certificate"_s);
    return {};
}

} // namespace

Result<QList<IssuingCertificate>> OfficeAuthority::issuingCertificates() const {
    Result<Statement> rows = m_database->prepare("SELECT certificate, chuid_hash, added_at FROM "
                                                 "issuing_certificate ORDER BY added_at DESC, rowid DESC");
    if (!rows)
        return fail(rows.error());
    QList<IssuingCertificate> found;
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return found;
        const Result<Certificate> certificate = Certificate::fromDer(rows->blob(0));
        if (!certificate)
            return fail(ErrorCode::DatabaseCorrupt, u"an issuing certificate"_s);
        found.append({*certificate, rows->blob(1),
                      QDateTime::fromMSecsSinceEpoch(rows->integer(2), QTimeZone::utc())});
    }
}

Result<Certificate> OfficeAuthority::issuingCertificateOf(const QByteArray& chuidHash,
                                                          const QDateTime& now) const {
    const Result<QList<IssuingCertificate>> all = issuingCertificates();
    if (!all)
        return fail(all.error());
    const Result<StationFacts> facts = loadStationFacts(*m_database);
    if (!facts)
        return fail(facts.error());
    const Result<QList<Certificate>> roots = Certificate::listFromPem(facts->authorityPem);
    if (!roots)
        return fail(roots.error());
    const Revocations lists(*m_database, *roots);
    for (const IssuingCertificate& known : *all) {
        if (chuidHash.isEmpty() || known.chuidHash != chuidHash || known.certificate.notAfter() <= now)
            continue;
        const auto withdrawal = lists.withdrawalOf(known.certificate);
        if (!withdrawal)
            return fail(withdrawal.error());
        if (!*withdrawal)
            return known.certificate;
    }
    return fail(ErrorCode::IssuingCertificateMissing);
}

Result<bool> OfficeAuthority::add(const Certificate& certificate, const QByteArray& chuidHash,
                                  const CertificateVerifier& roots, const QDateTime& now) {
    if (const Result<> may = mayIssue(certificate); !may)
        return fail(may.error());
    if (const Result<> signedByRoot = roots.verify(certificate, CertificateUse::Signature, now);
        !signedByRoot)
        return fail(signedByRoot.error());
    Result<Statement> known = m_database->prepare("SELECT 1 FROM issuing_certificate WHERE fingerprint = ?1");
    if (!known)
        return fail(known.error());
    const Result<bool> row = known->bind(1, certificate.fingerprint()).step();
    if (!row)
        return fail(row.error());
    Result<Statement> insert = m_database->prepare(
        "INSERT INTO issuing_certificate (fingerprint, certificate, chuid_hash, added_at) "
        "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (fingerprint) DO UPDATE SET chuid_hash = excluded.chuid_hash "
        "WHERE length(excluded.chuid_hash) > 0");
    if (!insert)
        return fail(insert.error());
    insert->bind(1, certificate.fingerprint())
        .bind(2, certificate.der())
        .bind(3, chuidHash)
        .bind(4, now.toMSecsSinceEpoch());
    if (const Result<> inserted = insert->run(); !inserted)
        return fail(inserted.error());
    return !*row;
}

Result<CertificateVerifier> OfficeAuthority::trusted(const StationFacts& facts) const {
    return anchors(facts, Withdrawn::AmongIfKept);
}

Result<CertificateVerifier> OfficeAuthority::trustedForNewCards(const StationFacts& facts) const {
    return anchors(facts, Withdrawn::Left);
}

Result<CertificateVerifier> OfficeAuthority::known(const StationFacts& facts) const {
    return anchors(facts, Withdrawn::Among);
}

Result<CertificateVerifier> OfficeAuthority::anchors(const StationFacts& facts, Withdrawn withdrawn) const {
    const Result<QList<IssuingCertificate>> issuing = issuingCertificates();
    if (!issuing)
        return fail(issuing.error());
    Result<QList<Certificate>> anchors = Certificate::listFromPem(facts.authorityPem);
    if (!anchors)
        return fail(anchors.error());
    const Revocations lists(*m_database, *anchors);
    for (const IssuingCertificate& known : *issuing) {
        const auto withdrawal = lists.withdrawalOf(known.certificate);
        if (!withdrawal)
            return fail(withdrawal.error());
        const bool kept = *withdrawal && isKept(**withdrawal);
        if (!*withdrawal || withdrawn == Withdrawn::Among || (kept && withdrawn == Withdrawn::AmongIfKept))
            anchors->append(known.certificate);
    }
    return CertificateVerifier::trusting(*std::move(anchors));
}

} // namespace madoguchi
