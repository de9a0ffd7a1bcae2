// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"
#include "app/station/stationfolder.h"
#include "tests/support/counterstation.h"
#include "tests/support/testcase.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace madoguchi {

class AttestationCommandsTest : public TestCase {
    Q_OBJECT

    struct Answer {
        int status;
        QByteArray output;
        QByteArray complaint;
    };

    SystemClock m_clock;
    CounterStation m_station{m_clock};
    QTemporaryDir m_folder;

    Answer run(const QString& command, const QStringList& options = {}) const {
        QProcess program;
        program.start(qEnvironmentVariable("MADOGUCHI_BIN") + u"/madoguchictl"_s,
                      QStringList{u"attestation"_s, command, u"--station"_s, m_station.folder()} + options);
        if (!program.waitForFinished())
            qFatal("madoguchictl: %s", qPrintable(program.errorString()));
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }
    Answer trust(const QByteArray& pem) const {
        QFile file(m_folder.filePath(u"makers.pem"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size())
            qFatal("the file can't be written");
        file.close();
        return run(u"trust"_s, {u"--in"_s, file.fileName()});
    }
    static QByteArray makerPem(const QString& name) {
        const auto maker =
            expect(CertificateAuthority::make({{}, {}, name, {}}, CertificateValidity::years(9), 1));
        return expect(maker.certificatePem());
    }
    QList<AuditRecord> recorded(const QString& action) const {
        Database database = expect(StationFolder(m_station.folder()).openToRead());
        AuditQuery query;
        query.filter.action = action;
        return expect(readAuditAsAdministrator(database, query)).records;
    }

private Q_SLOTS:
    void makersAreTrustedOneByOneOnRecord() {
        QVERIFY(run(u"list"_s).output.isEmpty());
        const QByteArray pem = makerPem(u"First maker"_s) + makerPem(u"Second maker"_s);
        const Answer done = trust(pem);
        QVERIFY2(done.status == 0, done.complaint);
        QCOMPARE(done.output, "trusted: 2 new makers\n");
        QCOMPARE(trust(pem).output, "trusted: 0 new makers\n");
        const QByteArray list = run(u"list"_s).output;
        QVERIFY2(list.count('\n') == 2 && list.contains("First maker") && list.contains("Second maker"),
                 list);
        const QList<AuditRecord> records = recorded(u"attestation.trust"_s);
        QCOMPARE(records.size(), 8); // attempt and outcome
        QCOMPARE(records.constFirst().details.value(u"via"_s), u"console"_s);
        QVERIFY(records.constFirst().target.startsWith(u"certificate:"_s));
    }

    void oneIsTakenOutAgainByItsFingerprintOnRecord() {
        const qsizetype before = run(u"list"_s).output.count('\n');
        QCOMPARE(trust(makerPem(u"A maker of fakes"_s)).output, "trusted: 1 new makers\n");
        QByteArray fingerprint;
        for (const QByteArray& line : run(u"list"_s).output.split('\n')) {
            if (line.contains("A maker of fakes"))
                fingerprint = line.split('\t').constFirst();
        }
        const QStringList maker{u"--maker"_s, QString::fromLatin1(fingerprint)};
        const Answer done = run(u"distrust"_s, maker);
        QVERIFY2(done.status == 0, done.complaint);
        QVERIFY2(done.output.contains("no more"), done.output);
        const QByteArray list = run(u"list"_s).output;
        QVERIFY2(list.count('\n') == before && !list.contains(fingerprint), list);
        const AuditRecord record = recorded(u"attestation.distrust"_s).constFirst();
        QCOMPARE(record.target, u"certificate:"_s + maker.at(1));
        QCOMPARE(record.outcome, AuditOutcome::Done);
        const Answer again = run(u"distrust"_s, maker);
        QVERIFY2(again.status == 1 && again.complaint.contains("CertificateNotTrusted"), again.complaint);
        QCOMPARE(recorded(u"attestation.distrust"_s).constFirst().outcome, AuditOutcome::Refused);
        for (const QString& nonsense : {u"maker"_s, maker.at(1).left(10), QString()})
            QVERIFY(run(u"distrust"_s, {u"--maker"_s, nonsense}).status != 0);
        QCOMPARE(run(u"distrust"_s).status, 2);
    }

    void whatHasMadeNoCardsIsRefused() {
        const qsizetype before = run(u"list"_s).output.size();
        const Answer rubbish = trust("no certificate");
        QVERIFY2(rubbish.status == 1 && rubbish.complaint.contains("CertificateMalformed"),
                 rubbish.complaint);
        const CounterStation::Card card = m_station.make(m_station.order());
        const QByteArray pem = "-----BEGIN CERTIFICATE-----\n" + card->certificate(0x9A).toBase64() +
                               "\n-----END CERTIFICATE-----\n";
        const Answer login = trust(pem);
        QVERIFY2(login.status == 1 && login.complaint.contains("CertificateKeyUnsuitable"), login.complaint);
        QCOMPARE(run(u"list"_s).output.size(), before);
        QCOMPARE(run(u"trust"_s).status, 2);
        QCOMPARE(run(u"forget"_s).status, 2);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::AttestationCommandsTest)
#include "tst_attestationcommands.moc"
