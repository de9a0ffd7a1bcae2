// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/resources.h"
#include "app/text/kana.h"
#include "app/text/postalcode.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTemporaryDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

class PostalCodeTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initResources(); }

    void readsSevenDigits_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        for (const QString& typed : {u"1000001"_s, u"100-0001"_s, u"〒100-0001"_s, u"〒 100 0001"_s,
                                     u"１００－０００１"_s, u"１００ー０００１"_s, u" 1000001\u3000"_s})
            QTest::newRow(qPrintable(typed)) << typed << u"1000001"_s;
        for (const QString& typed :
             {QString(), u"100000"_s, u"10000011"_s, u"100-000a"_s, u"10-00001"_s, u"一〇〇"_s, u"١٠٠٠٠٠١"_s})
            QTest::newRow(qPrintable(u"not "_s + typed)) << typed << QString();
    }

    void readsSevenDigits() {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        QCOMPARE(readPostalCode(typed).value_or(QString()), code);
    }

    void writesTheHyphen() {
        QCOMPARE(formatPostalCode(u"1000001"_s), u"100-0001"_s);
        QCOMPARE(formatPostalCode(u"100"_s), u"100"_s);
        QVERIFY(!isPostalCode(u"1000001\n"_s));
    }

    void findsATown() {
        const Result<QList<PostalPlace>> places = PostalDirectory().lookup(u"1000001"_s);
        QVERIFY(places);
        const PostalPlace chiyoda{u"東京都"_s,       u"千代田区"_s, u"千代田"_s,
                                  u"トウキョウト"_s, u"チヨダク"_s, u"13101"_s};
        QCOMPARE(*places, QList<PostalPlace>{chiyoda});
    }

    void findsAWholeMunicipality() {
        const Result<QList<PostalPlace>> places = PostalDirectory().lookup(u"1000000"_s);
        QVERIFY(places);
        QCOMPARE(places->size(), 1);
        QCOMPARE(places->front().municipality, u"千代田区"_s);
        QVERIFY(places->front().town.isEmpty());
    }

    void findsTheFirstPrefectureWithItsLeadingZero() {
        const Result<QList<PostalPlace>> places = PostalDirectory().lookup(u"0600000"_s);
        QVERIFY(places);
        QCOMPARE(places->front().prefecture, u"北海道"_s);
        QCOMPARE(places->front().municipalityCode, u"01101"_s);
    }

    void findsSeveralPlacesOfOneCode() {
        const Result<QList<PostalPlace>> places = PostalDirectory().lookup(u"4980000"_s);
        QVERIFY(places);
        QVERIFY(places->size() > 1);
        QVERIFY(places->front().municipalityCode != places->back().municipalityCode);
    }

    void findsTheFloorsOfALargeBuilding() {
        const Result<QList<PostalPlace>> places = PostalDirectory().lookup(u"1006015"_s);
        QVERIFY(places);
        QCOMPARE(places->front().town, u"霞が関霞が関ビル"_s);
    }

    void anUnusedCodeHasNoPlace() {
        for (const QString& code : {u"0000000"_s, u"9999999"_s, u"1009999"_s}) {
            const Result<QList<PostalPlace>> places = PostalDirectory().lookup(code);
            QVERIFY(places);
            QVERIFY(places->isEmpty());
        }
    }

    void whatIsNoCodeIsRefused() {
        QCOMPARE(PostalDirectory().lookup(u"100-0001"_s).error().code, ErrorCode::InputInvalid);
        QCOMPARE(PostalDirectory().lookup(QString()).error().code, ErrorCode::InputInvalid);
    }

    // A sweep over the file: every block unpacks, every code has a municipality, every reading is one.
    void everyCodeHasAMunicipality() {
        const PostalDirectory directory;
        qsizetype found = 0;
        for (int code = 0; code < 10'000'000; code += 997) {
            const Result<QList<PostalPlace>> places = directory.lookup(u"%1"_s.arg(code, 7, 10, QChar(u'0')));
            QVERIFY(places);
            for (const PostalPlace& place : *places) {
                QVERIFY(!place.prefecture.isEmpty() && !place.municipality.isEmpty());
                QVERIFY(isReading(place.prefectureKana) && isReading(place.municipalityKana));
                ++found;
            }
        }
        QVERIFY2(found > 90, qPrintable(QString::number(found)));
    }

    void aDamagedFileIsReportedAndNeverRead() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"postal.dat"_s);
        QFile original(u":/postal/postal.dat"_s);
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray good = original.readAll();
        QCOMPARE(PostalDirectory(path).lookup(u"1000001"_s).error().code, ErrorCode::FileMissing);
        write(path, "MPC2" + good.mid(4));
        QCOMPARE(PostalDirectory(path).lookup(u"1000001"_s).error().code, ErrorCode::FileMalformed);
        write(path, good.left(500'000));
        QCOMPARE(PostalDirectory(path).lookup(u"1000001"_s).error().code, ErrorCode::FileMalformed);
        // qUncompress complains of some of them.
        const QtMessageHandler previous =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        const auto restore = qScopeGuard([previous] { qInstallMessageHandler(previous); });
        QRandomGenerator random(20261121);
        for (int round = 0; round < 100; ++round) {
            QByteArray bytes = good;
            // Half of the damage goes to the offsets, where it does most harm.
            const int place = random.bounded(round % 2 ? int(bytes.size()) : 4100);
            bytes[place] = static_cast<char>(bytes[place] ^ (1 << random.bounded(8)));
            write(path, bytes);
            const Result<QList<PostalPlace>> places = PostalDirectory(path).lookup(u"1000001"_s);
            if (!places)
                QCOMPARE(places.error().code, ErrorCode::FileMalformed);
        }
    }

private:
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PostalCodeTest)
#include "tst_postalcode.moc"
