// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/admission.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class AdmissionTest : public TestCase {
    Q_OBJECT

    static Operator hanako() {
        Operator person;
        person.id = u"op1"_s;
        return person;
    }
    static OperatorCard card() {
        OperatorCard card;
        card.operatorId = u"op1"_s;
        return card;
    }
    // 2026-11-20 is a Friday.
    static QDateTime friday(int hour, int minute = 0) { return {QDate(2026, 11, 20), QTime(hour, minute)}; }

private Q_SLOTS:
    void somebodyWithoutLimitsIsAdmitted() {
        QCOMPARE(admission(hanako(), card(), u"T1"_s, friday(3)), std::nullopt);
    }

    void anInvalidatedCardIsNobodysCard() {
        OperatorCard lost = card();
        lost.state = OperatorCardState::Invalidated;
        QCOMPARE(admission(hanako(), lost, u"T1"_s, friday(10)), ErrorCode::CardUnknown);
        OperatorCard foreign = card();
        foreign.operatorId = u"op2"_s;
        QCOMPARE(admission(hanako(), foreign, u"T1"_s, friday(10)), ErrorCode::CardUnknown);
    }

    void onlyACardInItsHoldersHandsIsAdmitted() {
        const QMap<OperatorCardState, ErrorCode> refusals{
            {OperatorCardState::Invalidated, ErrorCode::CardUnknown},
            {OperatorCardState::Suspended, ErrorCode::OperatorSuspended},
            {OperatorCardState::SuspendedAlone, ErrorCode::CardSuspended},
            {OperatorCardState::Returned, ErrorCode::CardReturned},
            {OperatorCardState::Lost, ErrorCode::CardLost},
            {OperatorCardState::Found, ErrorCode::CardLost},
            {OperatorCardState::Destroyed, ErrorCode::CardUnknown},
        };
        for (auto each = refusals.begin(); each != refusals.end(); ++each) {
            OperatorCard refused = card();
            refused.state = each.key();
            QCOMPARE(admission(hanako(), refused, u"T1"_s, friday(10)), each.value());
        }
    }

    void aSuspendedOperatorStaysOut() {
        Operator person = hanako();
        person.status = OperatorStatus::Suspended;
        QCOMPARE(admission(person, card(), u"T1"_s, friday(10)), ErrorCode::OperatorSuspended);
    }

    void theFirstAndTheLastDayOfTheRoleCount() {
        Operator person = hanako();
        person.validFrom = QDate(2026, 11, 20);
        person.validTo = QDate(2026, 11, 20);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(0)), std::nullopt);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(23, 59)), std::nullopt);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(10).addDays(-1)), ErrorCode::OperatorOutsideDates);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(10).addDays(1)), ErrorCode::OperatorOutsideDates);
    }

    void hoursBeginWithTheirFirstMinuteAndEndBeforeTheirLast() {
        Operator person = hanako();
        person.hours = WorkingHours{8 * 60 + 30, 17 * 60 + 15, 0b001'1111};
        QCOMPARE(admission(person, card(), u"T1"_s, friday(8, 29)), ErrorCode::OperatorOutsideHours);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(8, 30)), std::nullopt);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(17, 14)), std::nullopt);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(17, 15)), ErrorCode::OperatorOutsideHours);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(10).addDays(1)), ErrorCode::OperatorOutsideHours);
    }

    void aShiftOverMidnightBelongsToTheDayItBeganOn() {
        Operator person = hanako();
        person.hours = WorkingHours{22 * 60, 6 * 60, 0b001'0000}; // Fridays
        QCOMPARE(admission(person, card(), u"T1"_s, friday(5)), ErrorCode::OperatorOutsideHours);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(23)), std::nullopt);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(5).addDays(1)), std::nullopt);
        QCOMPARE(admission(person, card(), u"T1"_s, friday(23).addDays(1)), ErrorCode::OperatorOutsideHours);
    }

    void onlyTheTerminalsNamedAreAllowed() {
        Operator person = hanako();
        person.terminals = QStringList{u"T1"_s, u"T2"_s};
        QCOMPARE(admission(person, card(), u"T2"_s, friday(10)), std::nullopt);
        QCOMPARE(admission(person, card(), u"T3"_s, friday(10)), ErrorCode::OperatorWrongTerminal);
    }

    void aTimeInUtcIsJudgedInLocalTime() {
        Operator person = hanako();
        person.hours = WorkingHours{9 * 60, 10 * 60};
        QCOMPARE(admission(person, card(), u"T1"_s, friday(9, 30).toUTC()), std::nullopt);
    }

    void aSuspensionIsToldBeforeAnythingElseAboutTheOperator() {
        Operator person = hanako();
        person.status = OperatorStatus::Suspended;
        person.validTo = QDate(2020, 1, 1);
        person.terminals = QStringList{u"T9"_s};
        QCOMPARE(admission(person, card(), u"T1"_s, friday(10)), ErrorCode::OperatorSuspended);
    }
};

} // namespace madoguchi

int main(int argc, char** argv) {
    qputenv("TZ", "Asia/Tokyo"); // so that local time differs from UTC
    madoguchi::AdmissionTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_admission.moc"
