// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/attestationregister.h"

#include "app/storage/statement.h"

#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {

Result<bool> AttestationRegister::trust(const Certificate& maker, const QDateTime& now) {
    if (X509_check_ca(maker.handle()) < 1)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"not an authority's certificate"_s);
    Result<Statement> known = m_database.prepare("SELECT 1 FROM attestation_maker WHERE fingerprint = ?1");
    if (!known)
        return fail(known.error());
    const Result<bool> row = known->bind(1, maker.fingerprint()).step();
    if (!row || *row)
        return row ? Result<bool>(false) : row;
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO attestation_maker (fingerprint, certificate, added_at) VALUES (?1, ?2, ?3)");
    if (!insert)
        return fail(insert.error());
    const Result<> added =
        insert->bind(1, maker.fingerprint()).bind(2, maker.der()).bind(3, now.toMSecsSinceEpoch()).run();
    return added ? Result<bool>(true) : fail(added.error());
}

Result<> AttestationRegister::distrust(const QByteArray& fingerprint) {
    Result<Statement> known =
        m_database.prepare("DELETE FROM attestation_maker WHERE fingerprint = ?1 RETURNING 1");
    if (!known)
        return fail(known.error());
    const Result<bool> removed = known->bind(1, fingerprint).step();
    if (!removed)
        return fail(removed.error());
    return *removed ? Result<>() : fail(ErrorCode::CertificateNotTrusted, u"no such maker"_s);
}

Result<QList<Certificate>> AttestationRegister::makers() const {
    Result<Statement> rows =
        m_database.prepare("SELECT certificate FROM attestation_maker ORDER BY added_at, fingerprint");
    if (!rows)
        return fail(rows.error());
    QList<Certificate> found;
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return found;
        const Result<Certificate> maker = Certificate::fromDer(rows->blob(0));
        if (!maker)
            return fail(ErrorCode::DatabaseCorrupt, u"a maker of cards"_s);
        found.append(*maker);
    }
}

Result<> AttestationRegister::note(const QString& issue, const std::optional<AttestedDevice>& device) {
    Result<Statement> earlier = m_database.prepare("DELETE FROM attested_device WHERE issue = ?1");
    if (!earlier)
        return fail(earlier.error());
    if (Result<> removed = earlier->bind(1, issue).run(); !removed || !device)
        return removed;
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO attested_device (issue, maker, serial, version) VALUES (?1, ?2, ?3, ?4)");
    if (!insert)
        return fail(insert.error());
    return insert->bind(1, issue)
        .bind(2, device->maker)
        .bind(3, device->serialNumber)
        .bind(4, device->version)
        .run();
}

Result<std::optional<AttestedDevice>> AttestationRegister::ofCard(const Session& session,
                                                                  const QString& card) const {
    if (const Result<> permitted = session.require(Permission::ViewCardDetails); !permitted)
        return fail(permitted.error());
    Result<Statement> rows =
        m_database.prepare("SELECT d.maker, d.serial, d.version FROM attested_device d "
                           "JOIN card_issue i ON i.id = d.issue WHERE i.card = ?1 AND i.step = 1");
    if (!rows)
        return fail(rows.error());
    const Result<bool> row = rows->bind(1, card).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<AttestedDevice>();
    return std::optional(AttestedDevice{rows->text(0), rows->text(1), rows->text(2)});
}

} // namespace madoguchi
