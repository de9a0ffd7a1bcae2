// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/revocations.h"

#include "app/crypto/hash.h"
#include "app/issuing/issueregister.h"
#include "app/storage/statement.h"

#include <algorithm>
#include <openssl/x509v3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// An authority is a name and a key: a renewed certificate goes on with the same lists.
QByteArray idOf(const Certificate& issuer) {
    const unsigned char* name = nullptr;
    std::size_t size = 0;
    X509_NAME_get0_der(X509_get_subject_name(issuer.handle()), &name, &size);
    const QByteArray der(reinterpret_cast<const char*>(name), static_cast<qsizetype>(size));
    return Sha256().digest(Sha256().digest(der) + issuer.spki());
}

bool issued(const Certificate& issuer, const Certificate& certificate) {
    return X509_check_issued(issuer.handle(), certificate.handle()) == X509_V_OK;
}

} // namespace

QByteArray serialNumberOf(const Certificate& certificate) {
    const ASN1_INTEGER* const serial = X509_get0_serialNumber(certificate.handle());
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(serial)), ASN1_STRING_length(serial)};
}

Revocations::Revocations(Database& database, QList<Certificate> issuers)
    : m_database(&database), m_issuers(std::move(issuers)) {}

Result<RevocationStanding> Revocations::standingOf(const Certificate& certificate,
                                                   const RevocationPolicy& policy,
                                                   const QDateTime& now) const {
    const Result<bool> revoked = isRevokedHere(serialNumberOf(certificate));
    if (!revoked)
        return fail(revoked.error());
    if (*revoked)
        return fail(ErrorCode::CertificateRevoked, u"in this station's register"_s);
    const Result<ListsAnswer> lists = askLists(certificate, now);
    if (!lists)
        return fail(lists.error());
    if (lists->isGood)
        return RevocationStanding::Good;
    const Result<bool> known = isKnownHere(serialNumberOf(certificate));
    if (!known)
        return fail(known.error());
    if (lists->wasDue.isNull()) {
        if (*known)
            return RevocationStanding::Register;
        if (policy.required)
            return fail(ErrorCode::RevocationUnknown, u"no list"_s);
        return RevocationStanding::Unlisted;
    }
    // Of what was issued here the register has spoken, which each list is made from.
    if (*known || now <= lists->wasDue.addDays(policy.graceDays))
        return RevocationStanding::Overdue;
    return fail(ErrorCode::RevocationUnknown,
                u"next update was due %1"_s.arg(lists->wasDue.toString(Qt::ISODate)));
}

Result<Revocations::ListsAnswer> Revocations::askLists(const Certificate& certificate,
                                                       const QDateTime& now) const {
    ListsAnswer answer;
    for (const Certificate& issuer : m_issuers) {
        if (!issued(issuer, certificate))
            continue;
        const Result<std::optional<RevocationList>> list = listOf(issuer);
        if (!list)
            return fail(list.error());
        if (!*list)
            continue;
        const auto withdrawn = withdrawalOf(issuer);
        if (!withdrawn)
            return fail(withdrawn.error());
        // Nobody signs the next one any more: the last one stands.
        const QDateTime asked = *withdrawn ? std::min(now, (*list)->nextUpdate()) : now;
        switch ((*list)->answerFor(certificate, asked)) {
        case RevocationAnswer::Good:
            return ListsAnswer{.isGood = true};
        case RevocationAnswer::Revoked:
            return fail(ErrorCode::CertificateRevoked, u"list %1"_s.arg((*list)->number()));
        case RevocationAnswer::Unknown:
            answer.wasDue = (*list)->nextUpdate();
        }
    }
    return answer;
}

Result<bool> Revocations::isRevoked(const Certificate& certificate, const QDateTime& now) const {
    const auto standing = standingOf(certificate, {}, now);
    if (standing || standing.error().code == ErrorCode::RevocationUnknown)
        return false;
    return standing.error().code == ErrorCode::CertificateRevoked ? Result<bool>(true)
                                                                  : fail(standing.error());
}

Result<std::optional<RevokedCertificate>> Revocations::withdrawalOf(const Certificate& issuing) const {
    const QByteArray serial = serialNumberOf(issuing);
    for (const Certificate& root : m_issuers) {
        if (root.fingerprint() == issuing.fingerprint() || !issued(root, issuing))
            continue;
        const Result<std::optional<RevocationList>> list = listOf(root);
        if (!list)
            return fail(list.error());
        if (!*list)
            continue;
        const QList<RevokedCertificate>& revoked = (*list)->revoked();
        const auto entry = std::ranges::find(revoked, serial, &RevokedCertificate::serialNumber);
        if (entry != revoked.end())
            return std::optional(*entry);
    }
    return std::optional<RevokedCertificate>();
}

