// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationpolicy.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class StationPolicyTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theDefaultsAreThoseOfTheManual() {
        const StationPolicy policy;
        QCOMPARE(policy.lockout.failuresBeforeDelay, 3);
        QCOMPARE(policy.lockout.delays, (QList<std::chrono::minutes>{1min, 5min, 30min}));
        QCOMPARE(policy.coverAfter, std::chrono::minutes(3));
        QCOMPARE(policy.lockAfter, std::chrono::minutes(5));
        QVERIFY(!policy.allowCardWithoutCardKey);
        QCOMPARE(policy.pins.minimumLength, 6);
        QCOMPARE(policy.pins.changeEveryDays, 180);
        QVERIFY(policy.pins.forceChange);
        QVERIFY(policy.pins.changeEnrolledPins);
        QVERIFY(!policy.shuffledKeypad);
        QVERIFY(policy.usePinPads);
        QVERIFY(!policy.changePinOnPad);
        QVERIFY(!policy.requireAttestation);
        QVERIFY(!policy.severalCards);
        QCOMPARE(policy.revocation.listDays, 7);
        QCOMPARE(policy.revocation.graceDays, 7);
        QVERIFY(!policy.revocation.required);
        QVERIFY(check(policy));
    }

    void jsonGivesBackWhatItTook() {
        StationPolicy policy;
        policy.lockout = {2, {2min, 60min}};
        policy.coverAfter = 1min;
        policy.lockAfter = 10min;
        policy.allowCardWithoutCardKey = true;
        policy.pins = {8, PinCharacters::LettersAndDigits, 3, 90, 7, false, true};
        policy.shuffledKeypad = true;
        policy.revocation = {.listDays = 30, .graceDays = 0, .required = true};
        QCOMPARE(policyFromJson(toJson(policy)), policy);
        QCOMPARE(policyFromJson({}), StationPolicy());
    }

    void whatWouldLeaveTheStationUnprotectedIsRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* title, const QString& name, const QJsonValue& value) {
            QTest::newRow(title) << name << value;
        };
        row("no failure allowed", u"failuresBeforeDelay"_s, 0);
        row("too many failures", u"failuresBeforeDelay"_s, 11);
        row("not a number", u"failuresBeforeDelay"_s, u"3"_s);
        row("no delay", u"delayMinutes"_s, QJsonArray());
        row("not a list", u"delayMinutes"_s, 5);
        row("a delay of nothing", u"delayMinutes"_s, QJsonArray{0, 5});
        row("falling delays", u"delayMinutes"_s, QJsonArray{5, 1});
        row("a delay above a day", u"delayMinutes"_s, QJsonArray{1441});
        row("never covered", u"coverAfterMinutes"_s, 0);
        row("covered after locking", u"coverAfterMinutes"_s, 6);
        row("locked before covering", u"lockAfterMinutes"_s, 2);
        row("not yes or no", u"allowCardWithoutCardKey"_s, 1);
        row("a PIN too short for the card", u"pinMinimumLength"_s, 5);
        row("unknown characters", u"pinCharacters"_s, 3);
        row("too many remembered", u"pinsRemembered"_s, 21);
        row("warned before it was set", u"pinWarnDays"_s, 181);
        row("neither yes nor no", u"shuffledKeypad"_s, 1);
        row("a list for no time", u"revocationListDays"_s, 0);
        row("a list for years", u"revocationListDays"_s, 366);
        row("no number of days", u"revocationGraceDays"_s, u"7"_s);
        row("old lists for ever", u"revocationGraceDays"_s, 91);
        row("lists perhaps needed", u"revocationRequired"_s, 1);
        row("hardly ever locked", u"lockAfterMinutes"_s, 61);
    }
    void whatWouldLeaveTheStationUnprotectedIsRefused() {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QJsonObject json = toJson({});
        json[name] = value;
        QCOMPARE(policyFromJson(json).error().code, ErrorCode::InputInvalid);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::StationPolicyTest)
#include "tst_stationpolicy.moc"
