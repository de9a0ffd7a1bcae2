// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the exported register says of a card that was suspended, alone and with its holder, and of a role that
// was changed.

#include "app/operators/cardregisterexport.h"
#include "app/operators/rolechanges.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace madoguchi {

using namespace Qt::StringLiterals;

class CardRegisterExportTest : public TestCase {
    Q_OBJECT

    FakeClock m_clock;
    CounterStation m_station{m_clock};
    QString m_card;
    Session m_administrator = CounterStation::session(Role::CardAdministrator, u"adm"_s);

    /// As an office would read them: nobody but an other program wants the ids.
    const TableWords m_words{[](const QString& column) { return column.toUpper(); },
                             [](const QString& column, const QString& cell) {
                                 const bool isId = column == u"role"_s || column == u"weekdays"_s;
                                 return isId && !cell.isEmpty() ? u"the "_s + cell : cell;
                             }};

    CardLife& life() { return m_station.workstation().cardLife(); }
    QByteArray exported(TableFormat format) {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        expect(exportCardRegister(m_administrator, life(), format, m_words, out));
        return out.data();
    }
    /// Of the card's lines in the table, each of these columns.
    QStringList table(const QStringList& columns) {
        const QStringList lines = QString::fromUtf8(exported(TableFormat::Csv)).split(u"\r\n"_s);
        QStringList head = lines.constFirst().split(u',');
        head.first().remove(QChar::ByteOrderMark);
        QStringList found;
        for (const QString& line : lines) {
            const QStringList cells = line.split(u',');
            if (cells.constFirst() != m_card)
                continue;
            QStringList wanted;
            for (const QString& column : columns)
                wanted += cells.value(static_cast<int>(head.indexOf(column.toUpper())));
            found += wanted.join(u' ');
        }
        return found;
    }
    QJsonObject object() {
        const QJsonArray cards = QJsonDocument::fromJson(exported(TableFormat::Json)).array();
        for (const QJsonValue& card : cards) {
            if (card.toObject().value(u"card"_s).toString() == m_card)
                return card.toObject();
        }
        return {};
    }
    QStringList events() {
        QStringList found;
        const QJsonArray all = object().value(u"events"_s).toArray();
        for (const QJsonValue& value : all) {
            const QJsonObject event = value.toObject();
            found += u"%1 %2 %3"_s.arg(event.value(u"event"_s).toString(), event.value(u"by"_s).toString(),
                                       event.value(u"reason"_s).toString());
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase() {
        m_station.employ(u"op1"_s); // has the key to the drafts
        m_card = m_station.idOf(m_station.employ(u"op2"_s));
        m_station.open();
    }

    void suspensionsAndTheirEndsAreLinesOfBothFormats() {
        expect(life().suspendCard(m_administrator, m_card, u"mislaid"_s));
        QCOMPARE(object().value(u"state"_s), u"suspended-alone"_s);
        QCOMPARE(object().value(u"status"_s), u"active"_s); // the holder is not
        expect(life().resumeCard(m_administrator, m_card));
        expect(life().suspend(m_administrator, u"op2"_s, u"away"_s));
        QCOMPARE(object().value(u"state"_s), u"suspended"_s);
        QCOMPARE(object().value(u"status"_s), u"suspended"_s);
        expect(life().resume(m_administrator, u"op2"_s));
        QCOMPARE(object().value(u"state"_s), u"active"_s);
        const QStringList expected{u"enrolled  "_s, u"suspended-alone adm mislaid"_s, u"resumed-alone adm "_s,
                                   u"suspended adm away"_s, u"resumed adm "_s};
        QCOMPARE(events(), expected);
        QCOMPARE(table({u"event"_s, u"by"_s, u"reason"_s}), expected);
    }

    void aChangedRoleIsWhatEveryLineOfTheCardSays() {
        const QDate today = m_clock.now().toLocalTime().date();
        QCOMPARE(table({u"role"_s, u"role_until"_s}).constFirst(), u"the Operator "_s);
        RoleTerms terms = termsOf(expect(m_station.workstation().operators().find(u"op2"_s)));
        terms.role = Role::Supervisor;
        terms.validTo = today.addDays(90);
        expect(m_station.workstation().roleChanges().change(m_administrator, u"op2"_s, terms));
        const QString until = terms.validTo.toString(Qt::ISODate);
        const QStringList rows = table({u"role"_s, u"role_until"_s});
        QVERIFY(!rows.isEmpty());
        for (const QString& row : rows)
            QCOMPARE(row, u"the Supervisor "_s + until);
        QCOMPARE(object().value(u"role"_s), u"Supervisor"_s);
        QCOMPARE(object().value(u"role_until"_s), until);
    }

    void whoMayDoWhatSaysAtWhichHoursInWordsAndInIds() {
        RoleTerms terms = termsOf(expect(m_station.workstation().operators().find(u"op2"_s)));
        terms.hours = {.fromMinute = 510, .toMinute = 1035, .weekdays = 0b11111};
        expect(m_station.workstation().roleChanges().change(m_administrator, u"op2"_s, terms));
        const auto exported = [this](TableFormat format) {
            QBuffer out;
            out.open(QIODevice::WriteOnly);
            expect(exportRights(m_administrator, m_station.workstation().operators(), format, m_words, out));
            return out.data();
        };
        const QByteArray csv = exported(TableFormat::Csv);
        QVERIFY2(csv.contains(",STATUS,HOURS,WEEKDAYS,TERMINALS,"), csv);
        QVERIFY2(csv.contains(",active,08:30-17:15,the 12345,"), csv);
        QVERIFY2(csv.contains(",active,,,"), csv); // at any hour
        const QJsonObject second =
            QJsonDocument::fromJson(exported(TableFormat::Json)).array().at(1).toObject();
        QCOMPARE(second.value(u"operator"_s), u"op2"_s);
        QCOMPARE(second.value(u"hours"_s), u"08:30-17:15"_s);
        QCOMPARE(second.value(u"weekdays"_s), u"12345"_s);
        QVERIFY(second.value(u"permissions"_s).toArray().contains(u"UseSession"_s));
    }

    void whoMayNotExportGetsNothing() {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const Session auditor = CounterStation::session(Role::Auditor);
        for (const TableFormat format : {TableFormat::Csv, TableFormat::Json}) {
            QCOMPARE(exportCardRegister(auditor, life(), format, m_words, out).error().code,
                     ErrorCode::PermissionDenied);
        }
        QVERIFY(out.data().isEmpty());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardRegisterExportTest)
#include "tst_cardregisterexport.moc"
