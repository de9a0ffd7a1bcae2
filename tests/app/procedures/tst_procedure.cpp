// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/procedure.h"
#include "app/procedures/resources.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

Q_DECLARE_METATYPE(madoguchi::ProcedurePart)

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// The smallest form that is accepted; each test spoils one thing in it.
const QByteArray smallest = R"({
  "id": "small", "version": 1, "title": "T", "shortTitle": "S",
  "nameField": "name", "kanaField": "kana", "birthField": "birth",
  "groups": [
    {"id": "one", "title": "G", "fields": [
      {"id": "name", "label": "L", "type": "name", "required": true},
      {"id": "kana", "label": "L", "type": "kana", "kanaOf": "name"},
      {"id": "birth", "label": "L", "type": "date", "dates": "birth"},
      {"id": "kind", "label": "L", "type": "choice",
       "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]}
    ]},
    {"id": "two", "title": "G", "shownWhen": {"field": "kind", "values": ["a"]}, "fields": [
      {"id": "postal", "label": "L", "type": "postal"},
      {"id": "address", "label": "L", "type": "address", "postalOf": "postal"},
      {"id": "more", "label": "L", "type": "check"},
      {"id": "count", "label": "L", "type": "number", "minimum": 1, "maximum": 9,
       "shownWhen": {"field": "more", "values": ["yes"]}},
      {"id": "day", "label": "L", "type": "date", "notBefore": "birth", "initial": "today"}
    ]}
  ]
})";

