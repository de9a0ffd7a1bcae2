// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardevents.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr OperatorCardState LastState = OperatorCardState::SuspendedAlone;
constexpr CardEvent LastEvent = CardEvent::PinUnblocked;

template <class T>
QList<T> upTo(T last) {
    QList<T> all;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        all.append(static_cast<T>(value));
    return all;
}

} // namespace

class CardEventsTest : public TestCase {
    Q_OBJECT

    // Written down once more by hand: a row for each state with what may follow, and where it leads.
    static QMap<QString, QString> expected() {
        return {
            {u""_s, u"enrolled>active issued>active"_s},
            {u"active"_s,
             u"lent>active returned>returned suspended>suspended suspended-alone>suspended-alone "
             "lost>lost invalidated>invalidated pin-unblocked>active"_s},
            {u"suspended"_s, u"returned>returned resumed>active lost>lost invalidated>invalidated"_s},
            {u"suspended-alone"_s,
             u"returned>returned resumed-alone>active lost>lost invalidated>invalidated"_s},
            {u"returned"_s, u"lent>active lost>lost invalidated>invalidated"_s},
            {u"lost"_s, u"found>found"_s},
            {u"found"_s, u"lost>lost invalidated>invalidated"_s},
            {u"invalidated"_s, u"lost>lost destroyed>destroyed"_s},
            {u"destroyed"_s, u""_s},
        };
    }

    static CardEventEntry entry(const QString& card, CardEvent event) {
        CardEventEntry entry;
        entry.card = card;
        entry.at = FakeClock().now();
        entry.event = event;
        entry.by = u"ad01"_s;
        return entry;
    }

private Q_SLOTS:
    void everyEventOfEveryStateLeadsWhereTheTableSaysAndNowhereElse() {
        QMap<QString, QString> found;
        QList<std::optional<OperatorCardState>> states{std::nullopt};
        for (const OperatorCardState state : upTo(LastState))
            states.append(state);
        for (const auto& state : states) {
            QStringList row;
            for (const CardEvent event : upTo(LastEvent)) {
                if (const auto next = nextCardState(state, event))
                    row += cardEventName(event) + u'>' + cardStateName(*next);
            }
            found.insert(state ? cardStateName(*state) : QString(), row.join(u' '));
        }
        QCOMPARE(found, expected());
    }

    void nothingLeadsBackToUseFromALossOrAnInvalidation() {
        for (const OperatorCardState start : {OperatorCardState::Lost, OperatorCardState::Found,
                                              OperatorCardState::Invalidated, OperatorCardState::Destroyed}) {
            QList<OperatorCardState> reached{start};
            for (qsizetype i = 0; i < reached.size(); ++i) {
                for (const CardEvent event : upTo(LastEvent)) {
                    const auto next = nextCardState(reached.at(i), event);
                    if (next && !reached.contains(*next))
                        reached.append(*next);
                }
            }
            QVERIFY(!reached.contains(OperatorCardState::Active));
            QVERIFY(!reached.contains(OperatorCardState::Suspended));
            QVERIFY(!reached.contains(OperatorCardState::SuspendedAlone));
            QVERIFY(!reached.contains(OperatorCardState::Returned));
        }
    }

    void anEventIsKeptWithEverythingThatIsKnownOfItAndMovesTheCard() {
        TestStation station;
        const QString card = station.enroll(u"op01"_s);
        CardEvents events(station.database());
        CardEventEntry lost = entry(card, CardEvent::Lost);
        lost.reason = u"stolen"_s;
        lost.incident = u"2026-0001"_s;
        CardEventEntry destroyed = entry(card, CardEvent::Destroyed);
        destroyed.witness = u"sv01"_s;
        destroyed.witnessByCard = true;
        CardEventEntry lent = entry(card, CardEvent::Lent);
        lent.dueBack = QDate(2027, 3, 31);
        const QList<CardEventEntry> all{
            entry(card, CardEvent::Enrolled),    lent,     lost, entry(card, CardEvent::Found),
            entry(card, CardEvent::Invalidated), destroyed};
        for (const CardEventEntry& each : all)
            expect(events.append(each));
        QCOMPARE(expect(events.ofCard(card)), all);
        QCOMPARE(expect(OperatorDirectory(station.database()).holderOf(card)).card.state,
                 OperatorCardState::Destroyed);
    }

    void whatCanNotHappenChangesNothing() {
        TestStation station;
        const QString card = station.enroll(u"op01"_s);
        CardEvents events(station.database());
        expect(events.append(entry(card, CardEvent::Enrolled)));
        for (const CardEvent event : {CardEvent::Enrolled, CardEvent::Issued, CardEvent::Destroyed})
            QCOMPARE(events.append(entry(card, event)).error().code, ErrorCode::CardEventImpossible);
        QCOMPARE(events.append(entry(u"C-9999"_s, CardEvent::Lost)).error().code, ErrorCode::CardUnknown);
        QCOMPARE(expect(events.ofCard(card)).size(), 1);
    }

    void aCardWithoutAHistoryCanBeLostAllTheSame() {
        TestStation station;
        const QString card = station.enroll(u"op01"_s);
        CardEvents events(station.database());
        CardEventEntry lost = entry(card, CardEvent::Lost);
        lost.incident = u"2026-0001"_s;
        expect(events.append(lost));
        QCOMPARE(expect(OperatorDirectory(station.database()).holderOf(card)).card.state,
                 OperatorCardState::Lost);
    }

    void incidentsAreCountedByYearAndNoNumberTwice() {
        TestStation station;
        CardEvents events(station.database());
        QCOMPARE(expect(events.nextIncident(2026)), u"2026-0001"_s);
        for (const int number : {1, 9999, 10000}) {
            const QString card = station.enroll(u"op%1"_s.arg(number));
            CardEventEntry lost = entry(card, CardEvent::Lost);
            lost.incident = u"2026-%1"_s.arg(number, 4, 10, QChar(u'0'));
            expect(events.append(lost));
        }
        QCOMPARE(expect(events.nextIncident(2026)), u"2026-10001"_s);
        QCOMPARE(expect(events.nextIncident(2027)), u"2027-0001"_s);
        CardEventEntry again = entry(station.enroll(u"op02"_s), CardEvent::Lost);
        again.incident = u"2026-0001"_s;
        QVERIFY(!events.append(again));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardEventsTest)
#include "tst_cardevents.moc"
