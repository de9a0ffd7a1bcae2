// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/cardcatalogue.h"
#include "smartcard/piv/blankcard.h"
#include "smartcard/piv/cardpersonalisation.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivcontent.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/cardinhand.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Seed(32, 's');
const QByteArray Guid(16, 'g');
const QDate LastDay(2029, 11, 20);
const char* const FactoryPuk = "12345678";
const char* const OfficePuk = "84071629";

std::shared_ptr<SimulatedPivCard> blankCard(const CardPersonality& personality) {
    return std::make_shared<SimulatedPivCard>(blankCardContent(personality));
}

// Factory keys, then what an earlier attempt made of them.
std::vector<PivManagementKey> managementKeys() {
    std::vector<PivManagementKey> keys = CardCatalogue::load()->factoryManagementKeys({});
    for (const auto algorithm : {PivManagementAlgorithm::TripleDes, PivManagementAlgorithm::Aes128,
                                 PivManagementAlgorithm::Aes192, PivManagementAlgorithm::Aes256}) {
        const auto size = static_cast<qsizetype>(PivManagementKey::keyBytes(algorithm));
        keys.push_back({algorithm, SecretBytes::copyOf(Seed.first(size))});
    }
    return keys;
}

CardSecrets secrets() {
    CardSecrets secrets;
    secrets.managementKeys = managementKeys();
    secrets.nextManagementSeed = SecretBytes::copyOf(Seed);
    secrets.puks.push_back(SecretBytes::copyOf(FactoryPuk));
    secrets.puks.push_back(SecretBytes::copyOf(OfficePuk));
    secrets.nextPuk = SecretBytes::copyOf(OfficePuk);
    return secrets;
}

CardContents contents() {
    return {.guid = Guid,
            .lastDay = LastDay,
            .authentication = QByteArray(700, 'a'),
            .signature = QByteArray(700, 'c'),
            .keyManagement = QByteArray(700, 'd'),
            .cardAuthentication = QByteArray(700, 'e')};
}

// Everything but the PIN, as the counter does it.
Result<CardKeysMade> issue(CardTransaction& card) {
    auto made = makeCardKeys(card, secrets());
    if (!made)
        return made;
    if (auto written = writeCardContents(card, managementKeys(), contents()); !written)
        return fail(written.error());
    return made;
}

bool looksIssued(CardTransaction& card) {
    auto piv = PivApplet::select(card);
    return piv && piv->readObject(PivObject::Chuid);
}

} // namespace

class CardPersonalisationTest : public TestCase {
    Q_OBJECT

    static void personalities() {
        QTest::addColumn<CardPersonality>("personality");
        for (const QString& name : CardPersonality::names())
            QTest::newRow(qPrintable(name)) << CardPersonality::named(name).value();
    }

private Q_SLOTS:
    void aBlankCardBecomesTheOffices_data() { personalities(); }
    void aBlankCardBecomesTheOffices() {
        QFETCH(CardPersonality, personality);
        CardInHand card(blankCard(personality));
        const auto made = issue(card);
        QVERIFY2(made, made ? "" : qPrintable(toString(made.error())));
        QCOMPARE(made->managementKeyKept, !personality.hasYubikeyCommands);
        auto piv = PivApplet::select(card);
        QCOMPARE(piv->readCertificate(PivKey::CardAuthentication).value(), contents().cardAuthentication);
        QCOMPARE(piv->readObject(PivObject::Chuid).value(), chuidContent(Guid, LastDay));
        // the factory's PUK is worth nothing now, the office's sets a PIN
        QCOMPARE(piv->unblockPin(SecretBytes::copyOf(FactoryPuk), SecretBytes::copyOf("271828"))->kind,
                 PinOutcome::Kind::Wrong);
        QCOMPARE(piv->unblockPin(SecretBytes::copyOf(OfficePuk), SecretBytes::copyOf("271828"))->kind,
                 PinOutcome::Kind::Accepted);
        if (personality.hasYubikeyCommands) {
            for (const PivManagementKey& key : CardCatalogue::load()->factoryManagementKeys({}))
                QCOMPARE(PivAdministrator::authenticate(card, key).error().code,
                         ErrorCode::CardManagementKeyWrong);
        }
    }

    void issuingAgainAfterAnyCutFinishes_data() {
        QTest::addColumn<CardPersonality>("personality");
        QTest::addColumn<bool>("swallowed");
        for (const QString& name : CardPersonality::names()) {
            const CardPersonality personality = CardPersonality::named(name).value();
            QTest::addRow("%s, pulled before the command", qPrintable(name)) << personality << false;
            QTest::addRow("%s, pulled before the answer", qPrintable(name)) << personality << true;
        }
    }
    void issuingAgainAfterAnyCutFinishes() {
        QFETCH(CardPersonality, personality);
        QFETCH(bool, swallowed);
        int commands = 0;
        {
            CardInHand whole(blankCard(personality));
            QVERIFY(issue(whole));
            commands = whole.commands();
        }
        QVERIFY(commands > 30);
        for (int cut = 0; cut < commands; ++cut) {
            const auto blank = blankCard(personality);
            {
                CardInHand card(blank);
                card.pullAfter(cut);
                if (swallowed)
                    card.swallowLastAnswer();
                const auto made = issue(card);
                QVERIFY2(!made && made.error().code == ErrorCode::CardRemoved,
                         qPrintable(QString::number(cut)));
            }
            {
                CardInHand card(blank);
                const auto made = issue(card);
                QVERIFY2(made, qPrintable(u"cut at %1: %2"_s.arg(cut).arg(made ? QString()
                                                                               : toString(made.error()))));
                QVERIFY(looksIssued(card));
                QCOMPARE(blank->pukTriesLeft(), 3);
            }
        }
    }
    void aCardThatIsIssuedAgainIsBlankInBetween() {
        const auto used = blankCard(CardPersonality::yubikey());
        CardInHand card(used);
        QVERIFY(issue(card));
        QVERIFY(makeCardKeys(card, secrets()));
        QVERIFY(!looksIssued(card));
    }

