// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The office's root, its issuing certificates, and what a station knows about revoked certificates from lists
// that a simulated administrator's card signs.

#include "app/issuing/authority.h"
#include "app/issuing/issueregister.h"
#include "app/issuing/rootwithdrawal.h"
#include "app/operators/operatordirectory.h"
#include "tests/app/support/ownauthority.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QDateTime Now(QDate(2026, 11, 22), QTime(9, 0), QTimeZone::utc());

struct Office {
    OwnAuthority own{Now};
    TestStation station;
    OfficeAuthority authority{station.database()};
    CertificateVerifier roots = CertificateVerifier::trusting({own.root().certificate});
    IssueRegister issues{station.database()};

    Office() {
        expect(storeStationFacts(station.database(), facts()));
        expect(OperatorDirectory(station.database()).add(TestStation::person(u"op1"_s)));
        expect(issues.add({.id = u"I-0001"_s,
                           .operatorId = u"op1"_s,
                           .startedBy = u"ad1"_s,
                           .witness = u"sv1"_s,
                           .startedAt = Now,
                           .endedAt = {},
                           .guid = QByteArray(16, 'g'),
                           .lastDay = QDate(2028, 11, 22),
                           .sealedPuk = "sealed",
                           .card = {}}));
        expect(authority.add(own.issuing(), own.chuidHash(), roots, Now));
    }
    StationFacts facts() const { return {u"s"_s, u"131000"_s, u"T1"_s, Now, pemOf(own.root().certificate)}; }
    Revocations revocations() { return {station.database(), expect(authority.trusted(facts())).anchors()}; }
    /// The root takes the issuing certificate back, and the station learns of it.
    RevocationList withdraw(IssuedCards issued) {
        const RevocationList list = expect(signWithdrawal(own.root(), {}, {own.issuing()}, issued, Now));
        expect(revocations().import(list.der()));
        return list;
    }
    Result<> trusts(const Certificate& card) {
        return expect(authority.trusted(facts())).verify(card, CertificateUse::Signature, Now);
    }
    Result<> takes(const Certificate& card) {
        return expect(authority.trustedForNewCards(facts())).verify(card, CertificateUse::Signature, Now);
    }
    /// A login certificate of the authority; `here`: the register has issued it.
    Certificate certificate(bool here) {
        const Certificate made = own.certify(CertificateKind::Login, m_key);
        if (here)
            expect(issues.addCertificate(u"I-0001"_s, CertificateKind::Login, OwnAuthority::serialOf(made),
                                         made.notAfter()));
        return made;
    }
    /// Signs the next list on the administrator's card and takes it.
    RevocationList signNext(const QDateTime& at = Now) {
        Revocations lists = revocations();
        const RevocationList list = own.list(expect(lists.next(own.issuing(), {}, at)));
        expect(lists.store(list, own.issuing()));
        return list;
    }
    Result<RevocationStanding> standing(const Certificate& which, const QDateTime& at = Now,
                                        const RevocationPolicy& policy = {}) {
        return revocations().standingOf(which, policy, at);
    }

private:
    PublicKey m_key{openssl::Key(EVP_EC_gen("P-256"))};
};

} // namespace

class RevocationsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anIssuingCertificateBelongsToItsCard() {
        Office office;
        QCOMPARE(expect(office.authority.issuingCertificateOf(office.own.chuidHash(), Now)).fingerprint(),
                 office.own.issuing().fingerprint());
        QCOMPARE(office.authority.issuingCertificateOf("another card", Now).error().code,
                 ErrorCode::IssuingCertificateMissing);
        QCOMPARE(office.authority.issuingCertificateOf({}, Now).error().code,
                 ErrorCode::IssuingCertificateMissing);
        QCOMPARE(office.authority.issuingCertificateOf(office.own.chuidHash(), Now.addYears(7)).error().code,
                 ErrorCode::IssuingCertificateMissing);
    }
    void aRenewedOneTakesItsPlaceAndGoesOnWithTheLists() {
        Office office;
        const RevocationList first = office.signNext();
        const Certificate renewed = expect(certifyIssuingKey(
            office.own.root(), office.own.issuing().publicKey(), OwnAuthority::office(), Now.addYears(5)));
        QVERIFY(expect(office.authority.add(renewed, office.own.chuidHash(), office.roots, Now.addYears(5))));
        QCOMPARE(expect(office.authority.issuingCertificateOf(office.own.chuidHash(), Now.addYears(7)))
                     .fingerprint(),
                 renewed.fingerprint());
        QCOMPARE((*expect(office.revocations().listOf(renewed))).number(), first.number());
    }
    void onlyWhatARootOfTheStationSignedMayIssue() {
        Office office;
        const OwnAuthority stranger(Now);
        QCOMPARE(office.authority.add(stranger.issuing(), {}, office.roots, Now).error().code,
                 ErrorCode::CertificateNotTrusted);
        QCOMPARE(office.authority.add(office.certificate(false), {}, office.roots, Now).error().code,
                 ErrorCode::CertificateKeyUnsuitable);
        QVERIFY(!expect(office.authority.add(office.own.issuing(), {}, office.roots, Now))); // known,
        QVERIFY(office.authority.issuingCertificateOf(office.own.chuidHash(), Now)); // and still this card's
    }

    void withoutAListACardPassesAndIsNamedUnlessThePolicyWantsOne() {
        Office office;
        const Certificate card = office.certificate(false);
        QCOMPARE(office.standing(card), RevocationStanding::Unlisted);
        QCOMPARE(office.standing(card, Now, {.required = true}).error().code, ErrorCode::RevocationUnknown);
        office.signNext();
        QCOMPARE(office.standing(card, Now, {.required = true}), RevocationStanding::Good);
    }
    void whatIsRevokedHereCountsAtOnceAndIsOnTheNextList() {
        Office office;
        const Certificate card = office.certificate(true);
        const Certificate other = office.certificate(false);
        office.signNext();
        QCOMPARE(office.standing(card), RevocationStanding::Good);
        expect(office.issues.revoke(u"I-0001"_s, RevocationReason::KeyCompromise, Now));
        QCOMPARE(office.standing(card).error().code, ErrorCode::CertificateRevoked);
        const RevocationList list = office.signNext(Now.addSecs(60));
        QCOMPARE(list.number(), 2);
        QCOMPARE(list.answerFor(card, Now), RevocationAnswer::Revoked);
        QCOMPARE(office.standing(other), RevocationStanding::Good);
    }
    void anotherStationRefusesByTheListAlone() {
        Office office;
        const Certificate card = office.certificate(true);
        expect(office.issues.revoke(u"I-0001"_s, RevocationReason::KeyCompromise, Now));
        const RevocationList list = office.signNext();
        Office there; // another register; the same authority by its issuers
        Revocations elsewhere(there.station.database(), {office.own.issuing()});
        QCOMPARE(elsewhere.standingOf(card, {}, Now), RevocationStanding::Unlisted);
        QVERIFY(expect(elsewhere.import(list.pem())));
        QCOMPARE(elsewhere.standingOf(card, {}, Now).error().code, ErrorCode::CertificateRevoked);
        // also when the list is old
        QCOMPARE(elsewhere.standingOf(card, {}, Now.addDays(100)).error().code,
                 ErrorCode::CertificateRevoked);
    }
    void anOldListDoesForAWhileWithAWarningThenNoMore() {
        Office office;
        const Certificate card = office.certificate(false);
        office.signNext(); // until Now + 7 days, as the policy has it
        QCOMPARE(office.standing(card, Now.addDays(7)), RevocationStanding::Good);
        QCOMPARE(office.standing(card, Now.addDays(7).addSecs(1)), RevocationStanding::Overdue);
        QCOMPARE(office.standing(card, Now.addDays(14)), RevocationStanding::Overdue);
        QCOMPARE(office.standing(card, Now.addDays(14).addSecs(1)).error().code,
                 ErrorCode::RevocationUnknown);
        QCOMPARE(office.standing(card, Now.addDays(8), {.graceDays = 0}).error().code,
                 ErrorCode::RevocationUnknown);
    }

    void anOldListIsOnlyWarnedOfWhereTheCardWasIssuedHere() {
        Office office;
        const Certificate card = office.certificate(true);
        QCOMPARE(office.standing(card, Now, {.required = true}), RevocationStanding::Register);
        office.signNext();
        QCOMPARE(office.standing(card, Now.addDays(7)), RevocationStanding::Good);
        QCOMPARE(office.standing(card, Now.addDays(8), {.graceDays = 0}), RevocationStanding::Overdue);
        QCOMPARE(office.standing(card, Now.addDays(300), {.required = true}), RevocationStanding::Overdue);
        expect(office.issues.revoke(u"I-0001"_s, RevocationReason::KeyCompromise, Now));
        QCOMPARE(office.standing(card, Now.addDays(300)).error().code, ErrorCode::CertificateRevoked);
    }
    void anOldListThatNamesACardIssuedHereStillRefusesIt() {
        Office office;
        const Certificate card = office.certificate(true);
        const RevokedCertificate entry{OwnAuthority::serialOf(card), Now, RevocationReason::KeyCompromise};
        expect(office.revocations().import(office.own.list(1, {entry}, Now).der()));
        QCOMPARE(office.standing(card, Now.addDays(300)).error().code, ErrorCode::CertificateRevoked);
    }

    void theNewestListWinsAndAnOlderOneIsRefused() {
        Office office;
        Revocations lists = office.revocations();
        const RevocationList third = office.own.list(3, {}, Now);
        QVERIFY(expect(lists.import(third.der())));
        QVERIFY(!expect(lists.import(third.der()))); // the same again changes nothing
        QCOMPARE(lists.import(office.own.list(2, {}, Now.addDays(1)).der()).error().code,
                 ErrorCode::RevocationListOld);
        QCOMPARE(lists.import(office.own.list(3, {}, Now.addDays(1)).der()).error().code,
                 ErrorCode::RevocationListOld);
        QVERIFY(expect(lists.import(office.own.list(4, {}, Now).der())));
        QCOMPARE((*expect(lists.listOf(office.own.issuing()))).number(), 4);
    }
    void aListOfAStrangerIsRefused() {
        Office office;
        const OwnAuthority stranger(Now);
        QCOMPARE(office.revocations().import(stranger.list(9, {}, Now).der()).error().code,
                 ErrorCode::SignatureWrong);
        QCOMPARE(office.revocations().import("no list").error().code, ErrorCode::RevocationListMalformed);
    }
    void theNextListKeepsWhatOtherStationsRevoked() {
        Office office;
        const Certificate theirs = office.certificate(false);
        const Certificate ours = office.certificate(true);
        Revocations lists = office.revocations();
        expect(
            lists.import(office.own
                             .list(5,
                                   {{OwnAuthority::serialOf(theirs), Now, RevocationReason::KeyCompromise},
                                    {OwnAuthority::serialOf(ours), Now, RevocationReason::CertificateHold}},
                                   Now)
                             .der()));
        const RevocationList next = office.signNext();
        QCOMPARE(next.number(), 6);
        QCOMPARE(next.answerFor(theirs, Now), RevocationAnswer::Revoked);
        QCOMPARE(next.answerFor(ours, Now), RevocationAnswer::Good); // our register has it as not revoked
    }

    void aWithdrawnCertificateIssuesNoMoreAndItsCardsStayWhereTheRootSaysSo() {
        Office office;
        const Certificate card = office.certificate(true);
        office.signNext();
        QVERIFY(office.takes(card));
        office.withdraw(IssuedCards::Stay);
        QCOMPARE(office.authority.issuingCertificateOf(office.own.chuidHash(), Now).error().code,
                 ErrorCode::IssuingCertificateMissing);
        QVERIFY(office.trusts(card));
        QCOMPARE(office.takes(card).error().code, ErrorCode::CertificateNotTrusted); // a thief dates back
        QCOMPARE(office.standing(card), RevocationStanding::Good);
        QCOMPARE(office.standing(card, Now.addDays(200)), RevocationStanding::Good); // the last list stands
        expect(office.issues.revoke(u"I-0001"_s, RevocationReason::KeyCompromise, Now));
        QCOMPARE(office.standing(card).error().code, ErrorCode::CertificateRevoked);
    }
    void itsCardsAreRefusedWhereTheRootSaysSo() {
        Office office;
        const Certificate card = office.certificate(true);
        office.signNext();
        office.withdraw(IssuedCards::Refused);
        QCOMPARE(office.trusts(card).error().code, ErrorCode::CertificateNotTrusted);
        QCOMPARE(office.takes(card).error().code, ErrorCode::CertificateNotTrusted);
        QCOMPARE(office.authority.issuingCertificateOf(office.own.chuidHash(), Now).error().code,
                 ErrorCode::IssuingCertificateMissing);
        QVERIFY(expect(office.authority.known(office.facts())).verify(card, CertificateUse::Signature, Now));
    }
    void takingTheCertificateInAgainDoesNotBringItBack() {
        Office office;
        office.withdraw(IssuedCards::Stay);
        QVERIFY(
            !expect(office.authority.add(office.own.issuing(), office.own.chuidHash(), office.roots, Now)));
        QCOMPARE(office.authority.issuingCertificateOf(office.own.chuidHash(), Now).error().code,
                 ErrorCode::IssuingCertificateMissing);
    }
    void whoHasTheWithdrawnKeyMakesNoCardGoodAgain() {
        Office office;
        const Certificate card = office.certificate(false);
        const RevokedCertificate gone{OwnAuthority::serialOf(card), Now, RevocationReason::KeyCompromise};
        expect(office.revocations().import(office.own.list(1, {gone}, Now).der()));
        office.withdraw(IssuedCards::Stay);
        QVERIFY(!expect(office.revocations().import(office.own.list(99, {}, Now).der())));
        QCOMPARE(office.standing(card).error().code, ErrorCode::CertificateRevoked);
        const RevokedCertificate more{QByteArray("\x05", 1), Now, RevocationReason::KeyCompromise};
        QVERIFY(expect(office.revocations().import(office.own.list(100, {gone, more}, Now).der())));
    }
    void theRootsNextListKeepsWhatItWithdrewAndNeverTakesARefusalBack() {
        Office office;
        const OwnAuthority second(Now);
        const Certificate other = expect(
            certifyIssuingKey(office.own.root(), second.issuing().publicKey(), OwnAuthority::office(), Now));
        const RevocationList first = office.withdraw(IssuedCards::Refused);
        const RevocationList next = expect(signWithdrawal(
            office.own.root(), {first}, {office.own.issuing(), other}, IssuedCards::Stay, Now));
        QCOMPARE(next.number(), 2);
        QCOMPARE(next.revoked().size(), 2);
        QCOMPARE(next.nextUpdate(), office.own.root().certificate.notAfter());
        for (const RevokedCertificate& entry : next.revoked())
            QCOMPARE(isKept(entry), entry.serialNumber == serialNumberOf(other));
        QCOMPARE(
            signWithdrawal(office.own.root(), {}, {second.issuing()}, IssuedCards::Stay, Now).error().code,
            ErrorCode::InputInvalid); // another root's
        QCOMPARE(
            signWithdrawal(office.own.root(), {}, {other}, IssuedCards::Stay, Now.addYears(21)).error().code,
            ErrorCode::CertificateExpired);
    }
    void theRootsListIsKeptOnItsMedium() {
        const QTemporaryDir folder;
        Office office;
        const Certificate& root = office.own.root().certificate;
        QVERIFY(!expect(rootListIn(folder.path(), root)));
        const RevocationList list = office.withdraw(IssuedCards::Stay);
        expect(writeRootListIn(folder.path(), list));
        QCOMPARE(expect(rootListIn(folder.path(), root))->der(), list.der());
        const OwnAuthority stranger(Now);
        QCOMPARE(rootListIn(folder.path(), stranger.root().certificate).error().code,
                 ErrorCode::SignatureWrong);
    }

    void anExportIsReadBackPartByPart() {
        Office office;
        const RevocationList list = office.own.list(1, {}, Now);
        const PemParts parts = expect(partsOfPem("hello\n" + pemOf(office.own.issuing()) + list.pem()));
        QCOMPARE(parts.certificates, QList<QByteArray>{office.own.issuing().der()});
        QCOMPARE(parts.lists, QList<QByteArray>{list.der()});
        QCOMPARE(partsOfPem(list.pem().chopped(30)).error().code, ErrorCode::FileMalformed);
        QCOMPARE(partsOfPem("nothing").error().code, ErrorCode::FileMalformed);
    }

    void aRootIsMadeOnceAndOpensWithItsPassphrase() {
        const QTemporaryDir folder;
        const RootOnMedium made =
            expect(makeRootIn(folder.path(), u"131000"_s, OwnAuthority::passphrase(), Now));
        QCOMPARE(expect(openRootIn(folder.path(), OwnAuthority::passphrase())).certificate.fingerprint(),
                 made.certificate.fingerprint());
        QCOMPARE(openRootIn(folder.path(), SecretBytes::copyOf("another passphrase")).error().code,
                 ErrorCode::PassphraseWrong);
        QCOMPARE(makeRootIn(folder.path(), u"131000"_s, OwnAuthority::passphrase(), Now).error().code,
                 ErrorCode::FileUnwritable);
        QCOMPARE(makeRootIn(folder.filePath(u"none"_s), u"1"_s, OwnAuthority::passphrase(), Now).error().code,
                 ErrorCode::FileMissing);
        const QTemporaryDir other;
        QCOMPARE(makeRootIn(other.path(), u"131000"_s, SecretBytes::copyOf("short"), Now).error().code,
                 ErrorCode::InputInvalid);
        QVERIFY(QDir(other.path()).isEmpty());
    }
    void keyAndCertificateOfTwoRootsDontMix() {
        const QTemporaryDir first;
        const QTemporaryDir second;
        for (const QTemporaryDir* folder : {&first, &second})
            expect(makeRootIn(folder->path(), u"131000"_s, OwnAuthority::passphrase(), Now));
        QVERIFY(QFile::remove(rootCertificateFile(first.path())));
        QVERIFY(QFile::copy(rootCertificateFile(second.path()), rootCertificateFile(first.path())));
        QCOMPARE(openRootIn(first.path(), OwnAuthority::passphrase()).error().code,
                 ErrorCode::SignatureWrong);
    }
    void anIssuingCertificateEndsWithItsRoot() {
        const OwnAuthority own(Now);
        const PublicKey& key = own.issuing().publicKey();
        QCOMPARE(expect(certifyIssuingKey(own.root(), key, u"131000"_s, Now.addYears(18))).notAfter(),
                 own.root().certificate.notAfter());
        QCOMPARE(certifyIssuingKey(own.root(), key, u"131000"_s, Now.addYears(21)).error().code,
                 ErrorCode::CertificateExpired);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::RevocationsTest)
#include "tst_revocations.moc"
