// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/actions/actioncatalogue.h"
#include "tests/support/testcase.h"

#include <QMetaEnum>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ActionCatalogueTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyActionHasExactlyOneEntry() {
        const QMetaEnum ids = QMetaEnum::fromType<ActionId>();
        QCOMPARE(actionCatalogue().size(), static_cast<std::size_t>(ids.keyCount()));
        for (int i = 0; i < ids.keyCount(); ++i) {
            const auto id = static_cast<ActionId>(ids.value(i));
            QVERIFY2(actionEntry(id).id == id, ids.key(i));
        }
    }

    void recordedNamesAreDistinctAndWellFormed() {
        static const QRegularExpression form(u"^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$"_s);
        QSet<QString> seen;
        for (const ActionEntry& entry : actionCatalogue()) {
            const QString name = QString::fromLatin1(entry.name);
            QVERIFY2(form.match(name).hasMatch(), entry.name);
            QVERIFY2(!seen.contains(name), entry.name);
            seen.insert(name);
            QVERIFY2(entry.text && *entry.text, entry.name);
        }
    }

    void everyPermissionIsUsedBySomeAction() {
        const QMetaEnum permissions = QMetaEnum::fromType<Permission>();
        for (int i = 0; i < permissions.keyCount(); ++i) {
            const auto permission = static_cast<Permission>(permissions.value(i));
            const auto entries = actionCatalogue();
            const bool used = std::any_of(entries.begin(), entries.end(), [&](const ActionEntry& entry) {
                return entry.permission == permission;
            });
            QVERIFY2(used, permissions.key(i));
        }
    }

    void lockingAndHidingNeedNothing() {
        QVERIFY(!actionEntry(ActionId::SessionLock).permission);
        QVERIFY(!actionEntry(ActionId::ScreenHide).permission);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::ActionCatalogueTest)
#include "tst_actioncatalogue.moc"
