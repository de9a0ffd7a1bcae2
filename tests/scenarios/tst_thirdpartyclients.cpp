// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The simulated card, plugged into a real pcscd by madoguchi-simcard, is judged by clients that nobody here
// wrote: opensc-tool, piv-tool, pkcs11-tool and yubico-piv-tool. What they make with it is checked by
// openssl.
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QString Pin = u"739154"_s; // the practice values of madoguchi-simcard
const QString Puk = u"73915428"_s;
const QString AdministratorKey = u"01:02:03:04:05:06:07:08:01:02:03:04:05:06:07:08:01:02:03:04:05:06:07:08"_s;

struct Outcome {
    int status = -1;
    QByteArray output; ///< and what it said on its error stream
};

} // namespace

class ThirdPartyClientsTest : public TestCase {
    Q_OBJECT

    PcscdFixture m_pcscd;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_plug;
    QString m_card; ///< the file of the card that is plugged in

    QString file(const QString& name) const { return m_folder.filePath(name); }

    Outcome run(const QString& program, const QStringList& arguments) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder.path()); // no settings and no cached certificates of anybody
        environment.insert(u"PIV_EXT_AUTH_KEY"_s, file(u"management-key"_s));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(program, arguments);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAll()};
    }
    QByteArray output(const QString& program, const QString& arguments) const {
        return run(program, arguments.split(u' ')).output;
    }
    bool succeeds(const QString& program, const QString& arguments) const {
        const Outcome outcome = run(program, arguments.split(u' '));
        if (outcome.status != 0)
            QTextStream(stderr) << outcome.output << Qt::endl;
        return outcome.status == 0;
    }
    QByteArray yubico(const QString& arguments) const {
        return output(u"yubico-piv-tool"_s, u"-r Virtual "_s + arguments);
    }
    QByteArray pkcs11(const QString& arguments) const { return output(u"pkcs11-tool"_s, arguments); }

    static QString simcard() { return qEnvironmentVariable("MADOGUCHI_BIN") + u"/madoguchi-simcard"_s; }

    bool readerShows(const char* state) const {
        return output(u"opensc-tool"_s, u"-l"_s).contains(QByteArray("0    ") + state);
    }

    void makeAndPlug(const QStringList& options) {
        m_card = file(u"card%1.json"_s.arg(QUuid::createUuid().toString(QUuid::Id128)));
        const QStringList make{u"make"_s,   u"--card"_s,    m_card,        u"--authority"_s, file(u"ca"_s),
                               u"--name"_s, u"窓口 花子"_s, u"--serial"_s, u"S0001"_s};
        const Outcome made = run(simcard(), make + options);
        QVERIFY2(made.status == 0, made.output);
        plug();
    }
    void makeBlankAndPlug() {
        m_card = file(u"blank.json"_s);
        const Outcome made = run(simcard(), {u"blank"_s, u"--card"_s, m_card});
        QVERIFY2(made.status == 0, made.output);
        QVERIFY(run(simcard(), {u"blank"_s, u"--card"_s, m_card}).status != 0); // none is overwritten
        plug();
    }
    void plug() {
        m_plug = std::make_unique<QProcess>();
        m_plug->start(simcard(), {u"plug"_s, u"--card"_s, m_card});
        QVERIFY(m_plug->waitForStarted());
        QTRY_VERIFY(readerShows("Yes"));
    }

    CardContent card() const { return CardContent::load(m_card).value(); }
    void write(const QString& name, const QByteArray& content) const {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(content), content.size());
    }
    QByteArray read(const QString& name) const {
        QFile in(file(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    /// Writes the message and its SHA-256.
    void writeMessage(const QByteArray& text) const {
        write(u"message"_s, text);
        QVERIFY(succeeds(u"openssl"_s, u"dgst -sha256 -binary -out hash message"_s));
    }
    /// Writes the certificate of a key and its public key.
    void exportPublicKey(quint8 reference) const {
        write(u"certificate.der"_s, card().certificate(reference));
        write(u"public.pem"_s,
              output(u"openssl"_s, u"x509 -inform der -in certificate.der -noout -pubkey"_s));
    }

private Q_SLOTS:
    void initTestCase() {
        const auto started = m_pcscd.start();
        QVERIFY2(started, started ? "" : qPrintable(toString(started.error())));
        QCOMPARE(
            run(simcard(), {u"authority"_s, u"--out"_s, file(u"ca"_s), u"--name"_s, u"試験認証局"_s}).status,
            0);
        write(u"management-key"_s, AdministratorKey.toLatin1());
    }

    void init() {
        TestCase::init();
        writeMessage("a message to sign");
    }

    void cleanup() {
        if (!m_plug)
            return;
        m_plug->terminate();
        QVERIFY(m_plug->state() == QProcess::NotRunning || m_plug->waitForFinished());
        QCOMPARE(m_plug->exitCode(), 0);
        QTRY_VERIFY(readerShows("No"));
    }

    void openscToolNamesTheCard() {
        makeAndPlug({});
        const QByteArray atr = CardPersonality::plain().atr.toHex(':');
        QVERIFY(output(u"opensc-tool"_s, u"--atr"_s).contains(atr));
        QVERIFY(output(u"opensc-tool"_s, u"--name"_s).contains("Personal Identity Verification Card"));
        const QByteArray sent = output(u"opensc-tool"_s, u"-s 00A4040009A00000030800001000 -s 00200080"_s);
        QVERIFY2(sent.contains("SW1=0x63, SW2=0xC5"), sent);
    }

    void aCardIsTakenOutByTheEndOfItsInput() {
        makeAndPlug({});
        m_plug->closeWriteChannel();
        QVERIFY(m_plug->waitForFinished());
        QVERIFY(m_plug->readAll().contains("unplugged"));
        QTRY_VERIFY(readerShows("No"));
    }

    void pivToolAdministersTheCard() {
        makeAndPlug({});
        QVERIFY(output(u"piv-tool"_s, u"--name"_s).contains("Personal Identity Verification Card"));
        const QByteArray guid = card().objects.at(pivtag::CardholderId).sliced(29, 16); // after the FASC-N
        QVERIFY(output(u"piv-tool"_s, u"--serial"_s).contains(guid.toHex(' ').toUpper()));
        // it takes the card's answer, and then can't print any public key where OpenSSL 3 is below it
        output(u"piv-tool"_s, u"-A M:9B:03 -G 9A:07 -o generated.pem"_s);
        QCOMPARE(card().keys.at(0x9A).algorithm(), CardKeyAlgorithm::Rsa2048);
        write(u"certificate.der"_s, card().certificate(0x9E));
        QVERIFY(succeeds(u"openssl"_s, u"x509 -inform der -in certificate.der -out certificate.pem"_s));
        output(u"piv-tool"_s, u"-A M:9B:03 -C 9A -i certificate.pem"_s); // its exit status is a length
        QCOMPARE(card().certificate(0x9A), card().certificate(0x9E));
    }

    void aWrongManagementKeyIsRefusedToPivTool() {
        makeAndPlug({});
        write(u"management-key"_s, QByteArray(AdministratorKey.toLatin1()).replace("08", "0A"));
        QVERIFY(output(u"piv-tool"_s, u"-A M:9B:03 -G 9A:07 -o refused.pem"_s).contains("admin_mode failed"));
        write(u"management-key"_s, AdministratorKey.toLatin1());
        QCOMPARE(card().keys.at(0x9A).algorithm(), CardKeyAlgorithm::P256);
    }

    void yubicoPivToolHasTheCardShowWhoMadeIt() {
        QCOMPARE(run(simcard(), {u"authority"_s, u"--out"_s, file(u"maker"_s), u"--name"_s, u"Test maker"_s,
                                 u"--of-makers"_s})
                     .status,
                 0);
        makeAndPlug({u"--personality"_s, u"yubikey"_s, u"--maker"_s, file(u"maker"_s)});
        write(u"device.pem"_s, yubico(u"-a read-certificate -s f9"_s));
        for (const auto& [slot, reference] :
             {std::pair{u"9a"_s, quint8(0x9A)}, {u"9c"_s, 0x9C}, {u"9d"_s, 0x9D}, {u"9e"_s, 0x9E}}) {
            write(u"attested.pem"_s, yubico(u"-a attest -s "_s + slot));
            QVERIFY(
                succeeds(u"openssl"_s, u"verify -CAfile maker/ca.pem -untrusted device.pem attested.pem"_s));
            QVERIFY(
                !succeeds(u"openssl"_s, u"verify -CAfile ca/ca.pem -untrusted device.pem attested.pem"_s));
            exportPublicKey(reference);
            QCOMPARE(output(u"openssl"_s, u"x509 -in attested.pem -noout -pubkey"_s), read(u"public.pem"_s));
        }
        const QByteArray text = output(u"openssl"_s, u"x509 -in attested.pem -noout -text"_s);
        QVERIFY2(text.contains("1.3.6.1.4.1.41482.3.7"), text);
    }

    void pkcs11ToolReadsEveryCertificate() {
        makeAndPlug({});
        const quint8 references[] = {0x9A, 0x9C, 0x9D, 0x9E};
        for (int id = 1; id <= 4; ++id) {
            pkcs11(u"--read-object --type cert --id 0%1 -o read.der"_s.arg(id));
            QCOMPARE(read(u"read.der"_s), card().certificate(references[id - 1]));
        }
        QVERIFY(pkcs11(u"-L"_s).contains("token label        : 窓口 花子"));
    }

    void pkcs11ToolLogsInAndTheCounterFollows() {
        makeAndPlug({});
        QVERIFY(pkcs11(u"--login --pin 000000 -O"_s).contains("CKR_PIN_INCORRECT"));
        QCOMPARE(card().pin.left, 4);
        QVERIFY(pkcs11(u"--login --pin 000000 -O"_s).contains("CKR_PIN_INCORRECT"));
        QCOMPARE(card().pin.left, 3);
        QVERIFY(pkcs11(u"--login --pin %1 -O"_s.arg(Pin)).contains("PIV AUTH key"));
        QCOMPARE(card().pin.left, 5);
    }

    void pkcs11ToolFindsTheCardLockedAfterTheLastTry() {
        makeAndPlug({u"--tries"_s, u"3"_s});
        for (int i = 0; i < 3; ++i)
            pkcs11(u"--login --pin 000000 -O"_s);
        QCOMPARE(card().pin.left, 0);
        QVERIFY(pkcs11(u"--login --pin %1 -O"_s.arg(Pin)).contains("CKR_PIN_LOCKED"));
        QVERIFY(succeeds(u"pkcs15-tool"_s, u"--unblock-pin --puk %1 --new-pin 424242"_s.arg(Puk)));
        QVERIFY(pkcs11(u"--login --pin 424242 -O"_s).contains("PIV AUTH key"));
    }

    void pkcs11ToolChangesThePin() {
        makeAndPlug({});
        QVERIFY(pkcs11(u"--login --pin %1 --change-pin --new-pin 424242"_s.arg(Pin))
                    .contains("successfully changed"));
        QCOMPARE(card().pin.text(), QByteArray("424242"));
        QVERIFY(pkcs11(u"--login --pin %1 -O"_s.arg(Pin)).contains("CKR_PIN_INCORRECT"));
        QCOMPARE(card().pin.left, 4);
        QVERIFY(pkcs11(u"--login --pin 424242 -O"_s).contains("PIV AUTH key"));
    }

    void pkcs11ToolSignsAndOpensslAgrees_data() {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<int>("reference");
        QTest::addColumn<QString>("sign");
        QTest::addColumn<QString>("verify");
        const QString ecdsa = u"-m ECDSA -i hash --signature-format openssl"_s;
        const QString bare = u"pkeyutl -verify -pubin -inkey public.pem -in hash -sigfile signature"_s;
        const QString sha256 = u"dgst -sha256 -verify public.pem -signature signature message"_s;
        const QString sha384 = u"dgst -sha384 -verify public.pem -signature signature message"_s;
        const QString pss =
            u"dgst -sha256 -sigopt rsa_padding_mode:pss -verify public.pem -signature signature message"_s;
        QTest::newRow("P-256 9A") << u"p256"_s << 0x9A << ecdsa << bare;
        QTest::newRow("P-256 9C, PIN each time") << u"p256"_s << 0x9C << ecdsa << bare;
        QTest::newRow("P-256 9E") << u"p256"_s << 0x9E << ecdsa << bare;
        QTest::newRow("P-256 9A with SHA-256")
            << u"p256"_s << 0x9A << u"-m ECDSA-SHA256 -i message --signature-format openssl"_s << sha256;
        QTest::newRow("P-384 9A with SHA-384")
            << u"p384"_s << 0x9A << u"-m ECDSA-SHA384 -i message --signature-format openssl"_s << sha384;
        QTest::newRow("P-384 9C with SHA-384")
            << u"p384"_s << 0x9C << u"-m ECDSA-SHA384 -i message --signature-format openssl"_s << sha384;
        QTest::newRow("RSA 9A") << u"rsa2048"_s << 0x9A << u"-m SHA256-RSA-PKCS -i message"_s << sha256;
        QTest::newRow("RSA 9C") << u"rsa2048"_s << 0x9C << u"-m SHA256-RSA-PKCS -i message"_s << sha256;
        QTest::newRow("RSA 9A with PSS")
            << u"rsa2048"_s << 0x9A << u"-m SHA256-RSA-PKCS-PSS -i message"_s << pss;
    }
    void pkcs11ToolSignsAndOpensslAgrees() {
        QFETCH(QString, algorithm);
        QFETCH(int, reference);
        QFETCH(QString, sign);
        QFETCH(QString, verify);
        makeAndPlug({u"--algorithm"_s, algorithm});
        const QMap<int, int> ids{{0x9A, 1}, {0x9C, 2}, {0x9E, 4}};
        QFile::remove(file(u"signature"_s));
        exportPublicKey(static_cast<quint8>(reference));
        QVERIFY(succeeds(u"pkcs11-tool"_s,
                         u"--login --pin %1 --sign --id 0%2 -o signature "_s.arg(Pin).arg(ids[reference]) +
                             sign));
        QVERIFY(succeeds(u"openssl"_s, verify));
        writeMessage("another message");
        QVERIFY(run(u"openssl"_s, verify.split(u' ')).status != 0);
    }

    void pkcs11ToolAgreesOnTheSecretThatOpensslDerives() {
        makeAndPlug({});
        exportPublicKey(0x9D);
        QVERIFY(succeeds(u"openssl"_s, u"ecparam -name prime256v1 -genkey -noout -out peer.pem"_s));
        QVERIFY(succeeds(u"openssl"_s, u"pkey -in peer.pem -pubout -outform der -out peer.der"_s));
        QVERIFY(
            succeeds(u"openssl"_s, u"pkeyutl -derive -inkey peer.pem -peerkey public.pem -out expected"_s));
        QVERIFY(
            succeeds(u"pkcs11-tool"_s,
                     u"--login --pin %1 --derive --id 03 -m ECDH1-DERIVE -i peer.der -o secret"_s.arg(Pin)));
        QCOMPARE(read(u"secret"_s).size(), 32);
        QCOMPARE(read(u"secret"_s), read(u"expected"_s));
    }

    void openscAndSecureMessaging_data() {
        QTest::addColumn<QString>("opensc"); // where it is
        QTest::addColumn<QString>("use");    // of secure messaging
        QTest::addColumn<QString>("make");
        QTest::addColumn<bool>("works");
        QTest::newRow("in clear, with contacts") << u"/usr"_s << u"never"_s << u"messaging"_s << true;
        QTest::newRow("in clear, without") << u"/usr"_s << u"never"_s << u"contactless"_s << false;
        const QString own = qEnvironmentVariable("OPENSC_WITH_MESSAGING");
        if (own.isEmpty())
            return;
        QTest::newRow("messaging, with contacts") << own << u"always"_s << u"messaging"_s << true;
        QTest::newRow("messaging, without") << own << u"always"_s << u"contactless"_s << true;
    }
    void openscAndSecureMessaging() {
        QFETCH(QString, opensc);
        QFETCH(QString, use);
        QFETCH(QString, make);
        QFETCH(bool, works);
        makeAndPlug({u"--personality"_s, make});
        const auto speak = [&](const QString& pin, const QString& arguments) {
            return run(u"env"_s, QStringList{u"PIV_USE_SM="_s + use, u"LD_LIBRARY_PATH=%1/lib"_s.arg(opensc),
                                             opensc + u"/bin/pkcs11-tool"_s, u"--login"_s, u"--pin"_s, pin} +
                                     arguments.split(u' '));
        };
        QCOMPARE(speak(u"000000"_s, u"-O"_s).output.contains("CKR_PIN_INCORRECT"), works);
        QCOMPARE(card().pin.left, works ? 4 : 5);
        exportPublicKey(0x9C);
        QFile::remove(file(u"signature"_s));
        const Outcome made =
            speak(Pin, u"--sign --id 02 -m ECDSA -i hash --signature-format openssl -o signature"_s);
        QVERIFY2((made.status == 0) == works, made.output);
        QCOMPARE(card().pin.left, 5);
        const QString verify = u"pkeyutl -verify -pubin -inkey public.pem -in hash -sigfile signature"_s;
        QCOMPARE(run(u"openssl"_s, verify.split(u' ')).status == 0, works);
    }

    void pkcs11ToolDecryptsWhatOpensslEncrypted() {
        makeAndPlug({u"--algorithm"_s, u"rsa2048"_s});
        exportPublicKey(0x9A);
        QVERIFY(succeeds(u"openssl"_s,
                         u"pkeyutl -encrypt -pubin -inkey public.pem -in message -out encrypted"_s));
        QVERIFY(
            succeeds(u"pkcs11-tool"_s,
                     u"--login --pin %1 --decrypt --id 01 -m RSA-PKCS -i encrypted -o decrypted"_s.arg(Pin)));
        QCOMPARE(read(u"decrypted"_s), read(u"message"_s));
    }

    void yubicoToolTellsWhatIsOnTheCard() {
        makeAndPlug({u"--personality"_s, u"yubikey"_s});
        const QByteArray atr = CardPersonality::yubikey().atr.toHex(':');
        QVERIFY(output(u"opensc-tool"_s, u"--atr"_s).contains(atr));
        QVERIFY(yubico(u"-a version"_s).contains("version 5.4.3 found"));
        const QByteArray status = yubico(u"-a status"_s);
        QVERIFY2(status.contains("PIN tries left:\t3"), status);
        QVERIFY2(status.contains("Serial Number:\t" + QByteArray::number(card().serialNumber)), status);
        QCOMPARE(status.count("ECCP256"), 4);
        for (const auto& [slot, reference] :
             {std::pair(u"9a"_s, quint8(0x9A)), std::pair(u"9e"_s, quint8(0x9E))}) {
            yubico(u"-a read-certificate -K DER -o read.der -s "_s + slot);
            QCOMPARE(read(u"read.der"_s), card().certificate(reference));
        }
    }

    void yubicoToolTellsTheTriesThatAreLeft() {
        makeAndPlug({u"--personality"_s, u"yubikey"_s, u"--tries"_s, u"3"_s});
        QVERIFY(yubico(u"-a verify-pin -P 000000"_s).contains("2 tries left"));
        QVERIFY(yubico(u"-a status"_s).contains("PIN tries left:\t2"));
        QVERIFY(yubico(u"-a verify-pin -P "_s + Pin).contains("Successfully verified PIN"));
        QVERIFY(yubico(u"-a status"_s).contains("PIN tries left:\t3"));
        for (const char* told : {"2 tries left", "1 tries left", "Pin code blocked", "Pin code blocked"})
            QVERIFY(yubico(u"-a verify-pin -P 000000"_s).contains(told));
        QVERIFY(yubico(u"-a unblock-pin -P 00000000 -N 424242"_s).contains("2 tries left"));
        QCOMPARE(card().puk.left, 2);
        QVERIFY(yubico(u"-a unblock-pin -P %1 -N 424242"_s.arg(Puk)).contains("Successfully unblocked"));
        QVERIFY(yubico(u"-a verify-pin -P 424242"_s).contains("Successfully verified PIN"));
    }

    void yubicoToolChangesPinAndPuk() {
        makeAndPlug({u"--personality"_s, u"yubikey"_s});
        QVERIFY(
            yubico(u"-a change-pin -P %1 -N Letters8"_s.arg(Pin)).contains("Successfully changed the pin"));
        QCOMPARE(card().pin.text(), QByteArray("Letters8"));
        QVERIFY(
            yubico(u"-a change-puk -P %1 -N 87654321"_s.arg(Puk)).contains("Successfully changed the puk"));
        QCOMPARE(card().puk.text(), QByteArray("87654321"));
    }

    void yubicoToolTriesTheKeysItself_data() {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QString>("name");
        QTest::newRow("P-256") << u"p256"_s << u"ECCP256"_s;
        QTest::newRow("P-384") << u"p384"_s << u"ECCP384"_s;
        QTest::newRow("RSA") << u"rsa2048"_s << u"RSA2048"_s;
    }
    void yubicoToolTriesTheKeysItself() {
        QFETCH(QString, algorithm);
        QFETCH(QString, name);
        makeAndPlug({u"--personality"_s, u"yubikey"_s, u"--algorithm"_s, algorithm});
        for (const QString& slot : {u"9a"_s, u"9c"_s}) {
            yubico(u"-a read-certificate -o read.pem -s "_s + slot);
            const QByteArray tried = yubico(
                u"-a verify-pin -P %1 -a test-signature -s %2 -A %3 -i read.pem"_s.arg(Pin, slot, name));
            QVERIFY2(tried.contains("Successful"), tried);
            QVERIFY2(tried.contains("verification."), tried);
        }
        yubico(u"-a read-certificate -o read.pem -s 9d"_s);
        const QByteArray exchanged =
            yubico(u"-a verify-pin -P %1 -a test-decipher -s 9d -i read.pem"_s.arg(Pin));
        QVERIFY2(exchanged.contains("Successfully performed ECDH exchange"), exchanged);
    }

    void yubicoToolAdministersTheCard() {
        makeAndPlug({u"--personality"_s, u"yubikey"_s});
        QVERIFY(
            yubico(u"-a generate -s 9a -A ECCP384 -o generated.pem"_s).contains("Successfully generated"));
        write(u"private.pem"_s, card().keys.at(0x9A).toPem().value());
        QCOMPARE(output(u"openssl"_s, u"pkey -in private.pem -pubout"_s), read(u"generated.pem"_s));
        const QByteArray before = card().objects.at(pivtag::CardholderId);
        QVERIFY(yubico(u"-a set-chuid"_s).contains("Successfully set new CHUID"));
        QVERIFY(card().objects.at(pivtag::CardholderId) != before);
        const QString key = u"01020304050607080102030405060708010203040506070A"_s;
        QVERIFY(yubico(u"-a set-mgm-key -n "_s + key).contains("Successfully set new management key"));
        QVERIFY(yubico(u"-a set-chuid"_s).contains("Failed authentication"));
        yubico(u"-a delete-certificate -s 9a -k%1"_s.arg(key));
        QVERIFY(card().certificate(0x9A).isEmpty());
    }

    void yubicoToolFindsABlankCardAsItsMakerDeliversIt() {
        makeBlankAndPlug();
        const QByteArray status = yubico(u"-a status"_s);
        QVERIFY2(status.contains("CHUID:\tNo data available") && !status.contains("Slot 9a"), status);
        QVERIFY(yubico(u"-a verify-pin -P 123456"_s).contains("Successfully verified PIN"));
        QVERIFY(yubico(u"-a unblock-pin -P 12345678 -N 271828"_s).contains("Successfully unblocked"));
        QVERIFY(yubico(u"-a generate -s 9a -o generated.pem"_s).contains("Successfully generated"));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ThirdPartyClientsTest)
#include "tst_thirdpartyclients.moc"
