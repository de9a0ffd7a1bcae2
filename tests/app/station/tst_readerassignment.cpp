// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/readerassignment.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class ReaderAssignmentTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void eachReaderHasAPart_data() {
        QTest::addColumn<QString>("operators");
        QTest::addColumn<QString>("applicants");
        QTest::addColumn<QString>("connected"); ///< one letter for each
        QTest::addColumn<QString>("parts");     ///< Operators, Applicants or Recovery, for each in turn
        QTest::newRow("nothing assigned") << u""_s << u""_s << u"AB"_s << u"OO"_s;
        QTest::newRow("both") << u"A"_s << u"B"_s << u"AB"_s << u"OA"_s;
        QTest::newRow("both and a third") << u"A"_s << u"B"_s << u"ABC"_s << u"OAA"_s;
        QTest::newRow("operators' only") << u"A"_s << u""_s << u"AB"_s << u"OA"_s;
        QTest::newRow("applicants' only") << u""_s << u"B"_s << u"ABC"_s << u"OAO"_s;
        QTest::newRow("operators' absent, a third") << u"A"_s << u"B"_s << u"BC"_s << u"AO"_s;
        QTest::newRow("operators' absent, none assigned to applicants")
            << u"A"_s << u""_s << u"BC"_s << u"OO"_s;
        QTest::newRow("applicants' alone") << u"A"_s << u"B"_s << u"B"_s << u"R"_s;
        QTest::newRow("applicants' alone, others any") << u""_s << u"B"_s << u"B"_s << u"R"_s;
        QTest::newRow("operators' alone") << u"A"_s << u"B"_s << u"A"_s << u"O"_s;
    }
    void eachReaderHasAPart() {
        QFETCH(QString, operators);
        QFETCH(QString, applicants);
        QFETCH(QString, connected);
        QFETCH(QString, parts);
        const QStringList names = connected.split(QString(), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < names.size(); ++i) {
            const ReaderPart expected = parts.at(i) == u'O'   ? ReaderPart::Operators
                                        : parts.at(i) == u'A' ? ReaderPart::Applicants
                                                              : ReaderPart::Recovery;
            QVERIFY2(partOf(names.at(i), {operators, applicants}, names) == expected,
                     qPrintable(names.at(i)));
        }
    }

    void aReaderThatIsNotConnectedIsNamed() {
        const ReaderAssignment both{u"A"_s, u"B"_s};
        QCOMPARE(missingOf(both, {u"A"_s, u"B"_s}), ReaderAssignment());
        QCOMPARE(missingOf(both, {u"B"_s}), (ReaderAssignment{u"A"_s, {}}));
        QCOMPARE(missingOf(both, {}), both);
        QCOMPARE(missingOf({}, {}), ReaderAssignment());
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::ReaderAssignmentTest)
#include "tst_readerassignment.moc"
