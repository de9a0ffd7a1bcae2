// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/migrations.h"
#include "app/storage/statement.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

#include <array>

using namespace Qt::StringLiterals;

namespace madoguchi {

class MigrationsTest : public TestCase {
    Q_OBJECT

    static Database openIn(const QTemporaryDir& folder) {
        auto database =
            Database::open(folder.filePath(u"x.db"_s), SecretBytes(32), Database::Access::ReadWrite);
        if (!database)
            qFatal("%s", qPrintable(toString(database.error())));
        return *std::move(database);
    }

    static constexpr std::array<const char*, 2> Steps = {"CREATE TABLE a (x) STRICT",
                                                         "CREATE TABLE b (x INTEGER) STRICT; "
                                                         "INSERT INTO b VALUES (7)"};
    static constexpr std::array<const char*, 2> GoodSteps = {"CREATE TABLE a (x INTEGER) STRICT",
                                                             "CREATE TABLE b (x INTEGER) STRICT; "
                                                             "INSERT INTO b VALUES (7)"};

    static qint64 valueInB(Database& database) {
        Result<Statement> query = database.prepare("SELECT count(*) * 10 + max(x) FROM b");
        return query && query->step() ? query->integer(0) : -1;
    }

private Q_SLOTS:
    void everyStepRunsOnce() {
        const QTemporaryDir folder;
        Database database = openIn(folder);
        QVERIFY(migrate(database, std::span(GoodSteps).first(1)));
        QVERIFY(migrate(database, GoodSteps));
        QVERIFY(migrate(database, GoodSteps));
        QCOMPARE(valueInB(database), 17);
    }

    void aStepThatFailsLeavesThePreviousVersionWhole() {
        const QTemporaryDir folder;
        Database database = openIn(folder);
        QVERIFY(!migrate(database, Steps)); // STRICT wants a type
        QVERIFY(migrate(database, GoodSteps));
        QCOMPARE(valueInB(database), 17);
    }

    void tablesOfANewerProgramAreRefused() {
        const QTemporaryDir folder;
        Database database = openIn(folder);
        QVERIFY(migrate(database, GoodSteps));
        const Result<> older = migrate(database, std::span(GoodSteps).first(1));
        QVERIFY(!older);
        QCOMPARE(older.error().code, ErrorCode::DatabaseVersionUnknown);
    }

    void partsCountTheirVersionsApart() {
        const QTemporaryDir folder;
        Database database = openIn(folder);
        QVERIFY(migratePart(database, u"one"_s, std::span(GoodSteps).first(1)));
        const std::array<const char*, 1> other = {"CREATE TABLE other (x INTEGER) STRICT"};
        QVERIFY(migratePart(database, u"two"_s, other));
        QVERIFY(migratePart(database, u"one"_s, GoodSteps));
        QCOMPARE(valueInB(database), 17);
        const Result<> older = migratePart(database, u"one"_s, other);
        QVERIFY(!older);
        QCOMPARE(older.error().code, ErrorCode::DatabaseVersionUnknown);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::MigrationsTest)
#include "tst_migrations.moc"
