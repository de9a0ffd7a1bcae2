// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/workstation.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"
#include "ui/mainwindow.h"
#include "ui/practice/practicehands.h"
#include "ui/practice/practicestrip.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// The hands of a person who tries anything.
class Hands final : public PracticeHands {
public:
    using PracticeHands::choose;
    using PracticeHands::focus;
    using PracticeHands::PracticeHands;
    using PracticeHands::pressButton;
    using PracticeHands::quietly;
};

} // namespace

class PracticeHandsTest : public TestCase {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_folder;
    PracticeStation m_practice = expect(PracticeStation::openOrMake(m_folder.path(), m_clock));
    std::unique_ptr<Workstation> m_station =
        expect(Workstation::open(m_practice.stationFolder(), m_practice.stack(), m_clock));
    MainWindow m_window{*m_station};
    PracticeStrip m_strip{m_practice.stack(), m_practice.readers(), m_practice.cards()};

    template <class Does>
    QString failureOf(Does does) {
        Tour tour(m_window, m_folder.path());
        Hands hands({m_window, *m_station, m_strip, m_practice}, tour);
        does(hands);
        QSignalSpy finished(&tour, &Tour::finished);
        tour.start();
        return finished.wait() ? finished.first().first().toString() : u"never"_s;
    }

private Q_SLOTS:
    void initTestCase() { m_window.show(); }

    // Before anybody has logged in: none of this is there.
    void whatIsNotThereFailsTheTourByItsName() {
        QCOMPARE(failureOf([](Hands& hands) { hands.choose(u"cards"_s); }),
                 u"cards: there is no button cards"_s);
        QCOMPARE(failureOf([](Hands& hands) {
                     hands.quietly(u"unlocked"_s, [&hands] { hands.pressButton(ActionId::CardUnlock); });
                 }),
                 u"unlocked: there is no button card.unlock"_s);
        QCOMPARE(failureOf(
                     [](Hands& hands) { hands.quietly(u"filled"_s, [&hands] { hands.focus(u"hours"_s); }); }),
                 u"filled: there is no field hours"_s);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::PracticeHandsTest)
#include "tst_practicehands.moc"
