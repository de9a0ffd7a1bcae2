// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/pinpolicy.h"
#include "tests/support/testcase.h"

#include <QMetaEnum>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QString verdict(const char* pin, const PinPolicy& policy = {}, const QString& operatorId = u"op01"_s) {
    const Result<> checked = checkNewPin(SecretBytes::copyOf(pin), policy, operatorId);
    return checked ? u"fine"_s : errorName(checked.error().code);
}

} // namespace

class PinPolicyTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void eachRuleHasACodeOfItsOwn_data() {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* pin, const char* expected) {
            QTest::newRow(pin) << QString::fromLatin1(expected);
        };
        row("482915", "fine");
        row("73915428", "fine");
        row("12344321", "PinSequence");
        row("48291", "PinTooShort");
        row("482915736", "PinMalformed");
        row("4829a5", "PinNotDigits");
        row("345678", "PinSequence");
        row("876543", "PinSequence");
        row("567890", "PinSequence"); // over the end
        row("210987", "PinSequence");
        row("912345", "PinSequence");
        row("491238", "fine"); // three are no sequence
        row("111111", "PinRepeats");
        row("111222", "PinRepeats");
        row("400083", "PinRepeats");
        row("838383", "PinRepeats");
        row("482482", "PinRepeats");
        row("48294829", "PinRepeats");
        row("483748", "fine");
        row("112244", "fine"); // doubles alone are allowed
        row("640417", "PinLikeDate");
        row("000229", "PinRepeats");
        row("080229", "PinLikeDate");
        row("640431", "fine"); // no such day
        row("641317", "fine");
        row("640400", "fine");
        row("3640417", "PinLikeDate"); // Showa, as forms number the eras
        row("7640417", "fine");
        row("19640417", "PinLikeDate");
        row("18640417", "fine");
        row("17042006", "PinLikeDate");
        row("04172006", "PinLikeDate");
        row("17132006", "fine");
        row("04170417", "PinRepeats"); // the day twice
    }
    void eachRuleHasACodeOfItsOwn() {
        QFETCH(QString, expected);
        QCOMPARE(verdict(QTest::currentDataTag()), expected);
    }

    void theOperatorNumberIsNoPin() {
        QCOMPARE(verdict("907413", {}, u"op7413"_s), u"PinLikeOperator"_s);
        QCOMPARE(verdict("907413", {}, u"op7414"_s), u"fine"_s);
        QCOMPARE(verdict("907413", {}, u"op13"_s), u"fine"_s); // two digits are too few to mean anything
        PinPolicy any;
        any.characters = PinCharacters::Any;
        QCOMPARE(verdict("5OP01x", any, u"op01"_s), u"PinLikeOperator"_s);
    }

    void anEraIsWrittenWithItsLetterTooWhereLettersMayBe() {
        PinPolicy any;
        any.characters = PinCharacters::Any;
        QCOMPARE(verdict("S640417", any), u"PinLikeDate"_s);
        QCOMPARE(verdict("h080229", any), u"PinLikeDate"_s);
        QCOMPARE(verdict("K640417", any), u"fine"_s);
        QCOMPARE(verdict("64x417", any), u"fine"_s);
    }

    void thePinsThatPeopleAreGivenHereAreFine() {
        for (const char* pin : {"73915406", "739154", "271828", "64051728", "482915", "246810"})
            QCOMPARE(verdict(pin), u"fine"_s);
    }

    void theLengthIsThePolicys() {
        PinPolicy policy;
        policy.minimumLength = 8;
        QCOMPARE(verdict("7391542", policy), u"PinTooShort"_s);
        QCOMPARE(verdict("73915428", policy), u"fine"_s);
    }

    void lettersGoWhereThePolicySaysSo() {
        PinPolicy policy;
        policy.characters = PinCharacters::Any;
        QCOMPARE(verdict("k7Rt2p", policy), u"fine"_s);
        QCOMPARE(verdict("482915", policy), u"fine"_s);
        QCOMPARE(verdict("9aBcD4", policy), u"PinSequence"_s);
        QCOMPARE(verdict("9dCbA4", policy), u"PinSequence"_s);
        policy.characters = PinCharacters::LettersAndDigits;
        QCOMPARE(verdict("482915", policy), u"PinNotMixed"_s);
        QCOMPARE(verdict("kprtwx", policy), u"PinNotMixed"_s);
        QCOMPARE(verdict("k7Rt2p", policy), u"fine"_s);
    }

    void aPolicyThatMakesNoSenseIsRefused() {
        const auto wrong = [](auto change) {
            PinPolicy policy;
            change(policy);
            const Result<> sound = check(policy);
            return sound ? QString() : sound.error().detail;
        };
        QVERIFY(check(PinPolicy{}));
        QCOMPARE(wrong([](PinPolicy& policy) { policy.minimumLength = 5; }), u"pinMinimumLength"_s);
        QCOMPARE(wrong([](PinPolicy& policy) { policy.minimumLength = 9; }), u"pinMinimumLength"_s);
        QCOMPARE(wrong([](PinPolicy& policy) { policy.remembered = 21; }), u"pinsRemembered"_s);
        QCOMPARE(wrong([](PinPolicy& policy) { policy.changeEveryDays = -1; }), u"pinChangeDays"_s);
        QCOMPARE(wrong([](PinPolicy& policy) { policy.warnDays = 181; }), u"pinWarnDays"_s);
        QCOMPARE(wrong([](PinPolicy& policy) { policy.changeEveryDays = 0; }), QString());
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::PinPolicyTest)
#include "tst_pinpolicy.moc"
