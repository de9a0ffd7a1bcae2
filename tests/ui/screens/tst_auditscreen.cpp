// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditfacts.h"
#include "app/audit/auditverifier.h"
#include "app/storage/statement.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "tests/ui/stationwithcards.h"
#include "ui/screens/auditscreen.h"
#include "ui/translation.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/notice.h"

#include <QDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

class AuditScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_cards = std::make_unique<StationWithCards>();
        work(u"op01"_s, 3);
        work(u"op02"_s, 30);
    }

    void theNewestRecordsStandFirstAndPagesMeetWithoutGaps() {
        OpenScreen<AuditScreen> page(station(), m_session);
        const qint64 newest = cell(page, 0, 0).toLongLong();
        QCOMPARE(table(page)->rowCount(), AuditScreen::RecordsPerPage);
        QCOMPARE(cell(page, 49, 0).toLongLong(), newest - 49);
        QVERIFY(!named(page, u"Newer records"_s)->isEnabled());
        QVERIFY(press(page, u"Older records"_s));
        QCOMPARE(cell(page, 0, 0).toLongLong(), newest - 50);
        QVERIFY(press(page, u"Newer records"_s));
        QVERIFY(cell(page, 0, 0).toLongLong() >= newest); // it reads again, and its own reading is on record
    }

    void aFilterFindsWhatItShouldAndOnlyThat() {
        OpenScreen<AuditScreen> page(station(), m_session);
        auto* field = page.screen.findChild<LineField*>(u"operator"_s);
        QVERIFY(page.tabTo(field->line()));
        QTest::keyClicks(field->line(), u"op01"_s);
        QVERIFY(page.use(ActionId::AuditSearch));
        QCOMPARE(table(page)->rowCount(), 6); // an attempt and an outcome each
        for (int row = 0; row < 6; ++row)
            QCOMPARE(cell(page, row, 2), u"op01"_s);
        const AuditRecord record = page.records(u"audit.search"_s).constFirst();
        QCOMPARE(record.details.value(u"fields"_s), u"operator"_s);
        QCOMPARE(page.records(u"filter.change"_s).constFirst().target, u"field:operator"_s);

        auto* outcome = page.screen.findChild<ChoiceField*>(u"outcome"_s);
        outcome->setFocus();
        page.press(Qt::Key_2); // done
        QVERIFY(page.use(ActionId::AuditSearch));
        QCOMPARE(table(page)->rowCount(), 3);
        QCOMPARE(cell(page, 0, 4), u"Done"_s);
        QVERIFY(page.use(ActionId::FilterChange));
        QCOMPARE(table(page)->rowCount(), AuditScreen::RecordsPerPage);
        QCOMPARE(page.records(u"filter.change"_s).constFirst().details.value(u"reset"_s), u"yes"_s);
    }

    void aDayWithoutRecordsIsEmptyAndAnUnreadableDateIsSaid() {
        OpenScreen<AuditScreen> page(station(), m_session);
        auto* until = page.screen.findChild<LineField*>(u"until"_s);
        QVERIFY(page.tabTo(until->line()));
        QTest::keyClicks(until->line(), u"H31.4.30"_s);
        QVERIFY(page.use(ActionId::AuditSearch));
        QCOMPARE(table(page)->rowCount(), 0);
        const qsizetype searches = page.records(u"audit.search"_s).size();
        QVERIFY(page.tabTo(until->line()));
        until->line()->selectAll();
        QTest::keyClicks(until->line(), u"H31.4.31"_s);
        QVERIFY(page.use(ActionId::AuditSearch));
        QCOMPARE(page.records(u"audit.search"_s).size(), searches);
        QVERIFY(until->line()->hasFocus());
    }

    void enterShowsEverythingInTheRecord() {
        OpenScreen<AuditScreen> page(station(), m_session);
        table(page)->setFocus();
        page.press(Qt::Key_Down);
        const quint64 sequence = cell(page, 1, 0).toULongLong();
        page.press(Qt::Key_Return);
        const AuditEntry entry = expect(viewAuditEntry(m_session, station().database(), sequence));
        QVERIFY(page.shown().contains(groupedHex(entry.leaf)));
        QVERIFY(page.shown().contains(groupedHex(entry.body)));
        QVERIFY(page.shown().contains(entry.record.action));
        page.screen.functionKeys().constFirst().callback();
        QVERIFY(table(page)->hasFocus());
    }

    void anIntactLogIsSaidToBeIntact() {
        OpenScreen<AuditScreen> page(station(), m_session);
        QVERIFY(page.use(ActionId::AuditVerify));
        QTRY_VERIFY_WITH_TIMEOUT(page.shown().contains(u"Nothing is wrong."_s), 20000);
        const AuditRecord record = page.records(u"audit.verify"_s).constFirst();
        QCOMPARE(record.details.value(u"verdict"_s), u"intact"_s);
        QVERIFY(record.details.value(u"records"_s).toInt() > 60);
    }

    void theKeyboardIsBackOnTheButtonAfterVerifying() {
        OpenScreen<AuditScreen> page(station(), m_session);
        QVERIFY(page.use(ActionId::AuditVerify));
        QTRY_VERIFY_WITH_TIMEOUT(page.shown().contains(u"Nothing is wrong."_s), 20000);
        QCOMPARE(QApplication::focusWidget(), page.button(ActionId::AuditVerify));
    }

    void fieldsAreNamedAsOnTheirForms() {
        const Session session = TestStation::session(Role::Operator, u"op01"_s);
        expect(station().actions().note(
            {ActionId::FieldEdit, u"draft:1"_s, {{u"field"_s, u"person-birth"_s}, {u"odd"_s, u"x"_s}}},
            &session));
        OpenScreen<AuditScreen> page(station(), m_session);
        table(page)->setFocus();
        int row = 0;
        while (cell(page, row, 5) != u"draft:1"_s)
            ++row;
        table(page)->setCurrentCell(row, 0);
        page.press(Qt::Key_Return);
        QVERIFY2(page.shown().contains(u"Field (field): 生年月日 (person-birth)"_s),
                 qUtf8Printable(page.shown()));
        QVERIFY(page.shown().contains(u"odd: x"_s));
        QVERIFY(page.button(ActionId::GoBack)->y() < page.screen.findChild<FactList*>()->y());

        expect(station().actions().note({ActionId::FilterChange, u"field:until"_s}, &m_session));
        page.screen.functionKeys().constFirst().callback();
        QVERIFY(page.use(ActionId::AuditSearch));
        QVERIFY(targets(page).contains(u"Until (date) (field:until)"_s));
    }

    void aChangedByteIsFoundAtItsRecord() {
        changeByte(20);
        OpenScreen<AuditScreen> page(station(), m_session);
        QVERIFY(page.use(ActionId::AuditVerify));
        QTRY_VERIFY_WITH_TIMEOUT(page.shown().contains(u"The log is wrong at record 20."_s), 20000);
        const AuditRecord record = page.records(u"audit.verify"_s).constFirst();
        QCOMPARE(record.details.value(u"verdict"_s), u"wrong"_s);
        QCOMPARE(record.details.value(u"first-wrong"_s), u"20"_s);
    }

    void aRegisterThatIsNotWhatWasWrittenLastIsSaid() {
        expect(station().database().execute("DROP TRIGGER content_sum_operator_update"));
        OpenScreen<AuditScreen> page(station(), m_session);
        QVERIFY(page.use(ActionId::AuditVerify));
        QTRY_VERIFY_WITH_TIMEOUT(page.shown().contains(u"The log is intact, but"_s), 20000);
        const AuditRecord record = page.records(u"audit.verify"_s).constFirst();
        QCOMPARE(record.details.value(u"verdict"_s), u"register-wrong"_s);
    }

    void aLockInTheMiddleOfVerifyingDropsTheAnswer() {
        {
            OpenScreen<AuditScreen> page(station(), m_session);
            QVERIFY(page.use(ActionId::AuditVerify));
        } // the screen goes while the worker runs
        QCoreApplication::processEvents();
        work(u"op03"_s, 1);
    }

    void anExportIsCompleteAndOnRecord_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<qsizetype>("headLines");
        QTest::newRow("csv") << u"csv"_s << qsizetype(1);
        QTest::newRow("json") << u"json"_s << qsizetype(0);
    }
    void anExportIsCompleteAndOnRecord() {
        QFETCH(QString, button);
        QFETCH(qsizetype, headLines);
        const QTemporaryDir home;
        qputenv("HOME", home.path().toUtf8());
        OpenScreen<AuditScreen> page(station(), m_session);
        QVERIFY(page.tabTo(page.screen.findChild<ActionButton*>(button)));
        page.press(Qt::Key_Return);
        const QDir folder(home.filePath(u"madoguchi-export"_s));
        QTRY_VERIFY_WITH_TIMEOUT(page.shown().contains(u"records were exported."_s), 20000);
        const QFileInfoList proofs = folder.entryInfoList({u"*.checkpoint"_s}, QDir::Files);
        QVERIFY(!proofs.isEmpty());
        QVERIFY(page.shown().contains(u"Keep "_s + QDir::toNativeSeparators(proofs.constLast().filePath())));
        const AuditRecord record = page.records(u"audit.export"_s).constFirst();
        const QStringList files = folder.entryList(QDir::Files);
        QCOMPARE(files.size(), 2); // by name: the records, then the checkpoint of them
        QVERIFY(files.at(1) == files.at(0) + u".checkpoint"_s);
        AuditVerifyOptions options{.checkpointFile = station().folder().checkpointFile()};
        QFile note(folder.filePath(files.at(1)));
        QVERIFY(note.open(QIODevice::ReadOnly));
        options.keptCheckpoints = {note.readAll()};
        QCOMPARE(expect(verifyAuditAsAdministrator(station().database(), options)).verdict,
                 AuditVerification::Verdict::Intact);
        QFile file(folder.filePath(files.constFirst()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const qsizetype lines = file.readAll().count('\n') - headLines;
        QCOMPARE(record.details.value(u"records"_s), QString::number(lines));
        QVERIFY(lines > 60);
        QVERIFY(!file.permissions().testFlag(QFileDevice::ReadGroup));
    }

    void otherRolesGetNothing() {
        const Session clerk = TestStation::session(Role::Operator, u"op01"_s);
        AuditScreen screen({station(), clerk, station().actions()});
        QCOMPARE(screen.load().error().code, ErrorCode::PermissionDenied);
        QCOMPARE(screen.findChild<ListTable*>()->rowCount(), 0);
    }

    // Last: it installs the translation. Pictures for people to look at.
    void inJapaneseItFitsTheSmallestWindow() {
        QVERIFY(installJapanese(*qApp));
        for (const int scale : {100, 200}) {
            applyTheme(*qApp, Scale::fromPercent(scale));
            OpenScreen<AuditScreen> page(station(), m_session);
            QVERIFY(page.screen.minimumSizeHint().width() <= 1280);
            QVERIFY(page.save(u"audit-%1"_s.arg(scale)));
            QVERIFY(page.use(ActionId::AuditVerify));
            QTRY_VERIFY_WITH_TIMEOUT(page.screen.findChild<Notice*>()->isVisible(), 20000);
            QVERIFY(page.save(u"audit-%1-verified"_s.arg(scale)));
            table(page)->setFocus();
            page.press(Qt::Key_Return);
            QVERIFY(page.save(u"audit-%1-record"_s.arg(scale)));
        }
    }

private:
    Workstation& station() { return m_cards->station(); }

    void work(const QString& operatorId, int times) {
        const Session session = TestStation::session(Role::Operator, operatorId);
        for (int i = 0; i < times; ++i)
            expect(station().actions().run({ActionId::DraftSave, u"draft:1"_s}, &session,
                                           [] { return Result<>(); }));
    }
    static ListTable* table(OpenScreen<AuditScreen>& page) { return page.screen.findChild<ListTable*>(); }
    static QString cell(OpenScreen<AuditScreen>& page, int row, int column) {
        return table(page)->item(row, column)->text();
    }
    static QStringList targets(OpenScreen<AuditScreen>& page) {
        QStringList all;
        for (int row = 0; row < table(page)->rowCount(); ++row)
            all += cell(page, row, 5);
        return all;
    }
    static ActionButton* named(OpenScreen<AuditScreen>& page, const QString& text) {
        const auto buttons = page.screen.findChildren<ActionButton*>();
        for (ActionButton* button : buttons) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    static bool press(OpenScreen<AuditScreen>& page, const QString& text) {
        if (!page.tabTo(named(page, text)))
            return false;
        page.press(Qt::Key_Return);
        return true;
    }
    /// What somebody does who has the terminal's key and no need of our program.
    void changeByte(quint64 sequence) {
        Database& database = station().database();
        Statement read = expect(database.prepare("SELECT body FROM record WHERE sequence = ?1"));
        read.bind(1, static_cast<qint64>(sequence));
        QVERIFY(expect(read.step()));
        QByteArray body = read.blob(0);
        read.reset();
        body[body.size() / 2] = static_cast<char>(body[body.size() / 2] ^ 1);
        expect(database.execute("DROP TRIGGER record_keeps"));
        Statement write = expect(database.prepare("UPDATE record SET body = ?2 WHERE sequence = ?1"));
        write.bind(1, static_cast<qint64>(sequence)).bind(2, body);
        expect(write.run());
    }

    std::unique_ptr<StationWithCards> m_cards;
    Session m_session = TestStation::session(Role::Auditor, QStringLiteral("au01"));
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::AuditScreenTest)
#include "tst_auditscreen.moc"
