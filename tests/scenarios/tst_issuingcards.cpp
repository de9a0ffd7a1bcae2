// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card is issued and used for the first time on a real pcscd with two virtual readers: the administrator's
// card stays in the first, witness and blank card take turns in the second.

#include "app/issuing/pem.h"
#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/settledreader.h"
#include "tests/support/testcase.h"
#include "tests/support/vpcdcard.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

std::unique_ptr<VpcdCard> inserted(const CardService& cards, const std::shared_ptr<SimulatedCard>& card,
                                   quint16 port) {
    const QString reader =
        port == PcscdFixture::FirstPort ? PcscdFixture::firstReader() : PcscdFixture::secondReader();
    if (!QTest::qWaitFor([&] { return isReadyForACard(cards.readers(), reader); }, 10'000))
        qFatal("the last card is still in the reader");
    auto plugged = std::make_unique<VpcdCard>(VpcdBehaviour{
        .command = [card](QByteArrayView command) { return std::optional(card->transmit(command)); },
        .reset = [card] { card->reset(); },
        .atr = card->atr()});
    expect(plugged->insert(port));
    return plugged;
}

QByteArray opensslSays(const QStringList& arguments) {
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments);
    openssl.waitForFinished();
    return openssl.readAll();
}

/// What the profile of each key's certificate is to say, in openssl's words.
struct Profile {
    quint8 key;
    QByteArray usage;
    QByteArray extendedUsage; ///< empty: none
    QByteArray subject;
};

const QList<Profile> Profiles{
    {0x9A, "Digital Signature\n", "TLS Web Client Authentication", "serialNumber = op9\n"},
    {0x9C, "Digital Signature, Non Repudiation\n", {}, "serialNumber = op9\n"},
    {0x9D, "Key Agreement\n", {}, "serialNumber = op9\n"},
    {0x9E, "Digital Signature\n", "2.16.840.1.101.3.6.8", "CN = I-0001\n"}}; // read without PIN: names nobody

} // namespace

class IssuingCardsTest : public TestCase {
    Q_OBJECT

    PcscdFixture m_pcscd;
    SystemClock m_clock;
    QTemporaryDir m_folder;

    QString file(const QString& name, const Certificate& certificate) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(pemOf(certificate)) <= 0)
            qFatal("%s can't be written", qPrintable(name));
        return file.fileName();
    }
    void opensslAcceptsWhatIsOn(const SimulatedPivCard& card, const IssuingOffice& office) const {
        const QString root = file(u"root.pem"_s, office.root());
        const QString issuing = file(u"issuing.pem"_s, office.issuing());
        for (const Profile& profile : Profiles) {
            const QString path =
                file(u"card.pem"_s, expect(Certificate::fromDer(card.certificate(profile.key))));
            const QByteArray verified = opensslSays(
                {u"verify"_s, u"-x509_strict"_s, u"-CAfile"_s, root, u"-untrusted"_s, issuing, path});
            QVERIFY2(verified.endsWith("card.pem: OK\n"), verified);
            const QByteArray text = opensslSays(
                {u"x509"_s, u"-in"_s, path, u"-noout"_s, u"-subject"_s, u"-nameopt"_s, u"oneline"_s,
                 u"-ext"_s, u"basicConstraints,keyUsage,extendedKeyUsage,crlDistributionPoints"_s});
            QVERIFY2(text.contains("O = 131000") && text.contains(profile.subject), text);
            QVERIFY2(text.contains("CA:FALSE") && !text.contains("Distribution"), text);
            QVERIFY2(text.contains("Key Usage: critical\n    " + profile.usage), text);
            QCOMPARE(text.contains("Extended Key Usage"), !profile.extendedUsage.isEmpty());
            QVERIFY2(text.contains(profile.extendedUsage), text);
        }
    }

private Q_SLOTS:
    void initTestCase() {
        const auto started = m_pcscd.start();
        QVERIFY2(started, started ? "" : qPrintable(toString(started.error())));
    }

    void aCardIsIssuedAndLogsIn_data() {
        QTest::addColumn<CardPersonality>("personality");
        QTest::newRow("plain") << CardPersonality::plain();
        QTest::newRow("yubikey") << CardPersonality::yubikey();
    }
    void aCardIsIssuedAndLogsIn() {
        QFETCH(CardPersonality, personality);
        const IssuingOffice office(m_clock);
        const auto blank = IssuingOffice::blankCard(personality);
        {
            IssuingDesk desk(office.office(), std::make_shared<PcscStack>(), m_clock);
            const auto administrators =
                inserted(desk.cards(), office.administrator(), PcscdFixture::FirstPort);
            desk.sitDown(PcscdFixture::firstReader());
            std::unique_ptr<VpcdCard> other;
            const auto swap = [&](const QString&, const std::shared_ptr<SimulatedCard>& card) {
                other.reset(); // pulled
                other = inserted(desk.cards(), card, PcscdFixture::SecondPort);
            };
            const IssuingView view = IssuingOffice::issue(
                desk, office.order(), {.insert = swap, .witness = office.witness(), .blank = blank});
            QVERIFY2(view.state == IssuingState::Done,
                     view.error ? qPrintable(toString(*view.error)) : "no error");
        }
        opensslAcceptsWhatIsOn(*blank, office);
        const auto workstation =
            expect(Workstation::open(office.folder(), std::make_shared<PcscStack>(), m_clock));
        LoginController& login = workstation->login();
        CardService& cards = workstation->cards();
        cards.start();
        auto card = inserted(cards, blank, PcscdFixture::FirstPort);
        QTRY_COMPARE_WITH_TIMEOUT(login.view().state, LoginState::AwaitingPin, 20'000);
        QCOMPARE(login.view().operatorName, office.order().person.name);
        login.submitPin(SecretBytes::copyOf(IssuingOffice::FactoryPin));
        QTRY_VERIFY_WITH_TIMEOUT(login.view().pinWasWrong && login.view().state == LoginState::AwaitingPin,
                                 20'000);
        login.submitPin(SecretBytes::copyOf(IssuingOffice::FirstPin));
        QTRY_COMPARE_WITH_TIMEOUT(login.view().state, LoginState::InSession, 20'000);
        QVERIFY(workstation->work()); // the first operator of this station: her card opens the vault
        card.reset();
        QTRY_COMPARE_WITH_TIMEOUT(login.view().state, LoginState::WaitingForCard, 20'000);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::IssuingCardsTest)
#include "tst_issuingcards.moc"
