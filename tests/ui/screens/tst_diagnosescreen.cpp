// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/screens/diagnosescreen.h"
#include "ui/translation.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class DiagnoseScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        m_cards->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        m_cards->start();
        QTRY_COMPARE(station().cards().condition(), CardServiceCondition::Running);
    }

    void eachReaderSaysWhatIsInIt() {
        OpenScreen<DiagnoseScreen> page(station(), m_session);
        QTRY_VERIFY(page.shown().contains(u"No card in the reader"_s));
        const QString reader = station().cards().readers().constFirst().name;
        QVERIFY(page.shown().contains(reader));
        QVERIFY(page.shown().contains(u"Good: The card service is running"_s));
        QCOMPARE(page.records(u"diagnosis.view"_s).size(), 1);
    }

    void aSecondLookShowsWhatChanged() {
        OpenScreen<DiagnoseScreen> page(station(), m_session);
        QTRY_VERIFY(page.shown().contains(u"No card in the reader"_s));
        m_cards->putIn(u"op01"_s);
        QTRY_VERIFY(station().login().view().state == LoginState::AwaitingPin);
        QVERIFY(page.use(ActionId::DiagnosisView));
        QTRY_VERIFY(page.shown().contains(u"PIN tries left: "_s));
        QVERIFY(page.shown().contains(u"Certificate 9A is valid until "_s));
        QVERIFY(!page.shown().contains(u"%"_s));
        QCOMPARE(page.records(u"diagnosis.view"_s).size(), 2);
    }

    void otherRolesGetNothing() {
        const Session operatorSession = TestStation::session(Role::Operator, u"op01"_s);
        DiagnoseScreen screen({station(), operatorSession, station().actions()});
        QCOMPARE(screen.load().error().code, ErrorCode::PermissionDenied);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<DiagnoseScreen> page(station(), m_session);
            QTRY_VERIFY(page.shown().contains(station().cards().readers().constFirst().name));
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            QVERIFY(page.save(u"diagnose-%1"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::SystemAdministrator, QStringLiteral("sa01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::DiagnoseScreenTest)
#include "tst_diagnosescreen.moc"
