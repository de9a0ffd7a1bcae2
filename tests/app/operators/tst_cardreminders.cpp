// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardreminders.h"
#include "smartcard/simulator/cardmaker.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class CardRemindersTest : public TestCase {
    Q_OBJECT

    const QDate m_today{2026, 11, 22};

    static RegisteredCard inUse() {
        RegisteredCard card;
        card.person.id = u"op01"_s;
        card.card.id = u"C-0001"_s;
        return card;
    }

    // A certificate whose last day is `end`, in local time.
    static QByteArray endingOn(QDate end) {
        const QDateTime last(end, QTime(12, 0));
        const CertificateAuthority authority = expect(CertificateAuthority::make(
            {u"Test"_s, {}, u"CA"_s, {}}, {last.addYears(-3).toUTC(), last.toUTC()}));
        return expect(authority.certificateDer());
    }

private Q_SLOTS:
    void aCertificateIsRemindedOfSixtyDaysBeforeItsEndAndAfterIt() {
        for (const auto& [days, reminded] :
             {std::pair(61, false), std::pair(60, true), std::pair(0, true), std::pair(-5, true)}) {
            RegisteredCard card = inUse();
            card.card.authenticationCertificate = endingOn(m_today.addDays(500));
            card.card.keyManagementCertificate = endingOn(m_today.addDays(days)); // the first to end counts
            const auto reminders = cardReminders({card}, m_today);
            QCOMPARE(reminders.size(), reminded ? 1 : 0);
            if (reminded) {
                QVERIFY(reminders.constFirst().kind == ReminderKind::CertificateEnding);
                QCOMPARE(reminders.constFirst().day, m_today.addDays(days));
            }
        }
    }

    void aLentCardIsOverdueFromTheDayAfter() {
        RegisteredCard card = inUse();
        card.dueBack = m_today;
        QVERIFY(cardReminders({card}, m_today).isEmpty());
        const auto reminders = cardReminders({card}, m_today.addDays(1));
        QCOMPARE(reminders.size(), 1);
        QVERIFY(reminders.constFirst().kind == ReminderKind::NotReturned);
    }

    void aDayCardIsToBeTakenBackFromItsLastDayOnAndNotReplaced() {
        RegisteredCard card = inUse();
        card.card.authenticationCertificate = endingOn(m_today);
        card.card.endsAt = QDateTime(m_today, QTime(17, 15)).toUTC();
        QVERIFY(cardReminders({card}, m_today.addDays(-1)).isEmpty());
        for (const int late : {0, 1, 300}) {
            const auto reminders = cardReminders({card}, m_today.addDays(late));
            QCOMPARE(reminders.size(), 1);
            QVERIFY(reminders.constFirst().kind == ReminderKind::DayCard);
            QCOMPARE(reminders.constFirst().day, m_today);
        }
        card.card.state = OperatorCardState::Returned;
        QVERIFY(cardReminders({card}, m_today).isEmpty());
    }

    void theLastDayOfARoleIsRemindedOfThirtyDaysBefore() {
        RegisteredCard card = inUse();
        card.person.validTo = m_today.addDays(31);
        QVERIFY(cardReminders({card}, m_today).isEmpty());
        const auto reminders = cardReminders({card}, m_today.addDays(1));
        QCOMPARE(reminders.size(), 1);
        QVERIFY(reminders.constFirst().kind == ReminderKind::RoleEnding);
    }

    void aPinThatGetsTooOldIsRemindedOfUnlessNobodyHasTheCard() {
        RegisteredCard card = inUse();
        const QMap<QString, QDate> days{{u"C-0001"_s, m_today.addDays(-2)}, {u"C-0002"_s, m_today}};
        const auto reminders = cardReminders({card}, m_today, days);
        QCOMPARE(reminders.size(), 1);
        QVERIFY(reminders.constFirst().kind == ReminderKind::PinEnding);
        QCOMPARE(reminders.constFirst().day, m_today.addDays(-2));
        card.card.state = OperatorCardState::Returned;
        QVERIFY(cardReminders({card}, m_today, days).isEmpty());
    }

    void anIssuingCertificateIsRemindedOfNinetyDaysBeforeItsEndWithItsCard() {
        RegisteredCard card = inUse();
        card.card.chuidHash = "hash";
        const auto ending = [&](int days) {
            return cardReminders({card}, m_today, {},
                                 {{ReminderKind::IssuingEnding, "hash", u"CA"_s, m_today.addDays(days)},
                                  {ReminderKind::IssuingEnding, "another", u"CA"_s, m_today.addDays(days)}});
        };
        QVERIFY(ending(91).isEmpty());
        QCOMPARE(ending(90),
                 (QList<CardReminder>{{ReminderKind::IssuingEnding, card, m_today.addDays(90), {}}}));
        QCOMPARE(ending(-5).size(), 1);
        card.card.state = OperatorCardState::Returned;
        QVERIFY(ending(0).isEmpty());
    }

    // Whoever found it might sign with it: the root has to take that back.
    void aLostIssuingCardIsRemindedOfUntilItsCertificateIsOverOrWithdrawn() {
        RegisteredCard card = inUse();
        card.card.chuidHash = "hash";
        for (const OperatorCardState state : {OperatorCardState::Lost, OperatorCardState::Invalidated}) {
            card.card.state = state;
            const QList<AuthorityDay> inForce{
                {ReminderKind::IssuingEnding, "hash", u"CA"_s, m_today.addDays(1000)}};
            QCOMPARE(cardReminders({card}, m_today, {}, inForce),
                     (QList<CardReminder>{{ReminderKind::IssuerOutOfUse, card, m_today, {}}}));
            QVERIFY(cardReminders({card}, m_today, {}, {}).isEmpty()); // withdrawn: there is no such day
        }
        const QList<AuthorityDay> over{{ReminderKind::IssuingEnding, "hash", u"CA"_s, m_today.addDays(-1)}};
        QVERIFY(cardReminders({card}, m_today, {}, over).isEmpty());
    }

    void aListIsRemindedOfTwoDaysBeforeItsEnd() {
        const auto ending = [&](int days) {
            return cardReminders({}, m_today, {},
                                 {{ReminderKind::ListEndingElsewhere, {}, u"CA"_s, m_today.addDays(days)}});
        };
        QVERIFY(ending(3).isEmpty());
        QCOMPARE(ending(2),
                 (QList<CardReminder>{{ReminderKind::ListEndingElsewhere, {}, m_today.addDays(2), u"CA"_s}}));
    }

    void nothingIsRemindedOfThatNobodyHolds() {
        for (const OperatorCardState state :
             {OperatorCardState::Returned, OperatorCardState::Lost, OperatorCardState::Found,
              OperatorCardState::Invalidated, OperatorCardState::Destroyed}) {
            RegisteredCard card = inUse();
            card.card.state = state;
            card.dueBack = m_today.addDays(-1);
            card.person.validTo = m_today;
            QVERIFY(cardReminders({card}, m_today).isEmpty());
        }
        RegisteredCard nobody;
        nobody.person.validTo = m_today;
        QVERIFY(cardReminders({nobody}, m_today).isEmpty());
    }

    void theMostUrgentComesFirst() {
        RegisteredCard late = inUse();
        late.dueBack = m_today.addDays(-1);
        RegisteredCard later = inUse();
        later.card.id = u"C-0002"_s;
        later.dueBack = m_today.addDays(-9);
        const auto reminders = cardReminders({late, later}, m_today);
        QCOMPARE(reminders.constFirst().about.card.id, u"C-0002"_s);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardRemindersTest)
#include "tst_cardreminders.moc"
