// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/session.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class SessionTest : public TestCase {
    Q_OBJECT

    static Session sessionOf(Role role) {
        return Session({u"s1"_s, u"op1"_s, u"窓口 花子"_s, role, u"card1"_s, {}},
                       SecretBytes::copyOf("0123456789abcdef0123456789abcdef"));
    }

private Q_SLOTS:
    void aRunningSessionGivesItsRightsAndItsVaultKey() {
        const Session session = sessionOf(Role::Operator);
        QVERIFY(session.isActive());
        QVERIFY(session.may(Permission::EditDraft));
        QVERIFY(session.require(Permission::EditDraft));
        QVERIFY(session.vaultKey());
        QCOMPARE(session.vaultKey()->view(), QByteArrayView("0123456789abcdef0123456789abcdef"));
    }

    void whatTheRoleMayNotDoIsDenied() {
        const Session session = sessionOf(Role::Operator);
        QVERIFY(!session.may(Permission::UnlockCard));
        QCOMPARE(session.require(Permission::UnlockCard).error().code, ErrorCode::PermissionDenied);
    }

    void afterAWhileWhatGivesRightsNeedsThePinOnceMore() {
        Session session = sessionOf(Role::CardAdministrator);
        QVERIFY(session.require(Permission::ChangeOperator));
        bool fresh = false;
        session.pinProven([&fresh] { return fresh; });
        QCOMPARE(session.require(Permission::ChangeOperator).error().code, ErrorCode::PinNotFresh);
        QVERIFY(session.may(Permission::ChangeOperator)); // so that it is still offered
        QVERIFY(session.require(Permission::ViewCardRegister));
        QVERIFY(session.require(Permission::SuspendOperator)); // takes rights away, and is urgent
        QCOMPARE(session.requireFreshPin().error().code, ErrorCode::PinNotFresh);
        QCOMPARE(session.require(Permission::ChangePolicy).error().code, ErrorCode::PermissionDenied);
        fresh = true;
        QVERIFY(session.require(Permission::ChangeOperator));
    }

    void onlyASessionThatIssuesCardsGivesTheOfficeKey() {
        const auto with = [](Role role) {
            return Session({u"s1"_s, u"op1"_s, {}, role, u"card1"_s, {}}, std::nullopt, OfficeKey::make());
        };
        Session administrator = with(Role::CardAdministrator);
        QVERIFY(administrator.officeKey());
        QVERIFY(!with(Role::Operator).officeKey());
        administrator.end();
        QVERIFY(!administrator.officeKey());
    }

    void anEndedSessionMayNothingAndHasNoKey() {
        Session session = sessionOf(Role::Operator);
        session.end();
        QVERIFY(!session.isActive());
        QVERIFY(!session.may(Permission::UseSession));
        QCOMPARE(session.require(Permission::UseSession).error().code, ErrorCode::SessionEnded);
        QVERIFY(!session.vaultKey());
    }

    void whileTheCardMayBeOutItMayOnlyBeUsedToLockOrHide() {
        Session session = sessionOf(Role::Operator);
        session.allowCardOut();
        QVERIFY(session.may(Permission::UseSession));
        for (const Permission permission :
             {Permission::ViewOwnDrafts, Permission::EditDraft, Permission::ViewOwnHistory})
            QCOMPARE(session.require(permission).error().code, ErrorCode::CardRemoved);
        QVERIFY(!session.vaultKey());
        session.cardReturned();
        QVERIFY(session.may(Permission::EditDraft));
        QVERIFY(session.vaultKey());
    }

    void aCardWithoutASlotStillGetsASession() {
        const Session session({u"s1"_s, u"op1"_s, {}, Role::Operator, u"card1"_s, {}}, std::nullopt);
        QVERIFY(session.may(Permission::UseSession));
        QVERIFY(!session.vaultKey());
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::SessionTest)
#include "tst_session.moc"
