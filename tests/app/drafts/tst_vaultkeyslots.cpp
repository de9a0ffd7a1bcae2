// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/random.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/storage/statement.h"
#include "tests/app/support/cardkey.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class VaultKeySlotsTest : public TestCase {
    Q_OBJECT

    struct Fixture {
        TestStation station;
        SecretBytes terminalKey = randomSecret(32);
        SecretBytes vaultKey = randomSecret(VaultKeySlots::VaultKeyBytes);
        VaultKeySlots keySlots = expect(VaultKeySlots::open(station.database(), terminalKey));
        QString first = station.enroll(u"op1"_s);
        QString second = station.enroll(u"op2"_s);
        CardKey firstKey;
        CardKey secondKey;

        Result<SecretBytes> openWith(const VaultKeySlots& slots, const QString& card, const CardKey& key) {
            return slots.unwrap(card, key.agree(expect(slots.ephemeralPoint(card))));
        }
        void change(const char* sql) { expect(station.database().execute(sql)); }
    };

private Q_SLOTS:
    void theCardAndTheTerminalTogetherOpenTheSlot() {
        Fixture f;
        QVERIFY(!expect(f.keySlots.vaultExists()));
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        QVERIFY(expect(f.keySlots.vaultExists()));
        QVERIFY(expect(f.keySlots.state(f.first)) == VaultSlotState::Ready);
        QVERIFY(expect(f.openWith(f.keySlots, f.first, f.firstKey)) == f.vaultKey);
    }

    void anotherCardDoesNot() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        QCOMPARE(f.openWith(f.keySlots, f.first, f.secondKey).error().code, ErrorCode::VaultKeyWrong);
    }

    void anotherTerminalDoesNot() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        const VaultKeySlots stolen = expect(VaultKeySlots::open(f.station.database(), randomSecret(32)));
        QCOMPARE(f.openWith(stolen, f.first, f.firstKey).error().code, ErrorCode::VaultKeyWrong);
    }

    void aSlotMovedToAnotherCardsRowDoesNotOpen() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        f.change("UPDATE key_slot SET card = 'C-0002'");
        QCOMPARE(f.openWith(f.keySlots, f.second, f.firstKey).error().code, ErrorCode::VaultKeyWrong);
    }

    void aChangedSlotDoesNotOpen() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        f.change("UPDATE key_slot SET wrapped_key = zeroblob(length(wrapped_key))");
        QCOMPARE(f.openWith(f.keySlots, f.first, f.firstKey).error().code, ErrorCode::VaultKeyWrong);
    }

    void theVaultKeyIsNowhereInTheRow() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        Statement row =
            expect(f.station.database().prepare("SELECT ephemeral_key, wrapped_key FROM key_slot"));
        QVERIFY(expect(row.step()));
        QVERIFY(!row.blob(0).contains(f.vaultKey.view().toByteArray()));
        QVERIFY(!row.blob(1).contains(f.vaultKey.view().first(8).toByteArray()));
    }

    void makingTheSlotAnewUsesAnotherEphemeralKey() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        const QByteArray before = expect(f.keySlots.ephemeralPoint(f.first));
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        QVERIFY(expect(f.keySlots.ephemeralPoint(f.first)) != before);
        QVERIFY(expect(f.openWith(f.keySlots, f.first, f.firstKey)) == f.vaultKey);
    }

    void aWaitingSlotOpensNothingUntilItIsFilled() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        QVERIFY(expect(f.keySlots.state(f.second)) == VaultSlotState::None);
        expect(f.keySlots.markWaiting(f.second));
        QVERIFY(expect(f.keySlots.state(f.second)) == VaultSlotState::Waiting);
        QCOMPARE(f.keySlots.ephemeralPoint(f.second).error().code, ErrorCode::VaultKeyMissing);
        QCOMPARE(f.keySlots.unwrap(f.second, randomSecret(32)).error().code, ErrorCode::VaultKeyMissing);

        QCOMPARE(expect(f.keySlots.waiting()), QStringList{f.second});
        QCOMPARE(expect(f.keySlots.ready()), QStringList{f.first});
        expect(f.keySlots.makeSlot(f.second, f.secondKey.publicKey(), f.vaultKey));
        QVERIFY(expect(f.openWith(f.keySlots, f.second, f.secondKey)) == f.vaultKey);
        QVERIFY(expect(f.openWith(f.keySlots, f.first, f.firstKey)) == f.vaultKey);
        QVERIFY(expect(f.keySlots.waiting()).isEmpty());
    }

    void aDroppedSlotOpensNothing() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        expect(f.keySlots.makeSlot(f.second, f.secondKey.publicKey(), f.vaultKey));
        expect(f.keySlots.drop(f.first));
        QVERIFY(expect(f.keySlots.state(f.first)) == VaultSlotState::None);
        QCOMPARE(f.keySlots.ephemeralPoint(f.first).error().code, ErrorCode::VaultKeyMissing);
        QVERIFY(expect(f.openWith(f.keySlots, f.second, f.secondKey)) == f.vaultKey);
    }

    void theOfficeKeysSlotsStandBesideThoseOfTheVault() {
        Fixture f;
        const SecretBytes officeKey = randomSecret(VaultKeySlots::VaultKeyBytes);
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        QCOMPARE(f.keySlots.ephemeralPoint(f.first, SlotPurpose::Office).error().code,
                 ErrorCode::OfficeKeyMissing);
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), officeKey, SlotPurpose::Office));
        const SecretBytes secret =
            f.firstKey.agree(expect(f.keySlots.ephemeralPoint(f.first, SlotPurpose::Office)));
        QVERIFY(expect(f.keySlots.unwrap(f.first, secret, SlotPurpose::Office)) == officeKey);
        QVERIFY(expect(f.openWith(f.keySlots, f.first, f.firstKey)) == f.vaultKey);
        expect(f.keySlots.drop(f.first, SlotPurpose::Office));
        QVERIFY(!expect(f.keySlots.anyReady(SlotPurpose::Office)));
        QVERIFY(expect(f.keySlots.vaultExists()));
    }

    void aSlotMovedToTheOtherPurposeDoesNotOpen() {
        Fixture f;
        expect(f.keySlots.makeSlot(f.first, f.firstKey.publicKey(), f.vaultKey));
        const SecretBytes secret = f.firstKey.agree(expect(f.keySlots.ephemeralPoint(f.first)));
        f.change("UPDATE key_slot SET purpose = 'office'");
        QCOMPARE(f.keySlots.unwrap(f.first, secret, SlotPurpose::Office).error().code,
                 ErrorCode::OfficeKeyWrong);
    }

    void aKeyThatIsNotP256GetsNoSlot() {
        Fixture f;
        const PublicKey p384(openssl::Key(EVP_EC_gen("P-384")));
        QCOMPARE(f.keySlots.makeSlot(f.first, p384, f.vaultKey).error().code,
                 ErrorCode::CertificateKeyUnsuitable);
        QVERIFY(expect(f.keySlots.state(f.first)) == VaultSlotState::None);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::VaultKeySlotsTest)
#include "tst_vaultkeyslots.moc"
