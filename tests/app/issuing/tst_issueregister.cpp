// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issueregister.h"
#include "app/operators/operatordirectory.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QDateTime Now(QDate(2026, 11, 21), QTime(9, 0), QTimeZone::utc());

CardIssue issue(const QString& id, char guid = 'g') {
    return {.id = id,
            .operatorId = u"op1"_s,
            .startedBy = u"ca1"_s,
            .witness = u"sv1"_s,
            .startedAt = Now,
            .endedAt = {},
            .step = IssueStep::Started,
            .guid = QByteArray(16, guid),
            .lastDay = QDate(2029, 11, 20),
            .sealedPuk = "sealed",
            .card = {}};
}

} // namespace

class IssueRegisterTest : public TestCase {
    Q_OBJECT

    TestStation m_station;
    IssueRegister m_register{m_station.database()};

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(OperatorDirectory(m_station.database()).add(TestStation::person(u"op1"_s)));
        QCOMPARE(m_register.nextId(), u"I-0001"_s);
        QVERIFY(m_register.add(issue(u"I-0001"_s)));
        QCOMPARE(m_register.nextId(), u"I-0002"_s);
        QVERIFY(m_register.add(issue(u"I-0002"_s, 'h')));
    }

    void anIssueIsReadBackWhole() {
        QCOMPARE(m_register.find(u"I-0001"_s), issue(u"I-0001"_s));
        CardIssue dayCard = issue(u"I-0003"_s, 'd');
        dayCard.dayCardEnd = Now.addSecs(8 * 3600);
        QVERIFY(m_register.add(dayCard));
        QCOMPARE(m_register.find(u"I-0003"_s), dayCard);
        QVERIFY(m_register.abandon(u"I-0003"_s, Now));
        QCOMPARE(m_register.find(u"I-0009"_s).error().code, ErrorCode::IssueUnknown);
        QVERIFY(!*m_register.ofCard(u"C-0001"_s));
    }
    void twoIssuesCantShareAGuid() { QVERIFY(!m_register.add(issue(u"I-0004"_s, 'h'))); }

    void aFinishedIssueBelongsToItsCardAndStaysFinished() {
        QVERIFY(m_register.finish(u"I-0001"_s, u"C-0007"_s, Now.addSecs(90)));
        const auto finished = m_register.ofCard(u"C-0007"_s);
        QVERIFY(finished && *finished);
        QCOMPARE((*finished)->id, u"I-0001"_s);
        QCOMPARE((*finished)->endedAt, Now.addSecs(90));
        QCOMPARE(m_register.abandon(u"I-0001"_s, Now).error().code, ErrorCode::InputInvalid);
        QCOMPARE(m_register.find(u"I-0001"_s)->step, IssueStep::Finished);
        QCOMPARE(m_register.unfinished()->size(), 1);
    }
    void anAbandonedIssueLeavesNoValidCertificate() {
        const QByteArray serial(16, 'A');
        QVERIFY(!m_register.find(u"I-0002"_s)->hasCertificates);
        QVERIFY(m_register.addCertificate(u"I-0002"_s, CertificateKind::Login, serial, Now.addYears(3)));
        QVERIFY(m_register.find(u"I-0002"_s)->hasCertificates);
        QVERIFY(m_register.revoked(Now)->isEmpty());
        QVERIFY(m_register.abandon(u"I-0002"_s, Now));
        const QList<RevokedCertificate> expected{{serial, Now, RevocationReason::Superseded}};
        QCOMPARE(m_register.revoked(Now), expected);
        QVERIFY(m_register.unfinished()->isEmpty());
        // what has expired need not be on a list any more
        QVERIFY(m_register.revoked(Now.addYears(4))->isEmpty());
        // the first reason stands
        QVERIFY(m_register.revoke(u"I-0002"_s, RevocationReason::KeyCompromise, Now.addDays(1)));
        QCOMPARE(m_register.revoked(Now), expected);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::IssueRegisterTest)
#include "tst_issueregister.moc"
