// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/procedurecatalogue.h"
#include "app/procedures/purpose.h"
#include "app/procedures/resources.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class PurposeTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyReceptionFindsItsPurpose() {
        initResources();
        const Result<QList<Purpose>> purposes = loadPurposes();
        QVERIFY2(purposes, purposes ? "" : qPrintable(toString(purposes.error())));
        QVERIFY(purposes->contains(Purpose{u"moving-in"_s, u"転入の届出"_s, u"moving-in"_s}));
        QVERIFY(purposes->contains(Purpose{u"official-check"_s, u"職権による確認"_s}));
        QCOMPARE(purposes->back().id, u"other"_s);
    }

    void aPurposeLeadsToAProcedureThatIsThere() {
        initResources();
        const Result<QList<Purpose>> purposes = loadPurposes();
        const Result<ProcedureCatalogue> catalogue = ProcedureCatalogue::load();
        QVERIFY(purposes && catalogue);
        for (const Purpose& purpose : *purposes)
            QVERIFY2(purpose.procedure.isEmpty() || catalogue->procedure(purpose.procedure) != nullptr,
                     qPrintable(purpose.id));
    }

    void whatIsNoListOfPurposesIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("not JSON") << QByteArray("[");
        QTest::newRow("object") << QByteArray("{}");
        QTest::newRow("empty") << QByteArray("[]");
        QTest::newRow("no label") << QByteArray(R"([{"id": "a"}])");
        QTest::newRow("empty label") << QByteArray(R"([{"id": "a", "label": ""}])");
        QTest::newRow("unknown key") << QByteArray(R"([{"id": "a", "label": "A", "x": 1}])");
        QTest::newRow("repeated") << QByteArray(R"([{"id": "a", "label": "A"}, {"id": "a", "label": "B"}])");
    }

    void whatIsNoListOfPurposesIsRefused() {
        QFETCH(QByteArray, json);
        const Result<QList<Purpose>> purposes = parsePurposes(json);
        QVERIFY(!purposes);
        QCOMPARE(purposes.error().code, ErrorCode::ProcedureMalformed);
    }

    void aMissingFileIsReported() {
        QCOMPARE(loadPurposes(u":/nowhere.json"_s).error().code, ErrorCode::FileMissing);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PurposeTest)
#include "tst_purpose.moc"
