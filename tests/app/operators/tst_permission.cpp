// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/permission.h"
#include "tests/support/testcase.h"

#include <QMetaEnum>

namespace madoguchi {

using namespace Qt::StringLiterals;

class PermissionTest : public TestCase {
    Q_OBJECT

    // Written down once more, by hand and in another form than the table of the program: columns are
    // operator, card administrator, supervisor, auditor, system administrator.
    static QMap<QString, QString> expected() {
        return {
            {u"UseSession"_s, u"xxxxx"_s},         {u"ViewOwnHistory"_s, u"xxxxx"_s},
            {u"OpenReception"_s, u"x----"_s},      {u"ViewOwnDrafts"_s, u"x----"_s},
            {u"CreateDraft"_s, u"x----"_s},        {u"EditDraft"_s, u"x----"_s},
            {u"SearchDrafts"_s, u"x----"_s},       {u"HandOverDraft"_s, u"x----"_s},
            {u"DeleteDraft"_s, u"x----"_s},        {u"ViewCardRegister"_s, u"-x---"_s},
            {u"ViewCardDetails"_s, u"-x---"_s},    {u"SuspendOperator"_s, u"-x---"_s},
            {u"ResumeOperator"_s, u"-x---"_s},     {u"EnrollCard"_s, u"-x---"_s},
            {u"ViewTodayActivity"_s, u"--x--"_s},  {u"ViewLockedCards"_s, u"--x--"_s},
            {u"UnlockCard"_s, u"--x--"_s},         {u"OpenTerminal"_s, u"--x--"_s},
            {u"CloseTerminal"_s, u"--x--"_s},      {u"ViewAuditLog"_s, u"---x-"_s},
            {u"SearchAuditLog"_s, u"---x-"_s},     {u"VerifyAuditLog"_s, u"---x-"_s},
            {u"ExportAuditLog"_s, u"---x-"_s},     {u"ViewStation"_s, u"----x"_s},
            {u"ViewPolicy"_s, u"----x"_s},         {u"ChangePolicy"_s, u"----x"_s},
            {u"ViewVersions"_s, u"----x"_s},       {u"UnblockPin"_s, u"-x---"_s},
            {u"IssueCard"_s, u"-x---"_s},          {u"ManageCardLife"_s, u"-x---"_s},
            {u"ExportCardRegister"_s, u"-x---"_s}, {u"ReportCardLoss"_s, u"xxx--"_s},
            {u"ReviewRights"_s, u"-x-x-"_s},       {u"SwapCard"_s, u"x----"_s},
            {u"ChangeOperator"_s, u"-x---"_s},     {u"AssignReaders"_s, u"----x"_s},
        };
    }

private Q_SLOTS:
    void whatOnlyLooksOrServesVisitorsNeedsNoFreshPin() {
        const QMetaEnum permissions = QMetaEnum::fromType<Permission>();
        QStringList wanted;
        for (int p = 0; p < permissions.keyCount(); ++p) {
            if (wantsFreshPin(static_cast<Permission>(permissions.value(p))))
                wanted += QString::fromLatin1(permissions.key(p));
        }
        QCOMPARE(wanted, (QStringList{u"ResumeOperator"_s, u"ChangeOperator"_s, u"UnlockCard"_s,
                                      u"ChangePolicy"_s, u"AssignReaders"_s}));
    }

    void everyRoleMayWhatItsWorkNeedsAndNothingElse() {
        const QMap<QString, QString> table = expected();
        const QMetaEnum permissions = QMetaEnum::fromType<Permission>();
        const QMetaEnum roles = QMetaEnum::fromType<Role>();
        QCOMPARE(permissions.keyCount(), table.size());
        for (int p = 0; p < permissions.keyCount(); ++p) {
            const QString name = QString::fromLatin1(permissions.key(p));
            QVERIFY2(table.contains(name), permissions.key(p));
            QString found;
            for (int r = 0; r < roles.keyCount(); ++r) {
                found +=
                    roleMay(static_cast<Role>(roles.value(r)), static_cast<Permission>(permissions.value(p)))
                        ? u'x'
                        : u'-';
            }
            QVERIFY2(found == table[name], permissions.key(p));
        }
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::PermissionTest)
#include "tst_permission.moc"
