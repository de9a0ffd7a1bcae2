// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/workstation.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"
#include "ui/practice/practicestation.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

class PracticeStationTest : public TestCase {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_folder;
    QList<QByteArray> m_cards; ///< of the first start

    PracticeStation opened() const { return expect(PracticeStation::openOrMake(m_folder.path(), m_clock)); }
    /// What no two cards have in common.
    static QList<QByteArray> certificatesOf(const PracticeStation& practice) {
        QList<QByteArray> certificates;
        for (const PracticeCard& card : practice.cards()) {
            if (card.role)
                certificates += card.piv->certificate(0x9A);
        }
        return certificates;
    }

private Q_SLOTS:
    void theFirstStartMakesAnOfficeWithSomebodyForEachRole() {
        const PracticeStation practice = opened();
        m_cards = certificatesOf(practice);
        for (const Role role : {Role::Operator, Role::Supervisor, Role::CardAdministrator, Role::Auditor,
                                Role::SystemAdministrator})
            QVERIFY(std::ranges::any_of(practice.cards(),
                                        [role](const PracticeCard& card) { return card.role == role; }));
        QCOMPARE(practice.readers().size(), 2);
        QVERIFY(QFile::exists(practice.stationFolder() + u"/station.db"_s));
    }

    void everybodyLogsInWithThePinOnHerPictureAndNobodyElseDoes() {
        const PracticeStation practice = opened();
        const auto station = expect(Workstation::open(practice.stationFolder(), practice.stack(), m_clock));
        station->cards().start();
        const auto isIn = [&](LoginState state) { return station->login().view().state == state; };
        for (const PracticeCard& card : practice.cards()) {
            QTRY_VERIFY2(isIn(LoginState::WaitingForCard), qUtf8Printable(card.id));
            practice.stack()->insert(practice.readers().constFirst(), card.card);
            if (card.role) {
                QTRY_VERIFY2(isIn(LoginState::AwaitingPin), qUtf8Printable(card.id));
                station->login().submitPin(SecretBytes::copyOf(card.piv->pin()));
                QTRY_VERIFY2(isIn(LoginState::InSession), qUtf8Printable(card.id));
                QCOMPARE(station->login().session()->facts().operatorName, card.name);
                QCOMPARE(station->login().session()->facts().role, *card.role);
            } else {
                QTRY_VERIFY2(isIn(LoginState::TakeCardOut), qUtf8Printable(card.id));
            }
            practice.stack()->remove(practice.readers().constFirst());
        }
    }

    void theSecondStartFindsWhatTheFirstMade() {
        QVERIFY(!m_cards.isEmpty());
        QCOMPARE(certificatesOf(opened()), m_cards);
    }

    void aFirstStartThatWasCutOffIsBegunAnew() {
        QVERIFY(QFile::remove(m_folder.filePath(u"cards/complete"_s)));
        const PracticeStation practice = opened();
        QCOMPARE(certificatesOf(practice).size(), m_cards.size());
        QVERIFY(certificatesOf(practice) != m_cards);
        QVERIFY(Workstation::open(practice.stationFolder(), practice.stack(), m_clock));
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::PracticeStationTest)
#include "tst_practicestation.moc"
