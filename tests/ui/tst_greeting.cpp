// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/greeting.h"

using namespace Qt::StringLiterals;

namespace madoguchi {

class GreetingTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aListThatIsOutOfDateIsToldToEverybody() {
        for (const Role role : {Role::Operator, Role::CardAdministrator}) {
            const LoginMessage said = greetingMessage({.revocation = RevocationStanding::Overdue}, role);
            QVERIFY(said.kind == NoticeKind::Warning);
            QVERIFY2(said.text.contains(u"out of date"_s), qPrintable(said.text));
        }
    }

    void thatThereIsNoListIsToldToWhoCanDoSomethingAboutIt() {
        const LoginGreeting greeting{.revocation = RevocationStanding::Unlisted};
        const LoginMessage administrator = greetingMessage(greeting, Role::CardAdministrator);
        QVERIFY(administrator.kind == NoticeKind::Warning);
        QVERIFY2(administrator.text.contains(u"has no list of revoked cards"_s),
                 qPrintable(administrator.text));
        QVERIFY(greetingMessage(greeting, Role::Operator).kind == NoticeKind::Info);
    }

    void aCardThatWasIssuedHereGivesNoWarning() {
        for (const RevocationStanding standing : {RevocationStanding::Good, RevocationStanding::Register}) {
            const LoginMessage said = greetingMessage({.revocation = standing}, Role::CardAdministrator);
            QVERIFY(said.kind == NoticeKind::Info);
            QCOMPARE(said.text, QString());
        }
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::GreetingTest)
#include "tst_greeting.moc"
