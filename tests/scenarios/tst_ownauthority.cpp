// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An office's own authority by madoguchictl alone, on a real pcscd: root, issuing card, lists signed on it
// and carried to another station; and what the openssl program makes of the files.

#include "app/audit/auditreader.h"
#include "app/crypto/revocationlist.h"
#include "app/issuing/authority.h"
#include "app/issuing/issueregister.h"
#include "app/issuing/pem.h"
#include "app/operators/cardevents.h"
#include "app/operators/operatordirectory.h"
#include "app/station/stationfacts.h"
#include "app/station/stationfolder.h"
#include "smartcard/pcsc/pcscstack.h"
#include "smartcard/simulator/cardmaker.h"
#include "tests/app/support/ownauthority.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/runprogram.h"
#include "tests/support/testcase.h"
#include "tests/support/vpcdcard.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Passphrase = "four words in a safe";
const QByteArray Pin = OwnAuthority::Pin;

} // namespace

class OwnAuthorityTest : public TestCase {
    Q_OBJECT

    PcscdFixture m_pcscd;
    QTemporaryDir m_folder;
    OwnAuthority m_maker{QDateTime::currentDateTimeUtc()}; ///< for its card, which another maker made
    std::unique_ptr<VpcdCard> m_plugged;

    QString file(const QString& name) const { return m_folder.filePath(name); }
    static Outcome ctl(const QStringList& arguments, const QByteArray& input = {}) {
        return runProgram(ours(u"madoguchictl"_s), arguments, input);
    }
    QStringList on(const QString& station, const QStringList& command, const QStringList& options) const {
        return command + QStringList{u"--station"_s, file(station)} + options;
    }
    Outcome init(const QString& station, const QStringList& authority, const QByteArray& input = {}) const {
        return ctl(on(station, {u"station"_s, u"init"_s},
                      QStringList{u"--office"_s, u"131000"_s, u"--terminal"_s, u"T1"_s} + authority),
                   input);
    }
    static std::shared_ptr<SimulatedPivCard> blankCard() {
        return std::make_shared<SimulatedPivCard>(blankCardContent(CardPersonality::yubikey()));
    }
    static std::unique_ptr<VpcdCard> inSecondReader(const std::shared_ptr<SimulatedPivCard>& card) {
        auto body = std::make_unique<VpcdCard>(VpcdBehaviour{
            .command = [card](QByteArrayView command) { return std::optional(card->transmit(command)); },
            .reset = [card] { card->reset(); },
            .atr = card->atr()});
        expect(body->insert(PcscdFixture::SecondPort));
        if (!QTest::qWaitFor([] { return PcscStack().waitForChange({}).value().value(1).cardPresent; }))
            qFatal("the card does not show");
        return body;
    }
    Outcome makeFirstCard(const QStringList& further = {}) const {
        const QStringList options{u"--root"_s,          file(u"medium"_s),
                                  u"--reader"_s,        PcscdFixture::secondReader(),
                                  u"--operator"_s,      u"ad1"_s,
                                  u"--name"_s,          u"管理 一郎"_s,
                                  u"--kana"_s,          u"カンリ イチロウ"_s,
                                  u"--passphrase-fd"_s, u"0"_s,
                                  u"--pin-fd"_s,        u"0"_s};
        return ctl(on(u"second"_s, {u"authority"_s, u"first-card"_s}, options + further),
                   Passphrase + '\n' + Pin + '\n');
    }
    Outcome certify(const QByteArray& passphrase, const QByteArray& pin) const {
        return ctl(on(u"first"_s, {u"authority"_s, u"certify"_s},
                      {u"--root"_s, file(u"medium"_s), u"--reader"_s, PcscdFixture::firstReader(),
                       u"--passphrase-fd"_s, u"0"_s, u"--pin-fd"_s, u"0"_s}),
                   passphrase + '\n' + pin + '\n');
    }
    Outcome signList(const QByteArray& pin = Pin) const {
        return ctl(on(u"first"_s, {u"crl"_s, u"sign"_s},
                      {u"--reader"_s, PcscdFixture::firstReader(), u"--pin-fd"_s, u"0"_s}),
                   pin + '\n');
    }
    void exportLists(const QString& name) const {
        const Outcome done = ctl(on(u"first"_s, {u"crl"_s, u"export"_s}, {u"--out"_s, file(name)}));
        QVERIFY2(done.status == 0, done.error);
    }
    Outcome importLists(const QString& station, const QString& name) const {
        return ctl(on(station, {u"crl"_s, u"import"_s}, {u"--in"_s, file(name)}));
    }
    QByteArray contentOf(const QString& name) const {
        QFile file(this->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString write(const QString& name, const QByteArray& content) const {
        QFile file(this->file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s can't be written", qPrintable(name));
        return file.fileName();
    }
    // What the openssl program says about a card's certificate, with nothing but what was exported.
    QByteArray opensslSays(const Certificate& card, const QString& exported,
                           const QString& check = u"-crl_check"_s) const {
        const Outcome said =
            runProgram(u"openssl"_s, {u"verify"_s, u"-x509_strict"_s, check, u"-CAfile"_s,
                                      file(u"medium/root.pem"_s), u"-untrusted"_s, file(exported),
                                      u"-CRLfile"_s, file(exported), write(u"card.pem"_s, pemOf(card))});
        return said.output + said.error;
    }
    Database open(const QString& station) const {
        const StationFolder folder(file(station));
        return expect(Database::open(folder.stationDatabase(), expect(folder.terminalKey()),
                                     Database::Access::ReadWrite));
    }
    QStringList recorded(const QString& station) const {
        Database database = open(station);
        QStringList actions;
        const AuditPage page = expect(readAuditAsAdministrator(database, {.limit = 100}));
        for (const AuditRecord& record : page.records)
            actions.prepend(record.action);
        return actions;
    }
    void registerAdministrator() const {
        Database database = open(u"first"_s);
        OperatorDirectory directory(database);
        Operator person;
        person.id = u"ad1"_s;
        person.name = u"管理 一郎"_s;
        person.kana = u"カンリ イチロウ"_s;
        person.role = Role::CardAdministrator;
        expect(directory.add(person));
        OperatorCard card;
        card.operatorId = person.id;
        card.chuidHash = m_maker.chuidHash();
        card.authenticationCertificate = m_maker.administrator()->certificate(0x9A);
        card.cardCertificate = m_maker.administrator()->certificate(0x9E);
        card.enrolledAt = QDateTime::currentDateTimeUtc();
        expect(directory.add(card));
    }
    /// As issuing does it: known to the register, then signed on the administrator's card.
    Certificate issue() const {
        Database database = open(u"first"_s);
        const Certificate issuer =
            expect(OfficeAuthority(database).issuingCertificates()).constFirst().certificate;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const PublicKey key(openssl::Key(EVP_EC_gen("P-256")));
        const auto made = expect(UnsignedCertificate::issuedBy(issuer, {.kind = CertificateKind::Login,
                                                                        .key = key,
                                                                        .office = u"131000"_s,
                                                                        .commonName = u"card"_s,
                                                                        .operatorId = u"op1"_s,
                                                                        .notBefore = now.addSecs(-60),
                                                                        .notAfter = now.addYears(1)}));
        if (!OperatorDirectory(database).find(u"op1"_s)) {
            Operator person;
            person.id = u"op1"_s;
            person.name = u"窓口 花子"_s;
            person.kana = u"マドグチ ハナコ"_s;
            expect(OperatorDirectory(database).add(person));
        }
        IssueRegister issues(database);
        const QString id = expect(issues.nextId());
        expect(issues.add({.id = id,
                           .operatorId = u"op1"_s,
                           .startedBy = u"ad1"_s,
                           .witness = u"sv1"_s,
                           .startedAt = now,
                           .endedAt = {},
                           .guid = id.toLatin1(),
                           .lastDay = now.date().addYears(1),
                           .sealedPuk = {},
                           .card = {}}));
        expect(issues.addCertificate(id, CertificateKind::Login, made.serialNumber(), now.addYears(1)));
        return expect(made.withSignature(m_maker.sign(made.toBeSigned())));
    }
    void plug() {
        const OwnAuthority::Card card = m_maker.administrator();
        m_plugged = std::make_unique<VpcdCard>(VpcdBehaviour{
            .command = [card](QByteArrayView command) { return std::optional(card->transmit(command)); },
            .reset = [card] { card->reset(); },
            .atr = card->atr()});
        expect(m_plugged->insert(PcscdFixture::FirstPort));
        QTRY_VERIFY(PcscStack().waitForChange({}).value().value(0).cardPresent);
    }

private Q_SLOTS:
    void initTestCase() {
        expect(m_pcscd.start());
        plug();
        QVERIFY(QDir().mkpath(file(u"medium"_s)));
        const Outcome made = init(
            u"first"_s, {u"--own-authority"_s, file(u"medium"_s), u"--passphrase-fd"_s, u"0"_s}, Passphrase);
        QVERIFY2(made.status == 0, made.error);
    }
    void cleanupTestCase() { m_plugged.reset(); }

    void theRootIsOnTheMediumOnlyAndSealed() {
        QVERIFY(contentOf(u"medium/root-key.pem"_s).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        const QStringList files = QDir(file(u"first"_s)).entryList(QDir::Files | QDir::Hidden);
        for (const QString& name : files)
            QVERIFY2(!contentOf(u"first/"_s + name).contains("PRIVATE KEY"), qPrintable(name));
        const Outcome seen = runProgram(
            u"openssl"_s, {u"x509"_s, u"-in"_s, file(u"medium/root.pem"_s), u"-noout"_s, u"-text"_s});
        QVERIFY(seen.output.contains("CA:TRUE, pathlen:1") && seen.output.contains("P-384"));
    }
    void aRootIsNeverMadeOverAnotherNorOnTheStation() {
        const QStringList own{u"--passphrase-fd"_s, u"0"_s, u"--own-authority"_s};
        QCOMPARE(init(u"third"_s, own + QStringList{file(u"medium"_s)}, Passphrase).status, 1);
        QVERIFY(!QFile::exists(file(u"third/station.db"_s)));
        QVERIFY(QDir().mkpath(file(u"fourth/inside"_s)));
        const Outcome inside = init(u"fourth"_s, own + QStringList{file(u"fourth/inside"_s)}, Passphrase);
        QVERIFY2(inside.status == 1 && inside.error.contains("InputInvalid"), inside.error);
        QCOMPARE(init(u"third"_s, {}).status, 2);
        QCOMPARE(init(u"third"_s,
                      own + QStringList{file(u"medium"_s), u"--authority"_s, file(u"medium/root.pem"_s)})
                     .status,
                 2);
    }
    // A PIN is asked for after the card has proven itself by what the register knows of it.
    void onlyACardOfTheRegisterIsAskedForItsPin() {
        for (const Outcome& early : {certify({}, {}), signList({})})
            QVERIFY2(early.status == 1 && early.error.contains("CardUnknown"), early.error);
        registerAdministrator();
    }
    void withoutCertificateAndListThereIsNothing() {
        const Outcome early = signList();
        QVERIFY2(early.status == 1 && early.error.contains("IssuingCertificateMissing"), early.error);
        QCOMPARE(ctl(on(u"first"_s, {u"crl"_s, u"export"_s}, {u"--out"_s, file(u"none.pem"_s)})).status, 1);
        QVERIFY(!QFile::exists(file(u"none.pem"_s)));
    }
    void theRootCertifiesTheCardThatProvesItsKey() {
        const Outcome wrongPassphrase = certify("not the passphrase", Pin);
        QVERIFY2(wrongPassphrase.status == 1 && wrongPassphrase.error.contains("PassphraseWrong"),
                 wrongPassphrase.error);
        const Outcome wrongPin = certify(Passphrase, "000000");
        QVERIFY2(wrongPin.status == 1 && wrongPin.error.contains("wrong PIN, 4 tries left"), wrongPin.error);
        Database database = open(u"first"_s);
        QVERIFY(expect(OfficeAuthority(database).issuingCertificates()).isEmpty());
        const Outcome certified = certify(Passphrase, Pin);
        QVERIFY2(certified.status == 0, certified.error);
        QVERIFY(certified.output.startsWith("certified: Issuing key "));
        QCOMPARE(expect(OfficeAuthority(database).issuingCertificates()).size(), 1);
        const QStringList actions = recorded(u"first"_s);
        QCOMPARE(actions.count(u"authority.certify"_s), 2); // attempt and outcome
        QCOMPARE(actions.count(u"pin.refused"_s), 1);
    }
    void aListSignedOnTheCardIsWhatOpensslChecksBy() {
        const Outcome signedList = signList();
        QVERIFY2(signedList.status == 0, signedList.error);
        QVERIFY2(signedList.output.startsWith("signed: list 1, 0 revoked"), signedList.output);
        exportLists(u"one.pem"_s);
        const Certificate card = issue();
        QVERIFY2(opensslSays(card, u"one.pem"_s).endsWith("card.pem: OK\n"), opensslSays(card, u"one.pem"_s));
        Database database = open(u"first"_s);
        expect(IssueRegister(database).revoke(u"I-0001"_s, RevocationReason::KeyCompromise,
                                              QDateTime::currentDateTimeUtc()));
        QCOMPARE(signList().status, 0);
        exportLists(u"two.pem"_s);
        const QByteArray said = opensslSays(card, u"two.pem"_s);
        QVERIFY2(said.contains("certificate revoked"), said);
    }
    void anotherStationTakesTheNewestAndRefusesTheOlder() {
        const Outcome made = init(u"second"_s, {u"--authority"_s, file(u"medium/root.pem"_s)});
        QVERIFY2(made.status == 0, made.error);
        const Outcome taken = importLists(u"second"_s, u"two.pem"_s);
        QVERIFY2(taken.status == 0, taken.error);
        QCOMPARE(taken.output, "imported: 1 new issuing certificates, 1 new lists\n");
        QCOMPARE(importLists(u"second"_s, u"two.pem"_s).output,
                 "imported: 0 new issuing certificates, 0 new lists\n");
        const Outcome older = importLists(u"second"_s, u"one.pem"_s);
        QVERIFY2(older.status == 1 && older.error.contains("RevocationListOld"), older.error);
        QVERIFY(recorded(u"second"_s).contains(u"revocation-list.import"_s));
    }
    // The administrator's card was lost: her key issues no more, and the cards that it issued stay.
    void theRootWithdrawsAnIssuingCertificateAndOpensslAgrees() {
        const QStringList withRoot{u"--root"_s, file(u"medium"_s), u"--passphrase-fd"_s, u"0"_s};
        const auto withdraw = [&](const QStringList& options, const QByteArray& passphrase = Passphrase) {
            return ctl(on(u"first"_s, {u"authority"_s, u"withdraw"_s}, withRoot + options),
                       passphrase + '\n');
        };
        const Certificate card = issue();
        QCOMPARE(signList().status, 0);
        exportLists(u"before.pem"_s);
        QCOMPARE(withdraw({}).status, 2);
        QCOMPARE(withdraw({u"--serial"_s, u"01"_s, u"--keep-issued"_s, u"--refuse-issued"_s}).status, 2);
        const Outcome unknown = withdraw({u"--serial"_s, u"01"_s});
        QVERIFY2(unknown.status == 1 && unknown.error.contains("IssuingCertificateMissing"), unknown.error);
        QVERIFY2(unknown.error.startsWith("known: --serial "), unknown.error);
        const QString serial = QString::fromLatin1(unknown.error.split(' ').at(2));
        const Outcome wrong = withdraw({u"--serial"_s, serial}, "not the passphrase");
        QVERIFY2(wrong.status == 1 && wrong.error.contains("PassphraseWrong"), wrong.error);
        QVERIFY(opensslSays(card, u"before.pem"_s).endsWith("card.pem: OK\n"));
        const Outcome done = withdraw({u"--serial"_s, serial});
        QVERIFY2(done.status == 0, done.error);
        QVERIFY2(done.output.contains("withdrawn: Issuing key ") && done.output.contains("they stay valid"),
                 done.output);
        QVERIFY(contentOf(u"medium/root-list.pem"_s).startsWith("-----BEGIN X509 CRL-----"));
        const Outcome sign = signList();
        QVERIFY2(sign.status == 1 && sign.error.contains("IssuingCertificateMissing"), sign.error);
        exportLists(u"after.pem"_s);
        const QByteArray said = opensslSays(card, u"after.pem"_s, u"-crl_check_all"_s);
        QVERIFY2(said.contains("at 1 depth lookup: certificate revoked"), said);
        const Outcome taken = importLists(u"second"_s, u"after.pem"_s);
        QVERIFY2(taken.status == 0 && taken.output.contains("2 new lists"), taken.output + taken.error);
        const auto judged = [&](bool isNew) {
            Database there = open(u"second"_s);
            const StationFacts facts = expect(loadStationFacts(there));
            const OfficeAuthority authority(there);
            return expect(isNew ? authority.trustedForNewCards(facts) : authority.trusted(facts))
                .verify(card, CertificateUse::Signature, QDateTime::currentDateTimeUtc())
                .has_value();
        };
        QVERIFY(judged(false));
        QVERIFY(!judged(true));
        const Outcome refused = withdraw({u"--serial"_s, serial, u"--refuse-issued"_s});
        QVERIFY2(refused.status == 0 && refused.output.contains("they are refused"),
                 refused.output + refused.error);
        exportLists(u"refused.pem"_s);
        QCOMPARE(importLists(u"second"_s, u"refused.pem"_s).status, 0);
        QVERIFY(!judged(false));
    }
    void aBlankCardBecomesTheFirstAdministrators() {
        const auto card = blankCard();
        const auto blank = inSecondReader(card);
        const Outcome made = makeFirstCard();
        QVERIFY2(made.status == 0, made.error);
        QVERIFY2(made.output.startsWith("made: card C-0001, operator ad1, may issue cards\n"), made.output);
        QCOMPARE(card->pin(), Pin);
        QCOMPARE(makeFirstCard().status, 1); // she has one
    }
    // By whose card it was, for somebody who has no serial number: only what is out of use is withdrawn.
    void anOperatorsLostCardIssuesNoMore() {
        const auto withdraw = [&](const QString& person) {
            return ctl(on(u"second"_s, {u"authority"_s, u"withdraw"_s},
                          {u"--root"_s, file(u"medium"_s), u"--operator"_s, person, u"--refuse-issued"_s,
                           u"--passphrase-fd"_s, u"0"_s}),
                       Passphrase + '\n');
        };
        for (const QString& person : {u"ad1"_s, u"nobody"_s}) {
            const Outcome inUse = withdraw(person);
            QVERIFY2(inUse.status == 1 && inUse.error.contains("IssuingCertificateMissing"), inUse.error);
        }
        {
            Database database = open(u"second"_s);
            expect(CardEvents(database).append({.card = u"C-0001"_s,
                                                .at = QDateTime::currentDateTimeUtc(),
                                                .event = CardEvent::Lost,
                                                .by = u"ad1"_s}));
        }
        const Outcome done = withdraw(u"ad1"_s);
        QVERIFY2(done.status == 0, done.error);
        QCOMPARE(done.output.count("withdrawn: Issuing key "), 1); // hers, not the first office card's
        QVERIFY2(done.output.contains("they are refused"), done.output);
        QVERIFY(recorded(u"second"_s).contains(u"revocation-list.sign"_s));
    }
    void inPlaceOfACardThatCantBeUsedAnotherIsMade() {
        const auto blank = inSecondReader(blankCard());
        const Outcome unknown = makeFirstCard({u"--instead-of"_s, u"C-0009"_s});
        QVERIFY2(unknown.status == 1 && unknown.error.contains("CardUnknown"), unknown.error);
        const Outcome made = makeFirstCard({u"--instead-of"_s, u"C-0001"_s});
        QVERIFY2(made.status == 0, made.error);
        QVERIFY2(made.output.startsWith("made: card C-0002, operator ad1, may issue cards\n"), made.output);
    }
    void aStationOfAnotherRootTakesNothing() {
        QVERIFY(QDir().mkpath(file(u"other medium"_s)));
        QCOMPARE(init(u"foreign"_s,
                      {u"--own-authority"_s, file(u"other medium"_s), u"--passphrase-fd"_s, u"0"_s},
                      Passphrase)
                     .status,
                 0);
        const Outcome refused = importLists(u"foreign"_s, u"two.pem"_s);
        QVERIFY2(refused.status == 1 && refused.error.contains("CertificateNotTrusted"), refused.error);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::OwnAuthorityTest)
#include "tst_ownauthority.moc"
