// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/versions.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

class VersionsTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyPartHasAVersion() {
        TestStation station;
        const Versions versions =
            expect(viewVersions(TestStation::session(Role::SystemAdministrator), station.database()));
        QCOMPARE(versions.program, QStringLiteral(MADOGUCHI_VERSION));
        QCOMPARE(versions.qt, QString::fromLatin1(qVersion()));
        for (const QString& version : {versions.openssl, versions.sqlcipher, versions.sqlite, versions.pcsc})
            QVERIFY2(!version.isEmpty() && version.front().isDigit(), qPrintable(version));
        QVERIFY(versions.sqlcipher != versions.sqlite);
    }

    void onlyTheSystemAdministratorSeesThem() {
        TestStation station;
        for (const Role role : {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::Auditor})
            QCOMPARE(viewVersions(TestStation::session(role), station.database()).error().code,
                     ErrorCode::PermissionDenied);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::VersionsTest)
#include "tst_versions.moc"
