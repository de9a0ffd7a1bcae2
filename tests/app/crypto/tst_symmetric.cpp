// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/hash.h"
#include "app/crypto/hkdf.h"
#include "app/crypto/keywrap.h"
#include "app/crypto/random.h"
#include "tests/support/testcase.h"

namespace madoguchi {

class SymmetricTest : public TestCase {
    Q_OBJECT

    static SecretBytes secret(const char* hex) { return SecretBytes::copyOf(QByteArray::fromHex(hex)); }

private Q_SLOTS:
    void sha2AgreesWithFips180() {
        Sha256 hash;
        QCOMPARE(hash.digest("abc").toHex(),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QCOMPARE(hash.digest("").toHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        hash.begin();
        hash.add("abcdbcdecdefdefgefghfghighij");
        hash.add("hijkijkljklmklmnlmnomnopnopq");
        QCOMPARE(viewOf(hash.finish()).toByteArray().toHex(),
                 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QCOMPARE(sha384("abc").toHex(), "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                                        "8086072ba1e7cc2358baeca134c825a7");
    }

    void hmacAgreesWithRfc4231() {
        QCOMPARE(hmacSha256(secret("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), "Hi There").toHex(),
                 "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        QCOMPARE(hmacSha256(SecretBytes::copyOf("Jefe"), "what do ya want for nothing?").toHex(),
                 "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    void hkdfAgreesWithRfc5869() {
        const SecretBytes key = secret("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b");
        Result<SecretBytes> derived = hkdfSha256(key, QByteArray::fromHex("000102030405060708090a0b0c"),
                                                 QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9"), 42);
        QVERIFY(derived);
        QCOMPARE(derived->view().toByteArray().toHex(),
                 "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        derived = hkdfSha256(key, {}, {}, 42);
        QVERIFY(derived);
        QCOMPARE(derived->view().toByteArray().toHex(),
                 "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
        QVERIFY(!hkdfSha256(key, {}, {}, 255 * 32 + 1));
    }

    void keyWrapAgreesWithRfc3394() {
        const SecretBytes wrapping =
            secret("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
        const SecretBytes key = secret("00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F");
        const Result<QByteArray> wrapped = wrapKey(wrapping, key);
        QVERIFY(wrapped);
        QCOMPARE(wrapped->toHex(), "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43b"
                                   "fb988b9b7a02dd21");
        const Result<SecretBytes> unwrapped = unwrapKey(wrapping, *wrapped);
        QVERIFY(unwrapped);
        QVERIFY(*unwrapped == key);
    }

    void everyChangedBitOfAWrappedKeyIsFound() {
        const SecretBytes wrapping = randomSecret(32);
        const QByteArray wrapped = *wrapKey(wrapping, randomSecret(32));
        for (qsizetype bit = 0; bit < wrapped.size() * 8; ++bit) {
            QByteArray changed = wrapped;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            const Result<SecretBytes> unwrapped = unwrapKey(wrapping, changed);
            QVERIFY(!unwrapped);
            QCOMPARE(unwrapped.error().code, ErrorCode::VaultKeyWrong);
        }
        QVERIFY(!unwrapKey(randomSecret(32), wrapped));
        QVERIFY(!unwrapKey(wrapping, "short"));
        QVERIFY(!wrapKey(SecretBytes(16), SecretBytes(32)));
    }

    void randomValuesDiffer() {
        QVERIFY(randomBytes(32) != randomBytes(32));
        QVERIFY(!(randomSecret(32) == randomSecret(32)));
        QCOMPARE(randomId().size(), 32);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::SymmetricTest)
#include "tst_symmetric.moc"
