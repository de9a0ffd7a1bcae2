// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/authoritydays.h"

#include "app/issuing/authority.h"
#include "app/issuing/issueregister.h"
#include "app/issuing/revocations.h"

#include <algorithm>

namespace madoguchi {
namespace {

QDate dayOf(const QDateTime& utc) {
    return utc.toLocalTime().date();
}

/// What the days are taken from.
struct Office {
    QList<Certificate> anchors; ///< that the station was set up with
    QList<IssuingCertificate> issuing;
    QList<RevokedCertificate> revoked; ///< by this station's register
    Revocations lists;
};

Result<Office> read(Database& database, const QDateTime& now) {
    const OfficeAuthority authority(database);
    const auto facts = loadStationFacts(database);
    if (!facts)
        return fail(facts.error());
    auto anchors = Certificate::listFromPem(facts->authorityPem);
    const auto known = authority.known(*facts);
    auto issuing = authority.issuingCertificates();
    auto revoked = IssueRegister(database).revoked(now);
    if (!anchors || !known)
        return fail(anchors ? known.error() : anchors.error());
    if (!issuing || !revoked)
        return fail(issuing ? revoked.error() : issuing.error());
    return Office{*std::move(anchors), *std::move(issuing), *std::move(revoked),
                  Revocations(database, known->anchors())};
}

/// The next update; or earlier the day since which the list lacks what is revoked here.
QDate dueDay(const RevocationList& list, const QList<RevokedCertificate>& revoked) {
    QDateTime due = list.nextUpdate();
    for (const RevokedCertificate& entry : revoked) {
        const bool isListed = std::ranges::find(list.revoked(), entry.serialNumber,
                                                &RevokedCertificate::serialNumber) != list.revoked().end();
        if (!isListed)
            due = std::min(due, entry.at);
    }
    return dayOf(due);
}

/// `card`: what signs its list here; empty: it comes from elsewhere.
Result<> addList(QList<AuthorityDay>& days, const Office& office, const Certificate& issuer,
                 const QByteArray& card) {
    const auto list = office.lists.listOf(issuer);
    if (!list)
        return fail(list.error());
    if (!*list)
        return {};
    const QString name = issuer.subjectCommonName();
    if (card.isEmpty()) {
        days.append({ReminderKind::ListEndingElsewhere, {}, name, dayOf((*list)->nextUpdate())});
    } else {
        days.append({ReminderKind::ListEnding, card, name, dueDay(**list, office.revoked)});
    }
    return {};
}

Result<> addIssuing(QList<AuthorityDay>& days, const Office& office, const IssuingCertificate& issuing,
                    const QDateTime& now) {
    const auto withdrawn = office.lists.withdrawalOf(issuing.certificate);
    if (!withdrawn)
        return fail(withdrawn.error());
    if (*withdrawn)
        return {}; // its last list stands
    if (!issuing.chuidHash.isEmpty()) {
        days.append({ReminderKind::IssuingEnding, issuing.chuidHash, issuing.certificate.subjectCommonName(),
                     dayOf(issuing.certificate.notAfter())});
    }
    return issuing.certificate.notAfter() > now
               ? addList(days, office, issuing.certificate, issuing.chuidHash)
               : Result<>();
}

} // namespace

Result<QList<AuthorityDay>> authorityDays(Database& database, const QDateTime& now) {
    const Result<Office> office = read(database, now);
    if (!office)
        return fail(office.error());
    QList<AuthorityDay> days;
    QList<QByteArray> keys;
    for (const IssuingCertificate& issuing : office->issuing) { // the newest first
        if (keys.contains(issuing.certificate.spki()))
            continue;
        keys.append(issuing.certificate.spki());
        if (const Result<> added = addIssuing(days, *office, issuing, now); !added)
            return fail(added.error());
    }
    for (const Certificate& anchor : office->anchors) {
        if (const Result<> added = addList(days, *office, anchor, {}); !added)
            return fail(added.error());
    }
    return days;
}

} // namespace madoguchi
