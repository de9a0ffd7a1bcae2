// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Until when issuing certificates and lists do: what the reminders are told of the office's authority.

#include "app/issuing/authority.h"
#include "app/issuing/authoritydays.h"
#include "app/issuing/issueregister.h"
#include "app/issuing/rootwithdrawal.h"
#include "app/operators/operatordirectory.h"
#include "tests/app/support/ownauthority.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QDateTime Now(QDate(2026, 11, 22), QTime(3, 0), QTimeZone::utc());
const QDate Today = Now.toLocalTime().date();

struct Office {
    OwnAuthority own{Now};
    TestStation station;

    Office() {
        expect(storeStationFacts(station.database(),
                                 {u"s"_s, u"131000"_s, u"T1"_s, Now, pemOf(own.root().certificate)}));
    }
    void add(const Certificate& issuing, const QByteArray& card) {
        expect(OfficeAuthority(station.database())
                   .add(issuing, card, CertificateVerifier::trusting({own.root().certificate}), Now));
    }
    void store(const RevocationList& list, const Certificate& issuer) {
        QVERIFY(expect(Revocations(station.database(), {issuer}).store(list, issuer)));
    }
    /// A card of the station's register that was revoked then.
    void revoke(const QDateTime& at) {
        expect(OperatorDirectory(station.database()).add(TestStation::person(u"op1"_s)));
        IssueRegister issues(station.database());
        expect(issues.add({.id = u"I-0001"_s,
                           .operatorId = u"op1"_s,
                           .startedBy = u"ad1"_s,
                           .witness = u"sv1"_s,
                           .startedAt = at,
                           .endedAt = {},
                           .guid = QByteArray(16, 'g'),
                           .lastDay = QDate(2028, 11, 22),
                           .sealedPuk = "sealed",
                           .card = {}}));
        expect(issues.addCertificate(u"I-0001"_s, CertificateKind::Login, "\x07", Now.addYears(2)));
        expect(issues.revoke(u"I-0001"_s, RevocationReason::KeyCompromise, at));
    }
    /// "kind chuid day", sorted.
    QStringList days(const QDateTime& now = Now) {
        QStringList lines;
        for (const AuthorityDay& day : expect(authorityDays(station.database(), now))) {
            const bool isOwn = day.chuidHash == own.chuidHash();
            lines += u"%1 %2 %3"_s.arg(static_cast<int>(day.kind))
                         .arg(isOwn ? u"own"_s : QString::fromLatin1(day.chuidHash))
                         .arg(Today.daysTo(day.day));
        }
        lines.sort();
        return lines;
    }
    static QString line(ReminderKind kind, const QString& card, qint64 days) {
        return u"%1 %2 %3"_s.arg(static_cast<int>(kind)).arg(card).arg(days);
    }
    QString issuingLine(const Certificate& certificate) const {
        return line(ReminderKind::IssuingEnding, u"own"_s,
                    Today.daysTo(certificate.notAfter().toLocalTime().date()));
    }
};

} // namespace

class AuthorityDaysTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void withoutAnAuthorityOfItsOwnAStationHasNone() {
        Office office;
        QVERIFY(office.days().isEmpty());
    }

    void aRenewedIssuingCertificateTakesTheFormersPlace() {
        Office office;
        office.add(office.own.issuing(), office.own.chuidHash());
        QCOMPARE(office.days(), QStringList{office.issuingLine(office.own.issuing())});
        const Certificate renewed = expect(certifyIssuingKey(
            office.own.root(), office.own.issuing().publicKey(), OwnAuthority::office(), Now.addYears(5)));
        expect(OfficeAuthority(office.station.database())
                   .add(renewed, office.own.chuidHash(),
                        CertificateVerifier::trusting({office.own.root().certificate}), Now.addYears(5)));
        QCOMPARE(office.days(), QStringList{office.issuingLine(renewed)});
    }

    void aListIsDueByItsNextUpdateOrSinceItLacksACard() {
        Office office;
        office.add(office.own.issuing(), office.own.chuidHash());
        office.store(office.own.list(1, {}, Now), office.own.issuing());
        const QString issuing = office.issuingLine(office.own.issuing());
        QCOMPARE(office.days(), (QStringList{issuing, Office::line(ReminderKind::ListEnding, u"own"_s, 7)}));
        office.revoke(Now.addDays(-3));
        QCOMPARE(office.days(), (QStringList{issuing, Office::line(ReminderKind::ListEnding, u"own"_s, -3)}));
        const RevokedCertificate entry{"\x07", Now.addDays(-3), RevocationReason::KeyCompromise};
        office.store(office.own.list(2, {entry}, Now), office.own.issuing());
        QCOMPARE(office.days(), (QStringList{issuing, Office::line(ReminderKind::ListEnding, u"own"_s, 7)}));
    }

    void anotherStationsListIsBroughtAndItsCertificateIsItsOwnAffair() {
        Office office;
        office.add(office.own.issuing(), {});
        QVERIFY(office.days().isEmpty());
        office.store(office.own.list(1, {}, Now), office.own.issuing());
        office.revoke(Now.addDays(-3)); // not what that list is made from
        QCOMPARE(office.days(), QStringList{Office::line(ReminderKind::ListEndingElsewhere, {}, 7)});
    }

    void ofWhatWasWithdrawnNothingIsRenewed() {
        Office office;
        office.add(office.own.issuing(), office.own.chuidHash());
        office.store(office.own.list(1, {}, Now), office.own.issuing());
        const RevocationList withdrawal =
            expect(signWithdrawal(office.own.root(), {}, {office.own.issuing()}, IssuedCards::Stay, Now));
        office.store(withdrawal, office.own.root().certificate);
        const qint64 rootDays = Today.daysTo(withdrawal.nextUpdate().toLocalTime().date());
        QCOMPARE(office.days(), QStringList{Office::line(ReminderKind::ListEndingElsewhere, {}, rootDays)});
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::AuthorityDaysTest)
#include "tst_authoritydays.moc"