    void aCardSaysInWhichIssueItWasLast_data() { personalities(); }
    void aCardSaysInWhichIssueItWasLast() {
        QFETCH(CardPersonality, personality);
        CardInHand card(blankCard(personality));
        QVERIFY(readBlankCard(card)->mark.isEmpty());
        CardSecrets first = secrets();
        first.mark = Guid.first(CapabilityIdentifierBytes);
        QVERIFY(makeCardKeys(card, first));
        QCOMPARE(readBlankCard(card)->mark, Guid.first(CapabilityIdentifierBytes));
        QVERIFY(readBlankCard(card)->chuid.isEmpty());
        QVERIFY(writeCardContents(card, managementKeys(), contents()));
        QCOMPARE(readBlankCard(card)->mark, Guid.first(CapabilityIdentifierBytes));
        QCOMPARE(readBlankCard(card)->chuid, chuidContent(Guid, LastDay));
        QCOMPARE(readBlankCard(card)->cardCertificate, contents().cardAuthentication);
    }
    // Cut off while it was made anew, twice: its PUK is always that of the mark, or the one before.
    void aMarkedCardCanBeTakenOverAfterAnyCut() {
        CardSecrets first = secrets();
        first.mark = QByteArray(CapabilityIdentifierBytes, '1');
        const auto next = [&] {
            CardSecrets later = secrets();
            later.mark = QByteArray(CapabilityIdentifierBytes, '2');
            later.pukOfMark = SecretBytes::copyOf(OfficePuk);
            std::swap(later.puks[0], later.puks[1]); // of the mark, then of the factory
            later.nextPuk = SecretBytes::copyOf("55554444");
            return later;
        };
        for (int cut = 0; cut < 20; ++cut) {
            for (const bool before : {false, true}) { // the first issue was cut before it changed the PUK
                const auto blank = blankCard(CardPersonality::plain());
                const auto made = [&] {
                    CardInHand card(blank);
                    card.pullAfter(before ? 7 : 1000);
                    return makeCardKeys(card, first).has_value();
                }();
                QCOMPARE(made, !before);
                {
                    CardInHand card(blank);
                    card.pullAfter(cut);
                    [[maybe_unused]] const auto cutOff = makeCardKeys(card, next());
                }
                CardInHand card(blank);
                CardSecrets last = next();
                if (readBlankCard(card)->mark == last.mark) {
                    last.pukOfMark = last.nextPuk.clone();
                    last.puks[1] = std::move(last.puks[0]);
                    last.puks[0] = last.nextPuk.clone();
                }
                last.nextPuk = SecretBytes::copyOf("66667777");
                const auto again = makeCardKeys(card, last);
                QVERIFY2(again, qPrintable(u"cut at %1: %2"_s.arg(cut).arg(again ? QString()
                                                                                 : toString(again.error()))));
            }
        }
    }

    void aCardOfSomebodyElseIsLeftAlone() {
        const auto foreign = blankCard(CardPersonality::yubikey());
        CardInHand card(foreign);
        CardSecrets wrong = secrets();
        for (PivManagementKey& key : wrong.managementKeys)
            key.value.data()[0] ^= 0x10; // bit 0 is the parity of 3DES, which nobody looks at
        QCOMPARE(makeCardKeys(card, wrong).error().code, ErrorCode::CardManagementKeyWrong);
        QCOMPARE(foreign->pukTriesLeft(), 3);
    }
    void theLastTryOfThePukIsNeverUsed() {
        const auto foreign = blankCard(CardPersonality::yubikey());
        CardInHand card(foreign);
        CardSecrets wrong = secrets();
        wrong.puks.clear();
        for (const char* puk : {"11111111", "22222222", "33333333", "44444444"})
            wrong.puks.push_back(SecretBytes::copyOf(puk));
        QCOMPARE(makeCardKeys(card, wrong).error().code, ErrorCode::CardBlocked);
        QCOMPARE(foreign->pukTriesLeft(), 1);
    }
    void aCardThatForgetsWhatIsWrittenIsFound() {
        class Forgets final : public CardTransaction {
        public:
            explicit Forgets(std::shared_ptr<SimulatedCard> card) : m_card(std::move(card)) {}
            Result<SecretBytes> transmit(QByteArrayView command) override {
                const bool writes = quint8(command[1]) == 0xDB;
                return writes ? SecretBytes::copyOf(QByteArray::fromHex("9000")) : m_card.transmit(command);
            }

        private:
            CardInHand m_card;
        } card(blankCard(CardPersonality::plain()));
        QCOMPARE(issue(card).error().code, ErrorCode::CardObjectMissing);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardPersonalisationTest)
#include "tst_cardpersonalisation.moc"
