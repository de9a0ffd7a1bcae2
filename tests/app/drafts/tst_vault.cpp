// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/vault.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class VaultTest : public TestCase {
    Q_OBJECT

    static SecretBytes key(char byte) { return SecretBytes::copyOf(QByteArray(32, byte)); }
    static Session session(std::optional<SecretBytes> vaultKey) {
        return TestStation::session(Role::Operator, u"op1"_s, std::move(vaultKey));
    }

private Q_SLOTS:
    void opensWithTheKeyOfItsSession() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"vault.db"_s);
        expect(Vault::create(path, key('v')));
        QVERIFY(Vault::open(path, session(key('v'))));
    }

    void doesNotOpenWithoutIt() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"vault.db"_s);
        expect(Vault::create(path, key('v')));
        QCOMPARE(Vault::open(path, session({})).error().code, ErrorCode::VaultKeyMissing);
        QCOMPARE(Vault::open(path, session(key('x'))).error().code, ErrorCode::DatabaseKeyWrong);
        Session ended = session(key('v'));
        ended.end();
        QCOMPARE(Vault::open(path, ended).error().code, ErrorCode::SessionEnded);
    }

    void aVaultThatVanishedIsNotMadeAnewBehindAnybodysBack() {
        const QTemporaryDir folder;
        QCOMPARE(Vault::open(folder.filePath(u"vault.db"_s), session(key('v'))).error().code,
                 ErrorCode::FileMissing);
    }

    void isNotMadeTwice() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"vault.db"_s);
        expect(Vault::create(path, key('v')));
        QCOMPARE(Vault::create(path, key('x')).error().code, ErrorCode::StationExists);
        QVERIFY(Vault::open(path, session(key('v'))));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::VaultTest)
#include "tst_vault.moc"
