// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/checkpoint.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

namespace madoguchi {

class CheckpointTest : public TestCase {
    Q_OBJECT

    const SigningKey m_key = SigningKey::fromSeed(SecretBytes::copyOf(QByteArray(32, 's'))).value();
    const LogVerifierKey m_name = LogVerifierKey::make(u"madoguchi/test"_s, m_key.publicKey()).value();

    Checkpoint head() const {
        Checkpoint checkpoint{.origin = m_name.name(), .size = 1234};
        checkpoint.root.fill(7);
        return checkpoint;
    }
    QByteArray note() const { return signCheckpoint(head(), m_name, m_key).value(); }

private Q_SLOTS:
    // The key and the note of Go's golang.org/x/mod/sumdb/note.
    void keysAndSignaturesAreThoseOfSignedNotes() {
        const auto key =
            LogVerifierKey::parse(u"PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"_s);
        QVERIFY(key);
        QCOMPARE(key->id().toHex(), "c74f20a3");
        const QByteArray text = "If you think cryptography is the answer to your problem,\n"
                                "then you don't know what your problem is.\n";
        const QByteArray signature = QByteArray::fromBase64(
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        QCOMPARE(key->key().verifies(text, signature.mid(4)).value(), true);
    }

    void aNoteHasTheFormOfTheSpecification() {
        const QList<QByteArray> lines = note().split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], "madoguchi/test");
        QCOMPARE(lines[1], "1234");
        QCOMPARE(lines[2], "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");
        QCOMPARE(lines[3], "");
        QVERIFY(lines[4].startsWith("\xe2\x80\x94 madoguchi/test "));
        QCOMPARE(lines[5], "");
        QCOMPARE(verifyCheckpoint(note(), m_name).value(), head());
    }

    void everyChangedByteIsFound() {
        const QByteArray whole = note();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const int flip : {0x01, 0x02, 0x20}) {
                QByteArray changed = whole;
                changed[at] = static_cast<char>(changed[at] ^ flip);
                QVERIFY2(!verifyCheckpoint(changed, m_name), qPrintable(u"byte %1"_s.arg(at)));
            }
        }
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!verifyCheckpoint(whole.left(size), m_name));
        QVERIFY(!verifyCheckpoint(whole + '\n', m_name));
    }

    void signaturesOfOthersAreIgnoredUpToSixteen() {
        const QByteArray other = "\xe2\x80\x94 witness.example AAAAAQEBAQE=\n";
        QVERIFY(verifyCheckpoint(note() + other.repeated(16), m_name));
        QVERIFY(!verifyCheckpoint(note() + other.repeated(17), m_name));
        QVERIFY(!verifyCheckpoint(note() + "\xe2\x80\x94 witness.example ?\n", m_name));
        const QByteArray body = note().left(note().indexOf("\n\n") + 2);
        QVERIFY(!verifyCheckpoint(body + other, m_name)); // nobody we know
    }

    void anotherLogsKeyIsRefused() {
        const SigningKey key = SigningKey::fromSeed(SecretBytes::copyOf(QByteArray(32, 't'))).value();
        QVERIFY(!verifyCheckpoint(note(), LogVerifierKey::make(m_name.name(), key.publicKey()).value()));
        QVERIFY(!verifyCheckpoint(note(), LogVerifierKey::make(u"madoguchi/x"_s, m_key.publicKey()).value()));
    }

    void verifierKeysComeBackAndRubbishDoesNot() {
        const QString text = m_name.text();
        QVERIFY(LogVerifierKey::parse(text).value() == m_name);
        for (qsizetype at = 0; at < text.size(); ++at) {
            QString changed = text;
            changed[at] = changed[at] == u'b' ? u'c' : u'b';
            QVERIFY(!LogVerifierKey::parse(changed));
        }
        QVERIFY(!LogVerifierKey::parse(u"a+b"_s));
        QVERIFY(!LogVerifierKey::make(u"two words"_s, m_key.publicKey()));
        QVERIFY(!LogVerifierKey::make(QString(), m_key.publicKey()));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::CheckpointTest)
#include "tst_checkpoint.moc"
