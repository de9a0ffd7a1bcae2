// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/fieldrules.h"
#include "app/procedures/procedurecatalogue.h"
#include "app/procedures/resources.h"
#include "tests/support/testcase.h"

Q_DECLARE_METATYPE(madoguchi::Field)
Q_DECLARE_METATYPE(madoguchi::FieldFault)

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 21);

Field made(FieldType type) {
    Field field;
    field.id = u"field"_s;
    field.type = type;
    return field;
}

Field dateField(DateRange range) {
    Field field = made(FieldType::Date);
    field.dates = range;
    return field;
}

Field numberField() {
    Field field = made(FieldType::Number);
    field.minimum = 1;
    field.maximum = 20;
    return field;
}

Field choiceField() {
    Field field = made(FieldType::Choice);
    field.options = {{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}};
    return field;
}

} // namespace

class FieldRulesTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        initResources();
        Result<ProcedureCatalogue> catalogue = ProcedureCatalogue::load();
        QVERIFY(catalogue);
        m_catalogue = std::move(*catalogue);
    }

    void aNoticeLaterThanFourteenDaysNeedsItsReason_data() {
        QTest::addColumn<QString>("moved");
        QTest::addColumn<bool>("needed");
        QTest::newRow("same day") << u"2026-11-21"_s << false;
        QTest::newRow("fourteenth day") << u"2026-11-07"_s << false;
        QTest::newRow("the day after") << u"2026-11-06"_s << true;
        QTest::newRow("decades") << u"1985-04-01"_s << true;
        QTest::newRow("unreadable") << u"S64.1.8"_s << false;
        QTest::newRow("not filled in") << QString() << false;
    }

    void aNoticeLaterThanFourteenDaysNeedsItsReason() {
        QFETCH(QString, moved);
        QFETCH(bool, needed);
        const Procedure& movingIn = *m_catalogue.procedure(u"moving-in"_s);
        FieldValues values{{u"moved-date"_s, moved}, {u"notice-date"_s, u"2026-11-21"_s}};
        const FoundProblem missing{u"late-reason"_s, {.fault = FieldFault::Missing}};
        QCOMPARE(problems(movingIn, values, today).contains(missing), needed);
        values.insert(u"late-reason"_s, u"入院していた"_s);
        QVERIFY(!problems(movingIn, values, today).contains(missing));
    }

    void nobodyMovesBeforeBeingBorn() {
        const Procedure& movingIn = *m_catalogue.procedure(u"moving-in"_s);
        for (const QString& id : {u"person-birth"_s, u"member-2-birth"_s, u"member-6-birth"_s}) {
            const Field& birth = *movingIn.field(id);
            const FieldValues values{{u"moved-date"_s, u"1985-04-01"_s}};
            QVERIFY(!checkField(birth, u"1985-04-01"_s, values, today));
            const std::optional<FieldProblem> problem = checkField(birth, u"1985-04-02"_s, values, today);
            QVERIFY(problem);
            QCOMPARE(problem->fault, FieldFault::DateAfterOther);
            QCOMPARE(problem->otherField, u"moved-date"_s);
            QCOMPARE(problem->date->limit, QDate(1985, 4, 1));
        }
    }

    void whatIsTypedIsStoredInOneForm_data() {
        QTest::addColumn<Field>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const QString name = u" 葛\U000E0100城 𠮷か\u309A\uF91D㈱① "_s;
        QTest::newRow("name exactly") << made(FieldType::Name) << name << name;
        QTest::newRow("text exactly") << made(FieldType::Text) << name << name;
        QTest::newRow("address exactly") << made(FieldType::Address) << u"１－２－３"_s << u"１－２－３"_s;
        QTest::newRow("reading") << made(FieldType::Kana) << u"ｶﾂﾗｷﾞ きょうこ"_s
                                 << u"カツラギ\u3000キョウコ"_s;
        QTest::newRow("day") << dateField(DateRange::Birth) << u"S60.4.1"_s << u"1985-04-01"_s;
        QTest::newRow("day already stored")
            << dateField(DateRange::Birth) << u"1985-04-01"_s << u"1985-04-01"_s;
        QTest::newRow("day without era") << dateField(DateRange::Past) << u"8.11.20"_s << u"2026-11-20"_s;
        QTest::newRow("birthday without era") << dateField(DateRange::Birth) << u"8.11.20"_s << u"8.11.20"_s;
        QTest::newRow("day that is none")
            << dateField(DateRange::Past) << u"昭和64年1月8日"_s << u"昭和64年1月8日"_s;
        QTest::newRow("postal code") << made(FieldType::Postal) << u"〒１００ー０００１"_s << u"1000001"_s;
        QTest::newRow("wrong postal code") << made(FieldType::Postal) << u"100-00"_s << u"100-00"_s;
        QTest::newRow("telephone") << made(FieldType::Phone) << u"０３（１２３４）５６７８"_s
                                   << u"03-1234-5678"_s;
        QTest::newRow("number") << numberField() << u"０３"_s << u"3"_s;
        QTest::newRow("no number") << numberField() << u"三通"_s << u"三通"_s;
    }

    void whatIsTypedIsStoredInOneForm() {
        QFETCH(Field, field);
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QCOMPARE(storedValue(field, typed, today), stored);
    }

    void acceptsGoodValues_data() {
        QTest::addColumn<Field>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("name") << made(FieldType::Name) << u"葛\U000E0100城 髙子𠮷か\u309A"_s;
        QTest::newRow("100 characters of three units")
            << made(FieldType::Name) << u"葛\U000E0100"_s.repeated(100);
        QTest::newRow("reading") << made(FieldType::Kana) << u"カツラギ\u3000タカコ"_s;
        QTest::newRow("day") << dateField(DateRange::Any) << u"2027-04-01"_s;
        QTest::newRow("today") << dateField(DateRange::Past) << u"2026-11-21"_s;
        QTest::newRow("birthday") << dateField(DateRange::Birth) << u"1900-01-01"_s;
        QTest::newRow("postal code") << made(FieldType::Postal) << u"1000001"_s;
        QTest::newRow("telephone") << made(FieldType::Phone) << u"090-1234-5678"_s;
        QTest::newRow("least") << numberField() << u"1"_s;
        QTest::newRow("most") << numberField() << u"20"_s;
        QTest::newRow("choice") << choiceField() << u"b"_s;
        QTest::newRow("check") << made(FieldType::Check) << u"yes"_s;
        QTest::newRow("nothing where nothing is asked") << made(FieldType::Phone) << QString();
    }

    void acceptsGoodValues() {
        QFETCH(Field, field);
        QFETCH(QString, value);
        QVERIFY(!checkField(field, value, {}, today));
    }

    void namesWhatIsWrong_data() {
        QTest::addColumn<Field>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<FieldFault>("fault");
        const auto row = [](const char* name, const Field& field, const QString& value, FieldFault fault) {
            QTest::newRow(name) << field << value << fault;
        };
        row("too long", made(FieldType::Name), u"葛\U000E0100"_s.repeated(101), FieldFault::TooLong);
        row("line break", made(FieldType::Name), u"葛\n城"_s, FieldFault::ForbiddenCharacter);
        row("half a pair", made(FieldType::Name), QString(QChar(0xD842)), FieldFault::ForbiddenCharacter);
        row("hiragana", made(FieldType::Kana), u"かつらぎ"_s, FieldFault::NotKatakana);
        row("no day", dateField(DateRange::Any), u"昭和64年1月8日"_s, FieldFault::DateWrong);
        row("tomorrow", dateField(DateRange::Past), u"2026-11-22"_s, FieldFault::DateWrong);
        row("unborn", dateField(DateRange::Birth), u"2026-11-22"_s, FieldFault::DateWrong);
        row("too old", dateField(DateRange::Birth), u"1896-11-20"_s, FieldFault::DateWrong);
        row("postal code with hyphen", made(FieldType::Postal), u"100-0001"_s, FieldFault::PostalWrong);
        row("telephone", made(FieldType::Phone), u"110"_s, FieldFault::PhoneWrong);
        row("words", numberField(), u"三通"_s, FieldFault::NumberWrong);
        row("sign", numberField(), u"-1"_s, FieldFault::NumberWrong);
        row("too few", numberField(), u"0"_s, FieldFault::NumberTooSmall);
        row("too many", numberField(), u"21"_s, FieldFault::NumberTooLarge);
        row("beyond any int", numberField(), u"99999999999999999999"_s, FieldFault::NumberTooLarge);
        row("choice", choiceField(), u"c"_s, FieldFault::ChoiceUnknown);
        row("check", made(FieldType::Check), u"no"_s, FieldFault::CheckWrong);
    }

    void namesWhatIsWrong() {
        QFETCH(Field, field);
        QFETCH(QString, value);
        QFETCH(FieldFault, fault);
        const std::optional<FieldProblem> problem = checkField(field, value, {}, today);
        QVERIFY(problem);
        QCOMPARE(problem->fault, fault);
    }

    void problemsCarryTheirFacts() {
        const Field name = made(FieldType::Name);
        const auto tooLong = checkField(name, u"𠮷"_s.repeated(101), {}, today);
        QCOMPARE(tooLong->limit, 100);
        QCOMPARE(tooLong->count, 101);
        QCOMPARE(checkField(made(FieldType::Kana), u"カ葛\U000E0100"_s, {}, today)->character,
                 u"葛\U000E0100"_s);
        const auto ended = checkField(dateField(DateRange::Past), u"昭和64年1月8日"_s, {}, today);
        QCOMPARE(ended->date->fault, DateFault::EraEnded);
        QCOMPARE(ended->date->limit, QDate(1989, 1, 7));
        QCOMPARE(ended->date->suggestions, QList<QDate>{QDate(1989, 1, 8)});
        QCOMPARE(checkField(numberField(), u"21"_s, {}, today)->limit, 20);
    }

    void anEmptyValueIsMissingWhereItIsAskedFor() {
        Field field = made(FieldType::Name);
        field.required = true;
        QCOMPARE(checkField(field, QString(), {}, today)->fault, FieldFault::Missing);
        QCOMPARE(checkField(field, u" \u3000"_s, {}, today)->fault, FieldFault::Missing);
    }

    void aNoticeIsNotBeforeTheMove() {
        const Field& notice = *movingIn().field(u"notice-date"_s);
        const FieldValues values = {{u"moved-date"_s, u"2026-11-10"_s}};
        QVERIFY(!checkField(notice, u"2026-11-10"_s, values, today));
        const auto problem = checkField(notice, u"2026-11-09"_s, values, today);
        QCOMPARE(problem->fault, FieldFault::DateBeforeOther);
        QCOMPARE(problem->otherField, u"moved-date"_s);
        QCOMPARE(problem->date->limit, QDate(2026, 11, 10));
        QVERIFY(!checkField(notice, u"2026-11-09"_s, {}, today));
    }

    void aNewNotificationBeginsWithTodayAndNothingElse() {
        QCOMPARE(initialValues(movingIn(), today), (FieldValues{{u"notice-date"_s, u"2026-11-21"_s}}));
        Field choice = choiceField();
        choice.initial = choice.options.constFirst().value;
        FieldGroup group;
        group.fields = {choice, made(FieldType::Name)};
        Procedure procedure;
        procedure.groups = {group};
        QCOMPARE(initialValues(procedure, today), (FieldValues{{choice.id, choice.initial}}));
    }

    void membersAppearWithTheirNumber() {
        const Procedure& procedure = movingIn();
        const Field& second = *procedure.field(u"member-2-name"_s);
        const Field& third = *procedure.field(u"member-3-name"_s);
        QVERIFY(!isShown(procedure, second, {}));
        QVERIFY(!isShown(procedure, second, {{u"member-count"_s, u"0"_s}}));
        QVERIFY(isShown(procedure, second, {{u"member-count"_s, u"1"_s}}));
        QVERIFY(!isShown(procedure, third, {{u"member-count"_s, u"1"_s}}));
        QVERIFY(isShown(procedure, third, {{u"member-count"_s, u"5"_s}}));
    }

    void aFieldGoesWithTheFieldItHangsOn() {
        const Procedure& procedure = movingIn();
        const Field& domicile = *procedure.field(u"member-2-domicile"_s);
        FieldValues values = {{u"member-count"_s, u"1"_s}, {u"member-2-nationality"_s, u"japanese"_s}};
        QVERIFY(isShown(procedure, domicile, values));
        values.insert(u"member-count"_s, u"0"_s);
        QVERIFY(!isShown(procedure, domicile, values));
    }

    void whatIsNotShownIsNotChecked() {
        const Procedure& procedure = movingIn();
        FieldValues values = {{u"member-count"_s, u"0"_s}, {u"member-2-birth"_s, u"nonsense"_s}};
        QVERIFY(!hasProblem(problems(procedure, values, today), u"member-2-birth"_s));
        values.insert(u"member-count"_s, u"1"_s);
        QVERIFY(hasProblem(problems(procedure, values, today), u"member-2-birth"_s));
        QVERIFY(hasProblem(problems(procedure, values, today), u"member-2-name"_s));
    }

    void anEmptyFormMissesExactlyItsRequiredFields() {
        for (const Procedure& procedure : m_catalogue.procedures()) {
            QStringList expected;
            for (const FieldGroup& group : procedure.groups) {
                for (const Field& field : group.fields) {
                    if (field.required && !field.shownWhen)
                        expected.append(field.id);
                }
            }
            QStringList found;
            for (const FoundProblem& one : problems(procedure, {}, today)) {
                QCOMPARE(one.problem.fault, FieldFault::Missing);
                found.append(one.fieldId);
            }
            QCOMPARE(found, expected);
        }
    }

    // A counter's most common case goes through without a problem, from the typed forms on.
    void aCompleteMoveHasNoProblem() {
        const Procedure& procedure = movingIn();
        const FieldValues typed = {
            {u"moved-date"_s, u"R8.11.10"_s},
            {u"notice-date"_s, u"0805 1121"_s},
            {u"notifier-relation"_s, u"self"_s},
            {u"certificate"_s, u"card"_s},
            {u"new-postal"_s, u"１００－０００１"_s},
            {u"new-address"_s, u"みどり町１丁目２番３号"_s},
            {u"household"_s, u"new"_s},
            {u"householder-name"_s, u"葛\U000E0100城\u3000髙子"_s},
            {u"householder-kana"_s, u"かつらぎ たかこ"_s},
            {u"contact-phone"_s, u"090(1234)5678"_s},
            {u"previous-address"_s, u"あお市しろ町4"_s},
            {u"previous-householder"_s, u"葛\U000E0100城\u3000髙子"_s},
            {u"person-name"_s, u"葛\U000E0100城\u3000髙子"_s},
            {u"person-kana"_s, u"ｶﾂﾗｷﾞ ﾀｶｺ"_s},
            {u"person-birth"_s, u"S60.4.1"_s},
            {u"person-sex"_s, u"female"_s},
            {u"person-relation"_s, u"householder"_s},
            {u"person-nationality"_s, u"japanese"_s},
            {u"person-domicile"_s, u"あお市しろ町4"_s},
            {u"person-domicile-head"_s, u"葛\U000E0100城\u3000一郎"_s},
            {u"person-card"_s, u"brought"_s},
            {u"member-count"_s, u"0"_s},
            {u"identity-document"_s, u"my-number-card"_s},
            {u"identity-valid"_s, u"yes"_s},
        };
        FieldValues stored;
        for (auto it = typed.begin(); it != typed.end(); ++it) {
            QVERIFY2(procedure.field(it.key()), qPrintable(it.key()));
            stored.insert(it.key(), storedValue(*procedure.field(it.key()), it.value(), today));
        }
        const QList<FoundProblem> found = problems(procedure, stored, today);
        QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(found.front().fieldId));
        QCOMPARE(stored.value(u"notice-date"_s), u"2026-11-21"_s);
    }

private:
    const Procedure& movingIn() const { return *m_catalogue.procedure(u"moving-in"_s); }

    static bool hasProblem(const QList<FoundProblem>& found, const QString& fieldId) {
        return std::any_of(found.begin(), found.end(),
                           [&fieldId](const FoundProblem& one) { return one.fieldId == fieldId; });
    }

    ProcedureCatalogue m_catalogue;
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::FieldRulesTest)
#include "tst_fieldrules.moc"
