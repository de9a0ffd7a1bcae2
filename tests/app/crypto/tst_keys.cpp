// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/ecdh.h"
#include "app/crypto/publickey.h"
#include "app/crypto/signingkey.h"
#include "tests/support/testcase.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace madoguchi {

class KeysTest : public TestCase {
    Q_OBJECT

    static QByteArray sign(EVP_PKEY* key, const EVP_MD* digest, QByteArrayView message) {
        const openssl::DigestContext context(EVP_MD_CTX_new());
        std::size_t size = 0;
        const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
        EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key);
        EVP_DigestSign(context.get(), nullptr, &size, bytes, static_cast<std::size_t>(message.size()));
        QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes,
                       static_cast<std::size_t>(message.size()));
        signature.truncate(static_cast<qsizetype>(size));
        return signature;
    }

    static void checkSignatures(EVP_PKEY* whole, const EVP_MD* digest, KeyAlgorithm algorithm) {
        const QByteArray signature = sign(whole, digest, "challenge");
        EVP_PKEY_up_ref(whole);
        const PublicKey key{openssl::Key(whole)};
        QCOMPARE(key.algorithm(), algorithm);
        QCOMPARE(key.verifies("challenge", signature).value(), true);
        QCOMPARE(key.verifies("Challenge", signature).value(), false);
        QCOMPARE(key.verifies("challenge", signature.chopped(1)).value(), false);
        QCOMPARE(key.verifies("challenge", "").value(), false);
    }

private Q_SLOTS:
    void verifiesWhatCardsSign() {
        const openssl::Key p256(EVP_EC_gen("P-256"));
        checkSignatures(p256.get(), EVP_sha256(), KeyAlgorithm::EcP256);
        const openssl::Key p384(EVP_EC_gen("P-384"));
        checkSignatures(p384.get(), EVP_sha384(), KeyAlgorithm::EcP384);
        const openssl::Key rsa(EVP_RSA_gen(2048));
        checkSignatures(rsa.get(), EVP_sha256(), KeyAlgorithm::Rsa2048);
    }

    // RFC 6979 A.2.5: P-256, SHA-256, message "sample"
    void verifiesTheSignatureOfRfc6979() {
        const Result<PublicKey> key = PublicKey::fromP256Point(
            QByteArray::fromHex("0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
                                "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"));
        QVERIFY(key);
        const QByteArray signature =
            QByteArray::fromHex("3046022100EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                                "022100F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
        QCOMPARE(key->verifies("sample", signature).value(), true);
        QCOMPARE(key->verifies("test", signature).value(), false);
    }

    void aPointOffTheCurveIsRefused() {
        QByteArray point = PublicKey(openssl::Key(EVP_EC_gen("P-256"))).point();
        QCOMPARE(point.size(), 65);
        QVERIFY(PublicKey::fromP256Point(point));
        point[64] = static_cast<char>(point[64] ^ 1);
        const Result<PublicKey> key = PublicKey::fromP256Point(point);
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::CertificateKeyUnsuitable);
        QVERIFY(!PublicKey::fromP256Point(QByteArray(65, '\0')));
        QVERIFY(!PublicKey::fromP256Point(point.left(33)));
    }

    void bothSidesOfAnAgreementGetTheSameSecret() {
        openssl::Key card(EVP_EC_gen("P-256"));
        EVP_PKEY_up_ref(card.get());
        const PublicKey cardKey{openssl::Key(card.get())};
        const Result<EphemeralAgreement> agreement = agreeWithEphemeralKey(cardKey);
        QVERIFY(agreement);
        const Result<PublicKey> ephemeral = PublicKey::fromP256Point(agreement->ephemeralPoint);
        QVERIFY(ephemeral);
        const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, card.get(), nullptr));
        SecretBytes secret(32);
        std::size_t size = secret.size();
        QCOMPARE(EVP_PKEY_derive_init(context.get()), 1);
        QCOMPARE(EVP_PKEY_derive_set_peer(context.get(), ephemeral->handle()), 1);
        QCOMPARE(EVP_PKEY_derive(context.get(), secret.data(), &size), 1);
        QVERIFY(secret == agreement->sharedSecret);
        const Result<EphemeralAgreement> other = agreeWithEphemeralKey(cardKey);
        QVERIFY(other->ephemeralPoint != agreement->ephemeralPoint);
        const PublicKey wrongCurve{openssl::Key(EVP_EC_gen("P-384"))};
        QVERIFY(!agreeWithEphemeralKey(wrongCurve));
    }

    // RFC 8032 7.1, test 2
    void ed25519AgreesWithRfc8032() {
        const SecretBytes seed = SecretBytes::copyOf(
            QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        const Result<SigningKey> key = SigningKey::fromSeed(seed);
        QVERIFY(key);
        QCOMPARE(key->publicKey().toHex(),
                 "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        const QByteArray signature = key->sign("r").value();
        QCOMPARE(signature.toHex(), "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        const Result<PublicKey> verifying = verifyingKey(key->publicKey());
        QVERIFY(verifying);
        QCOMPARE(verifying->verifies("r", signature).value(), true);
        QCOMPARE(verifying->verifies("s", signature).value(), false);
        QVERIFY(!SigningKey::fromSeed(SecretBytes(31)));
        QVERIFY(!verifyingKey("short"));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::KeysTest)
#include "tst_keys.moc"