QByteArray source(const QString& path) {
    QFile file(qEnvironmentVariable("MADOGUCHI_SOURCE") + u"/resources/procedures/"_s + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ProcedureTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryPart() {
        const Result<Procedure> procedure = parseProcedure(smallest);
        QVERIFY2(procedure, procedure ? "" : qPrintable(toString(procedure.error())));
        QCOMPARE(procedure->groups.size(), 2);
        QVERIFY(procedure->field(u"name"_s)->required);
        QCOMPARE(procedure->field(u"kana"_s)->kanaOf, u"name"_s);
        QVERIFY(procedure->field(u"birth"_s)->dates == DateRange::Birth);
        QCOMPARE(procedure->field(u"kind"_s)->options.back().label, u"B"_s);
        QCOMPARE(procedure->field(u"count"_s)->maximum, 9);
        QCOMPARE(procedure->field(u"day"_s)->notBefore, u"birth"_s);
        QCOMPARE(procedure->field(u"day"_s)->initial, u"today"_s);
        QVERIFY(!procedure->field(u"nothing"_s));
    }

    void aGroupGivesItsConditionToItsFields() {
        const Result<Procedure> procedure = parseProcedure(smallest);
        QVERIFY(procedure);
        QCOMPARE(procedure->field(u"postal"_s)->shownWhen->field, u"kind"_s);
        QCOMPARE(procedure->field(u"count"_s)->shownWhen->field, u"more"_s);
        QVERIFY(!procedure->field(u"kind"_s)->shownWhen);
    }

    void refusesWhatIsWrongAndSaysWhere_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const char* from, const char* to, const QString& where) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << where;
        };
        row("not JSON", "\"id\": \"small\",", "id", u"$: "_s);
        row("unknown key", "\"id\": \"small\"", "\"id\": \"small\", \"x\": 1", u"$.x: unknown key"_s);
        row("unknown key of a field", "\"type\": \"check\"", "\"type\": \"check\", \"Required\": true",
            u"$.groups[1].fields[2].Required: unknown"_s);
        row("unknown key of an option", "\"value\": \"a\",", "\"value\": \"a\", \"hint\": \"x\",",
            u"$.groups[0].fields[3].options[0].hint: "_s);
        row("unknown key of a condition", "\"field\": \"kind\"", "\"field\": \"kind\", \"not\": 1",
            u"$.groups[1].shownWhen.not: "_s);
        row("missing key", "\"title\": \"T\",", "", u"$.title: missing"_s);
        row("empty label", "\"label\": \"A\"", "\"label\": \" \"",
            u"$.groups[0].fields[3].options[0].label: "_s);
        row("number for a text", "\"title\": \"T\"", "\"title\": 1", u"$.title: "_s);
        row("text for a number", "\"version\": 1", "\"version\": \"1\"", u"$.version: "_s);
        row("fraction", "\"version\": 1", "\"version\": 1.5", u"$.version: "_s);
        row("version 0", "\"version\": 1", "\"version\": 0", u"$.version: "_s);
        row("negative", "\"minimum\": 1", "\"minimum\": -1", u"$.groups[1].fields[3].minimum: "_s);
        row("text for a flag", "\"required\": true", "\"required\": \"yes\"",
            u"$.groups[0].fields[0].required: "_s);
        row("unknown type", "\"check\"", "\"chekc\"", u"$.groups[1].fields[2].type: "_s);
        row("unknown range", "\"dates\": \"birth\"", "\"dates\": \"future\"",
            u"$.groups[0].fields[2].dates: "_s);
        row("group for a list", "\"groups\": [", "\"groups\": {}, \"g\": [", u"$.g: "_s);
        row("no identifier", "\"id\": \"small\"", "\"id\": \"Small\"", u"$.id: "_s);
        row("repeated field", "\"id\": \"postal\"", "\"id\": \"name\"", u"$.groups[1].fields[0].id: "_s);
        row("repeated group", "\"id\": \"two\"", "\"id\": \"one\"", u"$.groups[1].id: "_s);
        row("repeated option", "\"value\": \"b\"", "\"value\": \"a\"", u"$.groups[0].fields[3].options: "_s);
        row("options of a text", "\"type\": \"choice\"", "\"type\": \"text\"",
            u"$.groups[0].fields[3].options: "_s);
        row("length of a check", "\"type\": \"check\"", "\"type\": \"check\", \"maximumLength\": 5",
            u"$.groups[1].fields[2].maximumLength: "_s);
        row("maximum below minimum", "\"maximum\": 9", "\"maximum\": 0",
            u"$.groups[1].fields[3].maximum: "_s);
        row("kana of nothing", "\"kanaOf\": \"name\"", "\"kanaOf\": \"nobody\"",
            u"$.groups[0].fields[1].kanaOf: "_s);
        row("kana of a choice", "\"kanaOf\": \"name\"", "\"kanaOf\": \"kind\"",
            u"$.groups[0].fields[1].kanaOf: "_s);
        row("address of no postal code", "\"postalOf\": \"postal\"", "\"postalOf\": \"name\"",
            u"$.groups[1].fields[1].postalOf: "_s);
        row("day before no day", "\"notBefore\": \"birth\"", "\"notBefore\": \"name\"",
            u"$.groups[1].fields[4].notBefore: "_s);
        row("begins with no day", "\"today\"", "\"tomorrow\"", u"$.groups[1].fields[4].initial: "_s);
        row("name that begins with something", "\"type\": \"name\"",
            "\"type\": \"name\", \"initial\": \"today\"", u"$.groups[0].fields[0].initial: "_s);
        row("condition on nothing", "\"field\": \"kind\"", "\"field\": \"none\"",
            u"$.groups[1].shownWhen.field: "_s);
        row("condition on a later field", "\"field\": \"more\"", "\"field\": \"day\"",
            u"$.groups[1].fields[3].shownWhen.field: "_s);
        row("condition on itself", "\"field\": \"more\"", "\"field\": \"count\"",
            u"$.groups[1].fields[3].shownWhen.field: "_s);
        row("condition outside its group", "\"field\": \"more\", \"values\": [\"yes\"]",
            "\"field\": \"kind\", \"values\": [\"b\"]", u"$.groups[1].fields[3].shownWhen.field: "_s);
        row("condition on no option", "[\"a\"]", "[\"c\"]", u"$.groups[1].shownWhen.values: "_s);
        row("condition without values", "[\"a\"]", "[]", u"$.groups[1].shownWhen.values: "_s);
        row("no such name field", "\"nameField\": \"name\"", "\"nameField\": \"nobody\"", u"$.nameField: "_s);
        row("kana field of another type", "\"kanaField\": \"kana\"", "\"kanaField\": \"name\"",
            u"$.kanaField: "_s);
    }

    void refusesWhatIsWrongAndSaysWhere() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, where);
        QVERIFY(smallest.contains(from));
        const qsizetype place = smallest.indexOf(from);
        const Result<Procedure> procedure =
            parseProcedure(QByteArray(smallest).replace(place, from.size(), to));
        QVERIFY(!procedure);
        QCOMPARE(procedure.error().code, ErrorCode::ProcedureMalformed);
        QVERIFY2(procedure.error().detail.startsWith(where), qPrintable(procedure.error().detail));
    }

    void whatIsNoObjectIsRefused() {
        for (const QByteArray& json :
             {QByteArray(), QByteArray("[]"), QByteArray("null"), QByteArray("\xFF")})
            QVERIFY(!parseProcedure(json));
    }

    void theSchemaKnowsTheKeysOfTheParser_data() {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<ProcedurePart>("part");
        QTest::newRow("procedure") << u"procedure"_s << ProcedurePart::Procedure;
        QTest::newRow("group") << u"group"_s << ProcedurePart::Group;
        QTest::newRow("field") << u"field"_s << ProcedurePart::Field;
        QTest::newRow("option") << u"option"_s << ProcedurePart::Option;
        QTest::newRow("condition") << u"condition"_s << ProcedurePart::Condition;
        QTest::newRow("delay") << u"delay"_s << ProcedurePart::Delay;
    }

    void theSchemaKnowsTheKeysOfTheParser() {
        QFETCH(QString, definition);
        QFETCH(ProcedurePart, part);
        const QJsonObject schema = schemaDefinition(definition);
        QCOMPARE(sorted(schema[u"properties"_s].toObject().keys()), sorted(procedureKeys(part)));
        QCOMPARE(sorted(texts(schema[u"required"_s])), sorted(requiredProcedureKeys(part)));
        QVERIFY(!schema[u"additionalProperties"_s].toBool(true));
    }

    void theSchemaKnowsTheTypesOfTheParser() {
        const QJsonObject properties = schemaDefinition(u"field"_s)[u"properties"_s].toObject();
        QCOMPARE(texts(properties[u"type"_s].toObject()[u"enum"_s]), fieldTypeNames());
        QCOMPARE(texts(properties[u"dates"_s].toObject()[u"enum"_s]), dateRangeNames());
    }

    // What is accepted holds together, whatever bytes were changed to get there.
    void anyBytesAreAProcedureOrRefused() {
        const QByteArray real = source(u"moving-in.json"_s);
        QVERIFY(!real.isEmpty());
        QRandomGenerator random(20261121);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes = round % 10 ? smallest : real;
            for (int change = random.bounded(3) + 1; change > 0; --change)
                bytes[random.bounded(int(bytes.size()))] = static_cast<char>(random.bounded(256));
            const Result<Procedure> procedure = parseProcedure(bytes);
            if (procedure)
                QVERIFY(procedure->field(procedure->nameField) && procedure->field(procedure->birthField));
            else
                QCOMPARE(procedure.error().code, ErrorCode::ProcedureMalformed);
        }
    }

private:
    static QJsonObject schemaDefinition(const QString& name) {
        const QJsonObject schema = QJsonDocument::fromJson(source(u"schema.json"_s)).object();
        return schema[u"$defs"_s].toObject()[name].toObject();
    }

    static QStringList texts(const QJsonValue& list) {
        QStringList result;
        for (const QJsonValue& value : list.toArray())
            result.append(value.toString());
        return result;
    }

    static QStringList sorted(QStringList list) {
        list.sort();
        return list;
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::ProcedureTest)
#include "tst_procedure.moc"
