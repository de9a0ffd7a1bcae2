// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/procedurecatalogue.h"
#include "app/procedures/resources.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// Fields of a group that can apply at the same time.
qsizetype mostShown(const FieldGroup& group) {
    QSet<QString> answers{{}};
    for (const Field& field : group.fields) {
        if (field.shownWhen)
            answers.unite({field.shownWhen->values.cbegin(), field.shownWhen->values.cend()});
    }
    qsizetype most = 0;
    for (const QString& answer : std::as_const(answers)) {
        most = std::max(most, std::ranges::count_if(group.fields, [&answer](const Field& field) {
                            return !field.shownWhen || field.shownWhen->values.contains(answer);
                        }));
    }
    return most;
}

} // namespace

class ProcedureCatalogueTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initResources(); }

    void holdsTheTwoProceduresOfTheCounter() {
        const Result<ProcedureCatalogue> catalogue = ProcedureCatalogue::load();
        QVERIFY2(catalogue, catalogue ? "" : qPrintable(toString(catalogue.error())));
        QStringList ids;
        for (const Procedure& procedure : catalogue->procedures())
            ids.append(procedure.id);
        QCOMPARE(ids, QStringList({u"moving-in"_s, u"resident-record-copy"_s}));
        QCOMPARE(catalogue->procedure(u"moving-in"_s)->title, u"転入届"_s);
        QVERIFY(!catalogue->procedure(u"unknown"_s));
    }

    void everyFileInTheFolderIsCompiledIn() {
        const QDir folder(qEnvironmentVariable("MADOGUCHI_SOURCE") + u"/resources/procedures"_s);
        const QStringList aside = {u"purposes.json"_s, u"schema.json"_s};
        for (const QString& name : folder.entryList({u"*.json"_s}))
            QVERIFY2(aside.contains(name) || QFile::exists(u":/procedures/"_s + name), qPrintable(name));
    }

    // A form must fit a screen of 1280x800, and an operator must be able to read every part of it.
    void everyGroupFitsAScreen() {
        const Result<ProcedureCatalogue> catalogue = ProcedureCatalogue::load();
        QVERIFY(catalogue);
        for (const Procedure& procedure : catalogue->procedures()) {
            for (const FieldGroup& group : procedure.groups)
                QVERIFY2(mostShown(group) <= 10, qPrintable(procedure.id + u' ' + group.id));
        }
    }

    void everyFieldHasSaneRules() {
        const Result<ProcedureCatalogue> catalogue = ProcedureCatalogue::load();
        QVERIFY(catalogue);
        for (const Procedure& procedure : catalogue->procedures()) {
            QSet<QString> named;
            for (const FieldGroup& group : procedure.groups) {
                for (const Field& field : group.fields) {
                    QVERIFY2(hasSaneRules(field), qPrintable(procedure.id + u' ' + field.id));
                    if (field.type == FieldType::Kana)
                        named.insert(field.kanaOf);
                }
            }
            QVERIFY(named.contains(procedure.nameField));
            QCOMPARE(procedure.field(procedure.kanaField)->kanaOf, procedure.nameField);
            QVERIFY(procedure.field(procedure.birthField)->dates == DateRange::Birth);
        }
    }

    void everyPersonWhoMovesGivesTheSameFacts() {
        const Result<ProcedureCatalogue> catalogue = ProcedureCatalogue::load();
        QVERIFY(catalogue);
        const Procedure* movingIn = catalogue->procedure(u"moving-in"_s);
        const QStringList first = labelsOf(*movingIn, u"person"_s);
        QVERIFY(!first.isEmpty());
        for (int number = 2; number <= 6; ++number) {
            const QString id = u"member-%1"_s.arg(number);
            QCOMPARE(labelsOf(*movingIn, id), first);
        }
    }

    void aBrokenFileIsNamed() {
        QTemporaryDir folder;
        QCOMPARE(ProcedureCatalogue::load(folder.path()).error().code, ErrorCode::FileMissing);
        write(folder.filePath(u"moving-in.json"_s), "{}");
        const Result<ProcedureCatalogue> broken = ProcedureCatalogue::load(folder.path());
        QCOMPARE(broken.error().code, ErrorCode::ProcedureMalformed);
        QVERIFY(broken.error().detail.startsWith(u"moving-in.json $"));
    }

    void aFileIsNamedAfterItsProcedure() {
        QTemporaryDir folder;
        QVERIFY(QFile::copy(u":/procedures/moving-in.json"_s, folder.filePath(u"moving-out.json"_s)));
        QCOMPARE(ProcedureCatalogue::load(folder.path()).error().code, ErrorCode::ProcedureMalformed);
    }

    void aHugeFileIsRefused() {
        QTemporaryDir folder;
        write(folder.filePath(u"moving-in.json"_s), QByteArray((1 << 20) + 1, ' '));
        QCOMPARE(ProcedureCatalogue::load(folder.path()).error().code, ErrorCode::InputTooLarge);
    }

private:
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    static QStringList labelsOf(const Procedure& procedure, const QString& groupId) {
        QStringList labels;
        for (const FieldGroup& group : procedure.groups) {
            if (group.id != groupId)
                continue;
            for (const Field& field : group.fields)
                labels.append(field.label + (field.required ? u"!"_s : QString()));
        }
        return labels;
    }

    static bool hasSaneRules(const Field& field) {
        const bool person = field.type == FieldType::Name || field.type == FieldType::Kana;
        if (person && (field.maximumLength < 20 || field.maximumLength > 100))
            return false;
        if (field.type == FieldType::Address)
            return !field.postalOf.isEmpty();
        if (field.type == FieldType::Kana)
            return !field.kanaOf.isEmpty();
        // A birth date must not guess its era, and no form here asks for a day to come.
        if (field.type == FieldType::Date)
            return field.dates == (field.label == u"生年月日" ? DateRange::Birth : DateRange::Past);
        return field.type != FieldType::Choice || field.options.size() >= 2;
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ProcedureCatalogueTest)
#include "tst_procedurecatalogue.moc"