Result<bool> Revocations::isRevokedHere(const QByteArray& serialNumber) const {
    Result<Statement> query =
        m_database->prepare("SELECT 1 FROM issued_certificate WHERE serial = ?1 AND revoked_at IS NOT NULL");
    return query ? query->bind(1, serialNumber).step() : Result<bool>(fail(query.error()));
}

Result<bool> Revocations::isKnownHere(const QByteArray& serialNumber) const {
    Result<Statement> query = m_database->prepare("SELECT 1 FROM issued_certificate WHERE serial = ?1");
    return query ? query->bind(1, serialNumber).step() : Result<bool>(fail(query.error()));
}

Result<std::optional<RevocationList>> Revocations::listOf(const Certificate& issuer) const {
    Result<Statement> query = m_database->prepare("SELECT list FROM revocation_list WHERE issuer = ?1");
    if (!query)
        return fail(query.error());
    const Result<bool> row = query->bind(1, idOf(issuer)).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<RevocationList>();
    auto list = RevocationList::read(query->blob(0), issuer);
    if (!list)
        return fail(ErrorCode::DatabaseCorrupt, toString(list.error()));
    return std::optional(*std::move(list));
}

Result<UnsignedRevocationList> Revocations::next(const Certificate& issuer, const RevocationPolicy& policy,
                                                 const QDateTime& now) const {
    const Result<std::optional<RevocationList>> present = listOf(issuer);
    if (!present)
        return fail(present.error());
    Result<QList<RevokedCertificate>> revoked = IssueRegister(*m_database).revoked(now);
    if (!revoked)
        return fail(revoked.error());
    qint64 number = 1;
    if (*present) {
        number = (*present)->number() + 1;
        const Result<QList<RevokedCertificate>> others = kept(**present);
        if (!others)
            return fail(others.error());
        revoked->append(*others);
    }
    return UnsignedRevocationList::make(issuer, {.number = number,
                                                 .thisUpdate = now,
                                                 .nextUpdate = now.addDays(policy.listDays),
                                                 .revoked = *std::move(revoked)});
}

// What this station issued is decided by its register alone; about the rest only the list knows.
Result<QList<RevokedCertificate>> Revocations::kept(const RevocationList& present) const {
    QList<RevokedCertificate> others;
    for (const RevokedCertificate& entry : present.revoked()) {
        const Result<bool> known = isKnownHere(entry.serialNumber);
        if (!known)
            return fail(known.error());
        if (!*known)
            others.append(entry);
    }
    return others;
}

Result<bool> Revocations::store(const RevocationList& list, const Certificate& issuer) {
    const Result<std::optional<RevocationList>> present = listOf(issuer);
    if (!present)
        return fail(present.error());
    if (*present && (*present)->der() == list.der())
        return false;
    if (*present && (*present)->number() >= list.number()) {
        return fail(ErrorCode::RevocationListOld,
                    u"number %1, here is %2"_s.arg(list.number()).arg((*present)->number()));
    }
    Result<Statement> insert = m_database->prepare(
        "INSERT OR REPLACE INTO revocation_list (issuer, number, list) VALUES (?1, ?2, ?3)");
    if (!insert)
        return fail(insert.error());
    insert->bind(1, idOf(issuer)).bind(2, list.number()).bind(3, list.der());
    const Result<> stored = insert->run();
    return stored ? Result<bool>(true) : fail(stored.error());
}

Result<bool> Revocations::importBy(const RevocationList& list, const Certificate& issuer) {
    const auto withdrawn = withdrawalOf(issuer);
    const auto present = listOf(issuer);
    if (!withdrawn || !present)
        return fail(withdrawn ? present.error() : withdrawn.error());
    const auto isOnList = [&](const RevokedCertificate& entry) {
        return std::ranges::find(list.revoked(), entry.serialNumber, &RevokedCertificate::serialNumber) !=
               list.revoked().end();
    };
    if (*withdrawn && *present && !std::ranges::all_of((*present)->revoked(), isOnList))
        return false;
    return store(list, issuer);
}

Result<bool> Revocations::import(QByteArrayView list) {
    Error last{ErrorCode::SignatureWrong, u"no authority of this station"_s};
    for (const Certificate& issuer : m_issuers) {
        const Result<RevocationList> read = RevocationList::read(list, issuer);
        if (read)
            return importBy(*read, issuer);
        last = read.error();
    }
    return fail(last);
}

} // namespace madoguchi
