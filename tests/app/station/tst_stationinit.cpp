// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditwriter.h"
#include "app/station/stationfacts.h"
#include "app/station/stationinit.h"
#include "app/station/stationlock.h"
#include "app/storage/statement.h"
#include "smartcard/simulator/certificateauthority.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace madoguchi {

using namespace Qt::StringLiterals;

class StationInitTest : public TestCase {
    Q_OBJECT

    QByteArray m_authority;

    struct Place {
        QTemporaryDir temporary;
        StationFolder folder{temporary.filePath(u"new/station"_s)};
        SystemClock clock;
    };
    StationOrder order() const { return {u"131016"_s, u"窓口1"_s, m_authority}; }

    static Database open(const StationFolder& folder) {
        return expect(Database::open(folder.stationDatabase(), expect(folder.terminalKey()),
                                     Database::Access::ReadWrite));
    }

private Q_SLOTS:
    void initTestCase() {
        m_authority = expect(expect(CertificateAuthority::make({u"試験市"_s, {}, u"試験認証局"_s, {}},
                                                               CertificateValidity::years(10)))
                                 .certificatePem());
    }

    void aNewStationHasItsFactsAndAKeyForItsOwnerOnly() {
        Place place;
        expect(initialiseStation(place.folder, order(), place.clock));
        Database database = open(place.folder);
        const StationFacts facts = expect(loadStationFacts(database));
        QCOMPARE(facts.office, u"131016"_s);
        QCOMPARE(facts.terminal, u"窓口1"_s);
        QCOMPARE(facts.authorityPem, m_authority);
        QCOMPARE(facts.id.size(), 32);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                                          QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
        for (const QString& path :
             {place.folder.path(), place.folder.terminalKeyFile(), place.folder.stationDatabase()})
            QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
    }

    void itsLogBeginsWithTheSettingUpAndACleanStop() {
        Place place;
        expect(initialiseStation(place.folder, order(), place.clock));
        Database database = open(place.folder);
        Statement rows = expect(database.prepare("SELECT action FROM record ORDER BY sequence"));
        QStringList actions;
        while (expect(rows.step()))
            actions.append(rows.text(0));
        QCOMPARE(actions,
                 (QStringList{u"program.start"_s, u"station.init"_s, u"station.init"_s, u"program.stop"_s}));
    }

    void aStationIsNotMadeOverAnother() {
        Place place;
        expect(initialiseStation(place.folder, order(), place.clock));
        const SecretBytes key = expect(place.folder.terminalKey());
        QCOMPARE(initialiseStation(place.folder, order(), place.clock).error().code,
                 ErrorCode::StationExists);
        QVERIFY(expect(place.folder.terminalKey()) == key);
    }

    void aVaultWithoutItsStationIsLeftAlone() {
        Place place;
        QVERIFY(QDir().mkpath(place.folder.path()));
        QFile vault(place.folder.vaultDatabase());
        QVERIFY(vault.open(QIODevice::WriteOnly));
        QCOMPARE(initialiseStation(place.folder, order(), place.clock).error().code,
                 ErrorCode::StationExists);
        QVERIFY(!QFile::exists(place.folder.terminalKeyFile()));
    }

    void whatWasKilledHalfwayIsFinishedByTheNextCall() {
        Place place;
        expect(initialiseStation(place.folder, order(), place.clock));
        {
            Database database = open(place.folder);
            expect(database.execute("DELETE FROM setting WHERE name = 'station'"));
        }
        expect(initialiseStation(place.folder, order(), place.clock));
        Database database = open(place.folder);
        QVERIFY(loadStationFacts(database));
    }

    void nothingIsMadeForAWrongOrder() {
        Place place;
        StationOrder wrong = order();
        wrong.authorityPem = "not a certificate";
        QCOMPARE(initialiseStation(place.folder, wrong, place.clock).error().code,
                 ErrorCode::CertificateMalformed);
        wrong = order();
        wrong.terminal = u" "_s;
        QCOMPARE(initialiseStation(place.folder, wrong, place.clock).error().code, ErrorCode::InputInvalid);
        QVERIFY(!QFile::exists(place.folder.path()));
    }

    void aRunningProgramKeepsItsStation() {
        Place place;
        QVERIFY(QDir().mkpath(place.folder.path()));
        const StationLock lock = expect(StationLock::take(place.folder.lockFile()));
        QCOMPARE(initialiseStation(place.folder, order(), place.clock).error().code, ErrorCode::StationInUse);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::StationInitTest)
#include "tst_stationinit.moc"
