// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardsatonce.h"
#include "tests/support/expect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class CardsAtOnceTest : public TestCase {
    Q_OBJECT

    const QDateTime m_now = FakeClock().now();

    OperatorCard card(OperatorCardState state, int hoursLeft = 0) const {
        OperatorCard card;
        card.id = u"C-0001"_s;
        card.state = state;
        if (hoursLeft != 0)
            card.endsAt = m_now.addSecs(hoursLeft * 3600);
        return card;
    }

private Q_SLOTS:
    void whichCardComesBesideWhich_data() {
        QTest::addColumn<OperatorCardState>("state");
        QTest::addColumn<int>("hoursLeft"); // of the day card that she has; 0: it is none
        QTest::addColumn<bool>("lasting");  // may she have another one that lasts?
        QTest::addColumn<bool>("day");      // a day card?
        using State = OperatorCardState;
        QTest::newRow("in use") << State::Active << 0 << false << true; // it lies at home
        QTest::newRow("suspended with her") << State::Suspended << 0 << false << true;
        QTest::newRow("given back") << State::Returned << 0 << true << true;
        QTest::newRow("lost") << State::Lost << 0 << true << true;
        QTest::newRow("found") << State::Found << 0 << true << true;
        QTest::newRow("invalidated") << State::Invalidated << 0 << true << true;
        QTest::newRow("destroyed") << State::Destroyed << 0 << true << true;
        QTest::newRow("day card in use") << State::Active << 3 << false << false;
        QTest::newRow("day card suspended with her") << State::Suspended << 3 << false << false;
        QTest::newRow("day card given back") << State::Returned << 3 << true << true;
        QTest::newRow("day card that has ended") << State::Active << -1 << true << true;
    }
    void whichCardComesBesideWhich() {
        QFETCH(OperatorCardState, state);
        QFETCH(int, hoursLeft);
        QFETCH(bool, lasting);
        QFETCH(bool, day);
        const QList<OperatorCard> others{card(state, hoursLeft)};
        const auto allowed = [] { return Result<bool>(true); };
        const auto forbidden = [] { return Result<bool>(false); };
        for (const auto& [term, may] :
             {std::pair(CardTerm::Lasting, lasting), std::pair(CardTerm::Day, day)}) {
            for (const AskSeveralCards& asked : {AskSeveralCards(), AskSeveralCards(forbidden)}) {
                const Result<> answer = mayHaveBeside(others, term, asked, m_now);
                QCOMPARE(answer.has_value(), may);
                if (!may) {
                    QCOMPARE(answer.error().code, ErrorCode::OperatorHasCard);
                    QCOMPARE(answer.error().detail, u"C-0001"_s);
                }
            }
            QVERIFY(mayHaveBeside(others, term, allowed, m_now));
        }
    }

    void aPolicyThatCanNotBeReadAllowsNothing() {
        const auto unreadable = [] { return Result<bool>(fail(ErrorCode::PolicyUnreadable)); };
        const QList<OperatorCard> others{card(OperatorCardState::Active)};
        QCOMPARE(mayHaveBeside(others, CardTerm::Lasting, unreadable, m_now).error().code,
                 ErrorCode::PolicyUnreadable);
        QVERIFY(mayHaveBeside({}, CardTerm::Lasting, unreadable, m_now)); // and is not asked without need
    }

    void aDayCardIsUsedInsteadOfTheOtherUntilItEndsOrIsGivenBack() {
        const OperatorCard home = card(OperatorCardState::Active);
        OperatorCard today = card(OperatorCardState::Active, 3);
        today.id = u"C-0002"_s;
        QCOMPARE(dayCardInsteadOf(home, {home, today}, m_now).value().id, u"C-0002"_s);
        QVERIFY(!dayCardInsteadOf(today, {home, today}, m_now));
        QVERIFY(dayCardInsteadOf(home, {home, today}, today.endsAt.addMSecs(-1)));
        QVERIFY(!dayCardInsteadOf(home, {home, today}, today.endsAt));
        today.state = OperatorCardState::Returned;
        QVERIFY(!dayCardInsteadOf(home, {home, today}, m_now));
        QVERIFY(!dayCardInsteadOf(home, {home}, m_now));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardsAtOnceTest)
#include "tst_cardsatonce.moc"
